// SPDX-License-Identifier: Apache-2.0
#include "rules/arrow_rules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using rules::LayerMap;
using rules::SourceTree;

class TestArrowRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesLayers();
    void tellsFaultyLayers();
    void tellsForbiddenReach();
    void findsBrokenArrow_data();
    void findsBrokenArrow();
    void findsFolderWithoutLayer();
    void sourceTreeHolds();
};

namespace {

const QString sampleLayers = uR"(
function(pullcord_layer name)
endfunction()
pullcord_layer(base)
pullcord_layer(net    USES base LIBRARIES Qt6::Network PRIVATE_LIBRARIES Qt6::Sql)
pullcord_layer(orders USES base)
pullcord_layer(venues
               USES orders net)
pullcord_layer(vault  USES base)
pullcord_layer(desk   USES venues vault)
)"_s;

QString read(const QString &path)
{
    const SourceTree tree = SourceTree::read(QStringLiteral(PULLCORD_SOURCE_DIR));
    for (const rules::SourceFile &file : tree.files()) {
        if (file.path == path)
            return file.text;
    }
    return {};
}

} // namespace

void TestArrowRules::parsesLayers()
{
    const LayerMap layers = LayerMap::parse(sampleLayers);
    QCOMPARE(layers.layers().size(), 6);
    QCOMPARE(layers.reach(u"venues"_s), (QSet<QString>{u"venues"_s, u"orders"_s, u"net"_s, u"base"_s}));
    QCOMPARE(layers.reach(u"base"_s), QSet<QString>{u"base"_s});
    QCOMPARE(layers.faults(), QStringList());
}

void TestArrowRules::tellsFaultyLayers()
{
    const LayerMap layers = LayerMap::parse(u"pullcord_layer(a USES b)\npullcord_layer(b USES a c)\n"_s);
    QCOMPARE(layers.faults(), (QStringList{u"a and b use each other"_s, u"b and a use each other"_s,
                                           u"b uses c, which is no layer"_s}));
}

void TestArrowRules::tellsForbiddenReach()
{
    QCOMPARE(rules::forbiddenReach(LayerMap::parse(sampleLayers)), QStringList());
    const LayerMap layers = LayerMap::parse(u"pullcord_layer(tradelab)\n"
                                            "pullcord_layer(venues USES tradelab)\n"
                                            "pullcord_layer(cancel USES venues)\n"_s);
    QCOMPARE(rules::forbiddenReach(layers), QStringList{u"src/layers.cmake lets cancel reach tradelab"_s});
}

void TestArrowRules::findsBrokenArrow_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("against the arrow") << u"src/base/clock.cpp"_s << u"\n#include \"orders/order.h\"\n"_s
                                       << u"src/base/clock.cpp:2: base may not include orders/order.h"_s;
    QTest::newRow("sideways") << u"src/orders/order.cpp"_s << u"#include \"net/http.h\""_s
                              << u"src/orders/order.cpp:1: orders may not include net/http.h"_s;
    QTest::newRow("in angle brackets") << u"src/base/clock.cpp"_s << u"#include <orders/order.h>"_s
                                       << u"src/base/clock.cpp:1: base may not include orders/order.h"_s;
    QTest::newRow("no such layer") << u"src/base/clock.cpp"_s << u"#include \"money/coin.h\""_s
                                   << u"src/base/clock.cpp:1: base may not include money/coin.h"_s;
    QTest::newRow("engine to window") << u"src/desk/desk.cpp"_s << u"#include \"ui/row.h\""_s
                                      << u"src/desk/desk.cpp:1: desk may not include ui/row.h"_s;
    QTest::newRow("dots")
        << u"app/main.cpp"_s << u"#include \"../src/orders/order.h\""_s
        << u"app/main.cpp:1: include ../src/orders/order.h by its full name, without '..'"_s;
    QTest::newRow("window to transport") << u"ui/row.cpp"_s << u"#include \"net/http.h\""_s
                                         << u"ui/row.cpp:1: ui may not include net/http.h"_s;
    QTest::newRow("window to vault") << u"ui/row.cpp"_s << u"#include \"vault/secret_store.h\""_s
                                     << u"ui/row.cpp:1: ui may not include vault/secret_store.h"_s;
    QTest::newRow("window to program") << u"ui/row.cpp"_s << u"#include \"app/wiring.h\""_s
                                       << u"ui/row.cpp:1: ui may not include app/wiring.h"_s;

    QTest::newRow("through another layer")
        << u"src/desk/desk.cpp"_s << u"#include \"base/clock.h\""_s << QString();
    QTest::newRow("window to desk") << u"ui/row.cpp"_s << u"#include \"desk/desk.h\"\n#include \"ui/row.h\""_s
                                    << QString();
    QTest::newRow("window's own folder named as a layer")
        << u"ui/orders/row.cpp"_s << u"#include \"row.h\""_s << QString();
    QTest::newRow("program") << u"app/main.cpp"_s << u"#include \"net/http.h\"\n#include \"ui/row.h\""_s
                             << QString();
    QTest::newRow("system header that sounds like ours")
        << u"src/base/clock.cpp"_s << u"#include <net/if.h>"_s << QString();
    QTest::newRow("comment") << u"src/base/clock.cpp"_s << u"// #include \"orders/order.h\""_s << QString();
    QTest::newRow("test") << u"tests/unit/test_x.cpp"_s << u"#include \"net/http.h\""_s << QString();
}

void TestArrowRules::findsBrokenArrow()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const SourceTree tree({{u"src/orders/order.h"_s, {}},
                           {u"src/net/http.h"_s, {}},
                           {u"src/vault/secret_store.h"_s, {}},
                           {u"src/base/clock.h"_s, {}},
                           {u"src/desk/desk.h"_s, {}},
                           {u"ui/row.h"_s, {}},
                           {u"ui/orders/row.h"_s, {}},
                           {u"app/wiring.h"_s, {}},
                           {path, text}});
    QCOMPARE(rules::brokenArrows(tree, LayerMap::parse(sampleLayers)).join(u'\n'), expected);
}

void TestArrowRules::findsFolderWithoutLayer()
{
    const SourceTree tree(
        {{u"src/CMakeLists.txt"_s, {}}, {u"src/base/a.h"_s, {}}, {u"src/money/coin.h"_s, {}}});
    QCOMPARE(rules::foldersWithoutLayer(tree, LayerMap::parse(sampleLayers)),
             QStringList{u"src/money/coin.h:1: src/layers.cmake does not name the layer money"_s});
}

void TestArrowRules::sourceTreeHolds()
{
    const LayerMap layers = LayerMap::parse(read(u"src/layers.cmake"_s));
    QVERIFY(layers.has(u"base"_s));
    QVERIFY(layers.reach(u"desk"_s).contains(u"base"_s));
    const SourceTree tree = SourceTree::read(QStringLiteral(PULLCORD_SOURCE_DIR));
    QVERIFY(rules::isEmptyOrTold(layers.faults()));
    QVERIFY(rules::isEmptyOrTold(rules::forbiddenReach(layers)));
    QVERIFY(rules::isEmptyOrTold(rules::foldersWithoutLayer(tree, layers)));
    QVERIFY(rules::isEmptyOrTold(rules::brokenArrows(tree, layers)));
}

QTEST_GUILESS_MAIN(TestArrowRules)
#include "test_arrow_rules.moc"

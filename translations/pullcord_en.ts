<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_IN" sourcelanguage="en">
<context>
    <name>BatchWords</name>
    <message numerus="yes">
        <source>%n proved</source>
        <translation>
            <numerusform>%n proved</numerusform>
            <numerusform>%n proved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filled first</source>
        <translation>
            <numerusform>%n filled first</numerusform>
            <numerusform>%n filled first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n not sent</numerusform>
            <numerusform>%n not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ended otherwise</source>
        <translation>
            <numerusform>%n ended otherwise</numerusform>
            <numerusform>%n ended otherwise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not proved yet</source>
        <translation>
            <numerusform>%n not proved yet</numerusform>
            <numerusform>%n not proved yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Batch %1 — %n asked:</source>
        <translation>
            <numerusform>Batch %1 — %n asked:</numerusform>
            <numerusform>Batch %1 — %n asked:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to leave</source>
        <translation>
            <numerusform>%n waiting to leave</numerusform>
            <numerusform>%n waiting to leave</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CancelWords</name>
    <message numerus="yes">
        <source>%n leg(s) still alive</source>
        <translation>
            <numerusform>%n leg still alive</numerusform>
            <numerusform>%n legs still alive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancel</source>
        <comment>orders in the button</comment>
        <translation>
            <numerusform>%n cancel</numerusform>
            <numerusform>%n cancel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) with legs</source>
        <translation>
            <numerusform>%n entry with legs</numerusform>
            <numerusform>%n entries with legs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n effect(s) unknown</source>
        <translation>
            <numerusform>%n effect unknown</numerusform>
            <numerusform>%n effects unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n MAY TRADE</source>
        <translation>
            <numerusform>%n MAY TRADE</numerusform>
            <numerusform>%n MAY TRADE</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionWords</name>
    <message numerus="yes">
        <source>%n row(s) could not be read</source>
        <translation>
            <numerusform>%n row could not be read</numerusform>
            <numerusform>%n rows could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EscalationCard</name>
    <message numerus="yes">
        <source>Please tell us the state of %n order(s) and cancel what is open:</source>
        <translation>
            <numerusform>Please tell us the state of this order and cancel it if it is open:</numerusform>
            <numerusform>Please tell us the state of these %n orders and cancel what is open:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionWords</name>
    <message numerus="yes">
        <source>Cancel %n order(s)</source>
        <translation>
            <numerusform>Cancel %n order</numerusform>
            <numerusform>Cancel %n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableWords</name>
    <message numerus="yes">
        <source>The filter hides %n order(s)</source>
        <translation>
            <numerusform>The filter hides %n order</numerusform>
            <numerusform>The filter hides %n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ActionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AlarmWatch</name>
    <message numerus="yes">
        <source>The sign-in to %1 ends in %n minute(s) at the latest.</source>
        <translation>
            <numerusform>The sign-in to %1 ends in a minute at the latest.</numerusform>
            <numerusform>The sign-in to %1 ends in %n minutes at the latest.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BannerArea</name>
    <message numerus="yes">
        <source>%n more below these</source>
        <translation>
            <numerusform>%n more below these</numerusform>
            <numerusform>%n more below these</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BatchBar</name>
    <message numerus="yes">
        <source>Stop %n unsent</source>
        <translation>
            <numerusform>Stop %n unsent</numerusform>
            <numerusform>Stop %n unsent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %n refused</source>
        <translation>
            <numerusform>Retry %n refused</numerusform>
            <numerusform>Retry %n refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ConfirmDialog</name>
    <message numerus="yes">
        <source>%n accounts</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n order(s) at %1</source>
        <translation>
            <numerusform>Cancel %n order at %1</numerusform>
            <numerusform>Cancel %n orders at %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) arrived after you opened this and are not included.</source>
        <translation>
            <numerusform>%n order arrived after you opened this and is not included.</numerusform>
            <numerusform>%n orders arrived after you opened this and are not included.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n order(s)</source>
        <translation>
            <numerusform>Cancel %n order</numerusform>
            <numerusform>Cancel %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s), under a second</source>
        <translation>
            <numerusform>%n request, under a second</numerusform>
            <numerusform>%n requests, under a second</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s), about %1</source>
        <translation>
            <numerusform>%n request, about %1</numerusform>
            <numerusform>%n requests, about %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DetailsPanel</name>
    <message numerus="yes">
        <source>The broker&apos;s history: %n row(s)</source>
        <translation>
            <numerusform>The broker&apos;s history: %n row</numerusform>
            <numerusform>The broker&apos;s history: %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message numerus="yes">
        <source>%n open order(s)</source>
        <translation>
            <numerusform>%n open order</numerusform>
            <numerusform>%n open orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::OrderDelegate</name>
    <message numerus="yes">
        <source>%n leg(s)</source>
        <translation>
            <numerusform>%n leg</numerusform>
            <numerusform>%n legs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PlanDelegate</name>
    <message numerus="yes">
        <source>— %n order(s)</source>
        <translation>
            <numerusform>— %n order</numerusform>
            <numerusform>— %n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PlanModel</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %n leg(s)</source>
        <translation>
            <numerusform>with %n leg</numerusform>
            <numerusform>with %n legs</numerusform>
        </translation>
    </message>
</context>
</TS>

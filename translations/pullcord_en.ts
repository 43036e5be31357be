<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_IN" sourcelanguage="en">
<context>
    <name>BatchWords</name>
    <message numerus="yes">
        <source>%n proved</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filled first</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ended otherwise</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not proved yet</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Batch %1 — %n asked:</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CancelWords</name>
    <message>
        <source>the list of open orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the completed list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the order&apos;s history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the order&apos;s status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the broker&apos;s message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proved cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proved cancelled by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n leg(s) still alive</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer yet · may still fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the book still shows it open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown: no list shows it · ask the broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown, asking the book · may still fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STILL LIVE: the book goes on showing it open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused, reading the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken: %1 · the order is live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was over and is open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: %1 · the order is live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled first: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended by itself: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not proved, acknowledged by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel entry and its legs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAY TRADE</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n cancel</source>
        <comment>orders in the button</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) with legs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n effect(s) unknown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n MAY TRADE</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 filled while cancelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected by later evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel sent, may still fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt, not proved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused, being verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel refused, still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledged, not proved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not allowed by the broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the order changed meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your go-ahead is too old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the journal cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no requests left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the broker&apos;s row lacks what the request needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pullcord was interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the trading day is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the computer slept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the order was rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the order expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused by the broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the exchange rejected the cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no proof in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a cancel of it is on its way already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is over: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is being cancelled already</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionWords</name>
    <message>
        <source>not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signing in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reachable, showing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>polling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>book %1 old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load failed, showing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>account %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign-in: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EscalationCard</name>
    <message>
        <source>Account %1, order id %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange order id %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity %1, filled %2, remaining %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel sent at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Please tell us the state of %n order(s) and cancel what is open:</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderWords</name>
    <message>
        <source>bracket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BUY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHORT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, trigger %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionWords</name>
    <message>
        <source>%1 remaining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some without a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n order(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the orders to cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is selected is being cancelled already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is selected is over</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableWords</name>
    <message>
        <source>No connection yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the broker whose orders you want to see, or try everything on the practice venue first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the practice venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not loaded: signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open orders (as of %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is being cancelled (as of %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No closed orders (as of %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was refused (as of %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No orders (as of %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n order(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Something went wrong inside Pullcord.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection to the broker could be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out: the broker does not accept the sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker says: too many requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker does not allow this call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker&apos;s answer makes no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write to the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain did not do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Pullcord has the engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>This window only shows: %1. Cancels are off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice venue could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::AcknowledgeDialog</name>
    <message>
        <source>Acknowledge without proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 was never proved cancelled. It may still be open, or have filled. Pullcord stops asking about it; your name and reason go into the journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who said what, and when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ActionBar</name>
    <message>
        <source>Cancel all open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel all shown…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ActivityPanel</name>
    <message>
        <source>Journal, newest first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::AlarmWatch</name>
    <message>
        <source>BOUGHT %1 %2 while cancelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SOLD %1 %2 while cancelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OPEN AGAIN after its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal cannot be written: nothing is sent until it can. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is signed out: its book grows old and nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The sign-in to %1 ends in %n minute(s) at the latest.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BannerArea</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more below these</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BookNotice</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: signed out, showing %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::CancelFlow</name>
    <message>
        <source>the orders are gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be cancelled: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::CancelsPanel</name>
    <message>
        <source>Cancels and their proofs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cancels in this run. What you cancel is followed here until the broker&apos;s book proves it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::CategoryBar</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which orders are shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::CellText</name>
    <message>
        <source>The broker&apos;s: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker says: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling this leg may trade at market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What cancelling this would do is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 of %3 %4</source>
        <comment>Sell 50 of 75 INFY-EQ</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>limit 1,510.00</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bracket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target · %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ConfirmDialog</name>
    <message numerus="yes">
        <source>%n accounts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The orders that will be cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n order(s) at %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>These orders and no others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) arrived after you opened this and are not included.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n order(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This is a lot: hold the button for a second, or type %1 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n request(s), under a second</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s), about %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left this hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would be sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ConnectionChip</name>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ConnectionForm</name>
    <message>
        <source>&amp;Broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Client id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;OMS id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acco&amp;unt id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use&amp;r id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session token, or {&quot;api_key&quot;, &quot;api_secret&quot;}, or {&quot;user&quot;, &quot;password&quot;}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The access token from the broker&apos;s login page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a connection of this name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to 32 letters, digits, points, hyphens and underscores, please.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No user name, password or query in the address, please.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only https and wss are safe; plain http is for this computer alone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ConnectionsDialog</name>
    <message>
        <source>&amp;Add a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chec&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keychain on this computer: secrets stay in memory until you quit, and are asked for again at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ not good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “%1” and its secret? Its journal stays. Cancels that have no end yet stay unresolved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::DetailsPanel</name>
    <message>
        <source>Ask for history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order&apos;s fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker&apos;s history of the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our journal for the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our journal for this order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker&apos;s own text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the broker wrote it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one order to see all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker&apos;s history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the broker…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The broker&apos;s history: %n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Dock</name>
    <message>
        <source>What is shown under the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unresolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unresolved (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::EnvironmentBadge</name>
    <message>
        <source>LIVE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real orders at a real broker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice venue on this computer. Nothing here is real.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::JournalModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::MainActions</name>
    <message>
        <source>&amp;Connections…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;earch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Order book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all that can be cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;py rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport what is shown…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order &amp;details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel se&amp;lected…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel all ope&amp;n…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Export what is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was exported: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>book %1 old</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n open order(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::OrderDelegate</name>
    <message numerus="yes">
        <source>%n leg(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::OrderFieldsModel</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trigger price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placed at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange order id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client order id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basket id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In no list since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pullcord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broker</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::OrderHeader</name>
    <message>
        <source>Columns as at first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::OrderTreeModel</name>
    <message>
        <source>Selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local time, %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::OrderView</name>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::PlanDelegate</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>— %n order(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>the broker should drop the legs; Pullcord watches them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::PlanModel</name>
    <message>
        <source>%1 short %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 long %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 loses its only stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book is %1 old: what you see may have changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will not be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send this one too. It has filled in part: its legs protect what was bought or sold, and Pullcord cannot know whether they stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send this one too. Pullcord cannot know what the broker does with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send this one too. The broker may exit the position at market, or leave %1 without a stop. Pullcord cannot know which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send this one too. The broker may exit the position at market. Pullcord cannot know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on its way already, will be watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not included any more: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 filled meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over meanwhile: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being cancelled meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed meanwhile: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone from the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>with %n leg(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProofDelegate</name>
    <message>
        <source>Filled first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::SearchField</name>
    <message>
        <source>Search orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words match any text; side:sell, symbol:NIFTY*, price&gt;100, age&gt;5m match one field; a minus negates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search: side:sell age&gt;5m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong with the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · the table keeps the search before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::SecretField</name>
    <message>
        <source>Secret, write only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A secret is stored. Type to replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secret is stored.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::SettingsDialog</name>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard (Delete, F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dealer (Shift+F1, Shift+F3, F3, Ctrl+R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One regular order is cancelled by the key alone, without the dialog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave as it &amp;was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may trade always asks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the count or hold, above &amp;orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… or above this &amp;value in one currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number, please.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::SignInDialog</name>
    <message>
        <source>Sign in to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the access token from the broker&apos;s login page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message>
        <source>a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2/%3 in %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: room for %2 cancels this hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal: CANNOT BE WRITTEN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal: %1 entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain: secrets kept until you quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last proof %1 · median %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::StatusWords</name>
    <message>
        <source>Not in the broker&apos;s lists since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel sent %1, may still fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt %1, not proved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown: asking the broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still live, may fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refusal, being checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel not taken, still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel refused, still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel not sent, still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again after its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proved cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended by the broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledged, not proved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being cancelled, may still fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled, part filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”, not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open, cancel rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open, change rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trigger pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 m</source>
        <comment>minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::TopBar</name>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read every book now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::UnresolvedPanel</name>
    <message>
        <source>Cancels without an end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to read to the dealing desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every cancel has an end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the broker again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge without proof…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy card</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN" sourcelanguage="en">
<context>
    <name>BatchWords</name>
    <message numerus="yes">
        <source>%n proved</source>
        <translation>
            <numerusform>%n सिद्ध</numerusform>
            <numerusform>%n सिद्ध</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filled first</source>
        <translation>
            <numerusform>%n पहले भर गया</numerusform>
            <numerusform>%n पहले भर गए</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n अस्वीकृत</numerusform>
            <numerusform>%n अस्वीकृत</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n नहीं भेजा गया</numerusform>
            <numerusform>%n नहीं भेजे गए</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ended otherwise</source>
        <translation>
            <numerusform>%n किसी और तरह समाप्त</numerusform>
            <numerusform>%n किसी और तरह समाप्त</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not proved yet</source>
        <translation>
            <numerusform>%n अभी सिद्ध नहीं</numerusform>
            <numerusform>%n अभी सिद्ध नहीं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Batch %1 — %n asked:</source>
        <translation>
            <numerusform>बैच %1 — %n माँगा गया:</numerusform>
            <numerusform>बैच %1 — %n माँगे गए:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to leave</source>
        <translation>
            <numerusform>%n जाने की प्रतीक्षा में</numerusform>
            <numerusform>%n जाने की प्रतीक्षा में</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CancelWords</name>
    <message>
        <source>the list of open orders</source>
        <translation>खुले ऑर्डरों की सूची</translation>
    </message>
    <message>
        <source>the completed list</source>
        <translation>पूरे हुए ऑर्डरों की सूची</translation>
    </message>
    <message>
        <source>the order&apos;s history</source>
        <translation>ऑर्डर का इतिहास</translation>
    </message>
    <message>
        <source>the order&apos;s status</source>
        <translation>ऑर्डर की स्थिति</translation>
    </message>
    <message>
        <source>the broker&apos;s message</source>
        <translation>ब्रोकर का संदेश</translation>
    </message>
    <message>
        <source>Proved cancelled</source>
        <translation>रद्द होना सिद्ध</translation>
    </message>
    <message>
        <source>Proved cancelled by %1</source>
        <translation>रद्द होना सिद्ध, प्रमाण: %1</translation>
    </message>
    <message>
        <source>%1 of %2 filled</source>
        <translation>%2 में से %1 भरा</translation>
    </message>
    <message numerus="yes">
        <source>%n leg(s) still alive</source>
        <translation>
            <numerusform>%n लेग अब भी चालू</numerusform>
            <numerusform>%n लेग अब भी चालू</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>अपनी बारी की प्रतीक्षा में</translation>
    </message>
    <message>
        <source>No answer yet · may still fill</source>
        <translation>अभी कोई उत्तर नहीं · अब भी भर सकता है</translation>
    </message>
    <message>
        <source>Unknown: no list shows it · ask the broker</source>
        <translation>अज्ञात: किसी सूची में नहीं · ब्रोकर से पूछें</translation>
    </message>
    <message>
        <source>Unknown, asking the book · may still fill</source>
        <translation>अज्ञात, बुक से पूछा जा रहा है · अब भी भर सकता है</translation>
    </message>
    <message>
        <source>STILL LIVE: the book goes on showing it open</source>
        <translation>अब भी चालू: बुक इसे लगातार खुला दिखा रही है</translation>
    </message>
    <message>
        <source>Not taken: %1 · the order is live</source>
        <translation>नहीं लिया गया: %1 · ऑर्डर चालू है</translation>
    </message>
    <message>
        <source>It was over and is open again</source>
        <translation>समाप्त हो चुका था और फिर खुला है</translation>
    </message>
    <message>
        <source>Refused: %1 · the order is live</source>
        <translation>अस्वीकृत: %1 · ऑर्डर चालू है</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>नहीं भेजा गया: %1</translation>
    </message>
    <message>
        <source>Filled first: %1 of %2</source>
        <translation>पहले भर गया: %2 में से %1</translation>
    </message>
    <message>
        <source>Ended by itself: %1</source>
        <translation>अपने आप समाप्त: %1</translation>
    </message>
    <message>
        <source>Not proved, acknowledged by %1</source>
        <translation>सिद्ध नहीं, स्वीकार किया: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Cancel entry and its legs</source>
        <translation>एंट्री और उसके लेग रद्द करें</translation>
    </message>
    <message>
        <source>Effect unknown</source>
        <translation>असर अज्ञात</translation>
    </message>
    <message>
        <source>MAY TRADE</source>
        <translation>सौदा हो सकता है</translation>
    </message>
    <message numerus="yes">
        <source>%n cancel</source>
        <comment>orders in the button</comment>
        <translation>
            <numerusform>%n रद्द</numerusform>
            <numerusform>%n रद्द</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) with legs</source>
        <translation>
            <numerusform>%n एंट्री लेग सहित</numerusform>
            <numerusform>%n एंट्री लेग सहित</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n effect(s) unknown</source>
        <translation>
            <numerusform>%n का असर अज्ञात</numerusform>
            <numerusform>%n का असर अज्ञात</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n MAY TRADE</source>
        <translation>
            <numerusform>%n से सौदा हो सकता है</numerusform>
            <numerusform>%n से सौदे हो सकते हैं</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 filled while cancelling</source>
        <translation>रद्द करते समय %1 भरा</translation>
    </message>
    <message>
        <source>corrected by later evidence</source>
        <translation>बाद के प्रमाण से सुधारा गया</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>कतार में</translation>
    </message>
    <message>
        <source>Cancel sent, may still fill</source>
        <translation>रद्द भेजा गया, अब भी भर सकता है</translation>
    </message>
    <message>
        <source>Receipt, not proved</source>
        <translation>रसीद मिली, सिद्ध नहीं</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>अज्ञात</translation>
    </message>
    <message>
        <source>Still live</source>
        <translation>अब भी चालू</translation>
    </message>
    <message>
        <source>Refused, being verified</source>
        <translation>अस्वीकृत, जाँच हो रही है</translation>
    </message>
    <message>
        <source>Cancel refused, still open</source>
        <translation>रद्द अस्वीकृत, अब भी खुला</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>नहीं लिया गया</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>नहीं भेजा गया</translation>
    </message>
    <message>
        <source>Filled first</source>
        <translation>पहले भर गया</translation>
    </message>
    <message>
        <source>Ended by itself</source>
        <translation>अपने आप समाप्त</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>फिर खुला</translation>
    </message>
    <message>
        <source>Acknowledged, not proved</source>
        <translation>स्वीकार किया, सिद्ध नहीं</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>साइन आउट</translation>
    </message>
    <message>
        <source>too many requests</source>
        <translation>बहुत अधिक अनुरोध</translation>
    </message>
    <message>
        <source>not allowed by the broker</source>
        <translation>ब्रोकर की अनुमति नहीं</translation>
    </message>
    <message>
        <source>the order changed meanwhile</source>
        <translation>इस बीच ऑर्डर बदल गया</translation>
    </message>
    <message>
        <source>your go-ahead is too old</source>
        <translation>आपकी सहमति पुरानी हो गई</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>रोका गया</translation>
    </message>
    <message>
        <source>the journal cannot be written</source>
        <translation>जर्नल नहीं लिखा जा सकता</translation>
    </message>
    <message>
        <source>no requests left</source>
        <translation>कोई अनुरोध शेष नहीं</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>कोई कनेक्शन नहीं</translation>
    </message>
    <message>
        <source>the broker&apos;s row lacks what the request needs</source>
        <translation>ब्रोकर की पंक्ति में अनुरोध के लिए ज़रूरी जानकारी नहीं है</translation>
    </message>
    <message>
        <source>Pullcord was interrupted</source>
        <translation>Pullcord बीच में रुक गया</translation>
    </message>
    <message>
        <source>the trading day is over</source>
        <translation>कारोबारी दिन समाप्त</translation>
    </message>
    <message>
        <source>the computer slept</source>
        <translation>कंप्यूटर सो गया था</translation>
    </message>
    <message>
        <source>the order was rejected</source>
        <translation>ऑर्डर अस्वीकृत हुआ</translation>
    </message>
    <message>
        <source>the order expired</source>
        <translation>ऑर्डर की अवधि समाप्त</translation>
    </message>
    <message>
        <source>refused by the broker</source>
        <translation>ब्रोकर ने अस्वीकार किया</translation>
    </message>
    <message>
        <source>the exchange rejected the cancel</source>
        <translation>एक्सचेंज ने रद्द को अस्वीकार किया</translation>
    </message>
    <message>
        <source>no proof in time</source>
        <translation>समय पर प्रमाण नहीं</translation>
    </message>
    <message>
        <source>a cancel of it is on its way already</source>
        <translation>इसका रद्द पहले ही भेजा जा चुका है</translation>
    </message>
    <message>
        <source>it is over: %1</source>
        <translation>यह समाप्त है: %1</translation>
    </message>
    <message>
        <source>it is being cancelled already</source>
        <translation>यह पहले से रद्द हो रहा है</translation>
    </message>
    <message>
        <source>Taken, the book still shows it open</source>
        <translation>ले लिया गया, बुक में अब भी खुला है</translation>
    </message>
    <message>
        <source>Refused, reading the book</source>
        <translation>अस्वीकृत, बुक पढ़ी जा रही है</translation>
    </message>
    <message>
        <source>the other of its pair, %1, is live</source>
        <translation>इसकी जोड़ी का दूसरा ऑर्डर %1 चालू है</translation>
    </message>
    <message>
        <source>the list of trades</source>
        <translation>सौदों की सूची</translation>
    </message>
    <message>
        <source>by whom is not known: the broker had refused it before</source>
        <translation>किसने किया, यह ज्ञात नहीं: ब्रोकर ने इसे पहले अस्वीकार किया था</translation>
    </message>
    <message>
        <source>NOT CANCELLED: order %1 took its place and is live</source>
        <translation>रद्द नहीं हुआ: ऑर्डर %1 ने इसकी जगह ली है और चालू है</translation>
    </message>
</context>
<context>
    <name>ConnectionWords</name>
    <message>
        <source>not started</source>
        <translation>शुरू नहीं</translation>
    </message>
    <message>
        <source>signing in…</source>
        <translation>साइन इन हो रहा है…</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>साइन आउट</translation>
    </message>
    <message>
        <source>not reachable, showing %1</source>
        <translation>पहुँच नहीं, %1 का दिखा रहे हैं</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>पहुँच नहीं</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>लोड हो रहा है…</translation>
    </message>
    <message>
        <source>live</source>
        <translation>लाइव</translation>
    </message>
    <message>
        <source>polling</source>
        <translation>पोलिंग</translation>
    </message>
    <message>
        <source>book %1 old</source>
        <translation>बुक %1 पुरानी</translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation>लोड नहीं हुई</translation>
    </message>
    <message>
        <source>load failed, showing %1</source>
        <translation>लोड विफल, %1 की दिखा रहे हैं</translation>
    </message>
    <message>
        <source>load failed</source>
        <translation>लोड विफल</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 शेष</translation>
    </message>
    <message>
        <source>account %1</source>
        <translation>खाता %1</translation>
    </message>
    <message>
        <source>sign-in: %1</source>
        <translation>साइन इन: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be read</source>
        <translation>
            <numerusform>%n पंक्ति पढ़ी नहीं जा सकी</numerusform>
            <numerusform>%n पंक्तियाँ पढ़ी नहीं जा सकीं</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EscalationCard</name>
    <message>
        <source>Account %1, order id %2</source>
        <translation>खाता %1, ऑर्डर आईडी %2</translation>
    </message>
    <message>
        <source>Exchange order id %1</source>
        <translation>एक्सचेंज ऑर्डर आईडी %1</translation>
    </message>
    <message>
        <source>Quantity %1, filled %2, remaining %3</source>
        <translation>मात्रा %1, भरा %2, शेष %3</translation>
    </message>
    <message>
        <source>Cancel sent at %1</source>
        <translation>रद्द %1 पर भेजा गया</translation>
    </message>
    <message numerus="yes">
        <source>Please tell us the state of %n order(s) and cancel what is open:</source>
        <translation>
            <numerusform>कृपया %n ऑर्डर की स्थिति बताएँ और जो खुला है उसे रद्द करें:</numerusform>
            <numerusform>कृपया %n ऑर्डरों की स्थिति बताएँ और जो खुले हैं उन्हें रद्द करें:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderWords</name>
    <message>
        <source>bracket</source>
        <translation>ब्रैकेट</translation>
    </message>
    <message>
        <source>cover</source>
        <translation>कवर</translation>
    </message>
    <message>
        <source>after market</source>
        <translation>आफ़्टर मार्केट</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>स्प्रेड</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>एंट्री</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>स्टॉप</translation>
    </message>
    <message>
        <source>target</source>
        <translation>टारगेट</translation>
    </message>
    <message>
        <source>leg</source>
        <translation>लेग</translation>
    </message>
    <message>
        <source>%1, trigger %2</source>
        <translation>%1, ट्रिगर %2</translation>
    </message>
</context>
<context>
    <name>SelectionWords</name>
    <message>
        <source>%1 remaining</source>
        <translation>%1 शेष</translation>
    </message>
    <message>
        <source>value %1</source>
        <translation>मूल्य %1</translation>
    </message>
    <message>
        <source>some without a price</source>
        <translation>कुछ बिना भाव के</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n order(s)</source>
        <translation>
            <numerusform>%n ऑर्डर रद्द करें</numerusform>
            <numerusform>%n ऑर्डर रद्द करें</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel %1: %2</source>
        <translation>%1 रद्द करें: %2</translation>
    </message>
    <message>
        <source>Select the orders to cancel</source>
        <translation>रद्द करने के लिए ऑर्डर चुनें</translation>
    </message>
    <message>
        <source>What is selected is being cancelled already</source>
        <translation>चुने हुए ऑर्डर पहले से रद्द हो रहे हैं</translation>
    </message>
    <message>
        <source>What is selected is over</source>
        <translation>चुने हुए ऑर्डर समाप्त हो चुके हैं</translation>
    </message>
</context>
<context>
    <name>TableWords</name>
    <message>
        <source>No connection yet</source>
        <translation>अभी कोई कनेक्शन नहीं</translation>
    </message>
    <message>
        <source>Add the broker whose orders you want to see, or try everything on the practice venue first.</source>
        <translation>जिस ब्रोकर के ऑर्डर देखने हैं उसे जोड़ें, या पहले अभ्यास बाज़ार पर सब आज़माएँ।</translation>
    </message>
    <message>
        <source>Add a connection…</source>
        <translation>कनेक्शन जोड़ें…</translation>
    </message>
    <message>
        <source>Open the practice venue</source>
        <translation>अभ्यास बाज़ार खोलें</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>लोड नहीं हुआ</translation>
    </message>
    <message>
        <source>Not loaded: signed out</source>
        <translation>लोड नहीं हुआ: साइन आउट</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>साइन इन करें…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>No open orders (as of %1)</source>
        <translation>कोई खुला ऑर्डर नहीं (%1 तक)</translation>
    </message>
    <message>
        <source>Nothing is being cancelled (as of %1)</source>
        <translation>कुछ रद्द नहीं हो रहा (%1 तक)</translation>
    </message>
    <message>
        <source>No closed orders (as of %1)</source>
        <translation>कोई बंद ऑर्डर नहीं (%1 तक)</translation>
    </message>
    <message>
        <source>Nothing was refused (as of %1)</source>
        <translation>कुछ अस्वीकृत नहीं हुआ (%1 तक)</translation>
    </message>
    <message>
        <source>No orders (as of %1)</source>
        <translation>कोई ऑर्डर नहीं (%1 तक)</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n order(s)</source>
        <translation>
            <numerusform>फ़िल्टर %n ऑर्डर छिपा रहा है</numerusform>
            <numerusform>फ़िल्टर %n ऑर्डर छिपा रहा है</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>लोड हो रहा है…</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Something went wrong inside Pullcord.</source>
        <translation>Pullcord के भीतर कुछ गड़बड़ हुई।</translation>
    </message>
    <message>
        <source>This cannot be done.</source>
        <translation>यह नहीं हो सकता।</translation>
    </message>
    <message>
        <source>The broker cannot be reached.</source>
        <translation>ब्रोकर तक पहुँच नहीं।</translation>
    </message>
    <message>
        <source>The broker did not answer in time.</source>
        <translation>ब्रोकर ने समय पर उत्तर नहीं दिया।</translation>
    </message>
    <message>
        <source>No secure connection to the broker could be made.</source>
        <translation>ब्रोकर से सुरक्षित कनेक्शन नहीं बन सका।</translation>
    </message>
    <message>
        <source>Signed out: the broker does not accept the sign-in.</source>
        <translation>साइन आउट: ब्रोकर साइन इन स्वीकार नहीं कर रहा।</translation>
    </message>
    <message>
        <source>The broker says: too many requests.</source>
        <translation>ब्रोकर कहता है: बहुत अधिक अनुरोध।</translation>
    </message>
    <message>
        <source>The broker does not allow this call.</source>
        <translation>ब्रोकर इस अनुरोध की अनुमति नहीं देता।</translation>
    </message>
    <message>
        <source>The broker refused.</source>
        <translation>ब्रोकर ने अस्वीकार किया।</translation>
    </message>
    <message>
        <source>The broker&apos;s answer makes no sense.</source>
        <translation>ब्रोकर का उत्तर समझ में नहीं आया।</translation>
    </message>
    <message>
        <source>Cannot write to the disk.</source>
        <translation>डिस्क पर नहीं लिखा जा सकता।</translation>
    </message>
    <message>
        <source>The keychain did not do it.</source>
        <translation>कीचेन ने यह नहीं किया।</translation>
    </message>
    <message>
        <source>It is not there.</source>
        <translation>यह वहाँ नहीं है।</translation>
    </message>
    <message>
        <source>Another Pullcord has the engine.</source>
        <translation>इंजन किसी दूसरे Pullcord के पास है।</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 से</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 मि</translation>
    </message>
    <message>
        <source>%1 h %2 m</source>
        <translation>%1 घं %2 मि</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n दिन</numerusform>
            <numerusform>%n दिन</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 मि.से</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>This window only shows: %1. Cancels are off.</source>
        <translation>यह विंडो केवल दिखाती है: %1। रद्द करना बंद है।</translation>
    </message>
    <message>
        <source>The practice venue could not be opened.</source>
        <translation>अभ्यास बाज़ार नहीं खुल सका।</translation>
    </message>
</context>
<context>
    <name>ui::AcknowledgeDialog</name>
    <message>
        <source>Acknowledge without proof</source>
        <translation>बिना प्रमाण स्वीकार करें</translation>
    </message>
    <message>
        <source>%1 at %2 was never proved cancelled. It may still be open, or have filled. Pullcord stops asking about it; your name and reason go into the journal.</source>
        <translation>%2 पर %1 का रद्द होना कभी सिद्ध नहीं हुआ। यह अब भी खुला हो सकता है, या भर चुका हो सकता है। Pullcord इसके बारे में पूछना बंद कर देगा; आपका नाम और कारण जर्नल में लिखे जाएँगे।</translation>
    </message>
    <message>
        <source>Who said what, and when</source>
        <translation>किसने क्या और कब कहा</translation>
    </message>
    <message>
        <source>Keep watching</source>
        <translation>नज़र रखते रहें</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>आपका नाम (&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>कारण (&amp;R)</translation>
    </message>
</context>
<context>
    <name>ui::ActionBar</name>
    <message>
        <source>Cancel all open…</source>
        <translation>सभी खुले रद्द करें…</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n चुना गया</numerusform>
            <numerusform>%n चुने गए</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel all shown…</source>
        <translation>जो दिख रहे हैं सब रद्द करें…</translation>
    </message>
</context>
<context>
    <name>ui::ActivityPanel</name>
    <message>
        <source>Journal, newest first</source>
        <translation>जर्नल, नया सबसे ऊपर</translation>
    </message>
</context>
<context>
    <name>ui::AlarmWatch</name>
    <message>
        <source>BOUGHT %1 %2 while cancelling</source>
        <translation>रद्द करते समय %1 %2 खरीदा गया</translation>
    </message>
    <message>
        <source>SOLD %1 %2 while cancelling</source>
        <translation>रद्द करते समय %1 %2 बिका</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%2 पर %1</translation>
    </message>
    <message>
        <source>OPEN AGAIN after its end</source>
        <translation>समाप्त होकर फिर खुला</translation>
    </message>
    <message>
        <source>The journal cannot be written: nothing is sent until it can. %1</source>
        <translation>जर्नल नहीं लिखा जा सकता: जब तक न लिखा जाए, कुछ नहीं भेजा जाएगा। %1</translation>
    </message>
    <message>
        <source>Show the order</source>
        <translation>ऑर्डर दिखाएँ</translation>
    </message>
    <message>
        <source>%1 is signed out: its book grows old and nothing is sent.</source>
        <translation>%1 साइन आउट है: उसकी बुक पुरानी हो रही है और कुछ नहीं भेजा जाता।</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>साइन इन करें…</translation>
    </message>
    <message numerus="yes">
        <source>The sign-in to %1 ends in %n minute(s) at the latest.</source>
        <translation>
            <numerusform>%1 का साइन इन अधिक से अधिक %n मिनट में समाप्त होगा।</numerusform>
            <numerusform>%1 का साइन इन अधिक से अधिक %n मिनट में समाप्त होगा।</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BannerArea</name>
    <message>
        <source>Dismiss</source>
        <translation>हटाएँ</translation>
    </message>
    <message numerus="yes">
        <source>%n more below these</source>
        <translation>
            <numerusform>इनके नीचे %n और</numerusform>
            <numerusform>इनके नीचे %n और</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BatchBar</name>
    <message>
        <source>What has left goes on; the rest stays here and is told as not sent.</source>
        <translation>जो जा चुका है वह चलता रहेगा; बाक़ी यहीं रहेगा और “नहीं भेजा गया” बताया जाएगा।</translation>
    </message>
    <message>
        <source>Asks first, and reads the orders anew before anything leaves.</source>
        <translation>पहले पूछता है, और कुछ भी भेजने से पहले ऑर्डर फिर से पढ़ता है।</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>आगे बढ़ें</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>विराम दें</translation>
    </message>
    <message>
        <source>Lets the rest of the batch leave.</source>
        <translation>बैच के बाक़ी ऑर्डर जाने देता है।</translation>
    </message>
    <message>
        <source>What has not left waits; what was agreed to still runs out.</source>
        <translation>जो नहीं गया वह प्रतीक्षा करता है; आपकी सहमति की अवधि चलती रहती है।</translation>
    </message>
    <message numerus="yes">
        <source>Stop %n unsent</source>
        <translation>
            <numerusform>%n न भेजे गए रोकें</numerusform>
            <numerusform>%n न भेजे गए रोकें</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %n refused</source>
        <translation>
            <numerusform>अस्वीकृत %n फिर भेजें</numerusform>
            <numerusform>अस्वीकृत %n फिर भेजें</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BookNotice</name>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>%1: signed out, showing %2</source>
        <translation>%1: साइन आउट, %2 की दिखा रहे हैं</translation>
    </message>
</context>
<context>
    <name>ui::CancelFlow</name>
    <message>
        <source>the orders are gone</source>
        <translation>ऑर्डर अब नहीं हैं</translation>
    </message>
    <message>
        <source>Nothing can be cancelled: %1.</source>
        <translation>कुछ रद्द नहीं हो सकता: %1।</translation>
    </message>
    <message>
        <source>Nothing was sent: %1</source>
        <translation>कुछ नहीं भेजा गया: %1</translation>
    </message>
</context>
<context>
    <name>ui::CancelsPanel</name>
    <message>
        <source>Cancels and their proofs</source>
        <translation>रद्द और उनके प्रमाण</translation>
    </message>
    <message>
        <source>No cancels in this run. What you cancel is followed here until the broker&apos;s book proves it.</source>
        <translation>इस बार अभी कुछ रद्द नहीं किया गया। आप जो रद्द करेंगे उस पर यहाँ नज़र रहेगी, जब तक ब्रोकर की बुक उसे सिद्ध न कर दे।</translation>
    </message>
</context>
<context>
    <name>ui::CategoryBar</name>
    <message>
        <source>Open</source>
        <translation>खुले</translation>
    </message>
    <message>
        <source>Being cancelled</source>
        <translation>रद्द हो रहे</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>अस्वीकृत</translation>
    </message>
    <message>
        <source>All</source>
        <translation>सभी</translation>
    </message>
    <message>
        <source>Which orders are shown</source>
        <translation>कौन से ऑर्डर दिख रहे हैं</translation>
    </message>
</context>
<context>
    <name>ui::CellText</name>
    <message>
        <source>The broker&apos;s: %1</source>
        <translation>ब्रोकर का: %1</translation>
    </message>
    <message>
        <source>The broker says: %1</source>
        <translation>ब्रोकर कहता है: %1</translation>
    </message>
    <message>
        <source>Cancelling this leg may trade at market</source>
        <translation>इस लेग को रद्द करने से बाज़ार भाव पर सौदा हो सकता है</translation>
    </message>
    <message>
        <source>What cancelling this would do is not known</source>
        <translation>इसे रद्द करने का असर ज्ञात नहीं</translation>
    </message>
    <message>
        <source>%1 %2 of %3 %4</source>
        <comment>Sell 50 of 75 INFY-EQ</comment>
        <translation>%1 %4, %3 में से %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>limit 1,510.00</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>not up to date</source>
        <translation>ताज़ा नहीं</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>रेगुलर</translation>
    </message>
    <message>
        <source>Bracket</source>
        <translation>ब्रैकेट</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>कवर</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>स्प्रेड</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>एंट्री</translation>
    </message>
    <message>
        <source>Stop · %1</source>
        <translation>स्टॉप · %1</translation>
    </message>
    <message>
        <source>Target · %1</source>
        <translation>टारगेट · %1</translation>
    </message>
    <message>
        <source>BUY</source>
        <translation>खरीद</translation>
    </message>
    <message>
        <source>SELL</source>
        <translation>बिक्री</translation>
    </message>
    <message>
        <source>SHORT</source>
        <translation>शॉर्ट</translation>
    </message>
    <message>
        <source>Pair · %1</source>
        <translation>जोड़ी · %1</translation>
    </message>
    <message>
        <source>One of a pair with order %1: when one executes, the exchange drops the other. Cancelling one leaves the other working.</source>
        <translation>ऑर्डर %1 के साथ जोड़ी: एक पूरा हो तो एक्सचेंज दूसरे को हटा देता है। एक रद्द करने पर दूसरा चालू रहता है।</translation>
    </message>
</context>
<context>
    <name>ui::CodeDialog</name>
    <message>
        <source>Sign in to %1</source>
        <translation>%1 में साइन इन करें</translation>
    </message>
    <message>
        <source>%1 asks for the code of your second factor.</source>
        <translation>%1 आपके दूसरे सत्यापन का कोड माँगता है।</translation>
    </message>
    <message>
        <source>%1 asks for the code of your second factor (%2).</source>
        <translation>%1 आपके दूसरे सत्यापन (%2) का कोड माँगता है।</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>कोड</translation>
    </message>
</context>
<context>
    <name>ui::ConfirmDialog</name>
    <message numerus="yes">
        <source>%n accounts</source>
        <translation>
            <numerusform>%n खाता</numerusform>
            <numerusform>%n खाते</numerusform>
        </translation>
    </message>
    <message>
        <source>The orders that will be cancelled</source>
        <translation>जो ऑर्डर रद्द होंगे</translation>
    </message>
    <message>
        <source>The number of orders</source>
        <translation>ऑर्डरों की संख्या</translation>
    </message>
    <message>
        <source>Keep orders</source>
        <translation>ऑर्डर रहने दें</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n order(s) at %1</source>
        <translation>
            <numerusform>%1 पर %n ऑर्डर रद्द करें</numerusform>
            <numerusform>%1 पर %n ऑर्डर रद्द करें</numerusform>
        </translation>
    </message>
    <message>
        <source>These orders and no others.</source>
        <translation>केवल यही ऑर्डर, और कोई नहीं।</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) arrived after you opened this and are not included.</source>
        <translation>
            <numerusform>%n ऑर्डर यह खोलने के बाद आया और शामिल नहीं है।</numerusform>
            <numerusform>%n ऑर्डर यह खोलने के बाद आए और शामिल नहीं हैं।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n order(s)</source>
        <translation>
            <numerusform>%n ऑर्डर रद्द करें</numerusform>
            <numerusform>%n ऑर्डर रद्द करें</numerusform>
        </translation>
    </message>
    <message>
        <source>This is a lot: hold the button for a second, or type %1 here.</source>
        <translation>यह बहुत है: बटन को एक सेकंड दबाए रखें, या यहाँ %1 लिखें।</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s), under a second</source>
        <translation>
            <numerusform>%n अनुरोध, एक सेकंड से कम</numerusform>
            <numerusform>%n अनुरोध, एक सेकंड से कम</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s), about %1</source>
        <translation>
            <numerusform>%n अनुरोध, लगभग %1</numerusform>
            <numerusform>%n अनुरोध, लगभग %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left this hour</source>
        <translation>इस घंटे %1 शेष</translation>
    </message>
    <message>
        <source>Nothing would be sent.</source>
        <translation>कुछ नहीं भेजा जाएगा।</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionChip</name>
    <message>
        <source>Sign in…</source>
        <translation>साइन इन करें…</translation>
    </message>
    <message>
        <source>Check…</source>
        <translation>जाँचें…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>बदलें…</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionForm</name>
    <message>
        <source>&amp;Broker</source>
        <translation>ब्रोकर (&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>नाम (&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>पता (&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Client id</source>
        <translation>क्लाइंट आईडी (&amp;C)</translation>
    </message>
    <message>
        <source>&amp;OMS id</source>
        <translation>OMS आईडी (&amp;O)</translation>
    </message>
    <message>
        <source>Acco&amp;unt id</source>
        <translation>खाता आईडी (&amp;U)</translation>
    </message>
    <message>
        <source>Use&amp;r id</source>
        <translation>यूज़र आईडी (&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>गुप्त कुंजी (&amp;S)</translation>
    </message>
    <message>
        <source>A session token, or {&quot;api_key&quot;, &quot;api_secret&quot;}, or {&quot;user&quot;, &quot;password&quot;}.</source>
        <translation>सेशन टोकन, या {&quot;api_key&quot;, &quot;api_secret&quot;}, या {&quot;user&quot;, &quot;password&quot;}।</translation>
    </message>
    <message>
        <source>The access token from the broker&apos;s login page.</source>
        <translation>ब्रोकर के लॉगिन पेज का एक्सेस टोकन।</translation>
    </message>
    <message>
        <source>There is a connection of this name already.</source>
        <translation>इस नाम का कनेक्शन पहले से है।</translation>
    </message>
    <message>
        <source>Up to 32 letters, digits, points, hyphens and underscores, please.</source>
        <translation>कृपया अधिक से अधिक 32 अंग्रेज़ी अक्षर, अंक, बिंदु, हाइफ़न और अंडरस्कोर।</translation>
    </message>
    <message>
        <source>This is no address.</source>
        <translation>यह कोई पता नहीं है।</translation>
    </message>
    <message>
        <source>No user name, password or query in the address, please.</source>
        <translation>कृपया पते में यूज़र नाम, पासवर्ड या क्वेरी न लिखें।</translation>
    </message>
    <message>
        <source>Only https and wss are safe; plain http is for this computer alone.</source>
        <translation>केवल https और wss सुरक्षित हैं; सादा http केवल इसी कंप्यूटर के लिए है।</translation>
    </message>
    <message>
        <source>&amp;Private CA</source>
        <translation>निजी CA (&amp;P)</translation>
    </message>
    <message>
        <source>Bro&amp;wse...</source>
        <translation>ब्राउज़ करें... (&amp;W)</translation>
    </message>
    <message>
        <source>None: the system&apos;s authorities alone</source>
        <translation>कोई नहीं: केवल सिस्टम के प्रमाणक</translation>
    </message>
    <message>
        <source>Certificates (PEM) of authorities that this connection trusts besides the system&apos;s.</source>
        <translation>उन प्रमाणकों के प्रमाणपत्र (PEM) जिन पर यह कनेक्शन सिस्टम के प्रमाणकों के अलावा भरोसा करता है।</translation>
    </message>
    <message>
        <source>Private CA</source>
        <translation>निजी CA</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>प्रमाणपत्र (*.pem *.crt *.cer);;सभी फ़ाइलें (*)</translation>
    </message>
    <message>
        <source>The whole path of the file, please.</source>
        <translation>कृपया फ़ाइल का पूरा पथ दें।</translation>
    </message>
    <message>
        <source>This file cannot be read, or holds no certificate.</source>
        <translation>यह फ़ाइल पढ़ी नहीं जा सकती, या इसमें कोई प्रमाणपत्र नहीं है।</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionsDialog</name>
    <message>
        <source>&amp;Add a connection</source>
        <translation>कनेक्शन जोड़ें (&amp;A)</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>सहेजें (&amp;V)</translation>
    </message>
    <message>
        <source>Chec&amp;k</source>
        <translation>जाँचें (&amp;K)</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>हटाएँ (&amp;M)…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>बंद करें (&amp;L)</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>कनेक्शन</translation>
    </message>
    <message>
        <source>There is no keychain on this computer: secrets stay in memory until you quit, and are asked for again at the next start.</source>
        <translation>इस कंप्यूटर पर कीचेन नहीं है: गुप्त कुंजियाँ बंद करने तक मेमोरी में रहेंगी, और अगली बार फिर पूछी जाएँगी।</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>जोड़ें (&amp;D)</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>सहेजा जा रहा है…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>सहेजा गया।</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>जाँच हो रही है…</translation>
    </message>
    <message>
        <source>✓ good</source>
        <translation>✓ ठीक</translation>
    </message>
    <message>
        <source>✗ not good</source>
        <translation>✗ ठीक नहीं</translation>
    </message>
    <message>
        <source>Remove a connection</source>
        <translation>कनेक्शन हटाएँ</translation>
    </message>
    <message>
        <source>Remove “%1” and its secret? Its journal stays. Cancels that have no end yet stay unresolved.</source>
        <translation>“%1” और उसकी गुप्त कुंजी हटाएँ? उसका जर्नल बना रहेगा। जिन रद्दों का अंत नहीं हुआ वे अनसुलझे रहेंगे।</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 हटाएँ</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>रहने दें</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>हटाया गया।</translation>
    </message>
    <message>
        <source>address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>sign-in</source>
        <translation>साइन इन</translation>
    </message>
    <message>
        <source>book</source>
        <translation>बुक</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>घड़ी</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>गुप्त कुंजी</translation>
    </message>
</context>
<context>
    <name>ui::DetailsPanel</name>
    <message>
        <source>Ask for history</source>
        <translation>इतिहास माँगें</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>आईडी कॉपी करें</translation>
    </message>
    <message>
        <source>The order&apos;s fields</source>
        <translation>ऑर्डर के विवरण</translation>
    </message>
    <message>
        <source>Copy fields</source>
        <translation>विवरण कॉपी करें</translation>
    </message>
    <message>
        <source>The broker&apos;s history of the order</source>
        <translation>ऑर्डर का ब्रोकर वाला इतिहास</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>भरा</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>भाव</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>Our journal for the order</source>
        <translation>ऑर्डर के लिए हमारा जर्नल</translation>
    </message>
    <message>
        <source>Our journal for this order</source>
        <translation>इस ऑर्डर के लिए हमारा जर्नल</translation>
    </message>
    <message>
        <source>The broker&apos;s own text</source>
        <translation>ब्रोकर का अपना पाठ</translation>
    </message>
    <message>
        <source>As the broker wrote it</source>
        <translation>जैसा ब्रोकर ने लिखा</translation>
    </message>
    <message>
        <source>Copy raw</source>
        <translation>मूल पाठ कॉपी करें</translation>
    </message>
    <message>
        <source>Select one order to see all of it</source>
        <translation>पूरा देखने के लिए एक ऑर्डर चुनें</translation>
    </message>
    <message>
        <source>The broker&apos;s history</source>
        <translation>ब्रोकर का इतिहास</translation>
    </message>
    <message>
        <source>Asking the broker…</source>
        <translation>ब्रोकर से पूछा जा रहा है…</translation>
    </message>
    <message numerus="yes">
        <source>The broker&apos;s history: %n row(s)</source>
        <translation>
            <numerusform>ब्रोकर का इतिहास: %n पंक्ति</numerusform>
            <numerusform>ब्रोकर का इतिहास: %n पंक्तियाँ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Dock</name>
    <message>
        <source>What is shown under the table</source>
        <translation>तालिका के नीचे क्या दिखे</translation>
    </message>
    <message>
        <source>Cancels</source>
        <translation>रद्द</translation>
    </message>
    <message>
        <source>Unresolved</source>
        <translation>अनसुलझे</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>गतिविधि</translation>
    </message>
    <message>
        <source>Order details</source>
        <translation>ऑर्डर विवरण</translation>
    </message>
    <message>
        <source>Unresolved (%1)</source>
        <translation>अनसुलझे (%1)</translation>
    </message>
</context>
<context>
    <name>ui::EnvironmentBadge</name>
    <message>
        <source>LIVE</source>
        <translation>असली</translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation>अभ्यास</translation>
    </message>
    <message>
        <source>Real orders at a real broker.</source>
        <translation>असली ब्रोकर पर असली ऑर्डर।</translation>
    </message>
    <message>
        <source>The practice venue on this computer. Nothing here is real.</source>
        <translation>इस कंप्यूटर का अभ्यास बाज़ार। यहाँ कुछ भी असली नहीं है।</translation>
    </message>
</context>
<context>
    <name>ui::JournalModel</name>
    <message>
        <source>Time</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>What</source>
        <translation>क्या</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>कनेक्शन</translation>
    </message>
    <message>
        <source>Order id</source>
        <translation>ऑर्डर आईडी</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>विवरण</translation>
    </message>
</context>
<context>
    <name>ui::MainActions</name>
    <message>
        <source>&amp;Connections…</source>
        <translation>कनेक्शन (&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>सेटिंग (&amp;S)…</translation>
    </message>
    <message>
        <source>S&amp;earch</source>
        <translation>खोजें (&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Order book</source>
        <translation>ऑर्डर बुक (&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>ताज़ा करें (&amp;R)</translation>
    </message>
    <message>
        <source>Select &amp;all that can be cancelled</source>
        <translation>जो रद्द हो सकते हैं सब चुनें (&amp;A)</translation>
    </message>
    <message>
        <source>Co&amp;py rows</source>
        <translation>पंक्तियाँ कॉपी करें (&amp;P)</translation>
    </message>
    <message>
        <source>E&amp;xport what is shown…</source>
        <translation>जो दिख रहा है निर्यात करें (&amp;X)…</translation>
    </message>
    <message>
        <source>Order &amp;details</source>
        <translation>ऑर्डर विवरण (&amp;D)</translation>
    </message>
    <message>
        <source>Cancel se&amp;lected…</source>
        <translation>चुने हुए रद्द करें (&amp;L)…</translation>
    </message>
    <message>
        <source>Cancel all ope&amp;n…</source>
        <translation>सभी खुले रद्द करें (&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>बाहर निकलें (&amp;Q)</translation>
    </message>
    <message>
        <source>Clear the searc&amp;h</source>
        <translation>खोज हटाएँ (&amp;H)</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Export what is shown</source>
        <translation>जो दिख रहा है निर्यात करें</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>तालिकाएँ (*.csv)</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>%1 में निर्यात किया गया</translation>
    </message>
    <message>
        <source>Nothing was exported: %1</source>
        <translation>कुछ निर्यात नहीं हुआ: %1</translation>
    </message>
    <message>
        <source>book %1 old</source>
        <translation>बुक %1 पुरानी</translation>
    </message>
    <message numerus="yes">
        <source>%n open order(s)</source>
        <translation>
            <numerusform>%n खुला ऑर्डर</numerusform>
            <numerusform>%n खुले ऑर्डर</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::OrderColumns</name>
    <message>
        <source>Status</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>आयु</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>दिशा</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>सिंबल</translation>
    </message>
    <message>
        <source>Exch</source>
        <translation>एक्स.</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>प्रोडक्ट</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>लेग</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>मात्रा</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>भरा</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>शेष</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>भाव</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>ट्रिगर</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>वैधता</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>खाता</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>कनेक्शन</translation>
    </message>
    <message>
        <source>Order id</source>
        <translation>ऑर्डर आईडी</translation>
    </message>
    <message>
        <source>Exchange order id</source>
        <translation>एक्सचेंज ऑर्डर आईडी</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
</context>
<context>
    <name>ui::OrderDelegate</name>
    <message numerus="yes">
        <source>%n leg(s)</source>
        <translation>
            <numerusform>%n लेग</numerusform>
            <numerusform>%n लेग</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::OrderFieldsModel</name>
    <message>
        <source>Status</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>If cancelled</source>
        <translation>रद्द करने पर</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>दिशा</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>सिंबल</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>एक्सचेंज</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>लेग</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>प्रोडक्ट</translation>
    </message>
    <message>
        <source>Order type</source>
        <translation>ऑर्डर प्रकार</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>वैधता</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>मात्रा</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>भरा</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>शेष</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>भाव</translation>
    </message>
    <message>
        <source>Trigger price</source>
        <translation>ट्रिगर भाव</translation>
    </message>
    <message>
        <source>Average price</source>
        <translation>औसत भाव</translation>
    </message>
    <message>
        <source>Value of the rest</source>
        <translation>शेष का मूल्य</translation>
    </message>
    <message>
        <source>Placed at</source>
        <translation>लगाने का समय</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>कनेक्शन</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>खाता</translation>
    </message>
    <message>
        <source>Order id</source>
        <translation>ऑर्डर आईडी</translation>
    </message>
    <message>
        <source>Exchange order id</source>
        <translation>एक्सचेंज ऑर्डर आईडी</translation>
    </message>
    <message>
        <source>Client order id</source>
        <translation>क्लाइंट ऑर्डर आईडी</translation>
    </message>
    <message>
        <source>Basket id</source>
        <translation>बास्केट आईडी</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>मोड</translation>
    </message>
    <message>
        <source>In no list since</source>
        <translation>किसी सूची में नहीं, कब से</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Pullcord</source>
        <translation>Pullcord</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>ब्रोकर</translation>
    </message>
    <message>
        <source>Other of the pair</source>
        <translation>जोड़ी का दूसरा</translation>
    </message>
    <message>
        <source>Took the place of</source>
        <translation>जिसकी जगह ली</translation>
    </message>
</context>
<context>
    <name>ui::OrderHeader</name>
    <message>
        <source>Columns as at first</source>
        <translation>कॉलम पहले जैसे</translation>
    </message>
</context>
<context>
    <name>ui::OrderTreeModel</name>
    <message>
        <source>Selected</source>
        <translation>चुना हुआ</translation>
    </message>
    <message>
        <source>Local time, %1</source>
        <translation>स्थानीय समय, %1</translation>
    </message>
</context>
<context>
    <name>ui::OrderView</name>
    <message>
        <source>Orders</source>
        <translation>ऑर्डर</translation>
    </message>
</context>
<context>
    <name>ui::PlanDelegate</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2 में से %1</translation>
    </message>
    <message numerus="yes">
        <source>— %n order(s)</source>
        <translation>
            <numerusform>— %n ऑर्डर</numerusform>
            <numerusform>— %n ऑर्डर</numerusform>
        </translation>
    </message>
    <message>
        <source>the broker should drop the legs; Pullcord watches them</source>
        <translation>लेग ब्रोकर को हटाने चाहिए; Pullcord उन पर नज़र रखता है</translation>
    </message>
</context>
<context>
    <name>ui::PlanModel</name>
    <message>
        <source>%1 short %2</source>
        <translation>%1 शॉर्ट %2</translation>
    </message>
    <message>
        <source>%1 long %2</source>
        <translation>%1 लॉन्ग %2</translation>
    </message>
    <message>
        <source>The book is %1 old: what you see may have changed.</source>
        <translation>बुक %1 पुरानी है: जो दिख रहा है वह बदल चुका हो सकता है।</translation>
    </message>
    <message>
        <source>Will not be sent</source>
        <translation>नहीं भेजे जाएँगे</translation>
    </message>
    <message>
        <source>Send this one too. It has filled in part: its legs protect what was bought or sold, and Pullcord cannot know whether they stay.</source>
        <translation>इसे भी भेजें। यह आंशिक रूप से भर चुका है: इसके लेग खरीदे या बेचे गए हिस्से की सुरक्षा करते हैं, और वे रहेंगे या नहीं यह Pullcord नहीं जान सकता।</translation>
    </message>
    <message>
        <source>Send this one too. Pullcord cannot know what the broker does with it.</source>
        <translation>इसे भी भेजें। ब्रोकर इसका क्या करेगा यह Pullcord नहीं जान सकता।</translation>
    </message>
    <message>
        <source>Send this one too. The broker may exit the position at market, or leave %1 without a stop. Pullcord cannot know which.</source>
        <translation>इसे भी भेजें। ब्रोकर पोज़िशन को बाज़ार भाव पर काट सकता है, या %1 को बिना स्टॉप छोड़ सकता है। कौन सा, यह Pullcord नहीं जान सकता।</translation>
    </message>
    <message>
        <source>Send this one too. The broker may exit the position at market. Pullcord cannot know.</source>
        <translation>इसे भी भेजें। ब्रोकर पोज़िशन को बाज़ार भाव पर काट सकता है। Pullcord यह नहीं जान सकता।</translation>
    </message>
    <message>
        <source>on its way already, will be watched</source>
        <translation>पहले ही भेजा जा चुका, नज़र रहेगी</translation>
    </message>
    <message>
        <source>%1 filled</source>
        <translation>%1 भरा</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>%1 से खुला</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n ऑर्डर</numerusform>
            <numerusform>%n ऑर्डर</numerusform>
        </translation>
    </message>
    <message>
        <source>Not included any more: %1</source>
        <translation>अब शामिल नहीं: %1</translation>
    </message>
    <message>
        <source>%1 filled meanwhile</source>
        <translation>इस बीच %1 भरा</translation>
    </message>
    <message>
        <source>over meanwhile: %1</source>
        <translation>इस बीच समाप्त: %1</translation>
    </message>
    <message>
        <source>being cancelled meanwhile</source>
        <translation>इस बीच रद्द हो रहा</translation>
    </message>
    <message>
        <source>changed meanwhile: %1</source>
        <translation>इस बीच बदला: %1</translation>
    </message>
    <message>
        <source>gone from the book</source>
        <translation>बुक में नहीं रहा</translation>
    </message>
    <message numerus="yes">
        <source>with %n leg(s)</source>
        <translation>
            <numerusform>%n लेग सहित</numerusform>
            <numerusform>%n लेग सहित</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 may lose its only stop.</source>
        <translation>%1 का एकमात्र स्टॉप हट सकता है।</translation>
    </message>
    <message>
        <source>%1: one of a pair. Order %2, the other of it, goes on working alone.</source>
        <translation>%1: एक जोड़ी में से एक। उसका दूसरा ऑर्डर %2 अकेला चालू रहेगा।</translation>
    </message>
</context>
<context>
    <name>ui::ProofDelegate</name>
    <message>
        <source>Filled first</source>
        <translation>पहले भर गया</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>अस्वीकृत</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>समाप्त</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>स्वीकार किया</translation>
    </message>
    <message>
        <source>Proved</source>
        <translation>सिद्ध</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>कतार में</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>नहीं भेजा गया</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>भेजा</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>रसीद</translation>
    </message>
</context>
<context>
    <name>ui::SearchField</name>
    <message>
        <source>Search orders</source>
        <translation>ऑर्डर खोजें</translation>
    </message>
    <message>
        <source>Words match any text; side:sell, symbol:NIFTY*, price&gt;100, age&gt;5m match one field; a minus negates.</source>
        <translation>शब्द किसी भी पाठ से मिलते हैं; side:sell, symbol:NIFTY*, price&gt;100, age&gt;5m किसी एक कॉलम से; ऋण चिह्न उलट देता है।</translation>
    </message>
    <message>
        <source>Search: side:sell age&gt;5m</source>
        <translation>खोज: side:sell age&gt;5m</translation>
    </message>
    <message>
        <source>What is wrong with the search</source>
        <translation>खोज में क्या गलत है</translation>
    </message>
    <message>
        <source>%1 · the table keeps the search before</source>
        <translation>%1 · तालिका पिछली खोज पर बनी है</translation>
    </message>
</context>
<context>
    <name>ui::SecretField</name>
    <message>
        <source>Secret, write only</source>
        <translation>गुप्त कुंजी, केवल लिखने के लिए</translation>
    </message>
    <message>
        <source>A secret is stored. Type to replace it.</source>
        <translation>गुप्त कुंजी सहेजी हुई है। बदलने के लिए लिखें।</translation>
    </message>
    <message>
        <source>No secret is stored.</source>
        <translation>कोई गुप्त कुंजी सहेजी नहीं है।</translation>
    </message>
</context>
<context>
    <name>ui::SettingsDialog</name>
    <message>
        <source>&amp;Save</source>
        <translation>सहेजें (&amp;S)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>सेटिंग</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>सिस्टम जैसा</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>हल्का</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>गहरा</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>उच्च कंट्रास्ट</translation>
    </message>
    <message>
        <source>Standard (Delete, F5)</source>
        <translation>मानक (Delete, F5)</translation>
    </message>
    <message>
        <source>Dealer (Shift+F1, Shift+F3, F3, Ctrl+R)</source>
        <translation>डीलर (Shift+F1, Shift+F3, F3, Ctrl+R)</translation>
    </message>
    <message>
        <source>One regular order is cancelled by the key alone, without the dialog</source>
        <translation>एक रेगुलर ऑर्डर केवल कुंजी से रद्द हो, बिना पूछे</translation>
    </message>
    <message>
        <source>Leave as it &amp;was</source>
        <translation>जैसा था रहने दें (&amp;W)</translation>
    </message>
    <message>
        <source>What may trade always asks.</source>
        <translation>जिससे सौदा हो सकता है उसके लिए हमेशा पूछा जाता है।</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>भाषा अगली बार खोलने पर बदलेगी।</translation>
    </message>
    <message>
        <source>&amp;Looks</source>
        <translation>रूप (&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>कुंजियाँ (&amp;K)</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>भाषा (&amp;A)</translation>
    </message>
    <message>
        <source>Type the count or hold, above &amp;orders</source>
        <translation>इतने से अधिक ऑर्डर हों तो संख्या लिखें या दबाए रखें (&amp;O)</translation>
    </message>
    <message>
        <source>… or above this &amp;value in one currency</source>
        <translation>… या एक मुद्रा में इस मूल्य से अधिक हो (&amp;V)</translation>
    </message>
    <message>
        <source>A number, please.</source>
        <translation>कृपया कोई संख्या लिखें।</translation>
    </message>
</context>
<context>
    <name>ui::SignInDialog</name>
    <message>
        <source>Sign in to %1</source>
        <translation>%1 में साइन इन करें</translation>
    </message>
    <message>
        <source>Paste the access token from the broker&apos;s login page.</source>
        <translation>ब्रोकर के लॉगिन पेज का एक्सेस टोकन यहाँ चिपकाएँ।</translation>
    </message>
</context>
<context>
    <name>ui::SignInLayout</name>
    <message>
        <source>Not now</source>
        <translation>अभी नहीं</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>साइन इन करें</translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message>
        <source>a second</source>
        <translation>एक सेकंड</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>एक मिनट</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>एक घंटे</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>एक दिन</translation>
    </message>
    <message>
        <source>%1 %2/%3 in %4</source>
        <translation>%1 %4 में %2/%3</translation>
    </message>
    <message>
        <source>%1: room for %2 cancels this hour</source>
        <translation>%1: इस घंटे %2 रद्द की गुंजाइश</translation>
    </message>
    <message>
        <source>Budget: %1</source>
        <translation>बजट: %1</translation>
    </message>
    <message>
        <source>Journal: CANNOT BE WRITTEN</source>
        <translation>जर्नल: नहीं लिखा जा सकता</translation>
    </message>
    <message>
        <source>Journal: %1 entries</source>
        <translation>जर्नल: %1 प्रविष्टियाँ</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>कीचेन</translation>
    </message>
    <message>
        <source>No keychain: secrets kept until you quit</source>
        <translation>कीचेन नहीं: गुप्त कुंजियाँ बंद करने तक</translation>
    </message>
    <message>
        <source>Last proof %1 · median %2</source>
        <translation>पिछला प्रमाण %1 · माध्यिका %2</translation>
    </message>
</context>
<context>
    <name>ui::StatusWords</name>
    <message>
        <source>Not in the broker&apos;s lists since %1</source>
        <translation>%1 से ब्रोकर की सूचियों में नहीं</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>भेजे जाने की प्रतीक्षा</translation>
    </message>
    <message>
        <source>Cancel sent %1, may still fill</source>
        <translation>रद्द भेजा %1, अब भी भर सकता है</translation>
    </message>
    <message>
        <source>Receipt %1, not proved</source>
        <translation>रसीद %1, सिद्ध नहीं</translation>
    </message>
    <message>
        <source>Unknown: asking the broker</source>
        <translation>अज्ञात: ब्रोकर से पूछा जा रहा है</translation>
    </message>
    <message>
        <source>Still live, may fill</source>
        <translation>अब भी चालू, भर सकता है</translation>
    </message>
    <message>
        <source>Refusal, being checked</source>
        <translation>अस्वीकृति, जाँच हो रही है</translation>
    </message>
    <message>
        <source>Cancel not taken, still open</source>
        <translation>रद्द नहीं लिया गया, अब भी खुला</translation>
    </message>
    <message>
        <source>Cancel refused, still open</source>
        <translation>रद्द अस्वीकृत, अब भी खुला</translation>
    </message>
    <message>
        <source>Cancel not sent, still open</source>
        <translation>रद्द नहीं भेजा गया, अब भी खुला</translation>
    </message>
    <message>
        <source>Open again after its end</source>
        <translation>समाप्त होकर फिर खुला</translation>
    </message>
    <message>
        <source>Proved cancelled</source>
        <translation>रद्द होना सिद्ध</translation>
    </message>
    <message>
        <source>Filled first</source>
        <translation>पहले भर गया</translation>
    </message>
    <message>
        <source>Ended by the broker</source>
        <translation>ब्रोकर ने समाप्त किया</translation>
    </message>
    <message>
        <source>Acknowledged, not proved</source>
        <translation>स्वीकार किया, सिद्ध नहीं</translation>
    </message>
    <message>
        <source>Being cancelled, may still fill</source>
        <translation>रद्द हो रहा, अब भी भर सकता है</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>रास्ते में</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>रद्द</translation>
    </message>
    <message>
        <source>Cancelled, part filled</source>
        <translation>रद्द, आंशिक भरा</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>भरा</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>अस्वीकृत</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>अवधि समाप्त</translation>
    </message>
    <message>
        <source>“%1”, not known</source>
        <translation>“%1”, अज्ञात</translation>
    </message>
    <message>
        <source>Part filled</source>
        <translation>आंशिक भरा</translation>
    </message>
    <message>
        <source>Open, cancel rejected</source>
        <translation>खुला, रद्द अस्वीकृत</translation>
    </message>
    <message>
        <source>Open, change rejected</source>
        <translation>खुला, बदलाव अस्वीकृत</translation>
    </message>
    <message>
        <source>Trigger pending</source>
        <translation>ट्रिगर बाकी</translation>
    </message>
    <message>
        <source>After market</source>
        <translation>आफ़्टर मार्केट</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>प्रतीक्षा में</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>खुला</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 से</translation>
    </message>
    <message>
        <source>%1 m</source>
        <comment>minutes</comment>
        <translation>%1 मि</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 घं</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 दिन</translation>
    </message>
</context>
<context>
    <name>ui::TopBar</name>
    <message>
        <source>Refresh</source>
        <translation>ताज़ा करें</translation>
    </message>
    <message>
        <source>Read every book now</source>
        <translation>हर बुक अभी पढ़ें</translation>
    </message>
    <message>
        <source>&amp;Menu</source>
        <translation>मेनू (&amp;M)</translation>
    </message>
</context>
<context>
    <name>ui::UnresolvedPanel</name>
    <message>
        <source>Cancels without an end</source>
        <translation>जिन रद्दों का अंत नहीं</translation>
    </message>
    <message>
        <source>What to read to the dealing desk</source>
        <translation>डीलिंग डेस्क को क्या पढ़कर सुनाएँ</translation>
    </message>
    <message>
        <source>Every cancel has an end.</source>
        <translation>हर रद्द का अंत हो चुका है।</translation>
    </message>
    <message>
        <source>Ask the broker again</source>
        <translation>ब्रोकर से फिर पूछें</translation>
    </message>
    <message>
        <source>Cancel again…</source>
        <translation>फिर रद्द करें…</translation>
    </message>
    <message>
        <source>Acknowledge without proof…</source>
        <translation>बिना प्रमाण स्वीकार करें…</translation>
    </message>
    <message>
        <source>Copy card</source>
        <translation>कार्ड कॉपी करें</translation>
    </message>
</context>
</TS>

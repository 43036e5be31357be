# SPDX-License-Identifier: Apache-2.0
foreach(part http market seed lists sign_in cancel refusals arrivals faults receipts)
    pullcord_test(test_practice_${part} practice)
endforeach()
foreach(part frame sign_in reads cancel events faults receipts market gateway)
    pullcord_test(test_apex_${part} practice)
endforeach()

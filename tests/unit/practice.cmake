# SPDX-License-Identifier: Apache-2.0
pullcord_test(test_fault_plan practice)
foreach(part http market seed lists sign_in cancel refusals arrivals faults receipts)
    pullcord_test(test_practice_${part} practice)
endforeach()
foreach(part frame sign_in reads cancel events faults spoils receipts market gateway)
    pullcord_test(test_apex_${part} practice)
endforeach()

# SPDX-License-Identifier: Apache-2.0
foreach(name cancel_state cancel_gate cancel_identity cancel_rules cancel_reopening cancel_end_order ticket_record transitions proof_schedule trade_watch
        single_reads stall_watch exposure lane lane_sending cancel_desk)
    if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/test_${name}.cpp)
        pullcord_test(test_${name} cancel)
    endif()
endforeach()
target_link_libraries(test_transitions PRIVATE Qt6::Sql) # what the journal's tests share

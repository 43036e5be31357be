# SPDX-License-Identifier: Apache-2.0
foreach(name test_journal test_journal_files test_journal_verify test_journal_failures test_journal_crash
        test_journal_export test_journal_pages test_journal_anchor)
    pullcord_test(${name} journal)
    target_link_libraries(${name} PRIVATE Qt6::Sql)
endforeach()

add_executable(journal_writer test_journal_writer.cpp)
target_link_libraries(journal_writer PRIVATE pullcord_test_support pullcord_journal)
add_dependencies(test_journal_crash journal_writer)
target_compile_definitions(test_journal_crash PRIVATE JOURNAL_WRITER="$<TARGET_FILE:journal_writer>")

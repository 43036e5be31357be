# SPDX-License-Identifier: Apache-2.0
pullcord_test(test_memory_store vault)
pullcord_test(test_keychain_missing vault)

# Against a real keyring, on a bus of its own.
add_executable(test_keychain_store test_keychain_store.cpp)
target_link_libraries(test_keychain_store PRIVATE pullcord_test_support pullcord_vault)
add_test(NAME test_keychain_store
    COMMAND sh ${CMAKE_SOURCE_DIR}/tests/support/with_keyring.sh $<TARGET_FILE:test_keychain_store>)
set_tests_properties(test_keychain_store PROPERTIES TIMEOUT 120 ENVIRONMENT "LC_ALL=C.UTF-8")

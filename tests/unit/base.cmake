# SPDX-License-Identifier: Apache-2.0
pullcord_test(test_decimal base)
pullcord_test(test_redactor base)
pullcord_test(test_secret base)
pullcord_test(test_process_guard base)
pullcord_test(test_timer base)
pullcord_test(test_json_reader json)

# SPDX-License-Identifier: Apache-2.0
foreach(name config_file connection_store engine_lock cancel_planner)
    pullcord_test(test_${name} desk)
endforeach()

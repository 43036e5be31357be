# SPDX-License-Identifier: Apache-2.0
foreach(name config_file connection_store engine_lock cancel_planner plan_estimate secret_digest)
    pullcord_test(test_${name} desk)
endforeach()

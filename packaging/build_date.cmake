# SPDX-License-Identifier: Apache-2.0
# Read by cpack before it packs: the package bears the time of the last commit, so that two builds of it are alike.
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
    execute_process(
        COMMAND git -C ${CMAKE_CURRENT_LIST_DIR} log -1 --format=%ct
        OUTPUT_VARIABLE last_commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    if(last_commit)
        set(ENV{SOURCE_DATE_EPOCH} ${last_commit})
    endif()
endif()

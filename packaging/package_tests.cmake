# SPDX-License-Identifier: Apache-2.0
# The package and the scripts, each judged by the tool that knows best. A tool that is missing skips its test and says so.

# pullcord_tool_test(NAME TOOL COMMAND...): a test that needs a tool which may not be installed.
function(pullcord_tool_test name tool)
    find_program(PULLCORD_TOOL_${tool} ${tool})
    if(PULLCORD_TOOL_${tool})
        add_test(NAME ${name} COMMAND ${ARGN})
    else()
        message(WARNING "${tool} is not installed: the test ${name} will be skipped")
        add_test(NAME ${name} COMMAND ${CMAKE_COMMAND} -E echo "SKIPPED: ${tool} is not installed")
        set_tests_properties(${name} PROPERTIES SKIP_REGULAR_EXPRESSION "^SKIPPED")
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT 300)
endfunction()

file(GLOB_RECURSE scripts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/packaging/*.sh ${CMAKE_SOURCE_DIR}/tests/*.sh)
pullcord_tool_test(package_scripts shellcheck
    shellcheck ${CMAKE_SOURCE_DIR}/run.sh ${CMAKE_SOURCE_DIR}/test.sh ${CMAKE_SOURCE_DIR}/.ci/run ${scripts})
pullcord_tool_test(package_menu_entry desktop-file-validate
    desktop-file-validate ${CMAKE_SOURCE_DIR}/packaging/linux/${application_id}.desktop)
pullcord_tool_test(package_catalogue_entry appstreamcli
    appstreamcli validate --no-net --pedantic ${package_files}/${application_id}.metainfo.xml)

# A sanitized program is for testing, not for packing.
if(TARGET pullcord AND TARGET pullcord-cli AND NOT PULLCORD_SANITIZE)
    execute_process(COMMAND dpkg --print-architecture OUTPUT_VARIABLE architecture
                    OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    pullcord_tool_test(package_build dpkg-shlibdeps
        ${CMAKE_CPACK_COMMAND} --config ${CMAKE_BINARY_DIR}/CPackConfig.cmake)
    pullcord_tool_test(package_lintian lintian
        lintian --fail-on error,warning --tag-display-limit 0
                ${CPACK_PACKAGE_DIRECTORY}/pullcord_${PROJECT_VERSION}_${architecture}.deb)
    set_tests_properties(package_build PROPERTIES FIXTURES_SETUP package)
    set_tests_properties(package_lintian PROPERTIES FIXTURES_REQUIRED package)
endif()

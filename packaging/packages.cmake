# SPDX-License-Identifier: Apache-2.0
# What is installed where, and the Debian package: cpack --config build/release/CPackConfig.cmake
# The package's name, its files and what it needs stand here alone.
include(GNUInstallDirs)

set(application_id org.pullcord.Pullcord)
set(package_files ${CMAKE_BINARY_DIR}/package-files)
set(document_folder ${CMAKE_INSTALL_DATADIR}/doc/pullcord)

# Installs a file compressed, the way Debian wants it: without the time, so that two builds are alike.
function(pullcord_install_gzipped source folder name)
    set(packed ${package_files}/${name}.gz)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
    execute_process(COMMAND gzip -9nc ${source} OUTPUT_FILE ${packed} COMMAND_ERROR_IS_FATAL ANY)
    install(FILES ${packed} DESTINATION ${folder})
endfunction()

# A release has its entry in the files that people read about it.
foreach(story packaging/debian/changelog packaging/linux/${application_id}.metainfo.xml)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${story})
    file(STRINGS ${story} entries REGEX "^pullcord \\(|<release ")
    list(GET entries 0 newest)
    string(FIND "${newest}" "${PROJECT_VERSION}" place)
    if(place EQUAL -1)
        message(FATAL_ERROR "${story} has no entry for version ${PROJECT_VERSION}")
    endif()
endforeach()

foreach(program pullcord pullcord-cli)
    if(TARGET ${program})
        install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    endif()
endforeach()

configure_file(packaging/linux/${application_id}.metainfo.xml ${package_files}/${application_id}.metainfo.xml @ONLY)
install(FILES ${package_files}/${application_id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES packaging/linux/${application_id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)

set(icon_folder ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
install(FILES resources/icons/${application_id}.svg DESTINATION ${icon_folder}/scalable/apps)
foreach(size 48x48 128x128)
    install(FILES resources/icons/${size}/${application_id}.png DESTINATION ${icon_folder}/${size}/apps)
endforeach()

pullcord_install_gzipped(${CMAKE_SOURCE_DIR}/packaging/linux/pullcord.1 ${CMAKE_INSTALL_MANDIR}/man1 pullcord.1)
pullcord_install_gzipped(${CMAKE_SOURCE_DIR}/packaging/linux/pullcord-cli.1 ${CMAKE_INSTALL_MANDIR}/man1 pullcord-cli.1)
pullcord_install_gzipped(${CMAKE_SOURCE_DIR}/packaging/debian/changelog ${document_folder} changelog)
install(FILES packaging/debian/copyright DESTINATION ${document_folder})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME pullcord)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_SOURCE_DIR}/packaging/build_date.cmake)
set(CPACK_STRIP_FILES ON)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_SOURCE_DIR}/packaging/folder_permissions.cmake)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "The Pullcord developers <developers@pullcord.example>")
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_HOMEPAGE ${PROJECT_HOMEPAGE_URL})
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "see the open orders at all your brokers and cancel them with proof")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Pullcord lists every open order at every broker that a trader uses, in one
window, and cancels the chosen ones. An order counts as cancelled only when
the broker's own book shows it; a cancel without an answer stays unknown until
it is settled; every step is in a journal on disk before anything is sent.

A practice venue inside the program lets people try it without a broker. The
same engine serves scripts as pullcord-cli.")

# The linked libraries are found by dpkg-shlibdeps; these are opened at run time and would be missed.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, libsecret-1-0, fonts-noto-core")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager, qt6-wayland")
include(CPack)

if(PULLCORD_TESTS)
    include(packaging/package_tests.cmake)
endif()

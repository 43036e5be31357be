# SPDX-License-Identifier: Apache-2.0
# One precompiled header for all targets, of what nearly every file includes: a third of a build from scratch. Where
# ccache is, it does better, and each file has to stand by what it includes itself.
if(PULLCORD_CCACHE)
    set(default OFF)
else()
    set(default ON)
endif()
option(PULLCORD_PCH "Compile the headers that every file includes once" ${default})
if(NOT PULLCORD_PCH)
    return()
endif()

file(WRITE ${CMAKE_BINARY_DIR}/precompiled.cpp "// Empty: it is compiled for its precompiled header.\n")
add_library(pullcord_pch OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
set_target_properties(pullcord_pch PROPERTIES AUTOMOC OFF)
target_link_libraries(pullcord_pch PRIVATE pullcord_options Qt6::Core)
target_precompile_headers(pullcord_pch PRIVATE
    <QByteArray> <QHash> <QList> <QObject> <QString> <QStringList>
    <algorithm> <chrono> <functional> <map> <memory> <optional> <unordered_map> <vector>)

function(pullcord_precompile folder)
    get_property(targets DIRECTORY ${folder} PROPERTY BUILDSYSTEM_TARGETS)
    foreach(target ${targets})
        get_target_property(type ${target} TYPE)
        if(type MATCHES "^(STATIC_LIBRARY|EXECUTABLE)$")
            target_precompile_headers(${target} REUSE_FROM pullcord_pch)
        endif()
    endforeach()
    get_property(folders DIRECTORY ${folder} PROPERTY SUBDIRECTORIES)
    foreach(each ${folders})
        pullcord_precompile(${each})
    endforeach()
endfunction()
pullcord_precompile(${CMAKE_SOURCE_DIR})

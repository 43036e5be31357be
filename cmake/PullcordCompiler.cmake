# SPDX-License-Identifier: Apache-2.0
# Language level, warnings and definitions that every target shares.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(PULLCORD_CCACHE ccache)
if(PULLCORD_CCACHE)
    # A second clone finds what the first has compiled.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
        ${PULLCORD_CCACHE})
endif()

add_library(pullcord_options INTERFACE)
target_compile_definitions(pullcord_options INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH
    QT_NO_URL_CAST_FROM_STRING QT_STRICT_ITERATORS
    PULLCORD_VERSION="${PROJECT_VERSION}")
target_compile_options(pullcord_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor)
if(PULLCORD_WERROR)
    target_compile_options(pullcord_options INTERFACE -Werror)
endif()
if(PULLCORD_SANITIZE)
    target_compile_options(pullcord_options INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(pullcord_options INTERFACE -fsanitize=address,undefined)
endif()
if(PULLCORD_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        message(FATAL_ERROR "The fuzzers need clang: cmake --preset fuzz")
    endif()
    target_compile_options(pullcord_options INTERFACE
        -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_compile_definitions(pullcord_options INTERFACE QT_FORCE_ASSERTS)
    target_link_options(pullcord_options INTERFACE -fsanitize=address,undefined)
endif()
# Hardening as Debian builds its own packages.
target_compile_options(pullcord_options INTERFACE $<$<CONFIG:Release>:-D_FORTIFY_SOURCE=2 -fstack-protector-strong>)
target_link_options(pullcord_options INTERFACE $<$<CONFIG:Release>:-Wl,-z,relro,-z,now>)

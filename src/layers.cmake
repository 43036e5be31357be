# SPDX-License-Identifier: Apache-2.0
# The layers of the engine and the arrows between them, written here and nowhere else.
# A layer may include the layers that it USES, and what those use in turn. tests/rules reads this file.
# One folder is one target and one namespace; its sources are whatever lies in the folder.

function(pullcord_layer name)
    cmake_parse_arguments(LAYER "" "" "USES;LIBRARIES;PRIVATE_LIBRARIES" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp ${CMAKE_SOURCE_DIR}/src/${name}/*.h)
    list(TRANSFORM LAYER_USES PREPEND pullcord_)
    add_library(pullcord_${name} STATIC ${sources})
    target_include_directories(pullcord_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(pullcord_${name}
        PUBLIC pullcord_options Qt6::Core ${LAYER_USES} ${LAYER_LIBRARIES}
        PRIVATE ${LAYER_PRIVATE_LIBRARIES})
endfunction()

pullcord_layer(base)
pullcord_layer(json      USES base PRIVATE_LIBRARIES simdjson::simdjson)
pullcord_layer(orders    USES base)
pullcord_layer(journal   USES orders json PRIVATE_LIBRARIES Qt6::Sql)
pullcord_layer(net       USES base LIBRARIES Qt6::Network Qt6::WebSockets PRIVATE_LIBRARIES Qt6::Sql)
pullcord_layer(vault     USES base PRIVATE_LIBRARIES qt6keychain)
pullcord_layer(venues    USES orders net)
pullcord_layer(tradelab  USES venues json vault)
pullcord_layer(alphapoint USES venues json vault)
pullcord_layer(cancel    USES venues journal)
pullcord_layer(desk      USES cancel vault json)
pullcord_layer(practice  USES orders json LIBRARIES Qt6::Network Qt6::WebSockets PRIVATE_LIBRARIES Boost::headers)

# The libraries as WebAssembly. scripts/wasm puts the sources of Debian's packages into
# MLOPS_LIBRARIES; of those that are headers only, links to the installed ones.
set(MLOPS_LIBRARIES "" CACHE PATH "Sources of the libraries; scripts/wasm makes the folder")
file(GLOB YAML_SOURCES ${MLOPS_LIBRARIES}/yaml-cpp/src/*.cpp)
if(NOT YAML_SOURCES)
  message(FATAL_ERROR "MLOPS_LIBRARIES has no yaml-cpp; build with scripts/wasm")
endif()
set(EXPECTED_INCLUDE ${MLOPS_LIBRARIES}/include)

add_library(headers INTERFACE)
target_include_directories(headers SYSTEM INTERFACE ${MLOPS_LIBRARIES}/include)
foreach(name nlohmann_json::nlohmann_json CLI11::CLI11)
  add_library(${name} ALIAS headers)
endforeach()

# Pictures have coordinates of type double; nothing else is a fraction.
add_library(fmt STATIC scripts/fmt.cpp)
add_library(fmt::fmt ALIAS fmt)
target_link_libraries(fmt PUBLIC headers)
target_compile_definitions(fmt PUBLIC FMT_USE_FLOAT=0 FMT_USE_LONG_DOUBLE=0
  "FMT_STATIC_THOUSANDS_SEPARATOR=','")

add_library(yaml STATIC ${YAML_SOURCES})
target_include_directories(yaml SYSTEM PUBLIC ${MLOPS_LIBRARIES}/yaml-cpp/include)
target_compile_definitions(yaml PUBLIC YAML_CPP_STATIC_DEFINE)

# What Debian's libc++ lacks.
add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-I${CMAKE_CURRENT_LIST_DIR}/libcxx>)

# The engine that the page to answer on computes with, as scripts/wasm makes it.
#   cmake -P page_engine.cmake pack WASM OUT   writes OUT: a line that says of which sources it is,
#                                              and the engine gzipped in base64
#   cmake -P page_engine.cmake take PACKED OUT writes it as C++; an empty text where PACKED is
#                                              missing or of other sources
# Run in the project's folder.
cmake_minimum_required(VERSION 3.20)

include(${CMAKE_CURRENT_LIST_DIR}/engine_sources.cmake)
set(all)
foreach(file IN LISTS ENGINE_SOURCES)
  file(SHA256 ${file} hash)
  string(APPEND all ${hash})
endforeach()
string(SHA256 sources "${all}")

set(what ${CMAKE_ARGV3})
set(from ${CMAKE_ARGV4})
set(out ${CMAKE_ARGV5})
if(what STREQUAL pack)
  execute_process(COMMAND $ENV{EM_NODE_JS} src/wasm/pack.js gzip ${from}
                  OUTPUT_VARIABLE packed COMMAND_ERROR_IS_FATAL ANY)
  file(WRITE ${out} "${sources}\n${packed}\n")
else()
  set(engine)
  if(EXISTS ${from})
    file(STRINGS ${from} lines)
    list(POP_FRONT lines stamp engine)
    if(NOT stamp STREQUAL sources)
      message("The engine for pages is of other sources and is left out; scripts/wasm makes it anew")
      set(engine)
    endif()
  endif()
  file(CONFIGURE OUTPUT ${out} @ONLY CONTENT "// Written by page_engine.cmake.
#include \"questionnaire/questionnaire.hpp\"

std::string_view mlops_assess::page_engine() {
    return R\"engine(@engine@)engine\";
}
")
endif()

#include "questionnaire/questionnaire.hpp"

#include <emscripten.h>
#include <cstdlib>

/// The package holds the engine for pages beside this one, and packs it as every other build does.
// clang-format off
EM_JS(char*, packed_page_engine, (), {
    const text = Module['pageEngine']();
    const size = text.length + 1;
    const at = _malloc(size);
    stringToUTF8(text, at, size);
    return at;
})
// clang-format on

std::string_view mlops_assess::page_engine() {
    static const std::string packed = [] {
        char* const text = packed_page_engine();
        std::string copy(text);
        std::free(text);
        return copy;
    }();
    return packed;
}

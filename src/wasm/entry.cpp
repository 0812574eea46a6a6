#include "wasm/text_list.hpp"

#include <emscripten.h>
#include <cstdlib>

namespace {

/// The last answer, which JavaScript reads.
std::string last;

}  // namespace

/// Takes a request of so many bytes, which it frees. The size of the answer.
extern "C" EMSCRIPTEN_KEEPALIVE std::size_t engine_answer(char* request, std::size_t size) {
    const std::string bytes(request, size);
    std::free(request);
    last = mlops_assess::wasm::pack(mlops_assess::wasm::answer(mlops_assess::wasm::unpack(bytes)));
    return last.size();
}

/// The answer itself; it holds until the next request.
extern "C" EMSCRIPTEN_KEEPALIVE const char* engine_text() { return last.data(); }

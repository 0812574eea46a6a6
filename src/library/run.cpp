#include "cli/run.hpp"

#include <mlops_assess/mlops_assess.hpp>

#include <ctime>

namespace mlops {

int run(const std::vector<std::string>& arguments, const Streams& streams) {
    const mlops_assess::Surroundings surroundings{
        streams.in,
        streams.out,
        streams.err,
        {},
        {},
        [] { return 80; },
        [] {},
        [](const char*) -> const char* { return nullptr; },
        [] { return static_cast<std::int64_t>(std::time(nullptr)); }};
    return static_cast<int>(mlops_assess::run(arguments, surroundings));
}

}  // namespace mlops

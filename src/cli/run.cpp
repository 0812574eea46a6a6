#include "cli/run.hpp"

#include "cli/parse.hpp"
#include "text/unicode.hpp"

namespace mlops_assess {

ExitStatus run(const std::vector<std::string>& arguments, const Surroundings& surroundings) {
    try {
        const auto used = parse_command_line(arguments);
        if (used) {
            Run run(surroundings, *used->common);
            return used->run(run);
        }
        const auto& [status, text] = used.error();
        if (status == ExitStatus::done) return Run(surroundings, {}).print(text);
        surroundings.err(text);
        return status;
    } catch (const std::exception& error) {
        surroundings.err(fmt::format("mlops-assess: internal error: {}\n", visible(error.what())));
        return ExitStatus::internal;
    }
}

}  // namespace mlops_assess

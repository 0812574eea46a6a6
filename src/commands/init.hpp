#pragma once

#include "commands/run.hpp"

namespace mlops_assess {

/// A questionnaire to write.
struct InitOptions {
    std::string output = "answers.yaml";  ///< `-` is stdout
    std::optional<std::string> team;
    std::vector<AskedLevel> only;  ///< only what these levels need; empty: all
    bool force = false;            ///< replace existing files
    bool asked_next = false;       ///< `ask` goes on with it, so nobody is told what to do
};

ExitStatus run_init(Run& run, const InitOptions& asked);

}  // namespace mlops_assess

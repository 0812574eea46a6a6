#pragma once

#include "cli/commands.hpp"

namespace mlops_assess {

/// A command line up to the cursor, as far as it can be understood.
struct TypedLine {
    std::string current;       ///< the word that is being typed, without its quotes
    std::size_t value_at = 0;  ///< where in it the value begins: behind `--bar=`

    /// The command, set to what stands before; none where there is none yet, or it is unknown.
    std::optional<Use> use;
    bool command_follows = true;  ///< none yet: the current word may be one

    const Option* value = nullptr;     ///< the option or argument whose value is being typed
    std::vector<const Option*> given;  ///< those that stand before
    std::vector<std::string> files;    ///< the files that stand before
};

/// `line` begins with the program's name.
TypedLine read_typed_line(std::string_view line);

}  // namespace mlops_assess

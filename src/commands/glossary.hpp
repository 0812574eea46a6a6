#pragma once

#include <span>
#include <string>
#include <string_view>

namespace mlops_assess {

/// A word of the reports, and the rule behind it.
struct GlossaryWord {
    std::string_view word;
    std::string_view others;  ///< what also stands for it, with `, ` between; may be empty
    std::string_view text;
};

/// In the order in which a reader meets them.
std::span<const GlossaryWord> glossary();

/// The entry for a word or what stands for it, whatever its case, with blanks, `-` or `_` between
/// its parts; null where there is none.
const GlossaryWord* find_in_glossary(std::string_view typed);

/// The word as one argument of a command line that needs no quotes: `short-of`.
std::string as_argument(const GlossaryWord& about);

}  // namespace mlops_assess

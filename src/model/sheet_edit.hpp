#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Changes to an answer sheet in its own text: comments, order and formatting stay as they are.
namespace mlops_assess {

/// Keys from the root of a sheet: `answers`, `ci-auto-build`, `answer`. A short answer has the
/// same path as a long one.
using KeyPath = std::vector<std::string>;

/// How a value is put into a sheet.
enum class Put {
    word,    ///< in place of what is there; a word, number or date that needs no quotes, or `~`
    text,    ///< in place of what is there; in quotes
    item,    ///< as one more item of a list of texts
    start,   ///< a word where no practice is there yet; else nothing
    remove,  ///< no longer there; the value of the edit says nothing
};

/// A change. What is missing on the way is added, but for a practice that is not there yet: its
/// `answer` comes first. A short answer turns into a long one when it has to: in braces for a word,
/// as lines of its own for a text. A date of the sheet stands behind its team.
struct SheetEdit {
    KeyPath path;
    std::string value;
    Put put = Put::word;
};

/// The text with all changes made. None when the result would not be the same sheet but for these
/// changes; then nothing is lost, and a person has to edit it.
std::optional<std::string> edited(const std::string& text, const std::vector<SheetEdit>& edits);

}  // namespace mlops_assess

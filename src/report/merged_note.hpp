#pragma once

#include "report/merged_sheet.hpp"

/// What raters say of a practice as the note of a merged answer.
namespace mlops_assess {

/// What raters say in the same words.
struct Saying {
    std::vector<std::string> raters;
    Rating answer;     ///< unanswered where it need not be told
    bool alone;        ///< nobody else answered
    std::string kept;  ///< what the keys of the merged answer cannot hold: `due 2027-03-31`
    Text note;
};

struct NoteText {
    std::string text;
    bool is_cut;
};

struct MergedNote {
    std::vector<Saying> sayings;

    /// At most that many bytes: the raters' notes are cut alike, so that everybody is heard.
    NoteText within(std::size_t most) const;
};

/// Who said what, where raters differ; who answered, where only one did; and all notes with their
/// raters. `merged` is the answer without its note, `standing` those that it agrees with.
MergedNote merged_note(const std::vector<Rater>& raters, const Opinions& question,
                       const Answer& merged, const std::vector<const Answer*>& standing);

/// A text cut at the end of a character; `…` stands for what was cut off.
std::string within_bytes(std::string_view text, std::size_t most);

}  // namespace mlops_assess

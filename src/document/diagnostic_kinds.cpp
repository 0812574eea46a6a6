#include "document/diagnostic_kinds.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

constexpr auto error = Severity::error;
constexpr auto warning = Severity::warning;
constexpr auto notice = Severity::notice;

/// By where they arise: the file, its YAML, its form, catalogue and rubric, sheet, scoring.
constexpr DiagnosticKind kinds[] = {
    {DiagnosticId::unreadable_file, "unreadable-file", error,
     "The file is missing, is a folder, or may not be read.",
     "Check the name and the permissions. File names are taken relative to the current folder."},
    {DiagnosticId::file_changed, "file-changed", error,
     "Somebody wrote the file while it was read, so that parts of two states may have been mixed.",
     "Let who writes it finish, and run again."},
    {DiagnosticId::too_large, "too-large", error,
     "The file is larger than files of its kind may be: 1 MiB for a sheet, 8 MiB for a rubric or "
     "catalogue, 16 MiB for a JSON report.",
     "Check that it is the right file. Keep evidence as addresses, not as pasted documents."},
    {DiagnosticId::workbook, "workbook", error,
     "The file is a workbook of Excel or Calc, or another archive, and not the text in it.",
     "Save the sheet with the answers as CSV UTF-8, and give that file."},
    {DiagnosticId::utf_16, "utf-16", error,
     "The file is encoded as UTF-16 or UTF-32, as some Windows programs do.",
     "Save it as UTF-8; in Excel: as CSV UTF-8."},
    {DiagnosticId::not_utf8, "not-utf8", error, "A byte of the file is not valid UTF-8.",
     "Save the file as UTF-8. It may be in Latin-1 or Windows-1252 now."},
    {DiagnosticId::byte_order_mark, "byte-order-mark", error,
     "A byte order mark stands in the middle of the file.",
     "Remove it. It often comes from files that were pasted together."},
    {DiagnosticId::control_character, "control-character", error,
     "The file holds a control character other than tab and line end, or an escape that makes a "
     "NUL.",
     "Remove it. Text from a terminal or a PDF often brings such characters along."},
    {DiagnosticId::lone_carriage_return, "lone-carriage-return", error,
     "A carriage return is not followed by a line feed.",
     "Save the file with line ends LF or CR LF."},
    {DiagnosticId::tab_indentation, "tab-indentation", error,
     "A tab indents a line. YAML does not allow that.", "Indent with spaces; two per level."},

    {DiagnosticId::syntax, "syntax", error, "The file is not valid YAML or CSV.",
     "The message says what was expected. Common causes: a text with `: ` that needs quotes, a "
     "line that is indented differently from its neighbours."},
    {DiagnosticId::unclosed_quote, "unclosed-quote", error,
     "A quote is opened and not closed where it should be. YAML readers often go on in silence and "
     "swallow the answers that follow; this one does not.",
     "Close the quote. Inside single quotes a single quote is written twice, and so is a double "
     "one "
     "in CSV."},
    {DiagnosticId::text_after_quote, "text-after-quote", error,
     "A text continues after its closing quote.",
     "Inside double quotes a quote is written \\\", in CSV \"\", inside single quotes ''. Or use "
     "the "
     "other kind."},
    {DiagnosticId::empty_file, "empty-file", error, "The file holds nothing, or comments only.",
     "`mlops-assess init` writes a questionnaire to fill in."},
    {DiagnosticId::second_document, "second-document", error,
     "Something follows the end of the document: a second document, or text behind a closing "
     "brace.",
     "One file holds one document."},
    {DiagnosticId::directive, "directive", error,
     "A line begins with %. YAML readers pass over such lines without a word.",
     "Put the text in quotes or indent it. %YAML may stand at the top, with --- in the next line."},
    {DiagnosticId::duplicate_key, "duplicate-key", error,
     "A key stands twice in one map, or a practice in two rows. YAML readers differ in which of "
     "the "
     "two they take.",
     "Keep one of the two."},
    {DiagnosticId::missing_colon, "missing-colon", error, "A key has no colon after it.",
     "Write `key: value`, with a space after the colon."},
    {DiagnosticId::key_not_text, "key-not-text", error, "A key is empty, null, a list or a map.",
     "Look for a stray bracket, brace or question mark."},
    {DiagnosticId::alias, "alias", error, "The file uses an alias (*name).",
     "Write the value out where it is used."},
    {DiagnosticId::merge_key, "merge-key", error, "The file uses a merge key (<<).",
     "Write the keys out where they are used."},
    {DiagnosticId::tag, "tag", error,
     "The file uses a tag other than !!str, !!int, !!bool and !!null.", "Remove the tag."},
    {DiagnosticId::too_deep, "too-deep", error, "The file nests deeper than 32 levels.",
     "No file of ours needs that: look for a bracket or brace too many."},
    {DiagnosticId::too_long, "too-long", error, "A text is longer than 16 KiB.",
     "Keep the essence and cite a document for the rest."},
    {DiagnosticId::too_many, "too-many", error,
     "The file holds more values, or more practices, than is allowed.",
     "Check that it is the right file. A catalogue has at most 2,000 practices."},

    {DiagnosticId::unknown_key, "unknown-key", error,
     "A key, or a column of a CSV sheet, is not known here. It may be misspelt or indented "
     "wrongly.",
     "The message names the keys that are known."},
    {DiagnosticId::missing_key, "missing-key", error,
     "A key, or a column of a CSV sheet, that must be there is missing.", "Add it."},
    {DiagnosticId::wrong_type, "wrong-type", error,
     "A value has the wrong type: a list for a text, nothing for a map.",
     "The message says what is expected. To leave a key empty, remove it; an empty map is {}."},
    {DiagnosticId::blank_text, "blank-text", error, "A text is blank.",
     "Write it, or remove the key."},
    {DiagnosticId::bad_value, "bad-value", error, "A value is not one of the allowed ones.",
     "The message names the allowed ones."},
    {DiagnosticId::bad_number, "bad-number", error,
     "A value is not a whole number in the allowed range.",
     "Write decimal digits without quotes, and nothing to group them."},
    {DiagnosticId::bad_date, "bad-date", error, "A value is not a date of the calendar.",
     "Write it as YYYY-MM-DD, for example 2026-11-20. Spreadsheets write dates in their own way "
     "unless the cells have the format Text."},
    {DiagnosticId::bad_id, "bad-id", error,
     "An id has characters that ids may not have, or more than 64 bytes.",
     "Practice ids are made of a-z, 0-9 and -. Other ids may have capitals and _ too."},
    {DiagnosticId::unsupported_schema, "unsupported-schema", error,
     "`schema:` names a kind or version of file that is not known.",
     "Use mlops-assess/answers/1, mlops-assess/practices/1 or mlops-assess/rubric/1."},

    {DiagnosticId::too_few, "too-few", error, "A catalogue has no parameter or no practice.",
     "Write at least one of each."},
    {DiagnosticId::wrong_kind, "wrong-kind", error,
     "The file is not of the kind that is needed here: a page, a table, a report, or another file "
     "of this program.",
     "Answer sheets are scored; rubrics are given with --rubric, earlier reports to compare or "
     "with "
     "--baseline."},

    {DiagnosticId::duplicate_id, "duplicate-id", error,
     "Two things of one kind have the same id, or a list names one twice.",
     "Rename or remove one of the two."},
    {DiagnosticId::unknown_parameter, "unknown-parameter", error,
     "A parameter is not one of the catalogue's.",
     "Use the id of a parameter under `parameters:`."},
    {DiagnosticId::unknown_practice, "unknown-practice", error,
     "A practice is not in the catalogue. An answer to it would count for nothing.",
     "Take the suggested id, or look it up with `mlops-assess list practices`."},
    {DiagnosticId::unknown_source, "unknown-source", warning,
     "A source is not among the catalogue's `sources:`.", "Add it there, or correct the id."},
    {DiagnosticId::unknown_context, "unknown-context", error,
     "A question about the team is not in the catalogue's `context:`.", "Take the suggested id."},
    {DiagnosticId::bad_context, "bad-context", error,
     "A context question's kind and options do not fit together.",
     "Only the kind `one of` has options, and it needs them."},
    {DiagnosticId::bad_condition, "bad-condition", error,
     "A condition does not fit the kind of its context question.",
     "Write true or false, {at_least: N}, or one or more of the options."},
    {DiagnosticId::cycle, "cycle", error, "Practices imply or follow each other in a cycle.",
     "Remove one of the links that the message shows."},
    {DiagnosticId::wrong_parameter, "wrong-parameter", error,
     "A cell names a practice of another parameter.", "Move it to the cells of its own parameter."},
    {DiagnosticId::level_order, "level-order", error,
     "Levels are missing, repeated or out of order.",
     "Number them 0, 1, 2 and so on, and write the cells in the same order."},
    {DiagnosticId::level_count, "level-count", error,
     "A model has fewer than 2 or more than 16 levels.", "Add or join levels."},
    {DiagnosticId::missing_cell, "missing-cell", error, "A parameter has no cell for a level.",
     "Every parameter needs a cell for every level; it may require nothing."},
    {DiagnosticId::level_zero_requires, "level-zero-requires", error,
     "Level 0 requires something, but it is the floor.", "Move the requirement to a higher level."},
    {DiagnosticId::at_least_not_rising, "at-least-not-rising", error,
     "A practice is required again at a higher level, but not more of it.",
     "Raise `at_least`, or remove one of the two."},
    {DiagnosticId::after_higher_level, "after-higher-level", warning,
     "A practice comes `after` one that the rubric first requires at a higher level, so no roadmap "
     "can keep that order.",
     "Require the other practice at that level or below, or remove it from `after:`."},
    {DiagnosticId::catalogue_or_inline, "catalogue-or-inline", error,
     "A rubric must either name a catalogue or bring its own parameters and practices.",
     "Keep one of the two."},
    {DiagnosticId::catalogue_outside, "catalogue-outside", error,
     "A rubric names a catalogue that is not a regular file in its own folder or below it.",
     "Copy the catalogue there, or write `catalogue: mlops` for the shipped one."},
    {DiagnosticId::catalogue_differs, "catalogue-differs", error,
     "Two rubrics bring different catalogues under one id.",
     "Let them use the same file, or give the catalogues different ids."},
    {DiagnosticId::shared_practice_id, "shared-practice-id", error,
     "Two catalogues share a practice id.", "Rename the practice in one of them."},

    {DiagnosticId::answer_word, "answer-word", error, "An answer is not one of the allowed words.",
     "Use no, partially, mostly, fully, not-applicable or unknown."},
    {DiagnosticId::na_needs_note, "na-needs-note", error,
     "A not-applicable answer has no note that says why.", "Add `note:` with the reason."},
    {DiagnosticId::na_not_offered, "na-not-offered", warning,
     "The practice applies to every team, so not-applicable counts as unanswered.",
     "Answer no, partially, mostly or fully."},
    {DiagnosticId::placeholder_team, "placeholder-team", error,
     "The sheet still has the placeholder for the team's name.",
     "Write the name of the team that answered."},
    {DiagnosticId::unknown_model, "unknown-model", error,
     "`target:` names a model that is not known.",
     "`mlops-assess list rubrics` prints the models."},
    {DiagnosticId::level_out_of_range, "level-out-of-range", error,
     "`target:` names a level that the model does not have.",
     "The message names the levels that it has."},
    {DiagnosticId::bad_context_value, "bad-context-value", error,
     "A fact about the team does not answer its question.", "The message says what does."},

    {DiagnosticId::bad_report, "bad-report", error,
     "A file is no JSON report of this program, or breaks its form.",
     "Give a report that `mlops-assess score -f json` wrote."},
    {DiagnosticId::same_team_and_date, "same-team-and-date", error,
     "Two sheets have the same team and the same date, or both have none: which one is the team's "
     "state cannot be known, so neither counts.",
     "Correct `team:` or `date:`, or leave one of the files out. `merge` makes one sheet of what "
     "several raters said."},
    {DiagnosticId::similar_team, "similar-team", warning,
     "Two sheets name teams that differ only in blanks or in the case of letters. They count as two "
     "teams.",
     "Write the name the same way, if it is one team: its history and its baseline hang on it."},
    {DiagnosticId::no_sheet, "no-sheet", error,
     "None of the files and folders named is, or holds, an answer sheet.",
     "Check the names. In a folder a YAML file counts by its lines `team:` and `answers:`, a CSV "
     "file by its columns `practice` and `answer`; a file that is named always counts."},
    {DiagnosticId::files_passed_over, "files-passed-over", notice,
     "Folders hold files that are no answer sheets. They count nowhere.",
     "Nothing is to be done, unless one of them should count: name it, to see what it lacks."},
    {DiagnosticId::new_team, "new-team", notice,
     "A team has no sheet in what `--no-regression` names, so that nothing can have become worse.",
     "Nothing is to be done."},
    {DiagnosticId::nothing_in_common, "nothing-in-common", error,
     "The sheet and the baseline of `--no-regression` share no answer to a practice that a loaded "
     "rubric requires, so there is nothing to compare.",
     "Check that the baseline is the right file, and load the rubric that it was scored by."},
    {DiagnosticId::other_team, "other-team", warning,
     "A baseline, or another rater's sheet to merge, names another team than the sheet.",
     "Check that it is the right file. If the team has a new name, write the baseline anew, or "
     "correct `team:`."},
    {DiagnosticId::other_date, "other-date", warning,
     "Raters' sheets to merge have different dates, or some have none, so they may speak of "
     "different times.",
     "Nothing has to be done where the days are near: an answer of an earlier sheet keeps its day. "
     "Date a sheet that has none, or its answers count as of the latest date."},
    {DiagnosticId::raters_differ, "raters-differ", notice,
     "Raters say different things of the team: a fact, a target, a tag, the scope or the summary. "
     "The merged sheet leaves it out.",
     "Agree on it, and write it into the merged sheet."},
    {DiagnosticId::cut_text, "cut-text", warning,
     "What raters say is together longer than a text of a sheet, or a sheet, may be. The merged "
     "sheet holds the beginning of it.",
     "Keep the raters' sheets, or shorten what they say."},
    {DiagnosticId::other_models, "other-models", warning,
     "A report to compare with was scored by a rubric that is not loaded now, so nothing is "
     "compared by it.",
     "Load that rubric too, with `--rubric`, or write the report anew."},
    {DiagnosticId::model_moved, "model-moved", notice,
     "A report gives another level than its answers come to by today's rubric and bar: the model "
     "moved, and not the team.",
     "Nothing has to be done. Comparison scores the answers of both sides by today's rules."},
    {DiagnosticId::answers_passed_over, "answers-passed-over", notice,
     "A report answers practices that no loaded catalogue has; they are not compared.",
     "Nothing has to be done if the catalogue changed. Else load the rubric of the report."},
    {DiagnosticId::date_to_come, "date-to-come", warning,
     "The assessment is dated after today, and ages or waivers count by today.",
     "Correct `date:`, or give the day to count by with `--today`."},
    {DiagnosticId::expired_waiver, "expired-waiver", warning,
     "A waiver's last day is over, so it does not count.",
     "Meet the practice, or agree on a new date."},
    {DiagnosticId::needless_waiver, "needless-waiver", notice,
     "A waiver changes nothing: without it every gate of the run ends alike and names the same.",
     "Remove it from the file."},

    {DiagnosticId::nothing_to_assess, "nothing-to-assess", error,
     "Every requirement of the rubric is not applicable, so there is nothing to score.",
     "Check the not-applicable answers, or score with another rubric."},
    {DiagnosticId::said_yes, "said-yes", notice, "Answers say yes or true, which count as fully.",
     "Nothing has to be done where each holds for all live models. Else write mostly or "
     "partially."},
    {DiagnosticId::credited, "credited", notice,
     "An answer counts higher than given, because a stronger practice that contains it is answered "
     "higher.",
     "Nothing has to be done. Correct whichever of the two answers is wrong."},
    {DiagnosticId::contradiction, "contradiction", notice,
     "What the team says of itself, such as how often it releases, does not fit the level that its "
     "answers lead to, or an answer that a practice does not apply.",
     "Check the fact and the answers. The fact changes no level."},
    {DiagnosticId::unused_answers, "unused-answers", notice,
     "The sheet answers practices that none of the rubrics uses.",
     "Nothing has to be done. With other rubrics they count."},
};

constexpr bool stand_in_order() {
    for (std::size_t i = 0; i < std::size(kinds); ++i)
        if (kinds[i].id != static_cast<DiagnosticId>(i)) return false;
    return true;
}
static_assert(stand_in_order(), "the table has the order of DiagnosticId");

}  // namespace

std::string_view word(Severity severity) {
    switch (severity) {
        case Severity::error: return "error";
        case Severity::warning: return "warning";
        case Severity::notice: return "notice";
    }
    return {};
}

std::span<const DiagnosticKind> diagnostic_kinds() { return kinds; }

const DiagnosticKind& kind(DiagnosticId id) { return kinds[static_cast<std::size_t>(id)]; }

std::string_view word(DiagnosticId id) { return kind(id).name; }

const DiagnosticKind* find_diagnostic_kind(std::string_view name) {
    const auto* found = std::find_if(std::begin(kinds), std::end(kinds),
                                     [&](const auto& each) { return each.name == name; });
    return found == std::end(kinds) ? nullptr : found;
}

}  // namespace mlops_assess

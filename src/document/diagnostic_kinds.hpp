#pragma once

#include <optional>
#include <span>
#include <string_view>

/// What can be wrong with a file: the one table behind messages, `explain` and the tests.
namespace mlops_assess {

enum class Severity { error, warning, notice };

std::string_view word(Severity severity);

/// One for every row of the table, in its order.
enum class DiagnosticId {
    unreadable_file,
    file_changed,
    too_large,
    workbook,
    utf_16,
    not_utf8,
    byte_order_mark,
    control_character,
    lone_carriage_return,
    tab_indentation,
    syntax,
    unclosed_quote,
    text_after_quote,
    empty_file,
    second_document,
    directive,
    duplicate_key,
    missing_colon,
    key_not_text,
    alias,
    merge_key,
    tag,
    too_deep,
    too_long,
    too_many,
    unknown_key,
    missing_key,
    wrong_type,
    blank_text,
    bad_value,
    bad_number,
    bad_date,
    bad_id,
    unsupported_schema,
    too_few,
    wrong_kind,
    duplicate_id,
    unknown_parameter,
    unknown_practice,
    unknown_source,
    unknown_context,
    bad_context,
    bad_condition,
    cycle,
    wrong_parameter,
    level_order,
    level_count,
    missing_cell,
    level_zero_requires,
    at_least_not_rising,
    after_higher_level,
    catalogue_or_inline,
    catalogue_outside,
    catalogue_differs,
    shared_practice_id,
    answer_word,
    na_needs_note,
    na_not_offered,
    placeholder_team,
    unknown_model,
    level_out_of_range,
    bad_context_value,
    bad_report,
    same_team_and_date,
    similar_team,
    no_sheet,
    files_passed_over,
    new_team,
    nothing_in_common,
    other_team,
    other_date,
    raters_differ,
    cut_text,
    other_models,
    model_moved,
    answers_passed_over,
    date_to_come,
    expired_waiver,
    needless_waiver,
    nothing_to_assess,
    said_yes,
    credited,
    contradiction,
    unused_answers,
};

struct DiagnosticKind {
    DiagnosticId id;
    std::string_view name;  ///< as it stands in messages; stable for ever
    Severity severity;
    std::string_view meaning;
    std::string_view remedy;
};
std::span<const DiagnosticKind> diagnostic_kinds();
const DiagnosticKind& kind(DiagnosticId id);
/// The kind of that name; null where there is none.
const DiagnosticKind* find_diagnostic_kind(std::string_view name);

/// The name of its kind.
std::string_view word(DiagnosticId id);

}  // namespace mlops_assess

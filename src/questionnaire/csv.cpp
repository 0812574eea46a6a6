#include "model/csv_header.hpp"
#include "model/csv_sheet.hpp"
#include "model/placeholder.hpp"
#include "model/shapes.hpp"
#include "questionnaire/questionnaire.hpp"
#include "text/csv_text.hpp"
#include "text/unicode.hpp"
#include "text/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace mlops_assess {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A text that somebody wrote, as a cell. What no CSV sheet may hold is made visible.
std::string written(Text text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto start = i;
        const auto c = next_code_point(text, i);
        const auto bytes = text.substr(start, i - start);
        const bool is_line_end = c == '\n' || c == '\r';
        if (c == '\r' && text.substr(i, 1) == "\n") ++i;
        if (is_line_end)
            out += '\n';
        else if (c != '\t' && (c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xFEFF))
            out += visible(bytes);
        else
            out += bytes;
    }
    return guarded(out);
}

/// Each on a line of its own.
std::string written(Texts texts) {
    std::string out;
    for (const auto text : texts) {
        auto line = written(text);
        std::ranges::replace(line, '\n', ' ');
        out += (out.empty() ? "" : "\n") + line;
    }
    return out;
}

/// The cells of a row by their columns.
using Cells = std::map<std::string_view, std::string>;

std::string record(const Cells& cells) {
    std::vector<std::string> row;
    for (const auto column : csv_columns()) {
        const auto cell = cells.find(column);
        row.push_back(cell != cells.end() ? cell->second : std::string());
    }
    return csv_cells(row);
}

std::string fact(std::string name, std::string_view statement, std::string_view meaning,
                 std::string answer, std::string_view group = {}) {
    return record({{practice_column, "@" + std::move(name)},
                   {"parameter", guarded(visible(group))},
                   {"statement", guarded(visible(statement))},
                   {"meaning", guarded(visible(meaning))},
                   {answer_column, std::move(answer)}});
}

std::string_view about(std::string_view key) { return find_field(answers_shape, key)->about; }

std::string sheet_facts(const AnswerSheet& sheet) {
    return fact("team", about("team"), "", written(sheet.team)) +
           fact("date", about("date"), "as 2026-11-20", std::string(sheet.date)) +
           fact("assessed_by", about("assessed_by"), "each on a line of the cell",
                written(sheet.assessed_by)) +
           fact("scope", about("scope"), "", written(sheet.scope)) +
           fact("summary", about("summary"), "", written(sheet.summary));
}

std::string targets(const Models& models, const AnswerSheet& sheet) {
    std::string out;
    for (const auto* rubric : models.rubrics) {
        std::string level;
        for (const auto& target : sheet.target)
            if (target.model == rubric->id) level = fmt::format("{}", target.level);
        out += fact(fmt::format("target.{}", rubric->id),
                    fmt::format("the level aimed at: {}", rubric->title),
                    fmt::format("a level from 0 to {}", rubric->top()), level);
    }
    return out;
}

std::string value(const Fact& fact) {
    switch (fact.kind) {
        case ContextKind::boolean: return fact.boolean ? "true" : "false";
        case ContextKind::number: return fmt::format("{}", fact.number);
        case ContextKind::one_of: return written(fact.option);
    }
    return {};
}

std::string meaning(const ContextQuestion& question) {
    switch (question.kind) {
        case ContextKind::boolean: return "true or false";
        case ContextKind::number: return "a whole number";
        case ContextKind::one_of: return fmt::format("{}", fmt::join(question.options, ", "));
    }
    return {};
}

std::string context(const Models& models, const AnswerSheet& sheet) {
    std::string out;
    std::set<Text> asked;
    for (const auto* catalogue : models.catalogues)
        for (const auto& question : catalogue->context) {
            if (!asked.insert(question.id).second) continue;
            const auto* known = sheet.fact(question.id);
            out += fact(fmt::format("context.{}", question.id), question.text, meaning(question),
                        known != nullptr ? value(*known) : std::string(), question.group);
        }
    return out;
}

std::string tags(const AnswerSheet& sheet) {
    std::string out;
    for (const auto& tag : sheet.tags)
        out += fact(fmt::format("tags.{}", tag.key), about("tags"), "", written(tag.value));
    return out;
}

/// What each answer word says about a practice, most of it first. It stands in every row, for rows
/// get sorted and filtered.
std::string meaning(const Practice& practice) {
    std::string out;
    if (!practice.success.empty()) out = fmt::format("fully: {} ", as_sentence(practice.success));
    if (!practice.not_applicable.empty())
        out += fmt::format("not-applicable: when {} ", as_sentence(practice.not_applicable));
    out += "Answers:";
    for (const auto& each : answer_words()) {
        const bool is_offered =
            each.rating != Rating::not_applicable || !practice.not_applicable.empty();
        if (is_offered) out += fmt::format(" {}: {};", each.word, each.meaning);
    }
    out.back() = '.';
    return out;
}

std::string answer_word(const Answer& answer) {
    if (answer.na_not_offered) return std::string(word(Rating::not_applicable));
    return answer.rating == Rating::unanswered ? "" : std::string(word(answer.rating));
}

std::string practice_row(const Catalogue& catalogue, const Practice& practice,
                         const Answer* answer) {
    Cells cells{{practice_column, std::string(practice.id)},
                {"parameter", guarded(visible(catalogue.parameters[practice.parameter].title))},
                {"statement", guarded(visible(practice.statement))},
                {"meaning", guarded(visible(meaning(practice)))}};
    if (answer != nullptr) {
        cells[answer_column] = answer_word(*answer);
        cells["evidence"] = written(answer->evidence);
        cells["note"] = written(answer->note);
        cells["owner"] = written(answer->owner);
        cells["date"] = std::string(answer->date);
        cells["confirmed_by"] = written(answer->confirmed_by);
        cells["due"] = std::string(answer->due);
        cells["source"] = written(answer->source);
    }
    return record(cells);
}

}  // namespace

std::string csv_sheet(const Models& models, const std::set<Text>& practices,
                      const AnswerSheet& sheet) {
    std::vector<std::string> names;
    for (const auto column : csv_columns()) names.emplace_back(column);
    auto out = csv_cells(names) + sheet_facts(sheet) + targets(models, sheet) +
               context(models, sheet) + tags(sheet);
    for (const auto* catalogue : models.catalogues)
        for (std::uint32_t p = 0; p < catalogue->parameters.size(); ++p)
            for (const auto& practice : catalogue->practices)
                if (practice.parameter == p && practices.contains(practice.id))
                    out += practice_row(*catalogue, practice, sheet.find(practice.id));
    const bool is_ascii =
        std::ranges::all_of(out, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    // Excel takes a file without the mark for the encoding of the machine.
    return is_ascii ? out : std::string(byte_order_mark) + out;
}

std::string csv_questionnaire(const Questionnaire& questionnaire) {
    AnswerSheet blank{};
    blank.team = questionnaire.team.empty() ? placeholder_team : Text(questionnaire.team);
    blank.target = List<ModelLevel>(questionnaire.only);
    return csv_sheet(questionnaire.models, questionnaire.practices(), blank);
}

}  // namespace mlops_assess

#include "model/csv_header.hpp"

#include "model/shapes.hpp"
#include "text/suggest.hpp"
#include "text/unicode.hpp"
#include "text/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <span>

namespace mlops_assess {
namespace {

/// The columns that explain a practice to who answers it; reading passes them over.
constexpr std::string_view explaining_columns[] = {"parameter", "statement", "meaning"};

/// Whether a column may be meant for one of the two that are needed.
bool near_a_needed_one(const CsvRow& row) {
    constexpr std::size_t most_looked_at = 100;
    const auto looked_at = std::span(row.cells).first(std::min(row.cells.size(), most_looked_at));
    return std::ranges::any_of(looked_at, [](const auto& cell) {
        return !nearest(trimmed(cell.text), {practice_column, answer_column}).empty();
    });
}

/// What the file is instead, and the way out; empty for a sheet with mistakes, too.
std::pair<std::string, std::string> other_file(const CsvRow& row, const CsvHeader& header) {
    if (header.find(practice_column) != nullptr && header.find("rubric") != nullptr)
        return {"this is a report that `score -f csv` wrote, not an answer sheet",
                "give the sheet that was scored"};
    if (!near_a_needed_one(row))
        return {"this is no answer sheet: its first row names no column `practice`",
                "`mlops-assess init -o answers.csv` writes one to fill in"};
    return {};
}

}  // namespace

std::vector<std::string_view> csv_columns() {
    std::vector<std::string_view> names{practice_column};
    names.insert(names.end(), std::begin(explaining_columns), std::end(explaining_columns));
    for (const auto& field : answer_shape.fields) names.push_back(field.key);
    return names;
}

CsvHeader::CsvHeader(const CsvRow& row) {
    for (const auto& cell : row.cells) {
        if (is_blank(cell.text)) continue;
        names_.push_back(cell);
        names_.back().text = trimmed(cell.text);
    }
    if (const auto* cell = find(practice_column)) practice_ = cell->column;
    if (const auto* cell = find(answer_column)) answer_ = cell->column;
}

const CsvCell* CsvHeader::find(std::string_view name) const {
    const auto found = std::ranges::find(names_, name, &CsvCell::text);
    return found != names_.end() ? &*found : nullptr;
}

std::string_view CsvHeader::name(std::size_t column) const {
    const auto found = std::ranges::lower_bound(names_, column, {}, &CsvCell::column);
    return found != names_.end() && found->column == column ? found->text : std::string_view();
}

std::optional<CsvHeader> read_header(const SourceFile& file, const CsvRow& row,
                                     Diagnostics& diagnostics) {
    const auto complain = [&](DiagnosticId id, std::size_t at, std::string message,
                              std::string hint) {
        diagnostics.add(id, file, file.place(at), std::move(message), std::move(hint));
    };
    CsvHeader header(row);
    if (auto [what, hint] = other_file(row, header); !what.empty()) {
        complain(DiagnosticId::wrong_kind, row.at, what, hint);
        return std::nullopt;
    }
    const auto known = csv_columns();
    std::set<std::string_view> seen;
    for (const auto& cell : row.cells) {
        const auto name = trimmed(cell.text);
        if (is_blank(name) || diagnostics.size() >= most_shown) continue;
        if (std::ranges::count(known, name) == 0) {
            auto hint = did_you_mean(name, known);
            if (hint.empty()) hint = fmt::format("columns here: {}", fmt::join(known, ", "));
            complain(DiagnosticId::unknown_key, cell.at,
                     fmt::format("unknown column {}", quoted(name)), std::move(hint));
        } else if (!seen.insert(name).second) {
            complain(DiagnosticId::duplicate_key, cell.at,
                     fmt::format("the column \"{}\" is there a second time; the first is column {}",
                                 name, header.find(name)->column + 1),
                     "keep one of the two");
        }
    }
    for (const auto name : {practice_column, answer_column})
        if (header.find(name) == nullptr)
            complain(DiagnosticId::missing_key, row.at,
                     fmt::format("the column `{}` is missing here", name),
                     "the first row names the columns; `practice` and `answer` are needed");
    const bool is_whole =
        header.find(practice_column) != nullptr && header.find(answer_column) != nullptr;
    return is_whole ? std::optional(std::move(header)) : std::nullopt;
}

}  // namespace mlops_assess

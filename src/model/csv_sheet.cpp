#include "model/csv_sheet.hpp"

#include "model/csv_header.hpp"
#include "model/shapes.hpp"
#include "text/csv_text.hpp"
#include "text/scalars.hpp"
#include "text/suggest.hpp"
#include "text/unicode.hpp"
#include "text/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

/// From the rows of a CSV sheet to the tree of a YAML one. Columns and facts are the keys of the
/// tables in shapes.cpp; what is known of a key there is checked by the loader, and here only what
/// a spreadsheet makes of it.
namespace mlops_assess {
namespace {

/// Answers have rows of their own, and the ending of the file's name says what it is.
bool is_fact(std::string_view key) { return key != "answers" && key != "schema"; }

bool has_own_keys(const Field& fact) {
    return fact.holds == Holds::map_of_integer || fact.holds == Holds::map_of_fact ||
           fact.holds == Holds::map_of_text;
}

class Builder {
  public:
    Builder(const SourceFile& file, Diagnostics& diagnostics)
        : file_(file), diagnostics_(diagnostics) {}

    Node build(const std::vector<CsvRow>& rows, const CsvHeader& header) {
        const auto at = rows.front().at;
        root_.kind = answers_.kind = Node::Kind::map;
        root_.at = answers_.at = at;
        for (std::size_t i = 1; i < rows.size(); ++i)
            if (rows[i].flawed || diagnostics_.size() >= most_csv_findings)
                passed_over_ = true;
            else
                read(rows[i], header);
        if (root_.find("team") == nullptr) complain_of_team(at);
        root_.entries.push_back({"answers", at, std::move(answers_)});
        return std::move(root_);
    }

  private:
    void complain(DiagnosticId id, std::size_t at, std::string message, std::string hint) {
        diagnostics_.add(id, file_, file_.place(at), std::move(message), std::move(hint));
    }

    void complain_of_team(std::size_t header_at) {
        root_.entries.push_back({"team", header_at, broken(header_at)});
        const auto row = seen_.find("@team");
        // It may stand in a row of which another mistake is told.
        if (row == seen_.end() && passed_over_) return;
        complain(DiagnosticId::missing_key, row != seen_.end() ? row->second : header_at,
                 row != seen_.end() ? "the team has no name" : "the row `@team` is missing here",
                 "the team's name stands in the row of `@team`, under `answer`");
    }

    static Node broken(std::size_t at) { return {Node::Kind::broken, at, {}, false, {}, {}}; }
    static Node scalar(std::string_view text, std::size_t at) {
        return {Node::Kind::scalar, at, std::string(text), false, {}, {}};
    }

    void read(const CsvRow& row, const CsvHeader& header) {
        const auto* first = row.find(header.practice());
        const auto id = first != nullptr ? trimmed(unguarded(trimmed(first->text))) : "";
        const CsvCell* said = nullptr;
        for (const auto& cell : row.cells) {
            const auto name = header.name(cell.column);
            if (name.empty() && !is_blank(cell.text)) {
                complain(DiagnosticId::unknown_key, cell.at, "this cell stands under no column",
                         "put a text that holds the separator in quotes, or empty the cell");
                passed_over_ = true;
                return;
            }
            if (said == nullptr && find_field(answer_shape, name) != nullptr) said = &cell;
        }
        if (id.empty()) {
            if (said != nullptr)
                complain(DiagnosticId::missing_key, said->at,
                         "this row names no practice, so its answer counts for nothing",
                         "write the practice's id under `practice`, or empty the row");
            return;
        }
        const auto [earlier, is_new] = seen_.emplace(id, first->at);
        if (!is_new)
            complain(DiagnosticId::duplicate_key, first->at,
                     fmt::format("{} appears here a second time; the first is in line {}",
                                 quoted(id), file_.place(earlier->second).line),
                     "keep one of the two");
        else if (id.starts_with('@'))
            read_fact(row, header, id.substr(1), first->at);
        else
            answers_.entries.push_back({std::string(id), first->at, answer(row, header)});
    }

    Node answer(const CsvRow& row, const CsvHeader& header) {
        const auto* said = row.find(header.answer());
        Node word{Node::Kind::null, said != nullptr ? said->at : row.at, {}, false, {}, {}};
        if (said != nullptr && !is_blank(said->text)) word = scalar(trimmed(said->text), said->at);
        Node map{Node::Kind::map, row.at, {}, false, {}, {}};
        map.entries.push_back({std::string(answer_column), word.at, word});
        for (const auto& cell : row.cells) {
            const auto name = header.name(cell.column);
            const auto* field = find_field(answer_shape, name);
            if (field == nullptr || name == answer_column) continue;
            if (auto node = value(*field, cell))
                map.entries.push_back({std::string(name), cell.at, *std::move(node)});
        }
        return map.entries.size() > 1 ? map : word;
    }

    void read_fact(const CsvRow& row, const CsvHeader& header, std::string_view name,
                   std::size_t at) {
        const auto dot = name.find('.');
        const auto key = name.substr(0, dot);
        const auto* field = is_fact(key) ? find_field(answers_shape, key) : nullptr;
        if (field == nullptr || has_own_keys(*field) != (dot != std::string_view::npos)) {
            complain_of_fact(name, at);
            return;
        }
        for (const auto& cell : row.cells) {
            const auto column = header.name(cell.column);
            if (column == answer_column)
                add_fact(*field, name.substr(dot + 1), at, cell);
            else if (find_field(answer_shape, column) != nullptr && !is_blank(cell.text))
                complain(DiagnosticId::unknown_key, cell.at,
                         fmt::format("a fact has no `{}`, only its answer", column),
                         "what is to be known about the sheet stands in the row of `@summary`");
        }
    }

    /// `inner` is the key in a map of own keys.
    void add_fact(const Field& field, std::string_view inner, std::size_t at, const CsvCell& cell) {
        auto node = value(field, cell);
        if (!node) return;
        if (!has_own_keys(field)) {
            root_.entries.push_back({std::string(field.key), at, *std::move(node)});
            return;
        }
        auto map = std::ranges::find(root_.entries, field.key, &Entry::key);
        if (map == root_.entries.end())
            map = root_.entries.insert(
                map, {std::string(field.key), at, {Node::Kind::map, at, {}, false, {}, {}}});
        map->value.entries.push_back({std::string(inner), at, *std::move(node)});
    }

    void complain_of_fact(std::string_view name, std::size_t at) {
        std::vector<std::string> facts;
        std::vector<std::string_view> keys;
        for (const auto& field : answers_shape.fields) {
            if (!is_fact(field.key)) continue;
            keys.push_back(field.key);
            facts.push_back(fmt::format("@{}{}", field.key, has_own_keys(field) ? ".NAME" : ""));
        }
        const auto dot = name.find('.');
        const auto near = nearest(name.substr(0, dot), keys);
        const auto rest = dot != std::string_view::npos ? name.substr(dot) : std::string_view();
        const bool fits =
            !near.empty() && has_own_keys(*find_field(answers_shape, near)) == !rest.empty();
        complain(DiagnosticId::unknown_key, at,
                 fmt::format("unknown fact {}", quoted(fmt::format("@{}", name))),
                 fits ? fmt::format("did you mean \"@{}{}\"?", near, rest)
                      : fmt::format("facts here: {}", fmt::join(facts, ", ")));
    }

    /// None for an empty cell.
    std::optional<Node> value(const Field& field, const CsvCell& cell) {
        switch (field.holds) {
            case Holds::text_or_texts: return lines(cell);
            case Holds::date: return date(cell);
            case Holds::map_of_integer: return number(cell);
            case Holds::map_of_fact: return fact(cell);
            default: return text(cell.text, cell.at);
        }
    }

    Node text(std::string_view written, std::size_t at) {
        const auto text = unguarded(written);
        if (is_blank(text))
            complain(DiagnosticId::blank_text, at, "this cell holds nothing but blanks",
                     "write the text, or empty the cell");
        else if (text.size() > most_text)
            complain(DiagnosticId::too_long, at,
                     fmt::format("this text has {} bytes; at most {} are allowed", text.size(),
                                 most_text),
                     "keep the essence here and cite a document for the rest");
        else
            return scalar(text, at);
        return broken(at);
    }

    /// Each line of the cell is a text.
    Node lines(const CsvCell& cell) {
        Node list{Node::Kind::sequence, cell.at, {}, false, {}, {}};
        std::string_view rest = cell.text;
        for (std::size_t i = 0; !is_blank(rest); ++i) {
            const auto end = rest.find('\n');
            const auto line = rest.substr(0, end);
            if (!is_blank(line))
                list.items.push_back(text(line, i > 0 ? cell.lines[i - 1] : cell.at));
            rest = end != std::string_view::npos ? rest.substr(end + 1) : std::string_view();
        }
        if (list.items.empty()) return text(cell.text, cell.at);
        return list.items.size() > 1 ? list : list.items.front();
    }

    std::optional<Node> date(const CsvCell& cell) {
        const auto written = trimmed(cell.text);
        if (written.empty()) return std::nullopt;
        if (is_date(written)) return scalar(written, cell.at);
        complain(DiagnosticId::bad_date, cell.at,
                 fmt::format("{} is not an ISO date", quoted(written)),
                 "write it as 2026-11-20; spreadsheets rewrite dates unless the "
                 "cells have the format Text");
        return broken(cell.at);
    }

    std::optional<Node> number(const CsvCell& cell) {
        const auto written = trimmed(cell.text);
        if (written.empty()) return std::nullopt;
        if (to_integer(written)) return scalar(written, cell.at);
        complain(DiagnosticId::bad_number, cell.at,
                 fmt::format("{} is not a level", quoted(written)),
                 "write a whole number in digits alone, such as 3");
        return broken(cell.at);
    }

    /// Truth values as spreadsheets write them are written as in YAML.
    static std::optional<Node> fact(const CsvCell& cell) {
        const auto written = trimmed(unguarded(cell.text));
        if (written.empty()) return std::nullopt;
        const auto lower = lower_case(written);
        return scalar(lower == "true" || lower == "false" ? lower : written, cell.at);
    }

    const SourceFile& file_;
    Diagnostics& diagnostics_;
    Node root_;
    Node answers_;
    std::map<std::string, std::size_t, std::less<>> seen_;  ///< practices and facts
    bool passed_over_ = false;                              ///< a row of which a mistake is told
};

std::shared_ptr<const Document> csv_document(const SourceFile& file, Diagnostics& diagnostics) {
    Diagnostics found;
    const auto rows = parse_csv(file, csv_columns(), found);
    std::optional<Node> root;
    if (!rows.empty()) {
        if (const auto header = read_header(file, rows.front(), found))
            root = Builder(file, found).build(rows, *header);
    } else if (!found.has_errors())
        found.add(DiagnosticId::empty_file, file, std::nullopt, "this file holds nothing",
                  "`mlops-assess init -o answers.csv` writes a questionnaire to fill in");
    diagnostics.append(found);
    if (!root) return nullptr;
    return std::make_shared<Document>(
        Document{file.shared_from_this(), *std::move(root), found.has_errors()});
}

}  // namespace

std::shared_ptr<const Document> parse_sheet(const SourceFile& file, Diagnostics& diagnostics) {
    return is_csv(file.name) ? csv_document(file, diagnostics) : parse(file, diagnostics);
}

}  // namespace mlops_assess

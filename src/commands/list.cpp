#include "commands/run.hpp"
#include "report/phrases.hpp"
#include "text/json_text.hpp"
#include "text/layout.hpp"
#include "text/unicode.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

using Json = nlohmann::ordered_json;

/// Rows of texts; the last column takes what is left of the width.
struct Table {
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;
    std::string legend = {};
};

std::string trimmed_end(std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

std::string as_text(const Table& table, const Style& style) {
    auto lines = table.rows;
    lines.insert(lines.begin(), table.head);
    std::vector<std::size_t> widths(table.head.size(), 0);
    for (const auto& row : lines)
        for (std::size_t i = 0; i + 1 < row.size(); ++i)
            widths[i] = std::max(widths[i], display_width(visible(row[i])));
    std::string out;
    for (const auto& row : lines) {
        std::string line;
        for (std::size_t i = 0; i + 1 < row.size(); ++i)
            line += pad(row[i].empty() ? "-" : visible(row[i]), widths[i] + 2);
        out += row.back().empty()
                   ? trimmed_end(line) + "\n"
                   : hang(line, visible(row.back()), static_cast<std::size_t>(style.width));
    }
    return out + table.legend;
}

Json as_json(const Table& table) {
    auto list = Json::array();
    for (const auto& row : table.rows) {
        auto object = Json::object();
        for (std::size_t i = 0; i < row.size(); ++i) object[table.head[i]] = row[i];
        list.push_back(std::move(object));
    }
    return list;
}

/// Where a rubric first asks for a practice.
struct Due {
    int level;
    bool required;
};

std::optional<Due> due(const Rubric& rubric, PracticeIndex practice) {
    const auto parameter = rubric.catalogue->practices[practice].parameter;
    for (int level = 1; level <= rubric.top(); ++level)
        for (const auto& requirement : rubric.cell(parameter, level).required)
            if (requirement.practice == practice) return Due{level, true};
    for (int level = 0; level <= rubric.top(); ++level)
        for (const auto recommended : rubric.cell(parameter, level).recommended)
            if (recommended == practice) return Due{level, false};
    return std::nullopt;
}

Table practices(const Models& models) {
    Table table{{"id"}, {}, "(n): recommended at level n, required nowhere\n"};
    for (const auto* rubric : models.rubrics) table.head.emplace_back(rubric->id);
    table.head.emplace_back("statement");
    for (const auto* catalogue : models.catalogues)
        for (PracticeIndex i = 0; i < catalogue->practices.size(); ++i) {
            std::vector<std::string> row = {std::string(catalogue->practices[i].id)};
            for (const auto* rubric : models.rubrics) {
                const auto found =
                    rubric->catalogue->id == catalogue->id ? due(*rubric, i) : std::nullopt;
                row.push_back(!found            ? "-"
                              : found->required ? std::to_string(found->level)
                                                : fmt::format("({})", found->level));
            }
            row.emplace_back(catalogue->practices[i].statement);
            table.rows.push_back(std::move(row));
        }
    return table;
}

Json practices_json(const Models& models) {
    auto list = Json::array();
    for (const auto* catalogue : models.catalogues)
        for (PracticeIndex i = 0; i < catalogue->practices.size(); ++i) {
            const auto& practice = catalogue->practices[i];
            auto levels = Json::array();
            for (const auto* rubric : models.rubrics) {
                if (rubric->catalogue->id != catalogue->id) continue;
                if (const auto found = due(*rubric, i))
                    levels.push_back({{"rubric", std::string(rubric->id)},
                                      {"level", found->level},
                                      {"required", found->required}});
            }
            list.push_back(
                {{"id", std::string(practice.id)},
                 {"parameter", std::string(catalogue->parameters[practice.parameter].id)},
                 {"statement", std::string(practice.statement)},
                 {"levels", std::move(levels)}});
        }
    return list;
}

Table rubrics(const Models& models) {
    Table table{{"id", "version", "levels", "title"}, {}};
    for (const auto* rubric : models.rubrics)
        table.rows.push_back({std::string(rubric->id), std::string(rubric->version),
                              fmt::format("0-{}", rubric->top()), std::string(rubric->title)});
    return table;
}

Table levels(const Models& models) {
    Table table{{"level", "name", "summary"}, {}};
    for (const auto* rubric : models.rubrics)
        for (std::size_t i = 0; i < rubric->levels.size(); ++i)
            table.rows.push_back({fmt::format("{}.{}", rubric->id, i),
                                  std::string(rubric->levels[i].name),
                                  std::string(rubric->levels[i].summary)});
    return table;
}

Table format_table(const Models&) {
    Table table{{"name", "ending", "about"}, {}};
    for (const auto& format : formats())
        table.rows.push_back(
            {std::string(format.name), std::string(format.ending), std::string(format.about)});
    return table;
}

struct Listable {
    std::string_view name;
    Table (*table)(const Models&);
    Json (*json)(const Models&) = nullptr;  ///< where it tells more than the table
};
constexpr Listable listables[] = {{"practices", practices, practices_json},
                                  {"rubrics", rubrics},
                                  {"levels", levels},
                                  {"formats", format_table}};

std::string write_text(const Listable& what, const Models& models, const Style& style) {
    return as_text(what.table(models), style);
}

std::string write_json(const Listable& what, const Models& models, const Style&) {
    return json_text(what.json != nullptr ? what.json(models) : as_json(what.table(models)));
}

struct Layout {
    std::string_view name;
    std::string (*write)(const Listable& what, const Models& models, const Style& style);
};
constexpr Layout layouts[] = {{"text", write_text}, {"json", write_json}};

struct Asked {
    const Listable* what = nullptr;
    const Layout* format = layouts;
};

Options options(Asked& asked) {
    return {choice("", "WHAT", "practices, rubrics, levels or formats", listables, asked.what),
            format_option("text or json", layouts, asked.format)};
}

ExitStatus run_list(Run& run, const Asked& asked) {
    const auto models = run.load_models_or_tell();
    if (!models) return models.error();
    return run.print(asked.format->write(*asked.what, *models, run.style()));
}

}  // namespace

extern const Command list_command = {
    "list", "List practices, rubrics, levels or report formats",
    "`mlops-assess explain ID` tells more about a practice, rubric or level.", Group::daily,
    start<Asked, options, run_list>};

}  // namespace mlops_assess

#include "commands/commands.hpp"
#include "report/layout.hpp"
#include "report/phrases.hpp"
#include "unicode.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace mlops_assess {
namespace {

using Json = nlohmann::ordered_json;

/// Rows of texts; the last column takes what is left of the width.
struct Table {
    std::vector<std::string> keys;
    std::vector<std::vector<std::string>> rows;
};

std::string as_text(const Table& table, const Style& style) {
    std::vector<std::size_t> widths(table.keys.size(), 0);
    for (const auto& row : table.rows)
        for (std::size_t i = 0; i + 1 < row.size(); ++i)
            widths[i] = std::max(widths[i], display_width(visible(row[i])));
    std::string out;
    for (const auto& row : table.rows) {
        std::string line;
        for (std::size_t i = 0; i + 1 < row.size(); ++i)
            line += pad(visible(row[i]), widths[i] + 2);
        out += hang(line, visible(row.back()), static_cast<std::size_t>(style.width));
    }
    return out;
}

std::string as_json(const Table& table) {
    auto list = Json::array();
    for (const auto& row : table.rows) {
        auto object = Json::object();
        for (std::size_t i = 0; i < row.size(); ++i) object[table.keys[i]] = row[i];
        list.push_back(std::move(object));
    }
    return escape_invisible(list.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

/// `1`, `2 recommended`, or nothing: at which level a rubric asks for a practice.
std::string due(const Rubric& rubric, PracticeIndex practice) {
    for (int level = 1; level <= rubric.top(); ++level) {
        const auto& cell = rubric.cell(rubric.catalogue->practices[practice].parameter, level);
        for (const auto& requirement : cell.required)
            if (requirement.practice == practice) return std::to_string(level);
    }
    for (int level = 1; level <= rubric.top(); ++level) {
        const auto& cell = rubric.cell(rubric.catalogue->practices[practice].parameter, level);
        if (std::find(cell.recommended.begin(), cell.recommended.end(), practice) !=
            cell.recommended.end())
            return fmt::format("({})", level);
    }
    return "-";
}

Table practices(const Models& models) {
    Table table{{"id"}, {}};
    for (const auto* rubric : models.rubrics) table.keys.emplace_back(rubric->id);
    table.keys.emplace_back("statement");
    for (const auto* catalogue : models.catalogues)
        for (PracticeIndex i = 0; i < catalogue->practices.size(); ++i) {
            std::vector<std::string> row = {std::string(catalogue->practices[i].id)};
            for (const auto* rubric : models.rubrics)
                row.push_back(rubric->catalogue->id == catalogue->id ? due(*rubric, i) : "-");
            row.emplace_back(catalogue->practices[i].statement);
            table.rows.push_back(std::move(row));
        }
    return table;
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

Table format_table() {
    Table table{{"name", "ending", "about"}, {}};
    for (const auto& format : formats())
        table.rows.push_back(
            {std::string(format.name), std::string(format.ending), std::string(format.about)});
    return table;
}

}  // namespace

ExitStatus run_list(Run& run, const ListOptions& options) {
    ExitStatus status{};
    const auto models = run.load_right_models(status);
    if (!models) return status;
    const auto table = options.what == "practices" ? practices(*models)
                       : options.what == "rubrics" ? rubrics(*models)
                       : options.what == "levels"  ? levels(*models)
                                                   : format_table();
    return run.print(options.format == "json" ? as_json(table) : as_text(table, run.style()));
}

}  // namespace mlops_assess

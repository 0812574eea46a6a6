#include "writer/portfolio/rows.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

#include <set>

namespace mlops_assess {
namespace {

RowValue id_or_nothing(Text text) {
    return text.empty() ? RowValue() : RowValue(std::string(text));
}

RowValue free_or_nothing(Text text) {
    return text.empty() ? RowValue() : RowValue(FreeText{std::string(text)});
}

void add_figures(std::vector<RowValue>& row, const Figures& figures, std::string index,
                 int target) {
    if (!figures.assessed) {
        row.insert(row.end(), 5, RowValue());
        row.emplace_back(target);
        row.insert(row.end(), 2, RowValue());
        return;
    }
    for (const auto level : {figures.level, figures.low, figures.high, figures.evidenced})
        row.emplace_back(int{level});
    row.push_back(id_or_nothing(index));
    row.emplace_back(target);
    for (const auto count : {figures.gaps, figures.open})
        row.push_back(figures.at_top ? RowValue() : RowValue(int{count}));
}

}  // namespace

PortfolioRows::PortfolioRows(const Portfolio& portfolio) : portfolio_(portfolio) {
    std::set<Text> tags;
    for (const auto& team : portfolio.teams)
        for (const auto* sheet : team.history)
            for (const auto& tag : sheet->tags) tags.insert(tag.key);
    tags_.assign(tags.begin(), tags.end());
    names_ = {"team", "date", "sheet"};
    for (const auto tag : tags_) names_.push_back(fmt::format("tags.{}", tag));
    for (const auto* name :
         {"rubric", "parameter", "level", "possible_low", "possible_high", "evidenced_level",
          "index", "target", "short_of_next_gaps", "short_of_next_open"})
        names_.emplace_back(name);
}

std::vector<std::vector<RowValue>> PortfolioRows::of(const TeamSheet& sheet) const {
    std::vector<RowValue> whose{FreeText{std::string(sheet.team)}, id_or_nothing(sheet.date),
                                FreeText{std::string(sheet.file)}};
    for (const auto tag : tags_) whose.push_back(free_or_nothing(sheet.tag(tag)));
    std::vector<std::vector<RowValue>> rows;
    for (std::size_t m = 0; m < sheet.models.size(); ++m) {
        const auto& model = sheet.models[m];
        const auto& rubric = *portfolio_.models.rubrics[m];
        const auto add = [&](Text parameter, const Figures& figures, std::string index) {
            auto& row = rows.emplace_back(whose);
            row.push_back(id_or_nothing(rubric.id));
            row.push_back(id_or_nothing(parameter));
            add_figures(row, figures, std::move(index), model.target);
        };
        add({}, model.overall, index_words(model.index_hundredths));
        for (std::size_t p = 0; p < model.parameters.size(); ++p)
            add(rubric.catalogue->parameters[p].id, model.parameters[p], {});
    }
    return rows;
}

}  // namespace mlops_assess

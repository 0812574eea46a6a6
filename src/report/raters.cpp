#include "report/merged_sheet.hpp"
#include "text/layout.hpp"
#include "text/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace mlops_assess {
namespace {

constexpr std::size_t most_name = 60;  ///< cells

/// Who answered, by themselves, with the file's name, and with the way to it.
std::string name_of(const AnswerSheet& sheet, int precision) {
    const auto& path = sheet.source->name;
    const auto file = path.substr(path.rfind('/') + 1);
    auto name = fmt::format("{}", fmt::join(sheet.assessed_by, ", "));
    if (name.empty()) return shortened(precision < 2 ? file : path, most_name);
    name = shortened(name, most_name);
    if (precision == 0) return name;
    return fmt::format("{} ({})", name, shortened(precision == 1 ? file : path, most_name));
}

/// For every sheet the first of its names that no other sheet has.
std::vector<std::string> own_names(const std::vector<AnswerSheet>& sheets) {
    constexpr int most_precise = 2;
    std::vector<std::string> own(sheets.size());
    for (int precision = 0; precision <= most_precise; ++precision) {
        std::vector<std::string> names;
        std::map<std::string, std::size_t> seen;
        for (const auto& sheet : sheets) {
            names.push_back(name_of(sheet, precision));
            ++seen[visible(names.back())];
        }
        for (std::size_t i = 0; i < sheets.size(); ++i)
            if (own[i].empty() && (precision == most_precise || seen[visible(names[i])] == 1))
                own[i] = names[i];
    }
    return own;
}

}  // namespace

std::vector<Rater> name_raters(const std::vector<AnswerSheet>& sheets) {
    std::vector<Rater> raters;
    std::set<std::string> taken;
    const auto own = own_names(sheets);
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        auto name = own[i];
        for (int number = 2; !taken.insert(visible(name)).second; ++number)
            name = fmt::format("{} {}", own[i], number);
        raters.push_back({name, sheets[i]});
    }
    return raters;
}

std::size_t Opinions::answered() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        opinions, [](const Opinion& each) { return each.answer->is_given(); }));
}

std::vector<Rating> Opinions::given() const {
    std::set<Rating> ratings;
    for (const auto& [rater, answer] : opinions)
        if (answer->is_given()) ratings.insert(answer->rating);
    return {ratings.begin(), ratings.end()};
}

const Answer* Opinions::answer_of(std::size_t rater) const {
    const auto* found = std::ranges::find(opinions, rater, &Opinion::rater).base();
    return found == opinions.data() + opinions.size() ? nullptr : found->answer;
}

std::vector<Opinions> questions_of(const std::vector<Rater>& raters, const Models& models) {
    std::vector<Opinions> questions;
    for (const auto* catalogue : models.known_catalogues())
        for (PracticeIndex i = 0; i < catalogue->practices.size(); ++i) {
            Opinions question{catalogue, i, {}};
            for (std::size_t r = 0; r < raters.size(); ++r)
                if (const auto* answer = raters[r].sheet.find(catalogue->practices[i].id))
                    question.opinions.push_back({r, answer});
            if (!question.opinions.empty()) questions.push_back(std::move(question));
        }
    return questions;
}

}  // namespace mlops_assess

#include "assessment/interview.hpp"

#include "assessment/assessment.hpp"
#include "assessment/practice_set.hpp"

#include <algorithm>
#include <tuple>

namespace mlops_assess {

/// One model seen from where an interview stands.
class Inquiry {
  public:
    Inquiry(const Interview& interview, const WantedModel& model)
        : interview_(interview),
          model_(model),
          catalogue_(*model.rubric->catalogue),
          may_ask_(catalogue_.practices.size()) {
        std::vector<Points> least;  // open practices taken as no
        std::vector<Points> most;
        for (PracticeIndex i = 0; i < catalogue_.practices.size(); ++i) {
            const auto& id = catalogue_.practices[i].id;
            const auto found = interview.ratings_.find(id);
            const auto rating =
                found == interview.ratings_.end() ? Rating::unanswered : found->second;
            const bool open = rating == Rating::unanswered;
            ratings_.push_back(rating);
            least.push_back(points(rating));
            most.push_back(open ? most_points : points(rating));
            if (open && !interview.passed_.contains(id)) may_ask_.insert(i);
        }
        certain_ = effective_points(catalogue_, least);
        certain_levels_ = levels_of(certain_);
        possible_levels_ = levels_of(effective_points(catalogue_, most));
    }

    bool wants(std::size_t parameter) const {
        return parameter < catalogue_.parameters.size() &&
               (interview_.only_.empty() ||
                interview_.only_.contains(catalogue_.parameters[parameter].id));
    }

    /// What to ask, and the practice that the cell requires.
    struct Deciding {
        PracticeIndex practice;
        PracticeIndex required;
    };

    /// Of the practices that may be asked and can change a level through a requirement of this
    /// cell, the first.
    std::optional<Deciding> first_deciding(std::size_t parameter, int level) {
        std::optional<Deciding> first;
        PracticeSet reached(catalogue_.practices.size());
        visit_deciding(parameter, level, [&](const Requirement& requirement, const auto& deciding) {
            const auto required = requirement.practice;
            if (first) {
                // Asked for this cell anyway: answered well, it leaves the weaker one unasked.
                if (reached.contains(required) && deciding.contains(required))
                    first->practice = required;
                return false;
            }
            visit_implying(required, reached, [&](PracticeIndex practice) {
                if (!first && deciding.contains(practice)) first = Deciding{practice, required};
            });
            return first->practice != required || catalogue_.practices[required].implied_by.empty();
        });
        return first;
    }

    /// All of them.
    void add_deciding(std::size_t parameter, int level, PracticeSet& found) {
        visit_deciding(parameter, level, [&](const Requirement&, const auto& deciding) {
            found |= deciding;
            return false;
        });
    }

    /// Practices that may be asked and can add points to a cell, but those `seen` before.
    template <typename Visit>
    void visit_improving(std::size_t parameter, int level, PracticeSet& seen, Visit visit) const {
        for (const auto& requirement : model_.rubric->cell(parameter, level).required) {
            if (is_left_out(requirement.practice) || certain_[requirement.practice] == most_points)
                continue;
            visit_implying(requirement.practice, seen, [&](PracticeIndex practice) {
                if (may_ask_.contains(practice)) visit(practice);
            });
        }
    }

    bool is_open(PracticeIndex practice) const {
        return may_ask_.contains(practice) && certain_[practice] < most_points;
    }

    int level_of(std::size_t parameter) const {
        return certain_levels_.parameters[parameter].value_or(model_.rubric->top());
    }

    std::size_t size() const { return catalogue_.practices.size(); }

  private:
    /// A practice that is not met for certain, and what it takes.
    struct Unmet {
        PracticeIndex practice;
        Points needed;
    };

    Levels levels_of(const std::vector<Points>& effective) const {
        std::vector<bool> applicable;
        for (const auto rating : ratings_) applicable.push_back(rating != Rating::not_applicable);
        return levels(*model_.rubric, model_.bar, effective, applicable);
    }

    bool is_left_out(PracticeIndex practice) const {
        return ratings_[practice] == Rating::not_applicable;
    }

    Points needed(const Requirement& requirement) const {
        return requirement.at_least.value_or(model_.bar);
    }

    bool is_unmet(const Requirement& requirement) const {
        return !is_left_out(requirement.practice) &&
               certain_[requirement.practice] < needed(requirement);
    }

    /// Visits the practice, and all that imply it, nearest first; what is in `seen` is passed
    /// over, and all that imply that.
    template <typename Visit>
    void visit_implying(PracticeIndex practice, PracticeSet& seen, Visit visit) const {
        std::vector<PracticeIndex> found;
        const auto find = [&](PracticeIndex each) {
            if (seen.contains(each)) return;
            seen.insert(each);
            found.push_back(each);
        };
        find(practice);
        for (std::size_t i = 0; i < found.size(); ++i) {
            visit(found[i]);
            for (const auto by : catalogue_.practices[found[i]].implied_by) find(by);
        }
    }

    /// Visits the requirements of a cell on which a level can hang, with the practices that decide
    /// it, until `visit` says that it is enough.
    template <typename Visit>
    void visit_deciding(std::size_t parameter, int level, Visit visit) {
        // A level that is reached, or out of reach, hangs on no answer.
        if (certain_levels_.parameters[parameter].value_or(level) >= level) return;
        const bool overall = interview_.goal_ == Goal::overall_levels;
        const auto possible =
            overall ? possible_levels_.overall : possible_levels_.parameters[parameter];
        if (possible.value_or(0) < level) return;
        find_unmet(overall ? 0 : parameter, overall ? catalogue_.parameters.size() : parameter + 1,
                   level);
        for (const auto& requirement : model_.rubric->cell(parameter, level).required) {
            if (!is_unmet(requirement)) continue;
            const auto deciding = deciding_practices(requirement);
            if (!deciding.empty() && visit(requirement, deciding)) return;
        }
    }

    /// What the parameters from `begin` to before `end` lack up to a level.
    void find_unmet(std::size_t begin, std::size_t end, int level) {
        if (unmet_of_ == std::tuple(begin, end, level)) return;
        unmet_of_ = {begin, end, level};
        unmet_.clear();
        std::map<PracticeIndex, Points> most;
        for (auto p = begin; p < end; ++p)
            for (int n = 1; n <= level; ++n)
                for (const auto& requirement : model_.rubric->cell(p, n).required)
                    if (is_unmet(requirement)) {
                        auto& highest = most[requirement.practice];
                        highest = std::max(highest, needed(requirement));
                    }
        for (const auto& [practice, points] : most) unmet_.push_back({practice, points});
        if (open_.empty()) find_open();
    }

    /// For every practice the open ones among it and all that imply it.
    void find_open() {
        open_.assign(size(), PracticeSet(size()));
        for (const auto practice : catalogue_.credit_order) {
            if (ratings_[practice] == Rating::unanswered) open_[practice].insert(practice);
            for (const auto by : catalogue_.practices[practice].implied_by)
                open_[practice] |= open_[by];
        }
    }

    /// The practices that alone can make the difference at an unmet requirement on which a level
    /// hangs. Of all answers to the others those are the best in which everything else is fully,
    /// but for what would meet the requirement: that is one point short. So it must be the asked
    /// practice that meets whatever has no other open practice to meet it.
    PracticeSet deciding_practices(const Requirement& requirement) const {
        auto deciding = open_[requirement.practice];
        const auto short_of = needed(requirement) - 1;
        for (const auto& other : unmet_) {
            const auto& open = open_[other.practice];
            const bool is_short = short_of < other.needed || open.empty();
            if (is_short && open.is_within(open_[requirement.practice])) deciding &= open;
        }
        return deciding &= may_ask_;
    }

    const Interview& interview_;
    const WantedModel& model_;
    const Catalogue& catalogue_;
    std::vector<Rating> ratings_;
    PracticeSet may_ask_;
    std::vector<PracticeSet> open_;  ///< empty until needed
    std::vector<Points> certain_;    ///< effective points that no further answer takes away
    Levels certain_levels_;
    Levels possible_levels_;
    std::vector<Unmet> unmet_;
    std::tuple<std::size_t, std::size_t, int> unmet_of_{};  ///< parameters and level of `unmet_`
};

namespace {

std::size_t most_parameters(const std::vector<WantedModel>& models) {
    std::size_t most = 0;
    for (const auto& model : models)
        most = std::max(most, model.rubric->catalogue->parameters.size());
    return most;
}

/// Visits the wanted parameters, each of all models before the next.
template <typename Visit>
void visit_parameters(const std::vector<WantedModel>& models, const std::vector<Inquiry>& inquiries,
                      Visit visit) {
    const auto parameters = most_parameters(models);
    for (std::size_t p = 0; p < parameters; ++p)
        for (std::size_t m = 0; m < models.size(); ++m)
            if (inquiries[m].wants(p)) visit(m, p);
}

/// Visits the wanted cells in the order in which they are asked, until `visit` says that it is
/// enough.
template <typename Visit>
void visit_cells(const std::vector<WantedModel>& models, std::vector<Inquiry>& inquiries, Goal goal,
                 Visit visit) {
    std::size_t top = 0;
    for (const auto& model : models) top = std::max(top, static_cast<std::size_t>(model.level));
    const auto parameters = most_parameters(models);
    for (std::size_t i = 0; i < top * parameters; ++i) {
        const bool by_level = goal == Goal::overall_levels;
        const auto p = by_level ? i % parameters : i / top;
        const auto level = static_cast<int>(1 + (by_level ? i / parameters : i % top));
        for (std::size_t m = 0; m < models.size(); ++m) {
            if (level > models[m].level) continue;
            if (inquiries[m].wants(p) && visit(m, p, level)) return;
        }
    }
}

}  // namespace

std::optional<Question> Interview::next() const {
    std::vector<Inquiry> inquiries;
    for (const auto& model : models_) inquiries.emplace_back(*this, model);
    std::optional<Question> question;
    visit_cells(models_, inquiries, goal_, [&](std::size_t m, std::size_t p, int level) {
        const auto* rubric = models_[m].rubric;
        const auto found = inquiries[m].first_deciding(p, level);
        if (!found) return false;
        const auto& practices = rubric->catalogue->practices;
        const auto* contained =
            found->practice == found->required ? nullptr : &practices[found->required];
        question = Question{&practices[found->practice], rubric, p, level, contained};
        return true;
    });
    return question;
}

std::set<Text> Interview::deciding() const {
    std::vector<Inquiry> inquiries;
    std::vector<PracticeSet> deciding;
    for (const auto& model : models_) {
        inquiries.emplace_back(*this, model);
        deciding.emplace_back(inquiries.back().size());
    }
    visit_cells(models_, inquiries, goal_, [&](std::size_t m, std::size_t p, int level) {
        inquiries[m].add_deciding(p, level, deciding[m]);
        return false;
    });
    std::set<Text> found;
    for (std::size_t m = 0; m < models_.size(); ++m)
        for (PracticeIndex i = 0; i < inquiries[m].size(); ++i)
            if (deciding[m].contains(i))
                found.insert(models_[m].rubric->catalogue->practices[i].id);
    return found;
}

std::vector<Question> Interview::rest() const {
    std::vector<Question> questions;
    std::set<Text> found;
    std::vector<Inquiry> inquiries;
    std::vector<PracticeSet> seen;
    for (const auto& model : models_) {
        inquiries.emplace_back(*this, model);
        seen.emplace_back(inquiries.back().size());
    }
    visit_parameters(models_, inquiries, [&](std::size_t m, std::size_t p) {
        const int level = inquiries[m].level_of(p) + 1;
        if (level > models_[m].level) return;
        const auto* rubric = models_[m].rubric;
        inquiries[m].visit_improving(p, level, seen[m], [&](PracticeIndex practice) {
            const auto& about = rubric->catalogue->practices[practice];
            if (found.insert(about.id).second) questions.push_back({&about, rubric, p, level});
        });
    });
    return questions;
}

std::vector<Question> Interview::open() const {
    std::vector<Question> questions;
    std::set<Text> found;
    std::vector<Inquiry> inquiries;
    for (const auto& model : models_) inquiries.emplace_back(*this, model);
    visit_parameters(models_, inquiries, [&](std::size_t m, std::size_t p) {
        const auto* rubric = models_[m].rubric;
        const auto& practices = rubric->catalogue->practices;
        for (PracticeIndex i = 0; i < practices.size(); ++i)
            if (practices[i].parameter == p && inquiries[m].is_open(i) &&
                found.insert(practices[i].id).second)
                questions.push_back({&practices[i], rubric, p, 0});
    });
    return questions;
}

}  // namespace mlops_assess

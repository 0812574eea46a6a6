#include "assessment/interview.hpp"

#include "assessment/assessment.hpp"

#include <algorithm>

namespace mlops_assess {

/// One model seen from where an interview stands.
class Inquiry {
  public:
    Inquiry(const Interview& interview, const WantedModel& model)
        : interview_(interview), model_(model), catalogue_(*model.rubric->catalogue) {
        for (const auto& practice : catalogue_.practices) {
            const auto found = interview.ratings_.find(practice.id);
            const auto rating =
                found == interview.ratings_.end() ? Rating::unanswered : found->second;
            ratings_.push_back(rating);
            least_.push_back(points(rating));
            open_.push_back(rating == Rating::unanswered);
        }
        certain_ = effective_points(catalogue_, least_);
        certain_levels_ = levels_of(certain_);
        auto most = least_;
        for (PracticeIndex i = 0; i < most.size(); ++i)
            if (open_[i]) most[i] = most_points;
        possible_levels_ = levels_of(effective_points(catalogue_, most));
    }

    bool wants(std::size_t parameter) const {
        return interview_.only_.empty() || catalogue_.parameters[parameter].id == interview_.only_;
    }

    /// Visits the practices that may be asked and can change a level through a requirement of
    /// this cell, until `visit` says that it is enough.
    template <typename Visit>
    bool visit_deciding(std::size_t parameter, int level, Visit visit) const {
        // A level that is reached, or out of reach, hangs on no answer.
        if (certain_levels_.parameters[parameter].value_or(level) >= level) return false;
        const bool overall = interview_.goal_ == Goal::overall_levels;
        const auto possible =
            overall ? possible_levels_.overall : possible_levels_.parameters[parameter];
        if (possible.value_or(0) < level) return false;
        for (const auto& requirement : model_.rubric->cell(parameter, level).required) {
            if (is_left_out(requirement.practice) || is_met(requirement, certain_)) continue;
            const auto implying = with_implying(requirement.practice);
            for (const auto practice : implying)
                if (may_ask(practice) && decides(practice, requirement, implying, parameter, level))
                    if (visit(practice)) return true;
        }
        return false;
    }

    /// Practices that may be asked and can add points to a cell.
    template <typename Visit>
    void visit_improving(std::size_t parameter, int level, Visit visit) const {
        for (const auto& requirement : model_.rubric->cell(parameter, level).required) {
            if (is_left_out(requirement.practice) || certain_[requirement.practice] == most_points)
                continue;
            for (const auto practice : with_implying(requirement.practice))
                if (may_ask(practice)) visit(practice);
        }
    }

    bool is_open(PracticeIndex practice) const {
        return may_ask(practice) && certain_[practice] < most_points;
    }

    int level_of(std::size_t parameter) const {
        return certain_levels_.parameters[parameter].value_or(model_.rubric->top());
    }

  private:
    Levels levels_of(const std::vector<Points>& effective) const {
        std::vector<bool> applicable;
        for (const auto rating : ratings_) applicable.push_back(rating != Rating::not_applicable);
        return levels(*model_.rubric, model_.bar, effective, applicable);
    }

    bool is_left_out(PracticeIndex practice) const {
        return ratings_[practice] == Rating::not_applicable;
    }

    bool may_ask(PracticeIndex practice) const {
        return open_[practice] && !interview_.passed_.contains(catalogue_.practices[practice].id);
    }

    Points needed(const Requirement& requirement) const {
        return requirement.at_least.value_or(model_.bar);
    }

    bool is_met(const Requirement& requirement, const std::vector<Points>& effective) const {
        return effective[requirement.practice] >= needed(requirement);
    }

    /// The practice, and all that imply it, nearest first.
    std::vector<PracticeIndex> with_implying(PracticeIndex practice) const {
        std::vector<PracticeIndex> found = {practice};
        for (std::size_t i = 0; i < found.size(); ++i)
            for (const auto by : catalogue_.practices[found[i]].implied_by)
                if (std::find(found.begin(), found.end(), by) == found.end()) found.push_back(by);
        return found;
    }

    /// Whether `asked` alone can make the difference at a requirement on which a level hangs. Of
    /// all answers to the others those are the best in which everything else is fully, but for what
    /// would meet the requirement without `asked`.
    bool decides(PracticeIndex asked, const Requirement& requirement,
                 const std::vector<PracticeIndex>& implying, std::size_t parameter,
                 int level) const {
        auto own = least_;
        for (PracticeIndex i = 0; i < own.size(); ++i)
            if (open_[i]) own[i] = most_points;
        for (const auto by : implying)
            if (open_[by] && by != asked) own[by] = needed(requirement) - 1;
        const auto effective = effective_points(catalogue_, own);
        for (std::size_t p = 0; p < catalogue_.parameters.size(); ++p) {
            if (p != parameter && interview_.goal_ == Goal::parameter_levels) continue;
            for (int n = 1; n <= level; ++n)
                for (const auto& other : model_.rubric->cell(p, n).required)
                    if (!is_left_out(other.practice) && !is_met(other, effective)) return false;
        }
        return true;
    }

    const Interview& interview_;
    const WantedModel& model_;
    const Catalogue& catalogue_;
    std::vector<Rating> ratings_;
    std::vector<Points> least_;  ///< own points, open practices taken as no
    std::vector<bool> open_;
    std::vector<Points> certain_;  ///< effective points that no further answer takes away
    Levels certain_levels_;
    Levels possible_levels_;
};

namespace {

/// Visits the wanted cells, lowest level first, until `visit` says that it is enough.
template <typename Visit>
void visit_cells(const std::vector<WantedModel>& models, const std::vector<Inquiry>& inquiries,
                 Visit visit) {
    int top = 0;
    std::size_t parameters = 0;
    for (const auto& model : models) {
        top = std::max(top, model.level);
        parameters = std::max(parameters, model.rubric->catalogue->parameters.size());
    }
    for (int level = 1; level <= top; ++level)
        for (std::size_t p = 0; p < parameters; ++p)
            for (std::size_t m = 0; m < models.size(); ++m) {
                if (level > models[m].level) continue;
                if (p >= models[m].rubric->catalogue->parameters.size()) continue;
                if (inquiries[m].wants(p) && visit(m, p, level)) return;
            }
}

}  // namespace

std::optional<Question> Interview::next() const {
    std::vector<Inquiry> inquiries;
    for (const auto& model : models_) inquiries.emplace_back(*this, model);
    std::optional<Question> question;
    visit_cells(models_, inquiries, [&](std::size_t m, std::size_t p, int level) {
        return inquiries[m].visit_deciding(p, level, [&](PracticeIndex practice) {
            const auto* rubric = models_[m].rubric;
            question = Question{&rubric->catalogue->practices[practice], rubric, p, level};
            return true;
        });
    });
    return question;
}

std::size_t Interview::at_most() const {
    std::vector<Inquiry> inquiries;
    for (const auto& model : models_) inquiries.emplace_back(*this, model);
    std::set<Text> deciding;
    visit_cells(models_, inquiries, [&](std::size_t m, std::size_t p, int level) {
        return inquiries[m].visit_deciding(p, level, [&](PracticeIndex practice) {
            deciding.insert(models_[m].rubric->catalogue->practices[practice].id);
            return false;
        });
    });
    return deciding.size();
}

std::vector<Question> Interview::rest() const {
    std::vector<Question> questions;
    std::set<Text> found;
    for (const auto& model : models_) {
        const Inquiry inquiry(*this, model);
        const auto& catalogue = *model.rubric->catalogue;
        for (std::size_t p = 0; p < catalogue.parameters.size(); ++p) {
            const int level = inquiry.level_of(p) + 1;
            if (!inquiry.wants(p) || level > model.level) continue;
            inquiry.visit_improving(p, level, [&](PracticeIndex practice) {
                const auto& about = catalogue.practices[practice];
                if (found.insert(about.id).second)
                    questions.push_back({&about, model.rubric, p, level});
            });
        }
    }
    return questions;
}

std::vector<Question> Interview::open() const {
    std::vector<Question> questions;
    std::set<Text> found;
    for (const auto& model : models_) {
        const Inquiry inquiry(*this, model);
        const auto& catalogue = *model.rubric->catalogue;
        for (std::size_t p = 0; p < catalogue.parameters.size(); ++p)
            for (PracticeIndex i = 0; i < catalogue.practices.size(); ++i) {
                const auto& practice = catalogue.practices[i];
                if (practice.parameter == p && inquiry.wants(p) && inquiry.is_open(i) &&
                    found.insert(practice.id).second)
                    questions.push_back({&practice, model.rubric, p, 0});
            }
    }
    return questions;
}

}  // namespace mlops_assess

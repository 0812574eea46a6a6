#include "report/merged_sheet.hpp"

#include "report/merged_note.hpp"
#include "report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace mlops_assess {
namespace {

/// Texts that are not empty, each once, in the order of their coming.
class Distinct {
  public:
    void add(Text text) {
        if (!text.empty() && seen_.insert(text).second) all_.push_back(text);
    }
    const std::vector<Text>& all() const { return all_; }

  private:
    std::vector<Text> all_;
    std::set<Text> seen_;
};

class SheetMerger {
  public:
    SheetMerger(const std::vector<Rater>& raters, const Models& models, const MergeRules& rules)
        : raters_(raters), models_(models), rules_(rules) {
        merged_.sheet.memory = new_memory();
        merged_.sheet.source = make_source("merged sheet", {});
    }

    MergedSheet merge(const std::vector<Opinions>& questions) {
        auto& sheet = merged_.sheet;
        sheet.team = keep(raters_.front().sheet.team);
        for (const auto& [name, each] : raters_) sheet.date = std::max(sheet.date, each.date);
        sheet.date = keep(sheet.date);
        targets();
        facts();
        tags();
        sheet.assessed_by = assessed_by();
        sheet.scope = common("scope", [](const AnswerSheet& each) { return each.scope; });
        sheet.summary = common("summary", [](const AnswerSheet& each) { return each.summary; });
        std::vector<Answer> answers;
        for (const auto& question : questions) answers.push_back(answer(question));
        std::ranges::sort(answers, {}, &Answer::practice);
        sheet.answers = arena().list(answers);
        return std::move(merged_);
    }

  private:
    Arena& arena() { return *merged_.sheet.memory; }
    Text keep(Text text) { return arena().text(text); }

    /// What all raters say who say anything, as words; empty where they differ, which is noted, or
    /// say nothing.
    template <typename Value>
    Text common(const std::string& key, Value value) {
        std::vector<RaterValue> values;
        for (std::size_t r = 0; r < raters_.size(); ++r)
            if (std::string words(value(raters_[r].sheet)); !words.empty())
                values.push_back({r, std::move(words)});
        if (values.empty()) return {};
        const bool differ = std::ranges::any_of(
            values, [&](const RaterValue& each) { return each.value != values[0].value; });
        if (!differ) return keep(values[0].value);
        merged_.left_out.push_back({key, std::move(values)});
        return {};
    }

    static std::string level_of(const AnswerSheet& sheet, Text model) {
        for (const auto& target : sheet.target)
            if (target.model == model) return fmt::format("{}", target.level);
        return {};
    }

    void targets() {
        Distinct models;
        for (const auto* rubric : models_.rubrics) models.add(rubric->id);
        for (const auto* rubric : models_.shipped_rubrics) models.add(rubric->id);
        std::vector<ModelLevel> targets;
        for (const auto model : models.all()) {
            const auto level =
                common(fmt::format("target.{}", model),
                       [&](const AnswerSheet& each) { return level_of(each, model); });
            if (const auto number = to_integer(level))
                targets.push_back({model, static_cast<int>(*number)});
        }
        merged_.sheet.target = arena().list(targets);
    }

    void facts() {
        Distinct questions;
        for (const auto* catalogue : models_.known_catalogues())
            for (const auto& question : catalogue->context) questions.add(question.id);
        std::vector<Fact> facts;
        std::vector<Text> unknown;
        for (const auto question : questions.all()) {
            const Fact* stated = nullptr;
            bool is_unknown = false;
            for (const auto& [name, sheet] : raters_) {
                if (const auto* fact = sheet.fact(question)) stated = fact;
                const auto& open = sheet.unknown_facts;
                if (std::ranges::find(open, question) != open.end()) is_unknown = true;
            }
            const auto words =
                common(fmt::format("context.{}", question), [&](const AnswerSheet& each) {
                    const auto* fact = each.fact(question);
                    return fact == nullptr ? std::string() : fact_words(*fact);
                });
            if (!words.empty()) {
                facts.push_back(*stated);
                facts.back().option = keep(stated->option);
            } else if (stated == nullptr && is_unknown) {
                unknown.push_back(question);
            }
        }
        merged_.sheet.context = arena().list(facts);
        merged_.sheet.unknown_facts = arena().list(unknown);
    }

    static Text value_of(const AnswerSheet& sheet, Text key) {
        for (const auto& tag : sheet.tags)
            if (tag.key == key) return tag.value;
        return {};
    }

    void tags() {
        Distinct found;
        for (const auto& [name, sheet] : raters_)
            for (const auto& tag : sheet.tags) found.add(tag.key);
        auto keys = found.all();
        std::ranges::sort(keys);
        std::vector<Tag> tags;
        for (const auto key : keys)
            if (const auto value =
                    common(fmt::format("tags.{}", key),
                           [&](const AnswerSheet& each) { return value_of(each, key); });
                !value.empty())
                tags.push_back({keep(key), value});
        merged_.sheet.tags = arena().list(tags);
    }

    Texts assessed_by() {
        Distinct all;
        for (const auto& [name, sheet] : raters_) {
            if (sheet.assessed_by.empty()) all.add(keep(name));
            for (const auto who : sheet.assessed_by) all.add(keep(who));
        }
        return arena().list(all.all());
    }

    /// The answer that stands, and whether one does.
    std::pair<Rating, bool> outcome(const Opinions& question) const {
        const auto given = question.given();
        if (given.empty()) return {Rating::unanswered, true};
        if (given.size() == 1) return {given.front(), true};
        if (rules_.lowest && given.back() != Rating::not_applicable) return {given.front(), true};
        return {Rating::unanswered, false};
    }

    Answer answer(const Opinions& question) {
        const auto& id = question.practice().id;
        const auto [rating, is_settled] = outcome(question);
        std::vector<const Answer*> standing;
        for (const auto& [rater, answer] : question.opinions)
            if (is_settled && answer->rating == rating) standing.push_back(answer);

        Answer merged{};
        merged.practice = id;
        merged.rating = rating;
        Distinct evidence;
        Distinct owners;
        for (const auto& [rater, answer] : question.opinions) {
            for (const auto each : answer->evidence) evidence.add(keep(each));
            owners.add(answer->owner);
            if (!answer->due.empty() && (merged.due.empty() || answer->due < merged.due))
                merged.due = keep(answer->due);
            if (is_settled && answer->rating == rating && answer->is_given())
                merged.date = std::max(merged.date, raters_[rater].sheet.day_of(*answer));
        }
        merged.date = merged.date == merged_.sheet.date ? Text() : keep(merged.date);
        Distinct confirmers;
        for (const auto* answer : standing) confirmers.add(answer->confirmed_by);
        if (!standing.empty() && std::ranges::all_of(standing, [&](const Answer* each) {
                return each->source == standing.front()->source;
            }))
            merged.source = keep(standing.front()->source);
        merged.evidence = arena().list(evidence.all());
        merged.owner = joined(id, "owner", owners.all());
        merged.confirmed_by = joined(id, "confirmed_by", confirmers.all());
        const auto note = merged_note(raters_, question, merged, standing).within(rules_.most_note);
        merged.note = keep(note.text);
        if (note.is_cut) merged_.cut.push_back({id, "note", rules_.most_note});
        return merged;
    }

    /// Several names as one text.
    Text joined(Text id, std::string_view key, const std::vector<Text>& names) {
        const auto all = fmt::format("{}", fmt::join(names, ", "));
        const auto fitting = within_bytes(all, most_text);
        if (fitting != all) merged_.cut.push_back({id, key, most_text});
        return keep(fitting);
    }

    const std::vector<Rater>& raters_;
    const Models& models_;
    const MergeRules& rules_;
    MergedSheet merged_{};
};

}  // namespace

MergedSheet merge_sheets(const std::vector<Rater>& raters, const std::vector<Opinions>& questions,
                         const Models& models, const MergeRules& rules) {
    return SheetMerger(raters, models, rules).merge(questions);
}

}  // namespace mlops_assess

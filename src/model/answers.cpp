#include "model/answers.hpp"

#include "text/words.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

constexpr AnswerWord words[] = {
    {"no", Rating::no, "not done, or only by chance", "false, none"},
    {"partially", Rating::partially, "for some live models, or part of the statement", "partial"},
    {"mostly", Rating::mostly,
     "for most live models and all of the statement, with small gaps that the team can name",
     "largely"},
    {"fully", Rating::fully,
     "for all live models (none live: those meant to go live), routinely, and the success "
     "criterion holds today",
     "yes, true"},
    {"not-applicable", Rating::not_applicable,
     "the practice makes no sense for this team; the note says why", "n/a, na"},
    {"unknown", Rating::unanswered, "not known yet; never taken for no", "null, ~, or nothing"},
};

constexpr AnswerSynonym synonyms[] = {
    {"yes", Rating::fully},          {"none", Rating::no},
    {"partial", Rating::partially},  {"largely", Rating::mostly},
    {"n/a", Rating::not_applicable}, {"na", Rating::not_applicable},
    {"true", Rating::fully},         {"false", Rating::no},
    {"null", Rating::unanswered},    {"~", Rating::unanswered},
    {"", Rating::unanswered},
};

}  // namespace

Text word(Rating rating) {
    switch (rating) {
        case Rating::unanswered: return "unanswered";
        case Rating::no: return "no";
        case Rating::partially: return "partially";
        case Rating::mostly: return "mostly";
        case Rating::fully: return "fully";
        case Rating::not_applicable: return "not-applicable";
    }
    return {};
}

Text word_for_points(Points points) {
    constexpr Text by_points[] = {"no", "partially", "mostly", "fully"};
    return by_points[points];
}

Points points(Rating rating) {
    switch (rating) {
        case Rating::partially: return 1;
        case Rating::mostly: return 2;
        case Rating::fully: return 3;
        case Rating::unanswered:
        case Rating::no:
        case Rating::not_applicable: return 0;
    }
    return 0;
}

std::optional<Rating> rating_from_word(Text word) {
    const auto lower = lower_case(word);
    for (const auto& known : words)
        if (known.word == lower) return known.rating;
    for (const auto& synonym : synonyms)
        if (synonym.word == lower) return synonym.rating;
    return std::nullopt;
}

std::span<const AnswerWord> answer_words() { return words; }
std::span<const AnswerSynonym> answer_synonyms() { return synonyms; }

const Answer* AnswerSheet::find(Text practice) const {
    const auto found =
        std::lower_bound(answers.begin(), answers.end(), practice,
                         [](const Answer& answer, Text id) { return answer.practice < id; });
    return found != answers.end() && found->practice == practice ? &*found : nullptr;
}

const Fact* AnswerSheet::fact(Text question) const {
    for (const auto& each : context)
        if (each.question == question) return &each;
    return nullptr;
}

}  // namespace mlops_assess

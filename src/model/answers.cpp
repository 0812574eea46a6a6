#include "model/answers.hpp"

#include "text/suggest.hpp"
#include "text/words.hpp"

#include <fmt/format.h>

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

/// Words that people write, and the answer nearest to them.
struct LikelyWord {
    Text word;
    Text answer;
};
constexpr LikelyWord likely[] = {
    {"y", "fully"},
    {"yep", "fully"},
    {"yeah", "fully"},
    {"on", "fully"},
    {"ok", "fully"},
    {"x", "fully"},
    {"done", "fully"},
    {"complete", "fully"},
    {"completed", "fully"},
    {"always", "fully"},
    {"full", "fully"},
    {"ja", "fully"},
    {"oui", "fully"},
    {"si", "fully"},
    {"3", "fully"},
    {"most", "mostly"},
    {"mainly", "mostly"},
    {"usually", "mostly"},
    {"often", "mostly"},
    {"almost", "mostly"},
    {"nearly", "mostly"},
    {"2", "mostly"},
    {"part", "partially"},
    {"partly", "partially"},
    {"some", "partially"},
    {"somewhat", "partially"},
    {"sometimes", "partially"},
    {"half", "partially"},
    {"started", "partially"},
    {"in progress", "partially"},
    {"wip", "partially"},
    {"teilweise", "partially"},
    {"1", "partially"},
    {"n", "no"},
    {"nope", "no"},
    {"not", "no"},
    {"not yet", "no"},
    {"never", "no"},
    {"off", "no"},
    {"todo", "no"},
    {"planned", "no"},
    {"nein", "no"},
    {"non", "no"},
    {"0", "no"},
    {"not applicable", "not-applicable"},
    {"not_applicable", "not-applicable"},
    {"n.a.", "not-applicable"},
    {"-", "not-applicable"},
    {"?", "unknown"},
    {"tbd", "unknown"},
    {"open", "unknown"},
    {"maybe", "unknown"},
    {"unanswered", "unknown"},
    {"don't know", "unknown"},
};

/// The answer that is nearest to a word by what it means; empty where none is.
Text nearest_by_meaning(Text word) {
    const auto lower = lower_case(word);
    const auto* found = std::ranges::find(likely, lower, &LikelyWord::word);
    return found == std::end(likely) ? Text() : found->answer;
}

/// The answer that was meant where a letter is wrong. A short word is as near to one as to another;
/// a wrong guess would turn an answer around.
Text nearest_by_letters(Text word, const std::vector<Text>& known) {
    return word.size() < 4 ? Text() : nearest(word, known);
}

}  // namespace

std::string answer_hint(Text word) {
    std::vector<Text> known;
    for (const auto& each : words) known.push_back(each.word);
    const auto all = fmt::format("use one of {}", fmt::join(known, ", "));
    const auto bare = without_curly_quotes(word);
    auto near = nearest_by_meaning(bare);
    const bool by_meaning = !near.empty();
    if (near.empty() && bare != word && rating_from_word(bare)) near = bare;
    if (near.empty()) near = nearest_by_letters(bare, known);
    if (near.empty()) return all;
    if (bare != word) return fmt::format("write {}, with straight quotes or none; {}", near, all);
    return by_meaning ? fmt::format("the nearest is {}; {}", near, all)
                      : fmt::format("did you mean \"{}\"? {}", near, all);
}

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

#include "report/merged_note.hpp"

#include "text/words.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace mlops_assess {
namespace {

std::string kept_words(const Answer& answer, const Answer& merged, bool stands) {
    std::vector<std::string> parts;
    if (answer.na_not_offered) parts.emplace_back("says not-applicable, which is not offered");
    if (!stands && !answer.confirmed_by.empty())
        parts.push_back(fmt::format("confirmed by {}", answer.confirmed_by));
    if (answer.due != merged.due && !answer.due.empty())
        parts.push_back(fmt::format("due {}", answer.due));
    if (answer.source != merged.source && !answer.source.empty())
        parts.push_back(fmt::format("source {}", answer.source));
    return fmt::format("{}", fmt::join(parts, "; "));
}

/// A saying as a sentence, its note within `most` bytes; empty where there is nothing to tell.
std::string sentence(const Saying& saying, std::size_t most) {
    const auto names = join_words(saying.raters);
    auto text = names;
    if (saying.alone)
        text = fmt::format("Only {} answered", names);
    else if (saying.answer != Rating::unanswered)
        text +=
            fmt::format(" {} {}", saying.raters.size() == 1 ? "says" : "say", word(saying.answer));
    else if (saying.kept.empty() && saying.note.empty())
        return {};
    if (!saying.kept.empty()) text += fmt::format(" ({})", saying.kept);
    if (!saying.note.empty()) text += ": " + within_bytes(saying.note, most);
    return std::string(".!?").find(text.back()) == std::string::npos ? text + "." : text;
}

std::string sentences(const std::vector<Saying>& sayings, std::size_t most) {
    std::vector<std::string> parts;
    for (const auto& each : sayings)
        if (auto words = sentence(each, most); !words.empty()) parts.push_back(std::move(words));
    return fmt::format("{}", fmt::join(parts, " "));
}

}  // namespace

std::string within_bytes(std::string_view text, std::size_t most) {
    constexpr std::string_view more = " …";
    if (text.size() <= most) return std::string(text);
    auto end = most > more.size() ? most - more.size() : 0;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return std::string(text.substr(0, end)) + std::string(more);
}

std::string MergedNote::whole() const { return sentences(sayings, most_text); }

std::string MergedNote::within(std::size_t most) const {
    auto text = whole();
    if (text.size() <= most) return text;
    std::size_t fits = 0;
    for (std::size_t beyond = most; beyond - fits > 1;) {
        const auto tried = (fits + beyond) / 2;
        text = sentences(sayings, tried);
        (text.size() <= most ? fits : beyond) = tried;
    }
    return within_bytes(sentences(sayings, fits), most);
}

MergedNote merged_note(const std::vector<Rater>& raters, const Opinions& question,
                       const Answer& merged, const std::vector<const Answer*>& standing) {
    MergedNote note;
    const bool differ = question.given().size() > 1;
    const bool alone = question.answered() == 1;
    for (const auto& [rater, answer] : question.opinions) {
        const bool stands = std::ranges::find(standing, answer) != standing.end();
        const Saying saying{{raters[rater].name},
                            differ ? answer->rating : Rating::unanswered,
                            alone && answer->is_given(),
                            kept_words(*answer, merged, stands),
                            answer->note};
        const auto same = std::ranges::find_if(note.sayings, [&](const Saying& each) {
            return each.answer == saying.answer && each.alone == saying.alone &&
                   each.kept == saying.kept && each.note == saying.note;
        });
        if (same == note.sayings.end())
            note.sayings.push_back(saying);
        else
            same->raters.push_back(raters[rater].name);
    }
    return note;
}

}  // namespace mlops_assess

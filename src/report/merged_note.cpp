#include "report/merged_note.hpp"

#include "text/words.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

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

constexpr std::string_view more = " …";

/// The beginning of a text that leaves room for `more`; all of it where it fits.
std::string_view beginning(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    auto end = most > more.size() ? most - more.size() : 0;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end);
}

/// All before the note; empty where there is nothing to tell.
std::string lead(const Saying& saying) {
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
    return saying.note.empty() ? text : text + ": ";
}

/// A saying of which the note can be cut.
struct Sentence {
    std::string lead;
    Text note;

    std::array<Text, 4> parts(std::size_t most_note) const {
        const auto said = beginning(note, most_note);
        const auto cut = said.size() < note.size() ? more : Text();
        const auto end = !cut.empty() ? cut : note.empty() ? Text(lead) : note;
        return {lead, said, cut, Text(".!?").find(end.back()) == Text::npos ? "." : ""};
    }
};

std::vector<Sentence> sentences(const std::vector<Saying>& sayings) {
    std::vector<Sentence> all;
    for (const auto& each : sayings)
        if (auto words = lead(each); !words.empty()) all.push_back({std::move(words), each.note});
    return all;
}

/// Bytes of `text()`, counted without making it.
std::size_t size(const std::vector<Sentence>& sentences, std::size_t most_note) {
    std::size_t bytes = sentences.empty() ? 0 : sentences.size() - 1;
    for (const auto& each : sentences)
        for (const auto part : each.parts(most_note)) bytes += part.size();
    return bytes;
}

std::string text(const std::vector<Sentence>& sentences, std::size_t most_note) {
    std::string out;
    for (const auto& each : sentences) {
        if (!out.empty()) out += ' ';
        for (const auto part : each.parts(most_note)) out += part;
    }
    return out;
}

}  // namespace

std::string within_bytes(std::string_view text, std::size_t most) {
    const auto kept = beginning(text, most);
    return std::string(kept) + std::string(kept.size() < text.size() ? more : Text());
}

NoteText MergedNote::within(std::size_t most) const {
    const auto all = sentences(sayings);
    if (size(all, most_text) <= most) return {text(all, most_text), false};
    std::size_t fits = 0;
    for (std::size_t beyond = most; beyond - fits > 1;) {
        const auto tried = (fits + beyond) / 2;
        (size(all, tried) <= most ? fits : beyond) = tried;
    }
    return {within_bytes(text(all, fits), most), true};
}

MergedNote merged_note(const std::vector<Rater>& raters, const Opinions& question,
                       const Answer& merged, const std::vector<const Answer*>& standing) {
    MergedNote note;
    std::map<std::tuple<Rating, bool, std::string, Text>, std::size_t> places;
    const std::set<const Answer*> standing_ones(standing.begin(), standing.end());
    const bool differ = question.given().size() > 1;
    const bool alone = question.answered() == 1;
    for (const auto& [rater, answer] : question.opinions) {
        const Saying saying{{raters[rater].name},
                            differ ? answer->rating : Rating::unanswered,
                            alone && answer->is_given(),
                            kept_words(*answer, merged, standing_ones.contains(answer)),
                            answer->note};
        const auto [same, is_new] = places.try_emplace(
            {saying.answer, saying.alone, saying.kept, saying.note}, note.sayings.size());
        if (is_new)
            note.sayings.push_back(saying);
        else
            note.sayings[same->second].raters.push_back(raters[rater].name);
    }
    return note;
}

}  // namespace mlops_assess

#include "commands/command.hpp"

#include "text/scalars.hpp"
#include "text/suggest.hpp"
#include "text/unicode.hpp"
#include "text/words.hpp"
#include "writer/formats.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

/// Whether every part between dots says something.
bool is_dotted(std::string_view what) {
    return !what.empty() && what.front() != '.' && what.back() != '.' &&
           what.find("..") == std::string_view::npos;
}

/// `microsoft=3,google=1`; blanks may stand around each part.
std::string read_levels(const std::string& text, std::vector<AskedLevel>& levels) {
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(',', at), text.size());
        const auto part = trimmed(std::string_view(text).substr(at, end - at));
        const auto equals = std::min(part.find('='), part.size());
        const auto what = trimmed(part.substr(0, equals));
        const auto level = to_integer(trimmed(part.substr(std::min(equals + 1, part.size()))));
        if (!is_dotted(what) || !level || *level < 0 || *level > 1000)
            return fmt::format("\"{}\" is not MODEL=LEVEL, for example microsoft=2", visible(part));
        levels.push_back({std::string(what), static_cast<int>(*level)});
        at = end + 1;
    }
    return {};
}

}  // namespace

Option flag(std::string_view names, std::string_view about, bool& to) {
    return {names, {}, std::string(about), Takes::any_text, [&to](const std::string&) {
                to = true;
                return std::string();
            }};
}

Option argument(std::string_view value, std::string_view about, std::string& to, Takes takes) {
    Option option{{}, value, std::string(about), takes, keep(to)};
    option.required = true;
    return option;
}

Option arguments(std::string_view value, std::string_view about, std::vector<std::string>& to) {
    Option option{{}, value, std::string(about), Takes::file, keep(to)};
    option.required = option.repeatable = true;
    return option;
}

Option levels_option(std::string_view name, std::string_view about, std::vector<AskedLevel>& to,
                     Takes takes) {
    Option option{name, "MODEL=LEVEL", std::string(about), takes,
                  [&to](const std::string& text) { return read_levels(text, to); }};
    option.repeatable = true;
    return option;
}

Option number_option(std::string_view name, std::string_view value, std::string_view about,
                     std::optional<int>& to, int least, int most, std::string_view what) {
    return {name, value, std::string(about), Takes::any_text,
            [&to, least, most, what](const std::string& text) {
                const auto number = to_integer(text);
                if (!number || *number < least || *number > most)
                    return fmt::format("\"{}\" is not {}", visible(text), what);
                to = static_cast<int>(*number);
                return std::string();
            }};
}

Options joined(std::initializer_list<Options> lists) {
    Options all;
    for (const auto& list : lists) all.insert(all.end(), list.begin(), list.end());
    return all;
}

std::string chosen(const Option& option, const std::string& word) {
    const auto lower = lower_case(word);
    const auto choice = std::ranges::find_if(
        option.choices, [&](std::string_view each) { return lower_case(each) == lower; });
    if (choice != option.choices.end()) return std::string(*choice);
    const auto* format = option.value == "FORMAT" ? find_format(word) : nullptr;
    const bool known = format != nullptr &&
                       std::ranges::find(option.choices, format->name) != option.choices.end();
    return known ? std::string(format->name) : word;
}

std::string wrong_choice(const Option& option, std::string_view word) {
    const auto& choices = option.choices;
    if (choices.empty() || std::find(choices.begin(), choices.end(), word) != choices.end())
        return {};
    const auto hint = did_you_mean(word, choices);
    return fmt::format("\"{}\" is not one of {}{}{}", visible(word), fmt::join(choices, ", "),
                       hint.empty() ? "" : "; ", hint);
}

}  // namespace mlops_assess

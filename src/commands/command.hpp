#pragma once

#include "system/process.hpp"

#include <fmt/format.h>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

/// Commands and their options as data: what parsing, help, manual and completion go by.
namespace mlops_assess {

class Run;

/// Takes the text that an option is given. What is wrong with it, or nothing.
using Setter = std::function<std::string(const std::string& text)>;

/// What a value names, where it is not one of the option's choices.
enum class Takes { any_text, file, output, rubric, level, gate, answer, about, topic };

struct Option {
    std::string_view names;  ///< `-f,--format`; empty for an argument, which has a place instead
    std::string_view value;  ///< `FORMAT`; empty for a flag
    std::string about;
    Takes takes = Takes::any_text;
    Setter set = {};  ///< is given no text for a flag; none for what ends parsing, as `--help` does
    std::vector<std::string_view> choices = {};  ///< the only words it takes; empty: others too
    bool required = false;
    bool repeatable = false;
    std::string_view unless = {};  ///< the flag without which an argument must be there
    std::vector<std::string_view> excludes = {};  ///< options that cannot stand beside it

    bool is_argument() const { return names.empty(); }
    bool is_flag() const { return value.empty(); }
};
using Options = std::vector<Option>;

/// One use of a command: its options, and what it does once they are set.
struct Invocation {
    Options options;
    std::function<ExitStatus(Run&)> run;
};

enum class Group {
    daily,
    setup,
    hidden,  ///< for shells and builds; takes every word as it stands
};

struct Command {
    std::string_view name;
    std::string_view about;
    std::string_view footer;  ///< more help, and examples; lines of examples are indented
    Group group;
    Invocation (*start)();
};

/// What to do with more than one sheet where only one is taken.
inline constexpr std::string_view several_sheets =
    "`mlops-assess portfolio` takes many, and folders of them";

/// Starts a command whose options fill in an `Asked`.
template <typename Asked, Options (*options)(Asked&), ExitStatus (*run)(Run&, const Asked&)>
Invocation start() {
    const auto asked = std::make_shared<Asked>();
    return {options(*asked), [asked](Run& current) { return run(current, *asked); }};
}

/// `google=1`, `google.ci=1`: a level of a model or of a part of it, as it was asked for.
struct AskedLevel {
    std::string what;
    int level;
};

/// Keeps a text as it is, or adds it to those that are there.
template <typename To>
Setter keep(To& to) {
    return [&to](const std::string& text) {
        if constexpr (std::is_same_v<To, std::vector<std::string>>)
            to.push_back(text);
        else
            to = text;
        return std::string();
    };
}

Option flag(std::string_view names, std::string_view about, bool& to);

/// An argument that must be there.
Option argument(std::string_view value, std::string_view about, std::string& to,
                Takes takes = Takes::file);

/// The same, given once or more.
Option arguments(std::string_view value, std::string_view about, std::vector<std::string>& to);

/// `MODEL=LEVEL`, several with commas between; repeatable.
Option levels_option(std::string_view name, std::string_view about, std::vector<AskedLevel>& to,
                     Takes takes = Takes::level);

/// A whole number from `least` to `most`; any other text is not `what`.
Option number_option(std::string_view name, std::string_view value, std::string_view about,
                     std::optional<int>& to, int least, int most, std::string_view what);

/// The row of a table that has the given name. `{}` in `about` stands for all their names.
template <typename Row>
Option choice(std::string_view names, std::string_view value, std::string_view about,
              std::type_identity_t<std::span<const Row>> rows, const Row*& to) {
    Option option{names, value, {}};
    for (const auto& row : rows) option.choices.push_back(row.name);
    option.about = fmt::format(fmt::runtime(about), fmt::join(option.choices, ", "));
    option.required = option.is_argument();
    option.set = [rows, &to](const std::string& text) {
        for (const auto& row : rows)
            if (row.name == text) to = &row;
        return std::string();
    };
    return option;
}

template <typename Row>
Option format_option(std::string_view about, std::type_identity_t<std::span<const Row>> rows,
                     const Row*& to) {
    return choice("-f,--format", "FORMAT", about, rows, to);
}

/// All options of several lists, in their order.
Options joined(std::initializer_list<Options> lists);

/// The choice that a word means: its name in whatever case, or a format's ending. Any other word
/// stays as it is.
std::string chosen(const Option& option, const std::string& word);

/// What is wrong with a word for an option that takes only its choices; empty when nothing is.
std::string wrong_choice(const Option& option, std::string_view word);

}  // namespace mlops_assess

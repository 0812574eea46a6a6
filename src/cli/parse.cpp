#include "cli/parse.hpp"

#include "cli/help.hpp"
#include "model/models.hpp"
#include "text/suggest.hpp"
#include "text/unicode.hpp"
#include "text/words.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>

/// Reads the command line. The only file that knows CLI11, which is told of no command but the one
/// that is run.
namespace mlops_assess {
namespace {

/// `--format`, `ANSWERS`.
std::string_view shown_name(const Option& option) {
    return option.is_argument() ? option.value : names_of(option).back();
}

/// A choice as it is called, a file's name as it is shown from here on.
std::string given(const Option& option, const std::string& text) {
    if (!option.choices.empty()) return chosen(option, text);
    auto shown = file_words(text);
    const bool same =
        option.takes == Takes::file || (option.takes == Takes::rubric && is_file_name(shown));
    return same ? shown : text;
}

void excluding(CLI::App& app, const Option& option, CLI::Option* added) {
    for (const auto other : option.excludes) added->excludes(app.get_option(std::string(other)));
}

/// The option must outlive the app.
void declare(CLI::App& app, const Option& option) {
    const std::string names(option.is_argument() ? option.value : option.names);
    if (!option.set) {
        app.set_help_flag(names);
        return;
    }
    if (option.is_flag()) {
        excluding(app, option, app.add_flag_callback(names, [&option] { option.set({}); }));
        return;
    }
    auto* added = app.add_option(names, [&option](const CLI::results_t& texts) {
        for (const auto& text : texts) {
            const auto meant = given(option, text);
            auto wrong = wrong_choice(option, meant);
            if (wrong.empty()) wrong = option.set(meant);
            if (!wrong.empty()) throw CLI::ValidationError(std::string(shown_name(option)), wrong);
        }
        return true;
    });
    excluding(app, option, added);
    added->type_name(option.is_argument() ? "" : std::string(option.value));
    added->required(option.required);
    if (!option.repeatable) return;
    // One value each time, so that a file behind it is not eaten.
    added->expected(CLI::detail::expected_max_vector_size);
    added->allow_extra_args(option.is_argument());
    added->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

/// The argument that is missing since its flag is not there either; null where none is.
const Option* missing_argument(const CLI::App& app, const Options& options) {
    for (const auto& option : options)
        if (!option.unless.empty() && app.count(std::string(option.value)) == 0 &&
            app.count(std::string(option.unless)) == 0)
            return &option;
    return nullptr;
}

/// What is wrong with two options that cannot stand together.
std::string excluding_words(const CLI::ExcludesError& error) {
    const std::string words = error.what();
    constexpr std::string_view between = " excludes ";
    const auto at = words.find(between);
    return fmt::format("{} cannot stand beside {}", words.substr(0, at),
                       words.substr(at + between.size()));
}

Immediate usage(const Command* command, const std::string& what) {
    const auto name = command == nullptr ? "" : fmt::format(" {}", command->name);
    return {ExitStatus::usage, fmt::format("mlops-assess{}: error: {}\nsee `mlops-assess{} "
                                           "--help`\n",
                                           name, what, name)};
}

/// Whether a word where none belongs was meant as a file.
bool is_file(const std::string& word) {
    for (const auto* ending : {".yaml", ".yml", ".json", ".csv"})
        if (word.ends_with(ending)) return true;
    std::error_code failure;
    return std::filesystem::is_regular_file(word, failure);
}

/// The command that is named first; null where none is.
tl::expected<const Command*, Immediate> named_command(const std::vector<std::string>& arguments) {
    for (const auto& argument : arguments) {
        if (argument.starts_with('-')) continue;
        std::vector<std::string_view> names;
        for (const auto* command : commands())
            if (command->group != Group::hidden) names.push_back(command->name);
        if (std::find(names.begin(), names.end(), argument) != names.end())
            return find_command(argument);
        if (is_file(argument))
            return tl::unexpected(usage(
                nullptr, fmt::format("\"{}\" is no command; did you mean `mlops-assess score {}`?",
                                     visible(argument), visible(shell_word(argument)))));
        auto hint = did_you_mean(argument, names);
        if (hint.empty()) hint = fmt::format("commands: {}", fmt::join(names, ", "));
        return tl::unexpected(
            usage(nullptr, fmt::format("unknown command \"{}\"; {}", visible(argument), hint)));
    }
    return nullptr;
}

/// What is wrong with words that nothing took.
std::string unknown_words(const std::vector<std::string>& words, const Options& options) {
    std::vector<std::string_view> names;
    for (const auto& option : options)
        for (const auto name : names_of(option))
            if (name.starts_with("--")) names.push_back(name);
    const bool takes_one_sheet = std::ranges::any_of(options, [](const Option& option) {
        return option.is_argument() && option.value == "ANSWERS" && !option.repeatable;
    });
    std::string text;
    for (const auto& word : words) {
        const bool is_option = word.starts_with('-') && word.size() > 1;
        if (!is_option && takes_one_sheet && is_file(word))
            return fmt::format("\"{}\" is one answer sheet too many; {}", visible(word),
                               several_sheets);
        text += fmt::format("{}{} \"{}\"", text.empty() ? "" : "; ",
                            is_option ? "unknown option" : "unexpected argument", visible(word));
        if (const auto hint = did_you_mean(word.substr(0, word.find('=')), names);
            word.starts_with("--") && !hint.empty())
            text += ", " + hint;
    }
    return text;
}

/// The arguments with the parts of a list as one word: `microsoft=2, google=1` without quotes is
/// two.
std::vector<std::string> with_whole_lists(const std::vector<std::string>& arguments,
                                          const Options& options) {
    std::vector<std::string> whole;
    bool in_list = false;
    for (const auto& argument : arguments) {
        const bool continues = in_list && whole.back().ends_with(',') && !argument.starts_with('-');
        if (continues) {
            whole.back() += argument;
            continue;
        }
        const auto* option = find_option(options, whole.empty() || argument.starts_with("--")
                                                      ? argument.substr(0, argument.find('='))
                                                      : whole.back());
        in_list =
            option != nullptr && (option->takes == Takes::level || option->takes == Takes::gate);
        whole.push_back(argument);
    }
    return whole;
}

/// What `help` prints, alone or before a command's name.
Immediate help(const std::vector<std::string>& arguments) {
    const auto command = named_command({arguments.begin() + 1, arguments.end()});
    if (!command) return command.error();
    return {ExitStatus::done, *command == nullptr ? program_help() : command_help(use(**command))};
}

/// A hidden command takes every word as it stands.
Use use_hidden(const Command& command, const std::vector<std::string>& arguments) {
    auto used = use(command);
    for (std::size_t i = 1; i < arguments.size(); ++i) used.options.front().set(arguments[i]);
    return used;
}

}  // namespace

tl::expected<Use, Immediate> parse_command_line(const std::vector<std::string>& arguments) {
    if (arguments.empty()) return tl::unexpected(Immediate{ExitStatus::usage, program_help()});
    if (const auto* first = find_command(arguments.front());
        first != nullptr && first->group == Group::hidden)
        return use_hidden(*first, arguments);
    if (arguments.front() == "help") return tl::unexpected(help(arguments));
    const auto command = named_command(arguments);
    if (!command) return tl::unexpected(command.error());

    CLI::App app;
    app.set_version_flag("-V,--version", "mlops-assess " MLOPS_ASSESS_VERSION);
    app.require_subcommand(1);
    Use used{};
    if (*command != nullptr) {
        used = use(**command);
        auto* subcommand = app.add_subcommand(std::string((*command)->name));
        for (const auto& option : used.options) declare(*subcommand, option);
    }
    try {
        auto whole = with_whole_lists(arguments, used.options);
        std::ranges::reverse(whole);
        app.parse(std::move(whole));
        const auto parsed = app.get_subcommands();
        const auto* missing =
            parsed.empty() ? nullptr : missing_argument(*parsed.front(), used.options);
        if (missing != nullptr)
            return tl::unexpected(usage(*command, fmt::format("{} is required", missing->value)));
    } catch (const CLI::CallForHelp&) {
        const bool of_command = !app.get_subcommands().empty();
        return tl::unexpected(
            Immediate{ExitStatus::done, of_command ? command_help(used) : program_help()});
    } catch (const CLI::CallForVersion& version) {
        return tl::unexpected(Immediate{ExitStatus::done, std::string(version.what()) + "\n"});
    } catch (const CLI::ExtrasError&) {
        return tl::unexpected(usage(*command, unknown_words(app.remaining(true), used.options)));
    } catch (const CLI::ExcludesError& error) {
        return tl::unexpected(usage(*command, excluding_words(error)));
    } catch (const CLI::ParseError& error) {
        const bool of_command = !app.get_subcommands().empty();
        return tl::unexpected(usage(of_command ? *command : nullptr, visible(error.what())));
    }
    return used;
}

}  // namespace mlops_assess

#include "cli/parse.hpp"

#include "cli/help.hpp"
#include "model/models.hpp"
#include "text/suggest.hpp"
#include "text/unicode.hpp"
#include "text/words.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

/// Reads the command line. The only file that knows CLI11, which is told of no command but the one
/// that is run.
namespace mlops_assess {
namespace {

/// `--format`, `ANSWERS`.
std::string_view shown_name(const Option& option) {
    return option.is_argument() ? option.value : names_of(option).back();
}

/// A file's name as it is shown from here on.
std::string given(const Option& option, const std::string& text) {
    auto shown = file_words(text);
    const bool same =
        option.takes == Takes::file || (option.takes == Takes::rubric && is_file_name(shown));
    return same ? shown : text;
}

void excluding(CLI::App& app, const Option& option, CLI::Option* added) {
    if (!option.excludes.empty()) added->excludes(app.get_option(std::string(option.excludes)));
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
        for (const auto& text : texts)
            if (const auto wrong = option.set(given(option, text)); !wrong.empty())
                throw CLI::ValidationError(std::string(shown_name(option)), wrong);
        return true;
    });
    excluding(app, option, added);
    added->type_name(option.is_argument() ? "" : std::string(option.value));
    added->required(option.required);
    if (!option.choices.empty())
        added->check([&option](const std::string& text) { return wrong_choice(option, text); });
    if (!option.repeatable) return;
    // One value each time, so that a file behind it is not eaten.
    added->expected(CLI::detail::expected_max_vector_size);
    added->allow_extra_args(option.is_argument());
    added->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

Immediate usage(const Command* command, const std::string& what) {
    const auto name = command == nullptr ? "" : fmt::format(" {}", command->name);
    return {ExitStatus::usage, fmt::format("mlops-assess{}: error: {}\nsee `mlops-assess{} "
                                           "--help`\n",
                                           name, what, name)};
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
    std::string text;
    for (const auto& word : words) {
        const bool is_option = word.starts_with('-') && word.size() > 1;
        text += fmt::format("{}{} \"{}\"", text.empty() ? "" : "; ",
                            is_option ? "unknown option" : "unexpected argument", visible(word));
        if (const auto hint = did_you_mean(word.substr(0, word.find('=')), names);
            word.starts_with("--") && !hint.empty())
            text += ", " + hint;
    }
    return text;
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
    const auto command = named_command(arguments);
    if (!command) return tl::unexpected(command.error());

    CLI::App app;
    app.set_version_flag("--version", "mlops-assess " MLOPS_ASSESS_VERSION);
    app.require_subcommand(1);
    Use used{};
    if (*command != nullptr) {
        used = use(**command);
        auto* subcommand = app.add_subcommand(std::string((*command)->name));
        for (const auto& option : used.options) declare(*subcommand, option);
    }
    try {
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::CallForHelp&) {
        const bool of_command = !app.get_subcommands().empty();
        return tl::unexpected(
            Immediate{ExitStatus::done, of_command ? command_help(used) : program_help()});
    } catch (const CLI::CallForVersion& version) {
        return tl::unexpected(Immediate{ExitStatus::done, std::string(version.what()) + "\n"});
    } catch (const CLI::ExtrasError&) {
        return tl::unexpected(usage(*command, unknown_words(app.remaining(true), used.options)));
    } catch (const CLI::ParseError& error) {
        const bool of_command = !app.get_subcommands().empty();
        return tl::unexpected(usage(of_command ? *command : nullptr, visible(error.what())));
    }
    return used;
}

}  // namespace mlops_assess

#include "cli/cli.hpp"

#include "cli/command_help.hpp"
#include "cli/completion/completion.hpp"
#include "document/shape.hpp"
#include "model/answers.hpp"
#include "text/layout.hpp"
#include "text/scalars.hpp"
#include "text/suggest.hpp"
#include "text/unicode.hpp"
#include "writer/compare/writers.hpp"
#include "writer/formats.hpp"
#include "writer/plan/writers.hpp"

#include <CLI/CLI.hpp>

#include <fmt/format.h>

/// Every command and option, declared once. The only file that knows CLI11.
namespace mlops_assess {
namespace {

constexpr std::string_view listable[] = {"practices", "rubrics", "levels", "formats"};
constexpr std::string_view schemas[] = {"answers", "catalogue", "rubric", "waivers", "report"};
constexpr std::int64_t least_max_bytes = 1000;
constexpr std::string_view plain_formats[] = {"text", "json"};
constexpr std::string_view finding_formats[] = {"text", "json", "github"};

template <typename Formats>
std::vector<std::string_view> names_of(const Formats& formats) {
    std::vector<std::string_view> names;
    for (const auto& format : formats) names.push_back(format.name);
    return names;
}

/// One of a few words, with a suggestion for any other. The check's name lists the words, so that
/// whoever describes the option knows them.
CLI::Validator word_of(std::vector<std::string_view> words) {
    auto check = [words](std::string& word) -> std::string {
        for (const auto known : words)
            if (known == word) return {};
        const auto hint = did_you_mean(word, words);
        return fmt::format("\"{}\" is not one of {}{}{}", visible(word), fmt::join(words, ", "),
                           hint.empty() ? "" : "; ", hint);
    };
    return {check, "", fmt::format("{}", fmt::join(words, " "))};
}

CLI::Validator word_of(std::span<const std::string_view> words) {
    return word_of(std::vector<std::string_view>(words.begin(), words.end()));
}

/// `microsoft=3,google=1`.
std::string read_levels(const std::string& text, std::vector<AskedLevel>& levels) {
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(',', at), text.size());
        const auto part = text.substr(at, end - at);
        const auto equals = part.find('=');
        const auto level =
            equals == std::string::npos ? std::nullopt : to_integer(part.substr(equals + 1));
        if (!level || *level < 0 || *level > 1000 || equals == 0)
            return fmt::format("\"{}\" is not MODEL=LEVEL, for example microsoft=2", visible(part));
        levels.push_back({part.substr(0, equals), static_cast<int>(*level)});
        at = end + 1;
    }
    return {};
}

/// `data-versioned=fully`.
void read_assumption(const std::string& text, std::vector<AssumedAnswer>& assumptions) {
    const auto equals = text.find('=');
    const auto rating = equals == std::string::npos || equals == 0
                            ? std::nullopt
                            : rating_from_word(std::string_view(text).substr(equals + 1));
    if (!rating)
        throw CLI::ValidationError(
            "--assume", fmt::format("\"{}\" is not ID=ANSWER with an answer of no, partially, "
                                    "mostly, fully, not-applicable or unknown",
                                    visible(text)));
    assumptions.push_back({text.substr(0, equals), *rating});
}

std::vector<std::string> split_words(const std::string& text) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

OptionHelp describe(CLI::Option& option) {
    OptionHelp help;
    help.about = option.get_description();
    help.required = option.get_required();
    help.repeatable = option.get_items_expected_max() > 1 ||
                      option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
    if (option.get_positional()) {
        help.value = option.get_name(true);
    } else {
        for (const auto& name : option.get_snames()) help.names.push_back("-" + name);
        for (const auto& name : option.get_lnames()) help.names.push_back("--" + name);
        if (option.get_items_expected_max() > 0) help.value = option.get_type_name();
    }
    try {
        help.choices = split_words(option.get_validator(0)->get_name());
    } catch (const CLI::OptionNotFound&) {
        // It has no check, so it takes any word.
    }
    return help;
}

CommandHelp describe(CLI::App& command) {
    CommandHelp help{command.get_name(), command.get_description(), command.get_footer(), {}, {}};
    for (auto* option : command.get_options())
        (option->get_positional() ? help.arguments : help.options).push_back(describe(*option));
    return help;
}

/// Help that fits a terminal of 80 columns.
class HelpPage : public CLI::Formatter {
  public:
    HelpPage() {
        label("Subcommands", "Commands");
        label("Positionals", "Arguments");
    }
    std::string make_usage(const CLI::App* app, std::string) const override {
        const bool is_program = app->get_parent() == nullptr;
        std::string line = "Usage: mlops-assess";
        line += is_program ? " COMMAND" : " " + app->get_name();
        for (const auto* option : app->get_options())
            if (option->get_positional() && option->get_expected_min() > 0)
                line += " " + option->get_name(true);
        return line + " [OPTIONS]\n";
    }
    std::string make_option(const CLI::Option* option, bool is_positional) const override {
        const auto type = is_positional ? "" : option->get_type_name();
        const auto name = option->get_name(is_positional, true);
        return entry(name + (type.empty() ? "" : " " + type), option->get_description());
    }
    std::string make_subcommand(const CLI::App* command) const override {
        return entry(command->get_name(), command->get_description());
    }

  private:
    static std::string entry(const std::string& name, const std::string& about) {
        constexpr std::size_t column = 26;
        constexpr std::size_t width = 80;
        const auto left = pad("  " + name, column);
        if (left.size() == column) return hang(left, about, width);
        return "  " + name + "\n" + hang(std::string(column, ' '), about, width);
    }
};

class Parser {
  public:
    Parser()
        : app_(
              "Scores a team's answers against the MLOps maturity models of Microsoft\n"
              "(levels 0-4) and Google (levels 0-2).",
              "mlops-assess") {
        app_.set_version_flag("--version", "mlops-assess " MLOPS_ASSESS_VERSION,
                              "Print the version and exit");
        app_.set_help_flag("-h,--help", "Print this help and exit");
        app_.require_subcommand(1);
        app_.formatter(std::make_shared<HelpPage>());
        app_.footer(
            "\nA first assessment:\n"
            "  mlops-assess init --team \"Fraud detection\"   writes answers.yaml\n"
            "  (answer the practices in answers.yaml)\n"
            "  mlops-assess score answers.yaml\n"
            "  mlops-assess score answers.yaml -o report.md\n"
            "\nExit status: 0 done, 1 a gate failed, 2 wrong usage, 3 unusable input or output, 4 "
            "internal "
            "error.\n"
            "`mlops-assess COMMAND --help` tells more.");
        declare_score();
        declare_compare();
        declare_validate();
        declare_init();
        declare_ask();
        declare_plan();
        declare_target();
        declare_list();
        declare_explain();
        declare_schema();
        declare_completion();
    }

    ProgramHelp describe_all() {
        ProgramHelp help{describe(app_), {}};
        for (auto* command : app_.get_subcommands(nullptr))
            help.commands.push_back(describe(*command));
        return help;
    }

    std::variant<CommandLine, Immediate> parse(std::vector<std::string> arguments) {
        if (arguments.empty()) return Immediate{ExitStatus::usage, app_.help()};
        if (const auto wrong = unknown_command(arguments)) return *wrong;
        try {
            std::reverse(arguments.begin(), arguments.end());
            app_.parse(arguments);
        } catch (const CLI::CallForHelp&) {
            return Immediate{ExitStatus::done, asked()->help()};
        } catch (const CLI::CallForVersion& version) {
            return Immediate{ExitStatus::done, std::string(version.what()) + "\n"};
        } catch (const CLI::ParseError& error) {
            return usage(explain(error));
        }
        return CommandLine{common_, chosen()};
    }

  private:
    CLI::App* add(const std::string& name, const std::string& about, const std::string& footer) {
        auto* command = app_.add_subcommand(name, about);
        command->set_help_flag("-h,--help", "Print this help and exit");
        command->footer("\n" + footer);
        repeatable(command, "--rubric", common_.rubrics, "ID|FILE",
                   "A shipped rubric or a rubric's file; repeatable (default: both shipped ones)");
        command
            ->add_option_function<std::string>(
                "--color", [this](const std::string& when) { common_.color = color(when); },
                "Colour: auto, always or never (default: auto)")
            ->check(word_of({"auto", "always", "never"}))
            ->type_name("WHEN");
        command->add_flag("-q,--quiet", common_.quiet,
                          "No notices on stderr, and no ok lines from validate");
        return command;
    }

    /// One value each time, so that a file behind it is not eaten.
    static void repeatable(CLI::App* command, const std::string& name,
                           std::vector<std::string>& values, const std::string& type,
                           const std::string& about) {
        command
            ->add_option_function<std::vector<std::string>>(
                name, [&values](const std::vector<std::string>& given) { values = given; }, about)
            ->type_name(type)
            ->type_size(1)
            ->allow_extra_args(false)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }

    static Color color(const std::string& when) {
        return when == "always" ? Color::always : when == "never" ? Color::never : Color::automatic;
    }

    static void levels_option(CLI::App* command, const std::string& name,
                              std::vector<AskedLevel>& levels, const std::string& about) {
        command
            ->add_option_function<std::vector<std::string>>(
                name,
                [&levels, name](const std::vector<std::string>& given) {
                    for (const auto& each : given)
                        if (const auto wrong = read_levels(each, levels); !wrong.empty())
                            throw CLI::ValidationError(name, wrong);
                },
                about)
            ->type_name("MODEL=LEVEL")
            ->type_size(1)
            ->allow_extra_args(false)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }

    void declare_score() {
        score_ = add("score", "Score an answer sheet and report levels, gaps and what to do next",
                     "Examples:\n"
                     "  mlops-assess score answers.yaml\n"
                     "  mlops-assess score answers.yaml -f json | jq '.assessments[0].level'\n"
                     "  mlops-assess score answers.yaml -o report.md -o report.json\n"
                     "  mlops-assess score answers.yaml --target microsoft=3 --target google=1\n"
                     "  mlops-assess score answers.yaml --rubric my-model.yaml");
        score_
            ->add_option("ANSWERS", score_options_.assessment.answers,
                         "The answer sheet (YAML); - is stdin")
            ->required()
            ->type_name("");
        score_
            ->add_option("-f,--format", score_options_.format,
                         fmt::format("Format of the report on stdout: {} (default: text)",
                                     fmt::join(names_of(formats()), ", ")))
            ->check(word_of(names_of(formats())))
            ->type_name("FORMAT");
        repeatable(score_, "-o,--output", score_options_.outputs, "[FORMAT:]FILE",
                   "Write a report to a file too, its format by prefix or ending; repeatable");
        assessment_options(score_, score_options_.assessment);
        gate_options();
        score_
            ->add_option("--baseline", score_options_.baseline,
                         "Show what changed since this earlier JSON report")
            ->type_name("FILE.json");
        score_->add_flag("--plain", score_options_.plain,
                         "Text for screen readers: one sentence a line");
        score_->add_flag("--summary", score_options_.summary,
                         "Append the Markdown report to $GITHUB_STEP_SUMMARY");
        number_option(score_, "--max-bytes", "N",
                      "Leave out the last sections of Markdown beyond N bytes", least_max_bytes,
                      1'000'000'000, [this](std::int64_t number) {
                          score_options_.max_bytes = static_cast<std::size_t>(number);
                      });
    }

    /// What a pipeline may demand.
    void gate_options() {
        gate_option("--fail-under", false, "Fail when a level is lower; for example google.ci=1");
        gate_option("--fail-under-evidenced", true,
                    "The same, counting only answers that cite evidence");
        number_option(score_, "--min-answered", "PERCENT",
                      "Fail when less of a rubric's practices is answered", 0, 100,
                      [this](std::int64_t number) {
                          score_options_.min_answered = static_cast<int>(number);
                      });
        score_
            ->add_option("--no-regression", score_options_.no_regression,
                         "Fail when anything is worse than in this earlier JSON report")
            ->type_name("FILE.json");
        score_
            ->add_option("--waivers", score_options_.waivers,
                         "Requirements that the gates take as met, with reason and last day")
            ->type_name("FILE");
    }

    void gate_option(const std::string& name, bool evidenced, const std::string& about) {
        score_
            ->add_option_function<std::vector<std::string>>(
                name,
                [this, name, evidenced](const std::vector<std::string>& given) {
                    std::vector<AskedLevel> levels;
                    for (const auto& each : given)
                        if (const auto wrong = read_levels(each, levels); !wrong.empty())
                            throw CLI::ValidationError(name, wrong);
                    for (const auto& [what, level] : levels) {
                        const auto dot = std::min(what.find('.'), what.size());
                        score_options_.gates.push_back({what.substr(0, dot),
                                                        what.substr(std::min(dot + 1, what.size())),
                                                        level, evidenced});
                    }
                },
                about)
            ->type_name("MODEL=LEVEL")
            ->type_size(1)
            ->allow_extra_args(false)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }

    template <typename Take>
    static void number_option(CLI::App* command, const std::string& name, const std::string& type,
                              const std::string& about, std::int64_t least, std::int64_t most,
                              Take take) {
        command
            ->add_option_function<std::string>(
                name,
                [=](const std::string& text) {
                    const auto number = to_integer(text);
                    if (!number || *number < least || *number > most)
                        throw CLI::ValidationError(
                            name, fmt::format("\"{}\" is not a whole number from {} to {}",
                                              visible(text), least, most));
                    take(*number);
                },
                about)
            ->type_name(type);
    }

    void declare_compare() {
        compare_ =
            add("compare", "Compare two assessments: what moved, and what changed each level",
                "Each is an answer sheet or an earlier JSON report.\n"
                "Examples:\n"
                "  mlops-assess compare q2.yaml q3.yaml\n"
                "  mlops-assess compare baseline.json answers.yaml -f markdown");
        compare_->add_option("OLD", compare_options_.before, "What stood before")
            ->required()
            ->type_name("");
        compare_->add_option("NEW", compare_options_.assessment.answers, "What stands now")
            ->required()
            ->type_name("");
        compare_->add_option("-f,--format", compare_options_.format, "text, markdown or json")
            ->check(word_of(names_of(comparison_formats())))
            ->type_name("FORMAT");
        assessment_options(compare_, compare_options_.assessment);
    }

    /// How to assess a sheet; the same wherever one is assessed.
    static void assessment_options(CLI::App* command, AssessmentOptions& options) {
        command
            ->add_option_function<std::string>(
                "--date",
                [&options](const std::string& date) {
                    if (!is_date(date))
                        throw CLI::ValidationError(
                            "--date",
                            fmt::format("\"{}\" is not a date; write YYYY-MM-DD", visible(date)));
                    options.date = date;
                },
                "Date of the assessment (default: the sheet's)")
            ->type_name("YYYY-MM-DD");
        command
            ->add_option_function<std::string>(
                "--bar",
                [&options](const std::string& word) {
                    options.bar = points(rating_from_word(word).value_or(Rating::mostly));
                },
                "The least answer that meets a requirement: partially, mostly or fully (default: "
                "the rubric's)")
            ->check(word_of({"partially", "mostly", "fully"}))
            ->type_name("ANSWER");
        command
            ->add_option_function<std::string>(
                "--max-age",
                [&options](const std::string& days) {
                    const auto number = to_integer(days);
                    if (!number || *number < 0 || *number > 1'000'000)
                        throw CLI::ValidationError(
                            "--max-age",
                            fmt::format("\"{}\" is not a number of days", visible(days)));
                    options.max_age = static_cast<int>(*number);
                },
                "Count evidence as none when its answer is older or has no date")
            ->type_name("DAYS");
        levels_option(command, "--target", options.targets,
                      "The level to aim at (default: the sheet's, else the next); repeatable");
    }

    void declare_validate() {
        validate_ = add("validate", "Check answer sheets, rubrics and catalogues",
                        "Files are told apart by their `schema:`; without one it is a sheet.\n"
                        "Findings go to stdout. Exit status 3 when there are errors.");
        validate_->add_option("FILE", validate_options_.files, "The files; - is stdin")
            ->required()
            ->type_name("");
        validate_
            ->add_option("-f,--format", validate_options_.format,
                         "Format of the findings: text, json or github")
            ->check(word_of(finding_formats))
            ->type_name("FORMAT");
        validate_->add_flag("--strict", validate_options_.strict, "Take warnings for errors");
    }

    void declare_init() {
        init_ = add("init", "Write a questionnaire: YAML with a schema for editors, or a page",
                    "Examples:\n"
                    "  mlops-assess init --team \"Fraud detection\"\n"
                    "  mlops-assess init -o q3.yaml --for microsoft=2,google=1\n"
                    "  mlops-assess init -o questionnaire.html   a page to answer on, offline");
        init_
            ->add_option("-o,--output", init_options_.output,
                         "The file to write, a page if it ends in .html; - is stdout (default: "
                         "answers.yaml)")
            ->type_name("FILE");
        init_
            ->add_option_function<std::string>(
                "--team", [this](const std::string& team) { init_options_.team = team; },
                "The team's name")
            ->type_name("NAME");
        levels_option(init_, "--for", init_options_.only,
                      "Only the practices that these levels need");
        init_->add_flag("--force", init_options_.force, "Replace existing files");
    }

    void declare_ask() {
        ask_ = add("ask", "Answer the questionnaire at the terminal",
                   "It asks only what can still change a level, and saves after every answer.\n"
                   "Comments, order and formatting of the file stay. A missing file is made.\n"
                   "Examples:\n"
                   "  mlops-assess ask answers.yaml\n"
                   "  mlops-assess ask answers.yaml --overall\n"
                   "  mlops-assess ask answers.yaml --for microsoft=2 --only ci");
        ask_->add_option("ANSWERS", ask_options_.answers, "The answer sheet to fill in")
            ->required()
            ->type_name("");
        auto* overall = ask_->add_flag("--overall", ask_options_.overall,
                                       "Stop when the overall levels are exact");
        ask_->add_flag("--full", ask_options_.full, "Ask every open practice")->excludes(overall);
        ask_->add_option("--only", ask_options_.parameter, "Ask about this parameter only")
            ->type_name("PARAMETER");
        levels_option(ask_, "--for", ask_options_.only, "Only what these levels need");
    }

    void declare_plan() {
        plan_ = add("plan", "Plan the work up to the target, stage by stage, with what-if",
                    "Examples:\n"
                    "  mlops-assess plan answers.yaml --target microsoft=3\n"
                    "  mlops-assess plan answers.yaml --assume data-versioned=fully\n"
                    "  mlops-assess plan answers.yaml -f csv > issues.csv");
        plan_
            ->add_option("ANSWERS", plan_options_.assessment.answers,
                         "The answer sheet (YAML); - is stdin")
            ->required()
            ->type_name("");
        plan_
            ->add_option("-f,--format", plan_options_.format,
                         "text, markdown, json, or csv for an issue tracker")
            ->check(word_of(names_of(plan_formats())))
            ->type_name("FORMAT");
        plan_
            ->add_option_function<std::vector<std::string>>(
                "--assume",
                [this](const std::vector<std::string>& given) {
                    for (const auto& each : given) read_assumption(each, plan_options_.assumptions);
                },
                "What if this answer were given; repeatable")
            ->type_name("ID=ANSWER")
            ->type_size(1)
            ->allow_extra_args(false)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        assessment_options(plan_, plan_options_.assessment);
    }

    void declare_target() {
        target_ = add("target", "Advise which levels to aim at, from the facts about the team",
                      "The rules stand in the catalogue under `targets:`. The facts stand in the "
                      "sheet under\n`context:`; answers are needed only to compare with today.");
        target_->add_option("ANSWERS", target_options_.answers, "The answer sheet; - is stdin")
            ->required()
            ->type_name("");
        target_->add_option("-f,--format", target_options_.format, "text or json")
            ->check(word_of(plain_formats))
            ->type_name("FORMAT");
    }

    void declare_list() {
        list_ = add("list", "List practices, rubrics, levels or report formats",
                    "`mlops-assess explain ID` tells more about a practice, rubric or level.");
        list_->add_option("WHAT", list_options_.what, "practices, rubrics, levels or formats")
            ->required()
            ->check(word_of(listable))
            ->type_name("");
        list_->add_option("-f,--format", list_options_.format, "text or json")
            ->check(word_of(plain_formats))
            ->type_name("FORMAT");
    }

    void declare_explain() {
        explain_ = add("explain", "Explain a practice, model, level, parameter, word or diagnostic",
                       "Examples:\n"
                       "  mlops-assess explain data-versioned   a practice\n"
                       "  mlops-assess explain microsoft        a model\n"
                       "  mlops-assess explain microsoft.2      a level\n"
                       "  mlops-assess explain google.ci        a parameter of a model\n"
                       "  mlops-assess explain google.ci.2      a cell\n"
                       "  mlops-assess explain monitoring       a parameter\n"
                       "  mlops-assess explain mostly           an answer\n"
                       "  mlops-assess explain unclosed-quote   a diagnostic\n"
                       "Why a team has its figures:\n"
                       "  mlops-assess explain google.ci --answers answers.yaml");
        explain_->add_option("WHAT", explain_options_.what, "What to explain")->type_name("");
        explain_
            ->add_option("--answers", explain_options_.assessment.answers,
                         "Explain the figures that this sheet leads to")
            ->type_name("FILE");
        assessment_options(explain_, explain_options_.assessment);
    }

    void declare_schema() {
        schema_ = add("schema", "Print the JSON Schema (draft-07) of a file or of the JSON report",
                      "Example:\n"
                      "  mlops-assess schema answers > answers.schema.json");
        schema_
            ->add_option("NAME", schema_options_.name,
                         "answers, catalogue, rubric, waivers or report")
            ->required()
            ->check(word_of(schemas))
            ->type_name("");
    }

    void declare_completion() {
        completion_ = add("completion", "Print a script that completes commands in a shell",
                          "Examples:\n"
                          "  source <(mlops-assess completion bash)\n"
                          "  mlops-assess completion zsh > ~/.zfunc/_mlops-assess\n"
                          "  mlops-assess completion fish | source");
        completion_->add_option("SHELL", completion_options_.shell, "bash, zsh or fish")
            ->required()
            ->check(word_of(shell_names()))
            ->type_name("");
    }

    CommandOptions chosen() const {
        if (*score_) return score_options_;
        if (*compare_) return compare_options_;
        if (*validate_) return validate_options_;
        if (*init_) return init_options_;
        if (*ask_) return ask_options_;
        if (*plan_) return plan_options_;
        if (*target_) return target_options_;
        if (*list_) return list_options_;
        if (*explain_) return explain_options_;
        if (*completion_) return completion_options_;
        return schema_options_;
    }

    /// The command that the arguments got to, or the program.
    const CLI::App* asked() const {
        const auto used = app_.get_subcommands();
        return used.empty() ? &app_ : used.front();
    }

    std::vector<std::string_view> command_names() const {
        std::vector<std::string_view> names;
        for (const auto* command : app_.get_subcommands(nullptr))
            names.push_back(command->get_name());
        return names;
    }

    std::optional<Immediate> unknown_command(const std::vector<std::string>& arguments) const {
        for (const auto& argument : arguments) {
            if (argument.starts_with('-')) continue;
            const auto names = command_names();
            if (std::find(names.begin(), names.end(), argument) != names.end()) return std::nullopt;
            auto hint = did_you_mean(argument, names);
            if (hint.empty()) hint = fmt::format("commands: {}", fmt::join(names, ", "));
            return usage(fmt::format("unknown command \"{}\"; {}", visible(argument), hint));
        }
        return std::nullopt;
    }

    std::string explain(const CLI::ParseError& error) const {
        if (dynamic_cast<const CLI::ExtrasError*>(&error) == nullptr) {
            std::string text = error.what();
            return visible(text);
        }
        std::vector<std::string> owned;
        for (const auto* option : asked()->get_options())
            for (const auto& name : option->get_lnames()) owned.push_back("--" + name);
        const std::vector<std::string_view> names(owned.begin(), owned.end());
        std::string text;
        for (const auto& extra : app_.remaining(true)) {
            if (!text.empty()) text += "; ";
            text += fmt::format("{} \"{}\"",
                                extra.starts_with('-') && extra.size() > 1 ? "unknown option"
                                                                           : "unexpected argument",
                                visible(extra));
            if (const auto hint = did_you_mean(extra.substr(0, extra.find('=')), names);
                extra.starts_with("--") && !hint.empty())
                text += ", " + hint;
        }
        return text;
    }

    Immediate usage(const std::string& what) const {
        const auto* command = asked();
        const std::string name = command == &app_ ? "" : " " + command->get_name();
        return {ExitStatus::usage, fmt::format("mlops-assess{}: error: {}\nsee `mlops-assess{} "
                                               "--help`\n",
                                               name, what, name)};
    }

    CLI::App app_;
    CLI::App* score_ = nullptr;
    CLI::App* compare_ = nullptr;
    CLI::App* validate_ = nullptr;
    CLI::App* init_ = nullptr;
    CLI::App* ask_ = nullptr;
    CLI::App* plan_ = nullptr;
    CLI::App* target_ = nullptr;
    CLI::App* list_ = nullptr;
    CLI::App* explain_ = nullptr;
    CLI::App* schema_ = nullptr;
    CLI::App* completion_ = nullptr;
    CommonOptions common_;
    ScoreOptions score_options_;
    CompareOptions compare_options_;
    ValidateOptions validate_options_;
    InitOptions init_options_;
    AskOptions ask_options_;
    PlanOptions plan_options_;
    TargetOptions target_options_;
    ListOptions list_options_;
    ExplainOptions explain_options_;
    SchemaOptions schema_options_;
    CompletionOptions completion_options_;
};

}  // namespace

std::variant<CommandLine, Immediate> parse_command_line(const std::vector<std::string>& arguments) {
    return Parser().parse(arguments);
}

ProgramHelp describe_command_line() { return Parser().describe_all(); }

}  // namespace mlops_assess

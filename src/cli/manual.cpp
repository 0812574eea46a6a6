#include "cli/help.hpp"
#include "text/layout.hpp"

#include <algorithm>

/// Requests of roff's man macros. Text is escaped by `text`, words to be copied by `literal`.
namespace mlops_assess {
namespace {

/// Text of ours: no line of it may begin like a request.
std::string text(std::string_view words) {
    std::string out;
    for (const char c : words) {
        if (c == '\\')
            out += "\\e";
        else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n'))
            out += fmt::format("\\&{}", c);
        else
            out += c;
    }
    return out;
}

/// Text to be typed as it stands: hyphens and quotes stay what they are.
std::string literal(std::string_view words) {
    std::string out;
    for (const char c : text(words)) {
        if (c == '-')
            out += "\\-";
        else if (c == '\'')
            out += "\\(aq";
        else if (c == '`')
            out += "\\(ga";
        else if (c == '~')
            out += "\\(ti";
        else if (c == '^')
            out += "\\(ha";
        else
            out += c;
    }
    return out;
}

std::string bold(std::string_view words) { return "\\fB" + literal(words) + "\\fR"; }
std::string italic(std::string_view words) { return "\\fI" + literal(words) + "\\fR"; }

std::string heading(std::string_view title) { return fmt::format(".SH {}\n", title); }

/// A paragraph in short lines, in which `…` marks words to be typed.
std::string prose(std::string_view paragraph) {
    const auto lines = fmt::format("{}", fmt::join(wrap(paragraph, 72), "\n"));
    std::string_view words = lines;
    std::string out;
    for (bool typed = false; !words.empty(); typed = !typed) {
        const auto end = std::min(words.find('`'), words.size());
        out += typed ? bold(words.substr(0, end)) : text(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return out;
}

std::string entry(const std::string& term, std::string_view about) {
    return fmt::format(".TP\n{}\n{}\n", term, prose(about));
}

std::string option_entry(const Option& option) {
    std::string term;
    for (const auto name : names_of(option))
        term += fmt::format("{}{}", term.empty() ? "" : ", ", bold(name));
    if (!option.value.empty()) term += (term.empty() ? "" : " ") + italic(option.value);
    return entry(term, option.about);
}

std::string usage(const Use& use) {
    auto line = bold(fmt::format("mlops-assess {}", use.command->name));
    for (const auto& option : use.options) {
        if (!option.is_argument()) continue;
        const auto name = italic(option.value) + (option.repeatable ? "\\&..." : "");
        line += option.required ? " " + name : fmt::format(" [{}]", name);
    }
    return line + " [" + italic("options") + "]";
}

/// Lines that stand as they are.
std::string example(std::string_view lines) {
    std::string out = ".PP\n.nf\n.RS 4\n";
    while (!lines.empty()) {
        const auto end = std::min(lines.find('\n'), lines.size());
        const auto indent = std::min(lines.find_first_not_of(' '), end);
        out += literal(lines.substr(indent, end - indent)) + "\n";
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return out + ".RE\n.fi\n";
}

/// The text under a command's help: prose, then indented examples.
std::string footer(std::string_view words) {
    std::string out;
    std::string run;
    bool indented = false;
    const auto flush = [&] {
        if (!run.empty()) out += indented ? example(run) : fmt::format(".PP\n{}\n", prose(run));
        run.clear();
    };
    while (!words.empty()) {
        const auto end = std::min(words.find('\n'), words.size());
        const auto line = words.substr(0, end);
        words.remove_prefix(std::min(end + 1, words.size()));
        if (line.starts_with("  ") != indented || line.empty()) flush();
        if (line.empty()) continue;
        indented = line.starts_with("  ");
        run += fmt::format("{}{}", run.empty() ? "" : "\n", line);
    }
    flush();
    return out;
}

std::string command_part(const Use& use) {
    const auto& command = *use.command;
    auto out = fmt::format(".SS {}\n{}\n.PP\n{}.\n", literal(command.name), usage(use),
                           prose(command.about));
    for (const auto& option : use.options)
        if (option.is_argument()) out += option_entry(option);
    for (const auto& option : use.own_options())
        if (!option.is_argument()) out += option_entry(option);
    return out + footer(command.footer);
}

constexpr std::string_view description =
    "A team answers practices in one YAML file, the answer sheet. The program finds the level of "
    "each model, what holds it back and what to do next. A level is that of the weakest "
    "parameter, never an average. It works offline and reads no file but those it is given.";

struct Entry {
    std::string_view term;
    std::string_view about;
};

constexpr Entry statuses[] = {
    {"0",
     "Done, and every gate that was asked for passed. Without a gate a low level is no "
     "failure."},
    {"1", "A gate failed. All reports are written."},
    {"2", "Wrong usage: an unknown option, command, format, model or level."},
    {"3", "Input that cannot be used, or output that cannot be written."},
    {"4", "Internal error."},
    {"130", "Interrupted."},
};

constexpr Entry files[] = {
    {"answers.yaml", "The answer sheet that `init` writes."},
    {"answers.schema.json",
     "Its JSON Schema, written beside it. The first line of the sheet names it to editors."},
};

constexpr Entry variables[] = {
    {"NO_COLOR",
     "When set and not empty, no colour. Option `--color` has precedence over all of "
     "these."},
    {"CLICOLOR_FORCE", "When set and not 0, colour everywhere."},
    {"CLICOLOR", "When 0, no colour."},
    {"TERM", "When `dumb`, no colour."},
    {"COLUMNS", "The width of the terminal."},
    {"LC_ALL, LC_CTYPE, LANG", "Whether the terminal shows more than ASCII."},
};

template <std::size_t N>
std::string entries(const Entry (&list)[N]) {
    std::string out;
    for (const auto& each : list) out += entry(bold(each.term), each.about);
    return out;
}

/// The manual page as `man` reads it. `date` is that of the release.
std::string manual(const std::string& date) {
    std::vector<Use> uses;
    for (const auto* command : commands())
        if (command->group != Group::hidden) uses.push_back(use(*command));
    std::string out = fmt::format(
        ".\\\" Made from the program's commands.\n.TH MLOPS\\-ASSESS 1 {} \"mlops\\-assess {}\" "
        "\"User Commands\"\n",
        date, MLOPS_ASSESS_VERSION);
    out += heading("NAME") + "mlops\\-assess \\- score a team by MLOps maturity models\n";
    out += heading("SYNOPSIS");
    for (const auto& each : uses) out += usage(each) + "\n.br\n";
    out += fmt::format("{} [{} | {}]\n", bold("mlops-assess"), bold("--help"), bold("--version"));
    out += heading("DESCRIPTION") + text(program_about()) + "\n.PP\n" + prose(description);
    out += "\n" + heading("OPTIONS") + "Every command has these:\n";
    for (const auto& option : uses.front().shared_options()) out += option_entry(option);
    out += heading("COMMANDS");
    for (const auto& each : uses) out += command_part(each);
    out += heading("\"EXIT STATUS\"") + entries(statuses);
    out += heading("FILES") + entries(files);
    out += heading("ENVIRONMENT") + entries(variables);
    out += heading("EXAMPLES") + "A first assessment:\n";
    out += example(
        "mlops-assess init --team \"Fraud detection\"\n"
        "$EDITOR answers.yaml\n"
        "mlops-assess score answers.yaml\n"
        "mlops-assess score answers.yaml -o report.md -o report.json");
    out += heading("\"SEE ALSO\"");
    return out + "Files under\n" + italic("/usr/share/doc/mlops-assess") + ":\n" +
           italic("README.md") + ",\n" + italic("ci.md") + ".\n";
}

struct Asked {
    std::string date;
};

Options options(Asked& asked) { return {argument("DATE", "Of the release", asked.date)}; }

ExitStatus run_manual(Run& run, const Asked& asked) { return run.print(manual(asked.date)); }

}  // namespace

extern const Command manual_command = {
    "manual", "Print the manual page", {}, Group::hidden, start<Asked, options, run_manual>};

}  // namespace mlops_assess

#include "report/phrases.hpp"
#include "report/rows.hpp"
#include "text/markup.hpp"
#include "writer/formats.hpp"

#include <fmt/format.h>
#include <map>

/// The report as test results: a suite for the gates and one for every parameter of every model, in
/// it a case for every practice at a level. Only what makes a gate fail has failed.
namespace mlops_assess {
namespace {

struct Suite {
    std::string name;
    std::string class_name = {};
    Markup cases = {};
    int tests = 0;
    int failures = 0;
    int skipped = 0;

    void passed(std::string_view test) { add(test, {}); }

    void skip(std::string_view test, std::string_view why) {
        ++skipped;
        add(test, markup("<skipped message=\"{}\"/>", why));
    }

    /// Some readers lose the message where there is text, so the text begins with it.
    void failed(std::string_view test, std::string_view type, std::string_view message,
                const std::vector<std::string>& lines) {
        ++failures;
        Markup text;
        for (const auto& line : lines) text += markup("\n{}", line);
        add(test, markup("<failure type=\"{0}\" message=\"{1}\">{1}{2}\n</failure>", type, message,
                         text));
    }

  private:
    void add(std::string_view test, const Markup& result) {
        ++tests;
        cases += markup("    <testcase name=\"{}\" classname=\"{}\" time=\"0\"", test, class_name);
        cases += result.empty() ? markup("/>\n") : markup(">{}</testcase>\n", result);
    }
};

/// All that a person needs to take a gap on.
std::vector<std::string> gap_lines(const Report& report, const Row& row) {
    const auto& practice = row.practice();
    std::vector<std::string> lines;
    const auto add = [&](std::string_view label, Text text) {
        if (!text.empty()) lines.push_back(fmt::format("{}: {}", label, text));
    };
    add("Practice", practice.statement);
    add("Why", practice.why);
    add("Deliver", practice.deliverable);
    add("Done when", practice.success);
    const auto* answer = row.state.answer;
    if (answer == nullptr) return lines;
    add("Owner", answer->owner);
    add("Note", answer->note);
    lines.push_back(
        fmt::format("Answer: {}:{}", report.scored.sheet.source->name, answer->place.line));
    return lines;
}

std::string gap_message(const Report& report, const Row& row) {
    const auto& a = *row.model();
    auto message = fmt::format("{}; {} needs {}", missing_answer_words(report, a, *row.requirement),
                               model_level(*a.rubric, *row.level), word_for_points(*row.needed));
    const int target = report.scored.roadmaps[*row.assessment].target;
    if (*row.level > target) message += fmt::format(", beyond the target, level {}", target);
    return message;
}

void add_case(Suite& suite, const Report& report, const Row& row) {
    const auto& state = row.state;
    const auto& gates = report.gates;
    const auto test = fmt::format("level {}: {}", *row.level, row.practice().id);
    const auto* waiver = gates.waiving.find(row.practice().id);
    const bool waived = waiver != nullptr && state.applicable() &&
                        (!*row.met || gates.waived.contains(row.requirement));
    if (gates.missing.contains(row.requirement)) {
        suite.failed(test, "gap", gap_message(report, row), gap_lines(report, row));
    } else if (waived) {
        suite.skip(test, fmt::format("{}; {}", waiver_words(*waiver), gap_message(report, row)));
    } else if (!state.applicable()) {
        const Text note = state.answer == nullptr ? Text() : state.answer->note;
        suite.skip(test, fmt::format("not applicable{}{}", note.empty() ? "" : ": ", note));
    } else if (*row.met) {
        suite.passed(test);
    } else {
        suite.skip(test, gap_message(report, row));
    }
}

Suite gate_suite(const Report& report) {
    Suite suite{"gates", report.identity.class_of("_gates")};
    std::map<std::string, int> seen;
    for (const auto& gate : report.gates.results) {
        const auto count = ++seen[gate.name];
        const auto test = count == 1 ? gate.name : fmt::format("{} ({})", gate.name, count);
        if (gate.passed)
            suite.passed(test);
        else
            suite.failed(test, "gate",
                         fmt::format("required: {}; found: {}", gate.required, gate.found),
                         gate.because);
    }
    return suite;
}

std::vector<Suite> suites(const Report& report) {
    std::vector<Suite> list;
    if (!report.gates.results.empty()) list.push_back(gate_suite(report));
    for (const auto& row : rows(report.scored)) {
        if (row.kind != RowKind::requirement) continue;
        const auto name = fmt::format("{}.{}", row.model()->rubric->id,
                                      row.catalogue->parameters[row.practice().parameter].id);
        if (list.empty() || list.back().name != name)
            list.push_back({name, report.identity.class_of(name)});
        add_case(list.back(), report, row);
    }
    return list;
}

}  // namespace

std::string write_junit(const Report& report, const Style&) {
    Suite all{"MLOps maturity of " + std::string(report.scored.sheet.team)};
    Markup body;
    for (const auto& suite : suites(report)) {
        all.tests += suite.tests;
        all.failures += suite.failures;
        body += markup(
            "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\" "
            "time=\"0\" file=\"{}\">\n{}  </testsuite>\n",
            suite.name, suite.tests, suite.failures, suite.skipped,
            report.scored.sheet.source->name, suite.cases);
    }
    const auto file = markup(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuites name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" time=\"0\">\n"
        "{}</testsuites>\n",
        all.name, all.tests, all.failures, body);
    return file.str();
}

}  // namespace mlops_assess

#include "report/phrases.hpp"
#include "text/markup.hpp"
#include "writer/formats.hpp"
#include "writer/rows.hpp"

#include <fmt/format.h>
#include <map>

/// The report as test results: a suite for every parameter of every model, a case for every
/// practice at a level. What is missing up to the target has failed.
namespace mlops_assess {
namespace {

struct Suite {
    std::string name;
    std::string cases = {};
    int tests = 0;
    int failures = 0;
    int skipped = 0;

    void passed(std::string_view test) { add(test, ""); }

    void skip(std::string_view test, std::string_view why) {
        ++skipped;
        add(test, fmt::format("<skipped message=\"{}\"/>", xml_escaped(why)));
    }

    /// Some readers lose the message where there is text, so the text begins with it.
    void failed(std::string_view test, std::string_view type, std::string_view message,
                const std::vector<std::string>& lines) {
        ++failures;
        std::string text = xml_escaped(message);
        for (const auto& line : lines) text += "\n" + xml_escaped(line);
        add(test, fmt::format("<failure type=\"{}\" message=\"{}\">{}\n</failure>", type,
                              xml_escaped(message), text));
    }

  private:
    void add(std::string_view test, std::string_view result) {
        ++tests;
        cases += fmt::format("    <testcase name=\"{}\" classname=\"{}\" time=\"0\"",
                             xml_escaped(test), xml_escaped(name));
        cases += result.empty() ? "/>\n" : fmt::format(">{}</testcase>\n", result);
    }
};

/// All that a person needs to take a gap on.
std::vector<std::string> gap_lines(const Report& report, const Row& row) {
    const auto& practice = row.practice();
    std::vector<std::string> lines = {fmt::format("Practice: {}", practice.statement),
                                      fmt::format("Why: {}", practice.why),
                                      fmt::format("Deliver: {}", practice.deliverable),
                                      fmt::format("Done when: {}", practice.success)};
    const auto& answer = *row.state().answer;
    if (!answer.owner.empty()) lines.push_back(fmt::format("Owner: {}", answer.owner));
    if (!answer.note.empty()) lines.push_back(fmt::format("Note: {}", answer.note));
    lines.push_back(fmt::format("Answer: {}:{}", report.sheet.source->name, answer.place.line));
    return lines;
}

void add_case(Suite& suite, const Report& report, const Row& row) {
    const auto& state = row.state();
    const auto test = fmt::format("level {}: {}", row.level, row.practice().id);
    if (!row.applies()) {
        const Text note = state.answer == nullptr ? Text() : state.answer->note;
        suite.skip(test, fmt::format("not applicable{}{}", note.empty() ? "" : ": ", note));
    } else if (row.met()) {
        suite.passed(test);
    } else if (!state.answered()) {
        suite.skip(test, "not answered yet");
    } else if (row.level > row.target) {
        suite.skip(test, fmt::format("beyond the target, level {}", row.target));
    } else {
        auto message = fmt::format("answered {}", word(state.rating));
        if (state.effective > state.own)
            message += fmt::format(", counts as {}", word_for_points(state.effective));
        message += fmt::format("; {} needs {}", model_level(row.assessment->rubric->id, row.level),
                               word_for_points(row.assessment->needed(*row.requirement)));
        suite.failed(test, "gap", message, gap_lines(report, row));
    }
}

Suite gate_suite(const Report& report) {
    Suite suite{"gates"};
    std::map<std::string, int> seen;
    for (const auto& gate : report.gates) {
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
    if (!report.gates.empty()) list.push_back(gate_suite(report));
    for (const auto& row : rows(report)) {
        const auto& rubric = *row.assessment->rubric;
        const auto name =
            fmt::format("{}.{}", rubric.id, rubric.catalogue->parameters[row.parameter].id);
        if (list.empty() || list.back().name != name) list.push_back({name});
        add_case(list.back(), report, row);
    }
    return list;
}

}  // namespace

std::string write_junit(const Report& report, const Style&) {
    Suite all{"MLOps maturity of " + std::string(report.sheet.team)};
    std::string body;
    for (const auto& suite : suites(report)) {
        all.tests += suite.tests;
        all.failures += suite.failures;
        body += fmt::format(
            "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\" "
            "time=\"0\" file=\"{}\">\n{}  </testsuite>\n",
            xml_escaped(suite.name), suite.tests, suite.failures, suite.skipped,
            xml_escaped(report.sheet.source->name), suite.cases);
    }
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuites name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" time=\"0\">\n"
        "{}</testsuites>\n",
        xml_escaped(all.name), all.tests, all.failures, body);
}

}  // namespace mlops_assess

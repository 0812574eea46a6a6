#include "report/phrases.hpp"
#include "report/verdict_words.hpp"
#include "text/json_text.hpp"
#include "text/markdown_text.hpp"
#include "writer/formats.hpp"
#include "writer/sarif_text.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <map>

/// The report for code scanning: SARIF 2.1.0. A run for every model, a rule for every practice that
/// it requires, a result for every unmet requirement up to the target and below a gate.
namespace mlops_assess {
namespace {

using Json = nlohmann::ordered_json;

Json text_json(std::string_view text) { return {{"text", sarif_text(text)}}; }

class SarifReport {
  public:
    explicit SarifReport(const Report& report) : report_(report) {}

    std::string write() {
        auto runs = Json::array();
        for (std::size_t i = 0; i < report_.scored.assessments.size(); ++i)
            runs.push_back(model_run(i));
        if (!report_.gates.results.empty()) runs.push_back(gate_run());
        return json_text({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                          {"version", "2.1.0"},
                          {"runs", std::move(runs)}});
    }

  private:
    Json run(std::string_view rubric, const std::string& about, Json rules, Json results) const {
        return {{"tool",
                 {{"driver",
                   {{"name", "mlops-assess"},
                    {"version", MLOPS_ASSESS_VERSION},
                    {"semanticVersion", MLOPS_ASSESS_VERSION},
                    {"rules", std::move(rules)}}}}},
                {"automationDetails",
                 {{"id", report_.identity.category(rubric)}, {"description", text_json(about)}}},
                {"columnKind", "unicodeCodePoints"},
                {"results", std::move(results)}};
    }

    /// What has no place of its own stands at the first line of the sheet.
    Json location(const Answer* answer) const {
        const auto& source = *report_.scored.sheet.source;
        const auto place = answer != nullptr ? answer->place : Place{1, 1};
        const auto length =
            count_code_points(answer != nullptr ? answer->practice : source.line(1));
        return {{"physicalLocation",
                 {{"artifactLocation", {{"uri", sarif_uri(source.name, report_.identity.path)}}},
                  {"region",
                   {{"startLine", place.line},
                    {"startColumn", place.column},
                    {"endLine", place.line},
                    {"endColumn", place.column + static_cast<int>(length)}}}}}};
    }

    Json result(const std::string& rule, std::size_t rule_index, std::string_view level,
                const std::string& message, const Answer* answer, const std::string& print) const {
        return {{"ruleId", rule},
                {"ruleIndex", rule_index},
                {"level", level},
                {"message", text_json(message)},
                {"locations", Json::array({location(answer)})},
                {"partialFingerprints", {{"primaryLocationLineHash", print}}}};
    }

    Json model_run(std::size_t index) const {
        const auto& a = report_.scored.assessments[index];
        const auto& rubric = *a.rubric;
        const auto& catalogue = *rubric.catalogue;
        std::vector<bool> required(catalogue.practices.size(), false);
        for (const auto& cell : rubric.cells)
            for (const auto& requirement : cell.required) required[requirement.practice] = true;
        auto rules = Json::array();
        std::vector<std::size_t> rule_of(required.size(), 0);
        for (PracticeIndex i = 0; i < required.size(); ++i) {
            if (!required[i]) continue;
            rule_of[i] = rules.size();
            rules.push_back(rule(catalogue, catalogue.practices[i]));
        }
        auto results = Json::array();
        // Of a run either every result says whether it is suppressed, or none does.
        const bool any_waived =
            std::ranges::count(report_.misses[index], Urgency::waived, &Miss::urgency) > 0;
        for (const auto& miss : report_.misses[index]) {
            const auto practice = miss.requirement->practice;
            results.push_back(result(std::string(catalogue.practices[practice].id),
                                     rule_of[practice], level_of(miss.urgency), message(a, miss),
                                     a.practices[practice].answer, print(rubric, miss)));
            if (any_waived) results.back()["suppressions"] = suppressions(a, miss);
        }
        return run(rubric.id,
                   fmt::format("{} of {}: {}, {}.", rubric.title, report_.scored.sheet.team,
                               level_words(a), target_words(report_.scored, index)),
                   std::move(rules), std::move(results));
    }

    Json suppressions(const Assessment& a, const Miss& miss) const {
        if (miss.urgency != Urgency::waived) return Json::array();
        const auto id = practice(a, miss.requirement->practice).id;
        return Json::array(
            {{{"kind", "external"},
              {"status", "accepted"},
              {"justification", with_capital(waiver_words(*report_.gates.waiving.find(id)))}}});
    }

    static std::string_view level_of(Urgency urgency) {
        switch (urgency) {
            case Urgency::gate: return "error";
            case Urgency::next: return "warning";
            case Urgency::later:
            case Urgency::waived: return "note";
        }
        return {};
    }

    std::string message(const Assessment& a, const Miss& miss) const {
        const auto& about = practice(a, miss.requirement->practice);
        const auto today = with_capital(missing_answer_words(report_, a, *miss.requirement));
        return fmt::format("{} {}; {} needs {}.{}", as_sentence(about.statement), today,
                           model_level(*a.rubric, miss.level),
                           word_for_points(a.needed(*miss.requirement)), done_when_words(about));
    }

    std::string print(const Rubric& rubric, const Miss& miss) const {
        const auto& catalogue = *rubric.catalogue;
        return fingerprint(fmt::format("{}\n{}\n{}\n{}\n{}", report_.identity.name, rubric.id,
                                       catalogue.parameters[miss.parameter].id, miss.level,
                                       catalogue.practices[miss.requirement->practice].id),
                           1);
    }

    static Json rule(const Catalogue& catalogue, const Practice& practice) {
        std::vector<std::pair<std::string_view, Text>> parts = {{"Why", practice.why},
                                                                {"Deliver", practice.deliverable},
                                                                {"Done when", practice.success},
                                                                {"How", practice.guidance}};
        std::string text = as_sentence(practice.statement);
        auto formatted = markdown_sentence(practice.statement);
        for (const auto& [name, part] : parts) {
            if (part.empty()) continue;
            text += fmt::format(" {}: {}", name, as_sentence(part));
            formatted += markdown("\n\n**{}:** {}", name, markdown_sentence(part));
        }
        Json rule = {{"id", std::string(practice.id)}};
        // A name that is the id but for its capital is taken for a mistake.
        if (practice.id.find('-') != Text::npos) rule["name"] = rule_name(practice.id);
        rule["shortDescription"] = description(practice.statement);
        rule["fullDescription"] =
            description(practice.why.empty() ? practice.statement : practice.why);
        rule["help"] = {{"text", sarif_text(text)}, {"markdown", sarif_braces(formatted.str())}};
        rule["properties"] = {
            {"tags",
             {"mlops", "maturity", std::string(catalogue.parameters[practice.parameter].id)}}};
        return rule;
    }

    static Json description(std::string_view text) {
        constexpr std::size_t most = 1024;
        return {{"text", sarif_text(as_sentence(text), most)}};
    }

    /// Gates stand in a run of their own, since one gate may look at several models.
    Json gate_run() const {
        auto rules = Json::array();
        auto results = Json::array();
        std::map<std::string, std::size_t> known;
        std::map<std::string, int> seen;
        for (const auto& gate : report_.gates.results) {
            const auto option = gate.name.substr(0, gate.name.find(' '));
            const auto id = "gate-" + option.substr(std::min(option.size(), std::size_t{2}));
            const auto [rule, is_new] = known.emplace(id, rules.size());
            if (is_new) {
                const auto about = fmt::format("The gate {} holds.", option);
                rules.push_back({{"id", id},
                                 {"name", rule_name(id)},
                                 {"shortDescription", description(about)},
                                 {"fullDescription", description(about)},
                                 {"help", text_json("A gate that the pipeline asked for did not "
                                                    "hold. The message says what was required "
                                                    "and what was found.")},
                                 {"properties", {{"tags", {"mlops", "maturity", "gate"}}}}});
            }
            const auto count = ++seen[gate.name];
            if (gate.passed) continue;
            auto message = fmt::format("{} failed. Required: {}; found: {}", gate.name,
                                       gate.required, gate.found);
            for (const auto& item : gate.because) message += "; " + item;
            results.push_back(
                result(id, rule->second, "error", as_sentence(message), nullptr,
                       fingerprint(report_.identity.name + "\ngate\n" + gate.name, count)));
        }
        // No model has an id with this sign.
        return run("_gates", fmt::format("Gates for {}.", report_.scored.sheet.team),
                   std::move(rules), std::move(results));
    }

    const Report& report_;
};

}  // namespace

std::string write_sarif(const Report& report, const Style&) { return SarifReport(report).write(); }

}  // namespace mlops_assess

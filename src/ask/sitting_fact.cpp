#include "ask/questions.hpp"
#include "ask/sitting.hpp"
#include "text/scalars.hpp"
#include "text/words.hpp"

#include <fmt/format.h>

/// A sitting's questions about the team.
namespace mlops_assess {
namespace {

constexpr std::int64_t most_number = 1'000'000'000;

/// The answer as it stands in a file; empty where it is none.
std::string word_in_file(const ContextQuestion& question, const std::string& line) {
    const auto number = to_integer(line);
    const auto key = lower_case(line);
    switch (question.kind) {
        case ContextKind::boolean:
            if (key == "y" || key == "yes" || key == "true") return "true";
            return key == "n" || key == "no" || key == "false" ? "false" : "";
        case ContextKind::number:
            return number && *number >= 0 && *number <= most_number ? std::to_string(*number) : "";
        case ContextKind::one_of: break;
    }
    for (std::size_t i = 0; i < question.options.size(); ++i)
        if (key == lower_case(question.options[i]) || number == static_cast<std::int64_t>(i + 1))
            return std::string(question.options[i]);
    return {};
}

}  // namespace

StepOutcome Sitting::ask(const AboutTeam& about) {
    const auto& question = about.question();
    const bool has_fact = file_.sheet().fact(question.id) != nullptr;
    show_fact(dialogue_, about, agenda_.count(about, file_.sheet()), file_.sheet());
    for (;;) {
        const auto line = dialogue_.ask("Answer >");
        if (!line) return StepOutcome::stop;
        const auto key = lower_case(*line);
        if (key == "q") return StepOutcome::stop;
        if (key == "b") return StepOutcome::back;
        if (key == "a") return skip_facts(about) ? StepOutcome::done : StepOutcome::passed;
        if (key.empty() || key == "s") return has_fact ? StepOutcome::forward : StepOutcome::passed;
        if (key == "?" || key == "h") {
            show_more(dialogue_, about);
            continue;
        }
        const auto value = word_in_file(question, *line);
        if (value.empty()) {
            dialogue_.say(fmt::format("\"{}\" is no answer here. Answer: {}.", *line,
                                      expected_words(question)));
            continue;
        }
        const auto put = question.kind == ContextKind::one_of ? Put::text : Put::word;
        const SheetEdit edit{{"context", std::string(question.id)}, value, put};
        const auto out = out_of_scope_now().size();
        if (!save(std::vector{edit})) return StepOutcome::passed;
        dialogue_.say("Saved.");
        agenda_.take_fact(out != out_of_scope_now().size());
        return StepOutcome::done;
    }
}

/// Says of every open question that its answer is not known, so that no later sitting asks it.
bool Sitting::skip_facts(const AboutTeam& asked) {
    const auto unsaid = agenda_.unsaid_facts(file_.sheet());
    if (unsaid.empty()) {
        dialogue_.say("Nothing is left to skip.");
        return true;
    }
    std::vector<SheetEdit> edits;
    for (const auto& about : unsaid)
        edits.push_back({{"context", std::string(about.question().id)}, "~"});
    if (!save(edits)) return false;
    for (const auto& about : unsaid)
        if (about.question().id != asked.question().id) trail_.add(about);
    dialogue_.say(
        "Skipped for good: the sheet says that they are not known. b leads back to them.");
    return true;
}

}  // namespace mlops_assess

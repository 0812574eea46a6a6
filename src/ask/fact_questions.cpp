#include "ask/fact_questions.hpp"

#include "document/shape.hpp"
#include "text/scalars.hpp"

#include <fmt/format.h>

namespace mlops_assess {
namespace {

constexpr std::int64_t most_number = 1'000'000'000;

std::string expected(const ContextQuestion& question) {
    switch (question.kind) {
        case ContextKind::boolean: return "y yes, n no";
        case ContextKind::number: return "a whole number";
        case ContextKind::one_of: break;
    }
    std::string words;
    for (std::size_t i = 0; i < question.options.size(); ++i)
        words += fmt::format("{}{} {}", i == 0 ? "" : ", ", i + 1, question.options[i]);
    return words;
}

/// The answer as it stands in a file; empty where it is none.
std::string word_in_file(const ContextQuestion& question, const std::string& line) {
    const auto number = to_integer(line);
    switch (question.kind) {
        case ContextKind::boolean:
            if (line == "y" || line == "yes" || line == "true") return "true";
            return line == "n" || line == "no" || line == "false" ? "false" : "";
        case ContextKind::number:
            return number && *number >= 0 && *number <= most_number ? std::to_string(*number) : "";
        case ContextKind::one_of: break;
    }
    for (std::size_t i = 0; i < question.options.size(); ++i)
        if (line == question.options[i] || number == static_cast<std::int64_t>(i + 1))
            return std::string(question.options[i]);
    return {};
}

std::string words_of(const Fact& fact) {
    switch (fact.kind) {
        case ContextKind::boolean: return fact.boolean ? "yes" : "no";
        case ContextKind::number: return std::to_string(fact.number);
        case ContextKind::one_of: break;
    }
    return std::string(fact.option);
}

}  // namespace

bool FactQuestions::ask() {
    std::vector<const ContextQuestion*> questions;
    for (const auto* catalogue : models_.catalogues)
        for (const auto& question : catalogue->context)
            if (file_.sheet().fact(question.id) == nullptr) questions.push_back(&question);
    for (std::size_t i = 0; i < questions.size();) {
        dialogue_.blank();
        dialogue_.heading(fmt::format("About the team, {} of {}", i + 1, questions.size()));
        switch (ask(*questions[i])) {
            case Outcome::done: ++i; break;
            case Outcome::back:
                if (i == 0) dialogue_.say("This is the first question.");
                i -= i > 0 ? 1 : 0;
                break;
            case Outcome::skip_all: return true;
            case Outcome::stop: return false;
        }
    }
    return true;
}

FactQuestions::Outcome FactQuestions::ask(const ContextQuestion& question) {
    dialogue_.say(question.text);
    if (const auto* fact = file_.sheet().fact(question.id))
        dialogue_.hanging("  Today: ", words_of(*fact));
    dialogue_.hanging("  Answer: ", expected(question));
    dialogue_.hanging("  Or: ", "Enter skip, a skip all of these, b back, q quit");
    for (;;) {
        const auto line = dialogue_.ask("Answer >");
        if (!line || *line == "q") return Outcome::stop;
        if (*line == "b") return Outcome::back;
        if (*line == "a") return Outcome::skip_all;
        if (line->empty() || *line == "s") return Outcome::done;
        const auto value = word_in_file(question, *line);
        if (value.empty()) {
            dialogue_.say(
                fmt::format("\"{}\" is no answer here. Answer: {}.", *line, expected(question)));
            continue;
        }
        const auto put = question.kind == ContextKind::one_of ? Put::text : Put::word;
        const auto wrong = file_.save({{{"context", std::string(question.id)}, value, put}});
        dialogue_.say(wrong.empty() ? "Saved."
                                    : fmt::format("Not saved: {}: {}.", file_.name(), wrong));
        saved_all_ = saved_all_ && wrong.empty();
        return Outcome::done;
    }
}

}  // namespace mlops_assess

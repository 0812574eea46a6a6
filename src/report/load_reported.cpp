#include "report/reported.hpp"

#include "document/json.hpp"
#include "text/scalars.hpp"
#include "text/words.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

/// Reads a JSON report back. Every value that is used is checked; other keys are passed over.
namespace mlops_assess {
namespace {

using Json = nlohmann::ordered_json;

/// What is wrong with a report, and where in it.
struct Flaw {
    std::string where;  ///< a JSON pointer
    std::string what;
};

/// A value and its place in the document.
class Value {
  public:
    Value(const Json& value, std::string where) : value_(value), where_(std::move(where)) {}

    Value operator[](const char* key) const {
        if (!value_.is_object() || !value_.contains(key))
            throw Flaw{where_ + "/" + key, "is missing"};
        return {value_[key], where_ + "/" + key};
    }
    bool has(const char* key) const { return value_.is_object() && value_.contains(key); }
    bool is_null() const { return value_.is_null(); }

    std::string text() const {
        if (!value_.is_string()) throw Flaw{where_, "is not a text"};
        return value_.get<std::string>();
    }
    /// The text of a key; empty where the key is missing or null.
    std::string text_of(const char* key) const {
        return !has(key) || value_[key].is_null() ? "" : (*this)[key].text();
    }
    /// The same, checked to be a date.
    std::string date_of(const char* key) const {
        auto date = text_of(key);
        if (!date.empty() && !is_date(date)) (*this)[key].refuse("is not a date");
        return date;
    }
    int integer(int least, int most) const {
        const bool in_range = value_.is_number_integer() && value_ >= least && value_ <= most;
        if (!in_range)
            throw Flaw{where_, fmt::format("is not a whole number from {} to {}", least, most)};
        return value_.get<int>();
    }
    Rating rating() const {
        const auto word_found = text();
        for (const auto rating : {Rating::unanswered, Rating::no, Rating::partially, Rating::mostly,
                                  Rating::fully, Rating::not_applicable})
            if (word_found == word(rating)) return rating;
        throw Flaw{where_, "is not an answer"};
    }
    Points bar() const {
        const auto found = points(rating());
        if (found == 0) throw Flaw{where_, "is none of partially, mostly and fully"};
        return found;
    }
    std::vector<Value> items() const {
        if (!value_.is_array()) throw Flaw{where_, "is not a list"};
        std::vector<Value> found;
        for (std::size_t i = 0; i < value_.size(); ++i)
            found.emplace_back(value_[i], fmt::format("{}/{}", where_, i));
        return found;
    }
    [[noreturn]] void refuse(const std::string& what) const { throw Flaw{where_, what}; }

  private:
    const Json& value_;
    std::string where_;
};

constexpr int most_levels = 15;

ReportedModel read_model(const Value& value) {
    const auto rubric = value["rubric"];
    ReportedModel model{rubric["id"].text(),
                        rubric["version"].text(),
                        value["bar"].bar(),
                        value["level"].integer(0, most_levels),
                        {}};
    for (const auto& parameter : value["parameters"].items()) {
        const auto level = parameter["level"];
        auto id = parameter["id"].text();
        if (model.find(id) != nullptr) parameter.refuse("is there a second time");
        model.parameters.push_back(
            {std::move(id),
             level.is_null() ? std::nullopt : std::optional(level.integer(0, most_levels))});
    }
    return model;
}

/// Collects the answers to practices that a catalogue knows.
class AnswerReader {
  public:
    AnswerReader(const Models& models, Arena& arena) : models_(models), arena_(arena) {}

    /// An item of `answers_given`.
    void read(const Value& item) {
        auto* answer = add(item);
        if (answer == nullptr) return;
        if (item.has("evidence")) {
            std::vector<Text> evidence;
            for (const auto& each : item["evidence"].items())
                evidence.push_back(arena_.text(each.text()));
            answer->evidence = arena_.list(evidence);
        }
        answer->note = arena_.text(item.text_of("note"));
        answer->owner = arena_.text(item.text_of("owner"));
        answer->date = arena_.text(item.date_of("date"));
        answer->confirmed_by = arena_.text(item.text_of("confirmed_by"));
        answer->due = arena_.text(item.date_of("due"));
        answer->source = arena_.text(item.text_of("source"));
    }

    /// A requirement of a report that lists no answers; several may ask for one practice.
    void read_requirement(const Value& item) {
        if (!read_.contains(item["practice"].text())) add(item);
    }

    List<Answer> sorted() {
        std::sort(answers_.begin(), answers_.end(),
                  [](const Answer& a, const Answer& b) { return a.practice < b.practice; });
        return arena_.list(answers_);
    }

    const std::vector<std::string>& unknown() const { return unknown_; }

  private:
    /// Null where there is no answer, or nothing that it answers any more.
    Answer* add(const Value& item) {
        auto id = item["practice"].text();
        auto rating = item["answer"].rating();
        if (!read_.insert(id).second) item.refuse("answers a practice a second time");
        if (rating == Rating::unanswered) return nullptr;
        const auto* practice = models_.practice(id);
        if (practice == nullptr) {
            unknown_.push_back(std::move(id));
            return nullptr;
        }
        const bool not_offered =
            rating == Rating::not_applicable && practice->not_applicable.empty();
        if (not_offered) rating = Rating::unanswered;
        Answer answer{};
        answer.practice = practice->id;
        answer.place = {1, 1};
        answer.rating = rating;
        answer.na_not_offered = not_offered;
        return &answers_.emplace_back(answer);
    }

    const Models& models_;
    Arena& arena_;
    std::set<std::string> read_;
    std::vector<Answer> answers_;
    std::vector<std::string> unknown_;
};

void read_answers(const Value& root, AnswerReader& reader) {
    if (root.has("answers_given")) {
        for (const auto& item : root["answers_given"].items()) reader.read(item);
        return;
    }
    for (const auto& assessment : root["assessments"].items())
        for (const auto& parameter : assessment["parameters"].items())
            for (const auto& cell : parameter["cells"].items())
                for (const auto& requirement : cell["requirements"].items())
                    reader.read_requirement(requirement);
}

void tell_unknown(const std::vector<std::string>& unknown, const SourceFile& file,
                  Diagnostics& diagnostics) {
    if (unknown.empty()) return;
    diagnostics.add(DiagnosticId::answers_passed_over, file, std::nullopt,
                    fmt::format("{} of this report to practices that no loaded catalogue has: {}",
                                counted(unknown.size(), "answer"), some_of(unknown)));
}

ReportedAnswers read_report(const Value& root, const SourcePointer& file, const Models& models,
                            Diagnostics& diagnostics) {
    constexpr std::string_view schema = "mlops-assess/report/1";
    if (root["schema"].text() != schema) root["schema"].refuse(fmt::format("is not {}", schema));
    ReportedAnswers report{};
    report.sheet.source = file;
    report.sheet.memory = new_memory();
    auto& arena = *report.sheet.memory;
    report.sheet.team = arena.text(root["team"].text());
    report.sheet.date = arena.text(root.date_of("date"));
    for (const auto& each : root["assessments"].items()) {
        auto model = read_model(each);
        for (const auto& other : report.models)
            if (other.rubric == model.rubric) each.refuse("is there a second time");
        report.models.push_back(std::move(model));
    }
    AnswerReader reader(models, arena);
    read_answers(root, reader);
    report.sheet.answers = reader.sorted();
    tell_unknown(reader.unknown(), *file, diagnostics);
    return report;
}

}  // namespace

const ReportedModel::Parameter* ReportedModel::find(std::string_view parameter) const {
    for (const auto& each : parameters)
        if (each.id == parameter) return &each;
    return nullptr;
}

std::optional<ReportedAnswers> load_reported(const SourcePointer& file, const Models& models,
                                             Diagnostics& diagnostics) {
    constexpr auto hint = "give a report that `mlops-assess score -f json` wrote";
    const auto document = parse_json(*file, {DiagnosticId::bad_report, hint}, diagnostics);
    if (!document) return std::nullopt;
    try {
        return read_report({*document, ""}, file, models, diagnostics);
    } catch (const Flaw& flaw) {
        diagnostics.add(
            DiagnosticId::bad_report, *file, std::nullopt,
            fmt::format("{} {}", flaw.where.empty() ? "the document" : flaw.where, flaw.what),
            hint);
    }
    return std::nullopt;
}

bool is_json_report(const SourceFile& file) {
    const auto first = file.text.find_first_not_of(" \t\r\n");
    const bool is_object = first != std::string::npos && file.text[first] == '{';
    return file.name.ends_with(".json") ||
           (is_object && file.text.find("\"mlops-assess/report/") != std::string::npos);
}

}  // namespace mlops_assess

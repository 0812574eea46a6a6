#include "report/snapshot.hpp"

#include "document/json.hpp"
#include "document/shape.hpp"
#include "text/scalars.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

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
    bool is_null() const { return value_.is_null(); }

    std::string text() const {
        if (!value_.is_string()) throw Flaw{where_, "is not a text"};
        return value_.get<std::string>();
    }
    int integer(int least, int most) const {
        const bool in_range = value_.is_number_integer() && value_ >= least && value_ <= most;
        if (!in_range)
            throw Flaw{where_, fmt::format("is not a whole number from {} to {}", least, most)};
        return value_.get<int>();
    }
    bool boolean() const {
        if (!value_.is_boolean()) throw Flaw{where_, "is neither true nor false"};
        return value_.get<bool>();
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

SnapshotRequirement read_requirement(const Value& value, int level) {
    const auto met = value["met"];
    const auto effective = value["effective_points"];
    const auto implied_by = value["implied_by"];
    return {value["practice"].text(),
            level,
            value["at_least"].bar(),
            value["answer"].rating(),
            effective.is_null() ? 0 : effective.integer(0, most_points),
            met.is_null() ? std::nullopt : std::optional(met.boolean()),
            implied_by.is_null() ? "" : implied_by.text()};
}

SnapshotParameter read_parameter(const Value& value, int top) {
    const auto level = value["level"];
    SnapshotParameter parameter{
        value["id"].text(),
        value["title"].text(),
        level.is_null() ? std::nullopt : std::optional(level.integer(0, top)),
        {}};
    for (const auto& cell : value["cells"].items()) {
        const int at = cell["level"].integer(0, top);
        for (const auto& requirement : cell["requirements"].items())
            parameter.requirements.push_back(read_requirement(requirement, at));
    }
    return parameter;
}

/// `1.62` as 162.
int read_index(const Value& value) {
    const auto text = value.text();
    const auto dot = text.find('.');
    const auto whole = to_integer(text.substr(0, dot));
    const auto rest = dot == std::string::npos || text.size() != dot + 3
                          ? std::nullopt
                          : to_integer(text.substr(dot + 1));
    if (!whole || !rest || *whole < 0 || *whole > most_levels || *rest < 0)
        value.refuse("is not an index with two decimals");
    return static_cast<int>(*whole * 100 + *rest);
}

SnapshotModel read_model(const Value& value) {
    const auto rubric = value["rubric"];
    const auto catalogue = value["catalogue"];
    const int top = rubric["top_level"].integer(1, most_levels);
    SnapshotModel model{rubric["id"].text(),
                        rubric["version"].text(),
                        catalogue["id"].text(),
                        catalogue["version"].text(),
                        value["bar"].bar(),
                        top,
                        value["level"].integer(0, top),
                        read_index(value["index"]),
                        {}};
    for (const auto& parameter : value["parameters"].items()) {
        auto found = read_parameter(parameter, top);
        if (model.find(found.id) != nullptr) parameter.refuse("is there a second time");
        model.parameters.push_back(std::move(found));
    }
    return model;
}

Snapshot read_snapshot(const Json& document, const std::string& file) {
    constexpr std::string_view schema = "mlops-assess/report/1";
    const Value root(document, "");
    if (root["schema"].text() != schema) root["schema"].refuse(fmt::format("is not {}", schema));
    const auto date = root["date"];
    Snapshot snapshot{file, root["team"].text(), date.is_null() ? "" : date.text(), {}};
    if (!snapshot.date.empty() && !is_date(snapshot.date)) date.refuse("is not a date");
    for (const auto& each : root["assessments"].items()) {
        auto model = read_model(each);
        if (snapshot.find(model.rubric) != nullptr) each.refuse("is there a second time");
        snapshot.models.push_back(std::move(model));
    }
    return snapshot;
}

}  // namespace

std::optional<Snapshot> load_snapshot(const SourceFile& file, Diagnostics& diagnostics) {
    constexpr auto hint = "give a report that `mlops-assess score -f json` wrote";
    const auto document = parse_json(file, {DiagnosticId::bad_report, hint}, diagnostics);
    if (!document) return std::nullopt;
    try {
        return read_snapshot(*document, file.name);
    } catch (const Flaw& flaw) {
        diagnostics.add(
            DiagnosticId::bad_report, file, std::nullopt,
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

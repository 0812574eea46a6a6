#pragma once

#include "model/answers.hpp"
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What was asked for on the command line, as values.
namespace mlops_assess {

enum class Color { automatic, always, never };

/// Options that every command has.
struct CommonOptions {
    std::vector<std::string> rubrics;  ///< shipped ids and files; empty: both shipped ones
    Color color = Color::automatic;
    bool quiet = false;
};

struct AskedLevel {
    std::string model;
    int level;
};

/// Which sheet to assess, and how.
struct AssessmentOptions {
    std::string answers;
    std::string date;
    std::optional<Points> bar;
    std::optional<int> max_age;
    std::vector<AskedLevel> targets;
};

/// `google.ci=1`: a level of a model, or of a parameter of it.
struct AskedGate {
    std::string model;
    std::string parameter;  ///< empty: overall
    int level;
    bool evidenced;
};

struct ScoreOptions {
    AssessmentOptions assessment;
    std::string format = "text";
    std::vector<std::string> outputs;      ///< [FORMAT:]FILE
    std::vector<AskedGate> gates;          ///< levels, in the order asked
    std::optional<int> min_answered;       ///< percent
    std::string no_regression;             ///< a file; empty: not asked for
    std::string baseline;                  ///< a file to show changes since; empty: none
    std::string waivers;                   ///< a file; empty: none
    bool plain = false;                    ///< text for screen readers
    bool summary = false;                  ///< append markdown to $GITHUB_STEP_SUMMARY
    std::optional<std::size_t> max_bytes;  ///< of markdown
};

struct CompareOptions {
    std::string before;
    AssessmentOptions assessment;  ///< its sheet is what stands after
    std::string format = "text";
};

struct ValidateOptions {
    std::vector<std::string> files;
    std::string format = "text";
    bool strict = false;
};

struct InitOptions {
    std::string output = "answers.yaml";
    std::optional<std::string> team;
    std::vector<AskedLevel> only;
    bool force = false;
};

struct AskOptions {
    std::string answers;
    bool overall = false;   ///< until the overall levels are exact
    bool full = false;      ///< every practice
    std::string parameter;  ///< only this one; empty: all
    std::vector<AskedLevel> only;
};

/// An answer taken as given: `--assume id=answer`.
struct AssumedAnswer {
    std::string practice;
    Rating rating;
};

struct PlanOptions {
    AssessmentOptions assessment;
    std::string format = "text";
    std::vector<AssumedAnswer> assumptions;
};

struct TargetOptions {
    std::string answers;
    std::string format = "text";
};

struct ListOptions {
    std::string what;
    std::string format = "text";
};

struct ExplainOptions {
    std::string what;
    AssessmentOptions assessment;  ///< without a sheet: what it means, not why this team has it
};

struct SchemaOptions {
    std::string name;
};

struct CompletionOptions {
    std::string shell;
};

using CommandOptions = std::variant<ScoreOptions, CompareOptions, ValidateOptions, InitOptions,
                                    AskOptions, PlanOptions, TargetOptions, ListOptions,
                                    ExplainOptions, SchemaOptions, CompletionOptions>;

}  // namespace mlops_assess

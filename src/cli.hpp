#pragma once

#include "mlops_assess/answers.hpp"
#include "mlops_assess/run.hpp"

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

struct ScoreOptions {
    AssessmentOptions assessment;
    std::string format = "text";
    std::vector<std::string> outputs;  ///< [FORMAT:]FILE
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

using CommandOptions = std::variant<ScoreOptions, ValidateOptions, InitOptions, PlanOptions,
                                    TargetOptions, ListOptions, ExplainOptions, SchemaOptions>;

struct CommandLine {
    CommonOptions common;
    CommandOptions command;
};

/// What the program answers without running a command: help, its version, or what is wrong.
struct Immediate {
    ExitStatus status;
    std::string text;  ///< for stdout when the status is done, else for stderr
};

std::variant<CommandLine, Immediate> parse_command_line(const std::vector<std::string>& arguments);

/// What `list` lists and `schema` prints.
std::span<const std::string_view> list_names();
std::span<const std::string_view> schema_names();

}  // namespace mlops_assess

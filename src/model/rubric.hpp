#pragma once

#include "model/catalogue.hpp"

namespace mlops_assess {

/// Points of an answer: no 0, partially 1, mostly 2, fully 3.
using Points = int;
inline constexpr Points most_points = 3;

/// Who says that a level requires a practice: the model's publisher; notes about the model; the
/// publisher's words made concrete; we.
enum class Basis { not_given, published, secondary, interpreted, added };

/// A practice that a level requires.
struct Requirement {
    PracticeIndex practice;
    std::optional<Points> at_least;  ///< the least that meets it; without one the bar holds
    Basis basis;
    Texts sources;
    friend bool operator==(const Requirement&, const Requirement&) = default;
};

/// What one parameter is at one level.
struct Cell {
    Text describes;
    Text note;
    List<Requirement> required;  ///< in catalogue order
    PracticeIndices recommended;
    friend bool operator==(const Cell&, const Cell&) = default;
};

struct KeyedText {
    Text key;
    Text text;
    friend bool operator==(const KeyedText&, const KeyedText&) = default;
};

/// A rung of the model. Its number is its position in Rubric::levels.
struct Level {
    Text name;
    Text summary;
    Texts aliases;
    Text step;
    Texts highlights;
    Texts technology;
    Texts workflow;
    Texts pains;
    Texts suits;
    List<KeyedText> at_a_glance;
    friend bool operator==(const Level&, const Level&) = default;
};

struct RubricSource {
    Text title;
    Text address;
    Text read;  ///< ISO date of the version read
    Text note;
    friend bool operator==(const RubricSource&, const RubricSource&) = default;
};

struct Reading {
    Text title;
    Text address;
    Text about;
    friend bool operator==(const Reading&, const Reading&) = default;
};

/// When all conditions hold, the model is not made for the team.
struct ScopeRule {
    List<Condition> when;
    Text because;
    Texts sources;
    friend bool operator==(const ScopeRule&, const ScopeRule&) = default;
};

/// One maturity model in machine-readable form.
struct Rubric {
    Text id;
    Text label;  ///< the short name in reports
    Text title;
    Text version;
    RubricSource source;
    List<Reading> further_reading;
    const Catalogue* catalogue;
    Points bar;  ///< the least answer that meets a requirement without `at_least`
    List<Level> levels;
    List<ScopeRule> out_of_scope;
    List<Cell> cells;  ///< parameter by parameter, each from level 0 to the top

    int top() const { return static_cast<int>(levels.size()) - 1; }
    const Cell& cell(std::size_t parameter, int level) const {
        return cells[parameter * levels.size() + static_cast<std::size_t>(level)];
    }
    friend bool operator==(const Rubric&, const Rubric&) = default;
};

}  // namespace mlops_assess

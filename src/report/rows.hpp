#pragma once

#include "report/practices.hpp"

/// The report as a table: a row for everything that a model asks or advises, for every practice
/// that the facts call for, and for every practice that nothing asks for.
namespace mlops_assess {

enum class RowKind { requirement, recommendation, must_have, other };

/// `requirement`, `recommendation`, `must-have`, `other`.
Text row_kind_id(RowKind kind);

/// Model, parameter, level, practice and kind tell the rows of a sheet apart.
struct Row {
    RowKind kind;
    const Catalogue* catalogue;
    PracticeIndex index;
    PracticeState state;
    const Scored* scored;
    std::optional<std::size_t> assessment;  ///< of the model that asks; none of the last two kinds
    std::optional<int> level;               ///< at which the model asks
    std::optional<Points> needed;           ///< none of the last kind
    const Requirement* requirement;         ///< of the first kind, else null
    const MustHavePractice* must_have;      ///< of the third kind, else null
    std::optional<bool> met;                ///< none where nothing is needed, or it does not apply

    const Practice& practice() const { return catalogue->practices[index]; }
    /// The model that asks; null where none does.
    const Assessment* model() const {
        return assessment ? &scored->assessments[*assessment] : nullptr;
    }
    /// Those of the requirement or of what calls for the practice, else the practice's.
    std::span<const Text> sources() const;
};

/// By model, parameter, level, and required before advised; then must-haves, then what nothing asks
/// for. The rows refer to `scored`.
std::vector<Row> rows(const Scored& scored);

}  // namespace mlops_assess

#pragma once

#include "report/scored.hpp"

#include <string>

/// What a report says, apart from how it came about: made of a sheet scored, or read back from its
/// JSON.
namespace mlops_assess {

struct SnapshotRequirement {
    std::string practice;
    int level;
    Points needed;
    Rating answer;
    Points effective;
    std::optional<bool> met;  ///< none where it does not apply
    std::string implied_by;   ///< empty unless another practice gives more than the own answer

    bool answered() const { return answer != Rating::unanswered && met.has_value(); }
};

struct SnapshotParameter {
    std::string id;
    std::string title;
    std::optional<int> level;  ///< none where not assessed
    std::vector<SnapshotRequirement> requirements;
};

struct SnapshotModel {
    std::string rubric;
    std::string version;
    std::string catalogue;
    std::string catalogue_version;
    Points bar;
    int top;
    int level;
    int index_hundredths;
    std::vector<SnapshotParameter> parameters;

    const SnapshotParameter* find(std::string_view parameter) const;
};

struct Snapshot {
    std::string file;  ///< where it comes from
    std::string team;
    std::string date;  ///< ISO; empty where there is none
    std::vector<SnapshotModel> models;

    const SnapshotModel* find(std::string_view rubric) const;
};

Snapshot snapshot_of(const Scored& scored);

/// Reads a report that `score -f json` wrote. None, with a diagnostic, when the file is no such
/// report or breaks its form.
std::optional<Snapshot> load_snapshot(const SourceFile& file, Diagnostics& diagnostics);

/// Whether a file is such a report, and not a sheet.
bool is_json_report(const SourceFile& file);

}  // namespace mlops_assess

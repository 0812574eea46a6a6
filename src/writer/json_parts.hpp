#pragma once

#include "report/report.hpp"

#include <nlohmann/json.hpp>

/// Values that several JSON documents share.
namespace mlops_assess {

using Json = nlohmann::ordered_json;

std::string str(Text text);
/// Null for an empty text.
Json optional_text(Text text);
Json texts(Texts list);
/// What the sheet says of the team, and its own labels, by key.
Json context_json(const AnswerSheet& sheet);
Json tags_json(const AnswerSheet& sheet);
Json location(const std::optional<Place>& place);
Json range_json(const LevelRange& possible);
/// Where the sheet answers a practice; null where it does not.
Json location_of(const PracticeState& state);
/// Null where not given.
Json basis_json(Basis basis);
/// `S`, `M` or `L`.
std::string effort_letter(Effort effort);
Json effort_json(const EffortCount& count);
/// The overall level and that of every assessed parameter.
Json levels_json(const Assessment& a, const Levels& levels);
/// Models and levels: `[{"rubric": …, "level": …}]`.
Json needs_json(const std::vector<Need>& needs);
/// A gap or an open practice of a roadmap.
Json item_json(const Assessment& a, const RoadmapItem& item);
/// The same of a practice that no requirement stands behind, from `parameter` on.
Json work_json(const Assessment& a, PracticeIndex practice, Points needed, Basis basis,
               const std::vector<Need>& also);

}  // namespace mlops_assess

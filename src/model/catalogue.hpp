#pragma once

#include "model/arena.hpp"

#include <cstdint>
#include <optional>

namespace mlops_assess {

/// How much one team needs for a practice; indicative. Without one it is ordered as M.
enum class Effort { none, S, M, L };

/// A text or document that says what a practice or requirement says.
struct Source {
    Text id;
    Text title;
    Text address;
    Text note;
    friend bool operator==(const Source&, const Source&) = default;
};

/// One of the aspects under which practices are grouped.
struct Parameter {
    Text id;
    Text title;
    Text about;
    friend bool operator==(const Parameter&, const Parameter&) = default;
};

using PracticeIndex = std::uint32_t;  ///< into Catalogue::practices
using PracticeIndices = List<PracticeIndex>;

/// One observable statement about what a team does. Only id, parameter and statement are sure to be
/// there.
struct Practice {
    Text id;
    std::uint32_t parameter;  ///< into Catalogue::parameters
    Text statement;
    Text why;
    Text if_missing;
    Text guidance;
    Text contrast;  ///< what tells it from a practice that sounds alike
    Texts evidence;
    Text deliverable;
    Text success;
    Effort effort;
    Text not_applicable;         ///< when that answer is legitimate; empty: not offered
    PracticeIndices implied_by;  ///< stronger practices that contain this one; without cycles
    PracticeIndices after;       ///< sensible to do first; without cycles
    Texts sources;
    friend bool operator==(const Practice&, const Practice&) = default;
};

enum class ContextKind { boolean, number, one_of };

/// A question about the team, as opposed to its practices.
struct ContextQuestion {
    Text id;
    Text text;
    ContextKind kind;
    Texts options;      ///< of one_of
    Text group;         ///< the heading under which it is asked with its neighbours
    Text shown_as;      ///< a report's words for the fact, `{}` for the value; empty: not shown
    Text shown_as_one;  ///< the same for the number 1
    friend bool operator==(const ContextQuestion&, const ContextQuestion&) = default;
};

/// One condition on the answer to a context question. Only what fits the question's kind is set.
struct Condition {
    std::uint32_t question;  ///< into Catalogue::context
    bool boolean;
    std::optional<std::int64_t> at_least;
    std::optional<std::int64_t> at_most;
    Texts any_of;
    friend bool operator==(const Condition&, const Condition&) = default;
};

/// Practices that are needed whatever the target, when all conditions hold.
struct MustHave {
    List<Condition> when;
    PracticeIndices practices;
    Text because;
    Texts sources;
    friend bool operator==(const MustHave&, const MustHave&) = default;
};

struct ModelLevel {
    Text model;
    int level;
    friend bool operator==(const ModelLevel&, const ModelLevel&) = default;
};

/// When all conditions hold, at least these levels are advised.
struct TargetRule {
    List<Condition> when;
    List<ModelLevel> at_least;
    bool final;  ///< no later rule applies
    Text because;
    Texts sources;
    friend bool operator==(const TargetRule&, const TargetRule&) = default;
};

/// When all conditions hold, these levels or answers do not fit what the team says of itself.
struct Contradiction {
    List<Condition> when;
    List<ModelLevel> at_least;       ///< levels from these up
    List<ModelLevel> at_most;        ///< levels up to these
    PracticeIndices not_applicable;  ///< practices that then apply
    Text because;
    Texts sources;
    friend bool operator==(const Contradiction&, const Contradiction&) = default;
};

/// All practices, under their parameters.
struct Catalogue {
    Text id;
    Text title;
    Text version;
    List<Source> sources;
    List<Parameter> parameters;
    List<Practice> practices;
    PracticeIndices credit_order;  ///< all practices, each behind those in its `implied_by`
    List<ContextQuestion> context;
    List<MustHave> must_have;
    List<TargetRule> targets;
    List<Contradiction> contradictions;

    std::optional<PracticeIndex> find(Text practice) const;
    std::optional<std::uint32_t> find_parameter(Text parameter) const;
    friend bool operator==(const Catalogue&, const Catalogue&) = default;
};

}  // namespace mlops_assess

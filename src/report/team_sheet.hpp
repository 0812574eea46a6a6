#pragma once

#include "report/scored.hpp"

/// What a portfolio keeps of a sheet: the figures that `score` gives, in little room, since it may
/// hold thousands.
namespace mlops_assess {

/// Of a model or of a parameter. Levels are from 0 to the model's top.
struct Figures {
    bool assessed;  ///< false: nothing else counts
    bool at_top;    ///< then `gaps` and `open` are 0
    std::int16_t level;
    std::int16_t low;  ///< with `high`: the levels that unanswered practices leave possible
    std::int16_t high;
    std::int16_t evidenced;  ///< counting only answers that cite evidence
    std::int16_t gaps;       ///< practices short of the next level, each once: not met
    std::int16_t open;       ///< and not answered

    LevelRange possible() const { return {low, high}; }
    std::optional<int> known_level() const {
        return assessed ? std::optional<int>(level) : std::nullopt;
    }
    bool operator==(const Figures&) const = default;
};

/// A practice that keeps a team from its next level.
struct Lacking {
    PracticeIndex practice;
    bool open;  ///< not answered, else not met
};

struct ModelFigures {
    bool in_scope;  ///< false: the model is not made for the team
    Figures overall;
    int target;
    int index_hundredths;
    List<Figures> parameters;
    List<Lacking> lacking;  ///< up to the next level, each once, in catalogue order
};

/// A must-have that the team lacks.
struct LackingMustHave {
    const Practice* practice;
    bool open;
};

/// One team at one date.
struct TeamSheet {
    Text file;  ///< as it was named; a record's is `<stdin>:LINE`
    Text team;
    Text date;         ///< ISO; empty when not given
    Place date_place;  ///< where it begins when it has none
    List<Tag> tags;
    List<ModelFigures> models;        ///< by loaded rubric
    List<LackingMustHave> must_have;  ///< in catalogue order
    int must_haves;                   ///< those that apply
    std::uint64_t fingerprint;        ///< of the file's text

    /// Empty where the sheet has no such tag.
    Text tag(Text key) const;
};

/// All texts and lists are in the arena.
TeamSheet team_sheet(const Scored& scored, std::string_view file, Arena& arena);

}  // namespace mlops_assess

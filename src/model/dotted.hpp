#pragma once

#include "model/rubric.hpp"

namespace mlops_assess {

/// What `google`, `google.2`, `google.ci` or `google.ci.2` names: a model, a level of it, a
/// parameter of it, or a cell.
struct Dotted {
    std::size_t rubric;  ///< into the rubrics among which it was looked up
    std::optional<std::uint32_t> parameter = {};
    std::optional<int> level = {};
};

/// The practice or parameter of a catalogue that a person means by an id, whatever its case; the
/// same letters are taken first.
std::optional<PracticeIndex> find_practice(const Catalogue& catalogue, Text typed);
std::optional<std::uint32_t> find_parameter(const Catalogue& catalogue, Text typed);

/// Whatever the case of the id; the same letters are taken first. None when a part of the id names
/// nothing. A level is taken before a parameter of that name.
std::optional<Dotted> find_dotted(std::span<const Rubric* const> rubrics, Text id);

}  // namespace mlops_assess

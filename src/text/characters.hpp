#pragma once

#include <cstdint>
#include <span>

namespace mlops_assess {

/// Characters that follow one another and look alike to us, up to the next run.
struct CharacterRun {
    char32_t first;
    std::uint8_t cells;  ///< of a terminal
    bool is_pictographic;
};

/// By their first character; the first run begins at 0. Written by make_characters.cpp.
std::span<const CharacterRun> character_runs();

}  // namespace mlops_assess

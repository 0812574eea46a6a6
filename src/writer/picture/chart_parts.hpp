#pragma once

#include "writer/picture/chart.hpp"

#include <optional>
#include <vector>

/// What radar and bars are made of.
namespace mlops_assess {

/// One model in a chart.
struct ChartModel {
    std::size_t index;  ///< into Scored::assessments
    const Assessment* assessment;
    const Roadmap* roadmap;
    std::vector<Standing> now;   ///< by parameter
    std::vector<Standing> then;  ///< of the baseline; empty without one

    /// A level as a part of the way to the model's own top level.
    double part(int level) const { return static_cast<double>(level) / assessment->rubric->top(); }
    /// The same with the part of the way to the next level.
    double part(const Standing& standing) const {
        const auto& [points, of] = standing.beyond;
        const auto beyond = of == 0 ? 0.0 : static_cast<double>(points) / of;
        return (standing.level + beyond) / assessment->rubric->top();
    }
    bool assessed(std::size_t parameter) const { return now[parameter].assessed; }
    /// `2 → 3`: the level, or the range, and the target above it.
    std::string words(std::size_t parameter) const;
};

struct Chart {
    const Catalogue* catalogue;
    std::vector<ChartModel> models;
    double width;
    std::string then;  ///< when the baseline was; empty without one
};

/// Where a line of text is held.
enum class Anchor { start, middle, end };

Markup svg_text(std::string_view css_class, double x, double y, double size, Anchor anchor,
                const Markup& words);
/// A model's shape around a point, in the colour of the group.
Markup svg_mark(std::size_t model, double x, double y, double radius);

/// One model; none when a radar cannot show it honestly and legibly.
std::optional<Drawing> draw_radar(const ChartModel& model, double width);
Drawing draw_bars(const Chart& chart);

}  // namespace mlops_assess

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

    /// A level as a part of the way to the model's own top level.
    double part(int level) const { return static_cast<double>(level) / assessment->rubric->top(); }
    bool assessed(std::size_t parameter) const {
        return assessment->parameters[parameter].assessed;
    }
    /// `2 → 3`: the level, or the range, and the target above it.
    std::string words(std::size_t parameter) const;
};

struct Chart {
    const Catalogue* catalogue;
    std::vector<ChartModel> models;
    double width;
};

/// Where a line of text is held.
enum class Anchor { start, middle, end };

Markup svg_text(std::string_view css_class, double x, double y, double size, Anchor anchor,
                const Markup& words);
/// A model's shape around a point, in the colour of the group.
Markup svg_mark(std::size_t model, double x, double y, double radius);

/// None when a radar cannot show this honestly and legibly.
std::optional<Drawing> draw_radar(const Chart& chart);
Drawing draw_bars(const Chart& chart);

}  // namespace mlops_assess

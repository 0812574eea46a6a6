#include "writer/picture/chart.hpp"

#include "report/phrases.hpp"
#include "report/verdict_words.hpp"
#include "writer/picture/chart_parts.hpp"
#include "writer/picture/svg_text.hpp"

#include <fmt/format.h>

namespace mlops_assess {
namespace {

/// A model's shape: as text, and as the corners of a polygon around 0, 0. A circle has none.
struct Shape {
    std::string_view mark;
    std::vector<std::pair<double, double>> corners;
};

const Shape& shape(std::size_t model) {
    static const std::vector<Shape> shapes = {
        {"●", {}},
        {"■", {{-.9, -.9}, {.9, -.9}, {.9, .9}, {-.9, .9}}},
        {"▲", {{0, -1.2}, {1.1, .8}, {-1.1, .8}}},
        {"◆", {{0, -1.25}, {1.25, 0}, {0, 1.25}, {-1.25, 0}}},
        {"▼", {{0, 1.2}, {1.1, -.8}, {-1.1, -.8}}},
        {"✚",
         {{-.4, -1.1},
          {.4, -1.1},
          {.4, -.4},
          {1.1, -.4},
          {1.1, .4},
          {.4, .4},
          {.4, 1.1},
          {-.4, 1.1},
          {-.4, .4},
          {-1.1, .4},
          {-1.1, -.4},
          {-.4, -.4}}},
    };
    return shapes[model % shapes.size()];
}

constexpr double text_size = 12;
constexpr double line_height = 16;

/// One line or more for each model, and what the lines of the picture mean.
Drawing legend(const Chart& chart, bool radar) {
    Drawing drawing;
    double y = 0;
    bool open = false;
    bool missing = false;
    for (const auto& model : chart.models) {
        const auto& a = *model.assessment;
        auto words = fmt::format("{}: {}", a.rubric->title, level_words(a));
        if (!model.roadmap->reached) words += fmt::format(", target {}", model.roadmap->target);
        for (const auto& p : a.parameters) {
            open = open || (p.assessed && p.possible.open());
            missing = missing || !p.assessed;
        }
        drawing.elements += markup("<g class=\"{}\" fill=\"currentColor\">{}</g>\n",
                                   model_class(model.index), svg_mark(model.index, 7, y + 10, 4.5));
        for (const auto& line : svg_lines(words, text_size, chart.width - 24, 3)) {
            drawing.elements +=
                svg_text("ink", 20, y + 14, text_size, Anchor::start, Markup::of(line));
            y += line_height;
        }
    }
    std::string key = "Solid line: now. Dashed line: target. ";
    key += radar ? "Inner ring: level 0. Rim: each model's own top level."
                 : "Each scale ends at the model's own top level.";
    if (open) key += " Wide line: what open answers can still change.";
    if (missing && radar) key += " –: not assessed.";
    y += 4;
    for (const auto& line : svg_lines(key, text_size - 1, chart.width - 24, 6)) {
        drawing.elements +=
            svg_text("quiet", 20, y + 13, text_size - 1, Anchor::start, Markup::of(line));
        y += line_height - 1;
    }
    drawing.height = y + 8;
    return drawing;
}

Chart chart_of(const Scored& scored, const Catalogue& catalogue, double width) {
    Chart chart{&catalogue, {}, width};
    for (const auto i : assessments_of(scored, catalogue))
        chart.models.push_back({i, &scored.assessments[i], &scored.roadmaps[i]});
    return chart;
}

}  // namespace

std::string model_class(std::size_t assessment) { return fmt::format("m{}", assessment % 6); }

std::string_view model_mark(std::size_t assessment) { return shape(assessment).mark; }

std::string ChartModel::words(std::size_t parameter) const {
    const auto level = level_range(assessment->parameters[parameter]);
    const auto& aim = roadmap->aims[parameter];
    return aim.higher ? fmt::format("{} → {}", level, aim.level) : level;
}

Markup svg_text(std::string_view css_class, double x, double y, double size, Anchor anchor,
                const Markup& words) {
    const auto held = anchor == Anchor::start ? Markup()
                                              : markup(" text-anchor=\"{}\"",
                                                       anchor == Anchor::middle ? "middle" : "end");
    return markup("<text class=\"{}\" x=\"{}\" y=\"{}\" font-size=\"{}\"{}>{}</text>\n", css_class,
                  svg_number(x), svg_number(y), svg_number(size), held, words);
}

Markup svg_mark(std::size_t model, double x, double y, double radius) {
    const auto& corners = shape(model).corners;
    if (corners.empty())
        return markup("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"/>", svg_number(x), svg_number(y),
                      svg_number(radius));
    std::vector<std::string> points;
    for (const auto& [dx, dy] : corners)
        points.push_back(
            fmt::format("{},{}", svg_number(x + radius * dx), svg_number(y + radius * dy)));
    return markup("<polygon points=\"{}\"/>", fmt::join(points, " "));
}

Drawing draw_levels(const Scored& scored, const Catalogue& catalogue, double width) {
    const auto chart = chart_of(scored, catalogue, width);
    const auto radar = draw_radar(chart);
    auto drawing = legend(chart, radar.has_value());
    const auto picture = radar ? *radar : draw_bars(chart);
    drawing.elements += markup("<g transform=\"translate(0 {})\">\n{}</g>\n",
                               svg_number(drawing.height), picture.elements);
    drawing.height += picture.height;
    return drawing;
}

std::string levels_in_words(const Scored& scored, const Catalogue& catalogue) {
    std::string words;
    for (const auto& model : chart_of(scored, catalogue, 0).models) {
        const auto& a = *model.assessment;
        std::vector<std::string> levels;
        for (std::uint32_t p = 0; p < a.parameters.size(); ++p)
            levels.push_back(fmt::format("{} {}", title(a, p), level_range(a.parameters[p])));
        words += fmt::format("{}{}, levels 0 to {}, target {}: {}.", words.empty() ? "" : " ",
                             a.rubric->title, a.rubric->top(), model.roadmap->target,
                             fmt::join(levels, ", "));
    }
    return words;
}

}  // namespace mlops_assess

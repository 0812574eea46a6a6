#include "writer/picture/chart.hpp"

#include "report/comparison_words.hpp"
#include "report/phrases.hpp"
#include "report/verdict_words.hpp"
#include "writer/picture/chart_parts.hpp"
#include "writer/picture/svg_text.hpp"

#include <fmt/format.h>
#include <algorithm>

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

/// One drawing below another.
void add_below(Drawing& drawing, const Drawing& other) {
    drawing.elements += markup("<g transform=\"translate(0 {})\">\n{}</g>\n",
                               svg_number(drawing.height), other.elements);
    drawing.height += other.height;
}

/// Where a model stands and what it aims at.
Drawing heading(const ChartModel& model, double width) {
    const auto& a = *model.assessment;
    auto words = fmt::format("{}: {}", a.rubric->label, level_words(a));
    if (!model.roadmap->reached) words += fmt::format(", target {}", model.roadmap->target);
    Drawing drawing;
    drawing.elements = markup("<g class=\"{}\" fill=\"currentColor\">{}</g>\n",
                              model_class(model.index), svg_mark(model.index, 7, 10, 4.5));
    for (const auto& line : svg_lines(words, text_size, width - 24, 3)) {
        drawing.elements +=
            svg_text("ink", 20, drawing.height + 14, text_size, Anchor::start, Markup::of(line));
        drawing.height += line_height;
    }
    drawing.height += 8;
    return drawing;
}

/// What the lines of the picture mean.
Drawing key(const Chart& chart, bool radar) {
    bool open = false;
    bool missing = false;
    for (const auto& model : chart.models)
        for (const auto& p : model.assessment->parameters) {
            open = open || (p.assessed && p.possible.open());
            missing = missing || !p.assessed;
        }
    std::string words =
        "Solid line: now, the level and the part of the way to the next. Dashed line: target. ";
    if (!chart.then.empty()) words += fmt::format("Dotted line: then, {}. ", chart.then);
    words += radar ? "Inner ring: level 0. Rim: the model's top level."
                   : "Each scale ends at the model's own top level.";
    if (open) words += " Wide line: what open answers can still change.";
    if (missing && radar) words += " –: not assessed.";
    Drawing drawing;
    for (const auto& line : svg_lines(words, text_size - 1, chart.width - 24, 8)) {
        drawing.elements += svg_text("quiet", 20, drawing.height + 13, text_size - 1, Anchor::start,
                                     Markup::of(line));
        drawing.height += line_height - 1;
    }
    drawing.height += 4;
    return drawing;
}

/// A radar for every model, side by side where there is room; none where one cannot be drawn.
std::optional<Drawing> draw_radars(const Chart& chart) {
    constexpr double least_width = 340;
    constexpr double most_width = 480;
    const auto models = chart.models.size();
    const auto columns =
        std::min(models, static_cast<std::size_t>(std::max(1.0, chart.width / least_width)));
    const auto room = chart.width / static_cast<double>(columns);
    const auto width = std::min(room, most_width);
    Drawing all;
    double row = 0;
    for (std::size_t i = 0; i < models; ++i) {
        const auto radar = draw_radar(chart.models[i], width);
        if (!radar) return std::nullopt;
        auto one = heading(chart.models[i], width);
        add_below(one, *radar);
        const auto x = room * static_cast<double>(i % columns) + (room - width) / 2;
        all.elements += markup("<g transform=\"translate({} {})\">\n{}</g>\n", svg_number(x),
                               svg_number(all.height), one.elements);
        row = std::max(row, one.height);
        if ((i + 1) % columns == 0 || i + 1 == models) {
            all.height += row + 8;
            row = 0;
        }
    }
    return all;
}

Chart chart_of(const Report& report, const Catalogue& catalogue, double width) {
    Chart chart{&catalogue, {}, width, {}};
    if (report.since) chart.then = when_words(report.since->before);
    for (const auto i : assessments_of(report.scored, catalogue)) {
        const auto& a = report.scored.assessments[i];
        chart.models.push_back(
            {i, &a, &report.scored.roadmaps[i], standings(a),
             report.since ? report.since->of(*a.rubric).before : std::vector<Standing>()});
    }
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

Drawing draw_levels(const Report& report, const Catalogue& catalogue, double width) {
    const auto chart = chart_of(report, catalogue, width);
    if (auto radars = draw_radars(chart)) {
        add_below(*radars, key(chart, true));
        return *radars;
    }
    Drawing bars;
    for (const auto& model : chart.models) add_below(bars, heading(model, width));
    add_below(bars, key(chart, false));
    add_below(bars, draw_bars(chart));
    return bars;
}

std::string levels_in_words(const Report& report, const Catalogue& catalogue) {
    std::string words;
    for (const auto& model : chart_of(report, catalogue, 0).models) {
        const auto& a = *model.assessment;
        std::vector<std::string> levels;
        for (std::uint32_t p = 0; p < a.parameters.size(); ++p) {
            const auto mark = change_mark(report.since, *a.rubric, catalogue.parameters[p]);
            levels.push_back(fmt::format("{} {}{}", title(a, p), level_range(a.parameters[p]),
                                         mark.empty() ? "" : fmt::format(" ({})", mark)));
        }
        words += fmt::format("{}{}, levels 0 to {}, target {}: {}.", words.empty() ? "" : " ",
                             a.rubric->title, a.rubric->top(), model.roadmap->target,
                             fmt::join(levels, ", "));
    }
    return words;
}

}  // namespace mlops_assess

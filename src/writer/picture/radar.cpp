#include "writer/picture/chart_parts.hpp"
#include "writer/picture/svg_text.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

/// One axis for each parameter, clockwise from the top; level 0 is a small ring in the middle.
namespace mlops_assess {
namespace {

constexpr std::size_t least_axes = 3;
constexpr std::size_t most_axes = 16;
constexpr std::size_t most_models = 4;
constexpr std::size_t most_rings = 10;
constexpr double title_size = 12.5;
constexpr double value_size = 12;
constexpr double ring_size = 9.5;
constexpr double line_height = 15.5;
constexpr double gap = 12;  ///< from the rim to the labels

struct Point {
    double x;
    double y;
};

/// What stands at the end of an axis, and the box that it needs.
struct Label {
    std::vector<Markup> lines;
    std::size_t titles;  ///< how many of them are the parameter's title
    Anchor anchor;
    double left;
    double right;
    double top;
    double bottom() const { return top + static_cast<double>(lines.size()) * line_height; }
    bool overlaps(const Label& other) const {
        return left < other.right && other.left < right && top < other.bottom() &&
               other.top < bottom();
    }
};

class Radar {
  public:
    explicit Radar(const Chart& chart)
        : chart_(chart),
          axes_(chart.catalogue->parameters.size()),
          label_width_(std::clamp(chart.width * 0.24, 96.0, 150.0)),
          rim_(chart.width / 2 - label_width_ - gap - 2) {}

    std::optional<Drawing> draw() {
        if (axes_ > most_axes || chart_.models.size() > most_models) return std::nullopt;
        for (const auto& model : chart_.models) {
            std::size_t assessed = 0;
            for (std::size_t p = 0; p < axes_; ++p) assessed += model.assessed(p) ? 1 : 0;
            if (assessed < least_axes) return std::nullopt;
        }
        for (std::size_t p = 0; p < axes_; ++p) labels_.push_back(label(p));
        for (std::size_t i = 0; i < axes_; ++i) {
            if (std::max(-labels_[i].left, labels_[i].right) > chart_.width / 2)
                return std::nullopt;
            for (std::size_t k = 0; k < i; ++k)
                if (labels_[i].overlaps(labels_[k])) return std::nullopt;
        }
        double top = -rim_ - gap;
        double bottom = rim_ + gap;
        for (const auto& each : labels_) {
            top = std::min(top, each.top);
            bottom = std::max(bottom, each.bottom());
        }
        centre_ = {chart_.width / 2, 4 - top};
        auto elements = grid();
        for (const auto& model : chart_.models) elements += model_lines(model);
        for (std::size_t i = 0; i < chart_.models.size(); ++i) elements += marks(i);
        elements += ring_labels();
        for (const auto& each : labels_) elements += label_markup(each);
        return Drawing{elements, bottom - top + 12};
    }

  private:
    double angle(double axis) const {
        return 2 * std::numbers::pi * axis / static_cast<double>(axes_);
    }
    double radius(double part) const {
        const auto hole = rim_ * 0.12;
        return hole + (rim_ - hole) * part;
    }
    Point at(double axis, double distance) const {
        return {centre_.x + distance * std::sin(angle(axis)),
                centre_.y - distance * std::cos(angle(axis))};
    }
    static std::string pair(const Point& point) {
        return fmt::format("{},{}", svg_number(point.x), svg_number(point.y));
    }

    /// A label beside the end of its axis; places are from the centre.
    Label label(std::size_t p) const {
        const auto x = std::sin(angle(static_cast<double>(p)));
        const auto y = -std::cos(angle(static_cast<double>(p)));
        Label label{};
        label.anchor = std::abs(x) < 0.1 ? Anchor::middle : x > 0 ? Anchor::start : Anchor::end;
        for (const auto& line :
             svg_lines(chart_.catalogue->parameters[p].title, title_size, label_width_, 3))
            label.lines.push_back(Markup::of(line));
        label.titles = label.lines.size();
        double width = label_width_;
        double used = 0;
        for (const auto& model : chart_.models) {
            const auto words = fmt::format("{} {}", model_mark(model.index),
                                           model.assessed(p) ? model.words(p) : "–");
            const auto shown =
                markup("<tspan class=\"{}\">{}</tspan>", model_class(model.index), words);
            const auto needed = svg_text_width(words, value_size);
            const auto joined = used + svg_text_width("   ", value_size) + needed;
            width = std::max(width, needed);
            if (used == 0 || joined > label_width_) {
                label.lines.push_back(shown);
                used = needed;
            } else {
                label.lines.back() += markup("\xC2\xA0 {}", shown);
                used = joined;
            }
        }
        const auto end_x = (rim_ + gap) * x;
        const auto end_y = (rim_ + gap) * y;
        label.left = label.anchor == Anchor::start    ? end_x
                     : label.anchor == Anchor::middle ? end_x - width / 2
                                                      : end_x - width;
        label.right = label.left + width;
        const auto height = static_cast<double>(label.lines.size()) * line_height;
        label.top = end_y - height / 2 + y * height / 2;
        return label;
    }

    Markup label_markup(const Label& label) const {
        const auto x = label.anchor == Anchor::start    ? label.left
                       : label.anchor == Anchor::middle ? (label.left + label.right) / 2
                                                        : label.right;
        Markup out;
        for (std::size_t i = 0; i < label.lines.size(); ++i)
            out +=
                svg_text(i < label.titles ? "ink" : "value", centre_.x + x,
                         centre_.y + label.top + (static_cast<double>(i) + 0.76) * line_height,
                         i < label.titles ? title_size : value_size, label.anchor, label.lines[i]);
        return out;
    }

    /// The rings at which some model has a level; only the model of most levels, where they
    /// would be too many.
    std::vector<int> rings() const {
        std::set<int> found;  // thousandths of the way to the rim
        for (const auto& model : chart_.models)
            for (int level = 0; level <= model.assessment->rubric->top(); ++level)
                found.insert(level * 1000 / model.assessment->rubric->top());
        if (found.size() > most_rings) found = {0, 1000};
        return {found.begin(), found.end()};
    }

    Markup grid() const {
        auto out = markup("<g class=\"rule\" fill=\"none\" stroke=\"currentColor\">\n");
        for (const auto ring : rings())
            out += markup("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"/>\n", svg_number(centre_.x),
                          svg_number(centre_.y), svg_number(radius(ring / 1000.0)));
        for (std::size_t p = 0; p < axes_; ++p)
            out += markup("<path d=\"M{}L{}\"/>\n", pair(at(static_cast<double>(p), radius(0))),
                          pair(at(static_cast<double>(p), rim_)));
        return out + markup("</g>\n");
    }

    /// Between the last axis and the first, where the fewest lines are.
    Markup ring_labels() const {
        Markup out;
        for (const auto ring : rings()) {
            Markup words;
            double width = 0;
            for (const auto& model : chart_.models) {
                const int top = model.assessment->rubric->top();
                for (int level = 1; level <= top; ++level)
                    if (level * 1000 / top == ring) {
                        const auto mark =
                            chart_.models.size() > 1 ? model_mark(model.index) : std::string_view();
                        words +=
                            markup("{}<tspan class=\"{}\">{}{}</tspan>", words.empty() ? "" : " ",
                                   model_class(model.index), mark, level);
                        width += svg_text_width(fmt::format("{}{}", mark, level), ring_size);
                    }
            }
            const bool crowded = rim_ < 100 && ring < 1000;
            if (words.empty() || crowded) continue;
            const auto place = at(-0.5, radius(ring / 1000.0));
            out += markup(
                "<rect class=\"paper\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"3\" "
                "fill=\"currentColor\" fill-opacity=\"0.85\"/>\n",
                svg_number(place.x - width / 2), svg_number(place.y - 6), svg_number(width), 12);
            out += svg_text("value", place.x, place.y + ring_size * 0.36, ring_size, Anchor::middle,
                            words);
        }
        return out;
    }

    Point level_point(const ChartModel& model, std::size_t p, int level) const {
        return at(static_cast<double>(p), radius(model.part(level)));
    }

    /// The outline through one level of every assessed parameter; open where one is not assessed.
    template <typename LevelOf>
    std::string outline(const ChartModel& model, LevelOf level_of) const {
        std::string path;
        bool whole = true;
        for (std::size_t p = 0; p < axes_; ++p) {
            if (!model.assessed(p)) {
                whole = false;
                continue;
            }
            const bool after_gap = p == 0 || !model.assessed(p - 1);
            path += (after_gap ? "M" : "L") + pair(level_point(model, p, level_of(p)));
        }
        if (whole) return path + "Z";
        if (model.assessed(0) && model.assessed(axes_ - 1))
            path += fmt::format("M{}L{}", pair(level_point(model, axes_ - 1, level_of(axes_ - 1))),
                                pair(level_point(model, 0, level_of(0))));
        return path;
    }

    Markup model_lines(const ChartModel& model) const {
        const auto& parameters = model.assessment->parameters;
        const bool whole = std::all_of(parameters.begin(), parameters.end(),
                                       [](const auto& p) { return p.assessed; });
        const auto now = outline(model, [&](std::size_t p) { return parameters[p].level; });
        auto out = markup(
            "<g class=\"{}\" stroke=\"currentColor\" fill=\"none\" "
            "stroke-linejoin=\"round\">\n",
            model_class(model.index));
        const auto aim =
            outline(model, [&](std::size_t p) { return model.roadmap->aims[p].level; });
        if (aim != now)
            out += markup("<path d=\"{}\" stroke-width=\"1.25\" stroke-dasharray=\"4 4\"/>\n", aim);
        out += markup("<path d=\"{}\" stroke-width=\"2\"{}/>\n", now,
                      whole ? markup(" fill=\"currentColor\" fill-opacity=\"0.1\"") : Markup());
        for (std::size_t p = 0; p < axes_; ++p) {
            const auto& range = parameters[p].possible;
            if (model.assessed(p) && range.open())
                out += markup(
                    "<path d=\"M{}L{}\" stroke-width=\"7\" stroke-opacity=\"0.3\" "
                    "stroke-linecap=\"round\"/>\n",
                    pair(level_point(model, p, range.low)),
                    pair(level_point(model, p, range.high)));
        }
        return out + markup("</g>\n");
    }

    /// Where models meet, the later one's shape is the smaller, so that both are seen.
    Markup marks(std::size_t position) const {
        const auto& model = chart_.models[position];
        const auto size = 4 + 1.5 * static_cast<double>(chart_.models.size() - 1 - position);
        auto out = markup("<g class=\"{}\" fill=\"currentColor\">\n", model_class(model.index));
        for (std::size_t p = 0; p < axes_; ++p) {
            if (!model.assessed(p)) continue;
            const auto point = level_point(model, p, model.assessment->parameters[p].level);
            out += markup("{}\n", svg_mark(model.index, point.x, point.y, size));
        }
        return out + markup("</g>\n");
    }

    const Chart& chart_;
    std::size_t axes_;
    double label_width_;
    double rim_;
    Point centre_{};
    std::vector<Label> labels_;
};

}  // namespace

std::optional<Drawing> draw_radar(const Chart& chart) { return Radar(chart).draw(); }

}  // namespace mlops_assess

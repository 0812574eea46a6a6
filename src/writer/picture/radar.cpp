#include "report/phrases.hpp"
#include "writer/picture/chart_parts.hpp"
#include "writer/picture/svg_text.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <numbers>

/// One axis for each parameter, clockwise from the top; level 0 is a small ring in the middle.
namespace mlops_assess {
namespace {

constexpr std::size_t least_axes = 3;
constexpr std::size_t most_axes = 16;
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
    Radar(const ChartModel& model, double width)
        : model_(model),
          width_(width),
          axes_(model.now.size()),
          label_width_(std::clamp(width * 0.24, 96.0, 150.0)),
          rim_(width / 2 - label_width_ - gap - 2) {}

    std::optional<Drawing> draw() {
        const auto assessed = static_cast<std::size_t>(
            std::ranges::count_if(model_.now, [](const Standing& each) { return each.assessed; }));
        if (axes_ > most_axes || assessed < least_axes) return std::nullopt;
        for (std::size_t p = 0; p < axes_; ++p) labels_.push_back(label(p));
        for (std::size_t i = 0; i < axes_; ++i) {
            if (std::max(-labels_[i].left, labels_[i].right) > width_ / 2) return std::nullopt;
            for (std::size_t k = 0; k < i; ++k)
                if (labels_[i].overlaps(labels_[k])) return std::nullopt;
        }
        double top = -rim_ - gap;
        double bottom = rim_ + gap;
        for (const auto& each : labels_) {
            top = std::min(top, each.top);
            bottom = std::max(bottom, each.bottom());
        }
        centre_ = {width_ / 2, 4 - top};
        auto elements = grid();
        elements += lines() + marks() + ring_labels();
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
        for (const auto& line : svg_lines(title(*model_.assessment, static_cast<std::uint32_t>(p)),
                                          title_size, label_width_, 3))
            label.lines.push_back(Markup::of(line));
        label.titles = label.lines.size();
        const auto words = fmt::format("{} {}", model_mark(model_.index),
                                       model_.assessed(p) ? model_.words(p) : "–");
        label.lines.push_back(
            markup("<tspan class=\"{}\">{}</tspan>", model_class(model_.index), words));
        const auto width = std::max(label_width_, svg_text_width(words, value_size));
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

    int top() const { return model_.assessment->rubric->top(); }

    Markup grid() const {
        auto out = markup("<g class=\"rule\" fill=\"none\" stroke=\"currentColor\">\n");
        for (int level = 0; level <= top(); ++level)
            out += markup("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"/>\n", svg_number(centre_.x),
                          svg_number(centre_.y), svg_number(radius(model_.part(level))));
        for (std::size_t p = 0; p < axes_; ++p)
            out += markup("<path d=\"M{}L{}\"/>\n", pair(at(static_cast<double>(p), radius(0))),
                          pair(at(static_cast<double>(p), rim_)));
        return out + markup("</g>\n");
    }

    /// Between the last axis and the first. Where rings are close only the rim has its number.
    Markup ring_labels() const {
        Markup out;
        const bool crowded = (rim_ - radius(0)) / top() < 1.3 * ring_size;
        for (int level = 1; level <= top(); ++level) {
            if (crowded && level < top()) continue;
            const auto place = at(-0.5, radius(model_.part(level)));
            const auto words = std::to_string(level);
            const auto width = svg_text_width(words, ring_size) + 2;
            out += markup(
                "<rect class=\"paper\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"3\" "
                "fill=\"currentColor\" fill-opacity=\"0.85\"/>\n",
                svg_number(place.x - width / 2), svg_number(place.y - 6), svg_number(width), 12);
            out += svg_text("quiet", place.x, place.y + ring_size * 0.36, ring_size, Anchor::middle,
                            Markup::of(words));
        }
        return out;
    }

    Point point(std::size_t p, double part) const {
        return at(static_cast<double>(p), radius(part));
    }

    /// The outline through one place on every axis; open at an axis that has none.
    std::string outline(const std::vector<std::optional<double>>& parts) const {
        std::string path;
        bool whole = true;
        for (std::size_t p = 0; p < axes_; ++p) {
            if (!parts[p]) {
                whole = false;
                continue;
            }
            const bool after_gap = p == 0 || !parts[p - 1];
            path += (after_gap ? "M" : "L") + pair(point(p, *parts[p]));
        }
        if (whole) return path + "Z";
        if (parts.front() && parts.back())
            path += fmt::format("M{}L{}", pair(point(axes_ - 1, *parts.back())),
                                pair(point(0, *parts.front())));
        return path;
    }

    std::string outline(const std::vector<Standing>& standings) const {
        std::vector<std::optional<double>> parts;
        for (const auto& each : standings)
            parts.push_back(each.assessed ? std::optional(model_.part(each)) : std::nullopt);
        return outline(parts);
    }

    /// Through the target, and where a parameter is beyond it through where that is.
    std::string outline_of_aims() const {
        std::vector<std::optional<double>> parts;
        for (std::size_t p = 0; p < axes_; ++p) {
            const auto& aim = model_.roadmap->aims[p];
            parts.push_back(!model_.assessed(p) ? std::nullopt
                            : aim.higher        ? std::optional(model_.part(aim.level))
                                                : std::optional(model_.part(model_.now[p])));
        }
        return outline(parts);
    }

    Markup lines() const {
        const bool whole =
            std::ranges::all_of(model_.now, [](const Standing& each) { return each.assessed; });
        auto out = markup(
            "<g class=\"{}\" stroke=\"currentColor\" fill=\"none\" "
            "stroke-linejoin=\"round\" stroke-linecap=\"round\">\n",
            model_class(model_.index));
        const auto now = outline(model_.now);
        if (const auto aim = outline_of_aims(); aim != now)
            out += markup("<path d=\"{}\" stroke-width=\"1.25\" stroke-dasharray=\"5 5\"/>\n", aim);
        if (!model_.then.empty())
            if (const auto then = outline(model_.then); then != now)
                out +=
                    markup("<path d=\"{}\" stroke-width=\"2\" stroke-dasharray=\"0 4\"/>\n", then);
        out += markup("<path d=\"{}\" stroke-width=\"2\"{}/>\n", now,
                      whole ? markup(" fill=\"currentColor\" fill-opacity=\"0.1\"") : Markup());
        for (std::size_t p = 0; p < axes_; ++p) {
            const auto& range = model_.assessment->parameters[p].possible;
            if (model_.assessed(p) && range.open())
                out += markup("<path d=\"M{}L{}\" stroke-width=\"7\" stroke-opacity=\"0.3\"/>\n",
                              pair(point(p, model_.part(model_.now[p]))),
                              pair(point(p, model_.part(range.high))));
        }
        return out + markup("</g>\n");
    }

    Markup marks() const {
        auto out = markup("<g class=\"{}\" fill=\"currentColor\">\n", model_class(model_.index));
        for (std::size_t p = 0; p < axes_; ++p) {
            if (!model_.assessed(p)) continue;
            const auto place = point(p, model_.part(model_.now[p]));
            out += markup("{}\n", svg_mark(model_.index, place.x, place.y, 4));
        }
        return out + markup("</g>\n");
    }

    const ChartModel& model_;
    double width_;
    std::size_t axes_;
    double label_width_;
    double rim_;
    Point centre_{};
    std::vector<Label> labels_;
};

}  // namespace

std::optional<Drawing> draw_radar(const ChartModel& model, double width) {
    return Radar(model, width).draw();
}

}  // namespace mlops_assess

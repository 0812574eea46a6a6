#include "report/phrases.hpp"
#include "writer/picture/chart_parts.hpp"
#include "writer/picture/svg_text.hpp"

#include <fmt/format.h>
#include <algorithm>

/// One scale for each parameter and model, one below the other: for any number of them.
namespace mlops_assess {
namespace {

constexpr double title_size = 12.5;
constexpr double text_size = 12;
constexpr double line_height = 16;
constexpr double row_height = 22;

class Bars {
  public:
    explicit Bars(const Chart& chart)
        : chart_(chart),
          name_width_(std::min(chart.width * 0.25, 130.0)),
          value_width_(svg_text_width("10–12 → 15", text_size)) {}

    Drawing draw() {
        for (std::size_t p = 0; p < chart_.catalogue->parameters.size(); ++p) {
            const auto& title = chart_.catalogue->parameters[p].title;
            for (const auto& line : svg_lines(title, title_size, chart_.width - 8, 2)) {
                out_ += svg_text("ink", 4, y_ + 13, title_size, Anchor::start, Markup::of(line));
                y_ += line_height;
            }
            for (const auto& model : chart_.models) row(model, p);
            y_ += 8;
        }
        return {std::move(out_), y_};
    }

  private:
    double place(double part) const {
        const auto from = 28 + name_width_;
        const auto to = chart_.width - value_width_ - 20;
        return from + (to - from) * part;
    }
    double x(const ChartModel& model, int level) const { return place(model.part(level)); }

    void row(const ChartModel& model, std::size_t p) {
        const auto middle = y_ + row_height / 2;
        const auto baseline = middle + 4;
        out_ += markup("<g class=\"{}\" fill=\"currentColor\">\n", model_class(model.index));
        out_ += markup("{}\n", svg_mark(model.index, 11, middle, 4));
        const auto name = svg_lines(model.assessment->rubric->label, text_size, name_width_, 1);
        out_ += svg_text("quiet", 22, baseline, text_size, Anchor::start, Markup::of(name.front()));
        const bool assessed = model.assessed(p);
        const auto words = model.words(p);
        out_ += svg_text("value", assessed ? chart_.width - 4 : x(model, 0), baseline, text_size,
                         assessed ? Anchor::end : Anchor::start, Markup::of(words));
        if (assessed) scale(model, p, middle);
        out_ += markup("</g>\n");
        y_ += row_height;
    }

    void scale(const ChartModel& model, std::size_t parameter, double y) {
        const auto& p = model.assessment->parameters[parameter];
        const auto& aim = model.roadmap->aims[parameter];
        const int top = model.assessment->rubric->top();
        out_ += markup("<path class=\"rule\" d=\"{}\" stroke=\"currentColor\"/>\n",
                       line(x(model, 0), x(model, top), y));
        for (int level = 0; level <= top; ++level)
            out_ += markup("<path class=\"rule\" d=\"M{0},{1}V{2}\" stroke=\"currentColor\"/>\n",
                           svg_number(x(model, level)), svg_number(y - 3), svg_number(y + 3));
        const auto now = place(model.part(model.now[parameter]));
        if (p.possible.open())
            out_ += markup(
                "<path d=\"{}\" stroke=\"currentColor\" stroke-width=\"8\" "
                "stroke-opacity=\"0.3\"/>\n",
                line(now, x(model, p.possible.high), y));
        if (aim.higher)
            out_ += markup(
                "<path d=\"{}\" stroke=\"currentColor\" stroke-width=\"1.5\" "
                "stroke-dasharray=\"4 4\"/>\n",
                line(now, x(model, aim.level), y));
        if (now > x(model, 0))
            out_ += markup("<path d=\"{}\" stroke=\"currentColor\" stroke-width=\"3\"/>\n",
                           line(x(model, 0), now, y));
        then(model, parameter, y);
        out_ += markup("{}\n", svg_mark(model.index, now, y, 4.5));
    }

    /// Below the line of today.
    void then(const ChartModel& model, std::size_t parameter, double y) {
        if (model.then.empty() || !model.then[parameter].assessed) return;
        const auto end = place(model.part(model.then[parameter]));
        if (end > x(model, 0))
            out_ += markup(
                "<path d=\"{}\" stroke=\"currentColor\" stroke-width=\"2\" "
                "stroke-dasharray=\"0 4\" stroke-linecap=\"round\"/>\n",
                line(x(model, 0), end, y + 6));
    }

    static std::string line(double from, double to, double y) {
        return fmt::format("M{},{}H{}", svg_number(from), svg_number(y), svg_number(to));
    }

    const Chart& chart_;
    double name_width_;
    double value_width_;
    double y_ = 6;
    Markup out_;
};

}  // namespace

Drawing draw_bars(const Chart& chart) { return Bars(chart).draw(); }

}  // namespace mlops_assess

#include "embedded.hpp"
#include "report/phrases.hpp"
#include "writer/formats.hpp"
#include "writer/picture/chart_parts.hpp"
#include "writer/picture/svg_text.hpp"

#include <fmt/format.h>

/// The radar alone, as a picture with colours of its own for light and dark pages.
namespace mlops_assess {
namespace {

constexpr double width = 760;
constexpr double margin = 24;
constexpr double inner = width - 2 * margin;

class Picture {
  public:
    explicit Picture(const Report& report) : report_(report) {}

    Markup write() {
        heading();
        std::string about;
        for (const auto* catalogue : report_.scored.catalogues) {
            const auto drawing = draw_levels(report_, *catalogue, inner);
            body_ += markup("<g transform=\"translate({} {})\">\n{}</g>\n", margin, svg_number(y_),
                            drawing.elements);
            y_ += drawing.height + margin;
            about += (about.empty() ? "" : " ") + levels_in_words(report_, *catalogue);
        }
        const auto height = svg_number(y_);
        // Our own style sheet.
        const auto style = Markup::trusted(std::string(svg_style));
        return markup(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
            "height=\"{1}\" role=\"img\" aria-labelledby=\"title desc\" "
            "font-family=\"system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif\">\n"
            "<title id=\"title\">Maturity of {2}</title>\n<desc id=\"desc\">{3}</desc>\n"
            "<style>\n{4}</style>\n"
            "<rect class=\"paper\" width=\"{0}\" height=\"{1}\" fill=\"currentColor\"/>\n{5}"
            "</svg>\n",
            width, height, report_.scored.sheet.team, about, style, body_);
    }

  private:
    void heading() {
        y_ = margin;
        for (const auto& line : svg_lines(report_.scored.sheet.team, 24, inner, 2)) {
            body_ += svg_text("ink", margin, y_ + 20, 22, Anchor::start, Markup::of(line));
            y_ += 30;
        }
        std::string about = "MLOps maturity";
        if (!report_.scored.sheet.date.empty())
            about += ", " + date_words(report_.scored.sheet.date);
        body_ += svg_text("quiet", margin, y_ + 12, 13, Anchor::start, Markup::of(about));
        y_ += 32;
    }

    const Report& report_;
    double y_ = 0;
    Markup body_;
};

}  // namespace

std::string write_svg(const Report& report, const Style&) { return Picture(report).write().str(); }

}  // namespace mlops_assess

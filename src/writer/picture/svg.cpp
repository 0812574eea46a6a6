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

constexpr std::string_view colours =
    ".paper{color:#fdfcfa}.ink{color:#1b1a18}.quiet{color:#5f5b54}.rule{color:#d9d4ca}\n"
    ".m0{color:#1d5a8c}.m1{color:#8f3d14}.m2{color:#0d665a}.m3{color:#6d3f8f}.m4{color:#7a5600}"
    ".m5{color:#4c5564}\n"
    "@media (prefers-color-scheme:dark){"
    ".paper{color:#161719}.ink{color:#eceae5}.quiet{color:#aaa69d}.rule{color:#3b3c40}\n"
    ".m0{color:#8fbfe8}.m1{color:#f0a57c}.m2{color:#74c9b8}.m3{color:#cba8e6}.m4{color:#dcb765}"
    ".m5{color:#b3bccb}}\n";

class Picture {
  public:
    explicit Picture(const Report& report) : report_(report) {}

    Markup write() {
        heading();
        std::string about;
        for (const auto* catalogue : report_.scored.catalogues) {
            const auto drawing = draw_levels(report_.scored, *catalogue, inner);
            body_ += markup("<g transform=\"translate({} {})\">\n{}</g>\n", margin, svg_number(y_),
                            drawing.elements);
            y_ += drawing.height + margin;
            about += (about.empty() ? "" : " ") + levels_in_words(report_.scored, *catalogue);
        }
        const auto height = svg_number(y_);
        // Our own style sheet.
        const auto style = Markup::trusted(std::string(colours));
        return markup(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
            "height=\"{1}\" role=\"img\" aria-labelledby=\"title desc\" "
            "font-family=\"system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif\">\n"
            "<title id=\"title\">Maturity of {2}</title>\n<desc id=\"desc\">{3}</desc>\n"
            "<style>\n{4}text{{fill:currentColor}}tspan{{fill:currentColor}}\n</style>\n"
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
        if (!report_.scored.date.empty()) about += ", " + date_words(report_.scored.date);
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

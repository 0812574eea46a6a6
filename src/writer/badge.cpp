#include "report/phrases.hpp"
#include "text/json_text.hpp"
#include "text/markup.hpp"
#include "writer/formats.hpp"

#include <fmt/format.h>

/// The levels in one line: as a picture of our own, and as what the badge service shields.io reads.
namespace mlops_assess {
namespace {

constexpr std::string_view label = "MLOps maturity";

/// White text reads well on each of these. The words say the same as the colour.
std::string_view color(Grade grade) {
    switch (grade) {
        case Grade::unknown: return "#5f6873";
        case Grade::none: return "#a13a22";
        case Grade::begun: return "#855200";
        case Grade::half: return "#1f5fa8";
        case Grade::top: return "#1a7431";
    }
    return {};
}

/// Hundredths of the font size that the signs from blank to `~` take in a wide common font.
constexpr unsigned char widths[] = {
    32, 40, 46, 84, 64, 95, 78, 27, 39,  39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79,
    60, 79, 69, 63, 61, 73, 68, 99, 69,  61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63,
    63, 28, 28, 58, 28, 97, 63, 61, 63,  63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84};
constexpr int font_size = 11;

/// Pixels, rounded up. Of signs beyond ASCII each byte counts, which is more than they take.
int text_width(std::string_view text) {
    int hundredths = 0;
    for (const char c : text)
        hundredths += c >= ' ' && c <= '~' ? widths[static_cast<std::size_t>(c - ' ')] : 50;
    return (hundredths * font_size + 99) / 100;
}

}  // namespace

std::string write_badge(const Report& report, const Style&) {
    constexpr int margin = 7;
    const auto words = badge_words(report.scored);
    const auto left = text_width(label);
    const auto right = text_width(words);
    const auto split = left + 2 * margin;
    const auto width = split + right + 2 * margin;
    const auto name = fmt::format("{}: {}", label, words);
    // textLength makes any font fit the width that was counted with.
    const auto picture = markup(
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="20" viewBox="0 0 {0} 20" role="img" aria-labelledby="mlops-assess-title">
  <title id="mlops-assess-title">{1}</title>
  <path d="M4 0H{2}V20H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z" fill="#3d444d"/>
  <path d="M{2} 0H{3}a4 4 0 0 1 4 4V16a4 4 0 0 1-4 4H{2}z" fill="{4}"/>
  <g fill="#ffffff" font-family="DejaVu Sans, Verdana, Geneva, sans-serif" font-size="{5}" aria-hidden="true">
    <text x="{6}" y="14" textLength="{7}" lengthAdjust="spacingAndGlyphs">{8}</text>
    <text x="{9}" y="14" textLength="{10}" lengthAdjust="spacingAndGlyphs">{11}</text>
  </g>
</svg>
)",
        width, name, split, width - 4, color(report.grade), font_size, margin, left, label,
        split + margin, right, words);
    return picture.str();
}

std::string write_badge_json(const Report& report, const Style&) {
    return json_text({{"schemaVersion", 1},
                      {"label", std::string(label)},
                      {"message", badge_words(report.scored)},
                      {"color", std::string(color(report.grade))}});
}

}  // namespace mlops_assess

#include "library/texts.hpp"
#include "model/models.hpp"
#include "questionnaire/about_practice.hpp"
#include "questionnaire/live_standing.hpp"
#include "wasm/text_list.hpp"
#include "writer/formats.hpp"

/// What the page to answer on asks:
///   keep COUNT NAME… [FILE TEXT]…  the rubrics to score by; why they cannot be used, or nothing
///   stand FILE TEXT                where the team stands: what live_standing() gives
///   report FILE TEXT               the report in HTML
///   about PRACTICE                 why and how
/// A sheet that cannot be used gets an empty text, and then what is wrong with it.
namespace mlops_assess::wasm {
namespace {

/// Of this page; read once.
Models models;

TextList keep(const TextList& request) {
    const auto asked = rubrics_from(request, 1);
    Diagnostics found;
    models = load_models(asked.names, reader_of(asked.files), found);
    if (const auto wrong = wrong_rubrics(asked, models); !wrong.empty()) return {wrong};
    if (found.has_errors()) return {print(found.sorted(), false)};
    return {};
}

TextList stand(const Report& report) {
    auto now = live_standing(models, report.scored);
    TextList answer{std::move(now.line), std::move(now.panel)};
    for (const auto id : now.deciding) answer.emplace_back(id);
    return answer;
}

TextList about(const std::string& id) {
    const auto* practice = models.practice(id);
    return {practice == nullptr ? std::string() : about_practice(*practice).str()};
}

}  // namespace

TextList answer(const TextList& request) {
    const auto& what = request.at(0);
    if (what == "keep") return keep(request);
    if (what == "about") return about(request.at(1));
    Diagnostics found;
    const auto report = report_of({request.at(1), request.at(2)}, models, found);
    if (!report) return {"", print(found.sorted(), false)};
    return what == "stand" ? stand(*report) : TextList{write_html(*report, {})};
}

}  // namespace mlops_assess::wasm

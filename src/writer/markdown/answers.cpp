#include "report/document_words.hpp"
#include "report/phrases.hpp"
#include "text/markup.hpp"
#include "writer/markdown/markdown.hpp"

/// One row for every practice, parameter by parameter.
namespace mlops_assess {
namespace {

constexpr std::string_view line_break = "<br>";

Markdown lines(const std::vector<Markdown>& parts) {
    return joined(parts, Markdown::trusted(std::string(line_break)));
}

class AnswerTables {
  public:
    AnswerTables(MarkdownPage& page, const Scored& scored) : page_(page), scored_(scored) {}

    void write(const Catalogue& catalogue, const std::vector<PracticeView>& views) {
        models_ = assessments_of(scored_, catalogue);
        for (std::uint32_t p = 0; p < catalogue.parameters.size(); ++p) {
            bool begun = false;
            for (const auto& view : views) {
                if (view.catalogue != &catalogue || view.practice().parameter != p) continue;
                if (!begun) begin(catalogue, p);
                begun = true;
                row(view);
            }
            if (!begun) continue;
            page_.blank();
            page_.paragraph("</details>");
        }
    }

  private:
    void begin(const Catalogue& catalogue, std::uint32_t parameter) {
        std::vector<std::string> levels;
        Markdown head;
        Markdown rule;
        for (const auto i : models_) {
            const auto& a = scored_.assessments[i];
            levels.push_back(
                fmt::format("{} {}", a.rubric->label, level_range(a.parameters[parameter])));
            head += markdown(" {} |", a.rubric->label);
            rule += markdown(" --- |");
        }
        const auto summary =
            markup("{}: {}", catalogue.parameters[parameter].title,
                   levels.empty() ? "asked for by no loaded model" : join_words(levels));
        page_.line("<details>");
        page_.paragraph("<summary>{}</summary>", Markdown::trusted(summary.str()));
        page_.line("| Practice |{} Answer | Evidence |", head);
        page_.line("| --- |{} --- | --- |", rule);
    }

    void row(const PracticeView& view) {
        const auto& about = view.practice();
        std::vector<Markdown> name = {
            markdown("{} `{}`", about.statement, Markdown::trusted(std::string(about.id)))};
        if (view.must_have != nullptr) name.push_back(markdown("must do"));
        Markdown asked;
        for (const auto i : models_) asked += markdown(" {} |", asked_by(view, i));
        page_.line("| {} |{} {} | {} |", lines(name), asked, answer(view), evidence(view));
    }

    Markdown asked_by(const PracticeView& view, std::size_t model) const {
        std::vector<Markdown> parts;
        for (const auto& [what, ground, basis] : asked_words(scored_, view, model)) {
            parts.push_back(Markdown::of(what));
            if (!ground.empty()) parts.push_back(Markdown::of(ground));
        }
        return parts.empty() ? markdown("–") : lines(parts);
    }

    static Markdown answer(const PracticeView& view) {
        std::vector<Markdown> parts = {Markdown::of(answer_words(*view.catalogue, view.state))};
        if (const auto* answer = view.state.answer; answer != nullptr) {
            if (!answer->note.empty()) parts.push_back(markdown_sentence(answer->note));
            const auto remarks = answer_remarks(*answer);
            if (!remarks.empty()) parts.push_back(markdown("{}", fmt::join(remarks, "; ")));
        }
        return lines(parts);
    }

    static Markdown evidence(const PracticeView& view) {
        std::vector<Markdown> all;
        if (view.state.answer != nullptr)
            for (const auto text : view.state.answer->evidence) all.push_back(markdown_link(text));
        return lines(all);
    }

    MarkdownPage& page_;
    const Scored& scored_;
    std::vector<std::size_t> models_;
};

}  // namespace

void markdown_answers(MarkdownPage& page, const Scored& scored) {
    page.section("Every practice");
    page.paragraph("By model: the level that asks for it, whether that is met, and who says so.");
    const auto views = practice_views(scored);
    AnswerTables tables(page, scored);
    for (const auto* catalogue : scored.catalogues) tables.write(*catalogue, views);
    if (scored.not_loaded != nullptr) tables.write(*scored.not_loaded, views);
}

}  // namespace mlops_assess

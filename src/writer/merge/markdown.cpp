#include "writer/markdown/markdown.hpp"
#include "report/document_words.hpp"
#include "report/phrases.hpp"
#include "writer/merge/writers.hpp"

namespace mlops_assess {
namespace {

constexpr std::string_view to_write_on = "______________________________";

class WorkshopAgenda {
  public:
    explicit WorkshopAgenda(const Merge& merge) : merge_(merge) {}

    std::string write() {
        const auto& sheet = merge_.sheet();
        page_.paragraph("# Workshop: {}", sheet.team);
        if (!sheet.date.empty()) page_.paragraph("Answers of {}", date_words(sheet.date));
        raters();
        agreement();
        if (merge_.differences.empty())
            page_.paragraph("The raters differ on nothing that two of them answered.");
        differences("Decide first", "The answer to each of these changes a level.", 0,
                    merge_.decisive);
        differences("Also different", "No level depends on these as the other answers stand.",
                    merge_.decisive, merge_.differences.size());
        alone();
        left_out();
        return page_.take();
    }

  private:
    void raters() {
        page_.paragraph("Raters:");
        for (const auto& [name, sheet] : merge_.raters)
            page_.line("- {}: {}, {}", name, sheet.source->name,
                       counted(static_cast<std::size_t>(
                                   std::ranges::count_if(sheet.answers, &Answer::is_given)),
                               "answer"));
        page_.blank();
        page_.paragraph("{}", models_words(merge_));
    }

    void agreement_row(const Markdown& title, const Agreement& agreement) {
        const auto cell = [](const std::optional<std::size_t>& percent) {
            return percent ? percent_words(percent) : "–";
        };
        page_.line("| {} | {} | {} | {} |", title, agreement.compared,
                   cell(agreement.equal_percent()), cell(agreement.close_percent()));
    }

    void agreement() {
        page_.section("Agreement");
        page_.paragraph(
            "{} Within a step: no two answers are further apart than neighbours among "
            "no, partially, mostly and fully, and none is not-applicable.",
            coverage_words(merge_), outcome_words(merge_));
        page_.line("| Parameter | Compared | Equal | Within a step |");
        page_.line("| --- | --- | --- | --- |");
        for (const auto& [catalogue, parameter, agreement] : merge_.parameters)
            agreement_row(Markdown::of(parameter->title), agreement);
        agreement_row(markdown("**All**"), merge_.agreement);
        page_.blank();
    }

    void differences(std::string_view name, std::string_view why, std::size_t from,
                     std::size_t to) {
        if (from == to) return;
        page_.section("{} ({})", name, to - from);
        page_.paragraph("{}", why);
        for (auto i = from; i < to; ++i) difference(i + 1, merge_.differences[i]);
    }

    void difference(std::size_t number, const Disagreement& difference) {
        const auto& question = difference.question;
        page_.paragraph("### {}. {}", number, markdown_name(question.practice()));
        page_.paragraph("{}", markdown_sentence(question.practice().statement));
        page_.line("| Who | Answer | Note | Evidence |");
        page_.line("| --- | --- | --- | --- |");
        for (const auto& [rater, answer] : question.opinions) opinion(rater, *answer);
        page_.blank();
        for (const auto& effect : difference.effects)
            page_.line("- Level: {}", effect_words(difference, effect));
        for (const auto rating : difference.given) {
            const auto here = meaning_here(question.practice(), rating);
            page_.line("- *{}* means: {}{}", word(rating), markdown_sentence(meaning(rating)),
                       here.empty() ? Markdown() : markdown(" Here: {}", markdown_sentence(here)));
        }
        page_.blank();
        page_.line("Decision: {}", Markdown::trusted(std::string(to_write_on)));
        page_.blank();
        page_.line("Why: {}", Markdown::trusted(std::string(to_write_on)));
        page_.blank();
    }

    void opinion(std::size_t rater, const Answer& answer) {
        std::vector<Markdown> said;
        if (!answer.note.empty()) said.push_back(Markdown::of(answer.note));
        const auto remarks = answer_remarks(answer);
        if (!remarks.empty()) said.push_back(markdown("{}", fmt::join(remarks, "; ")));
        std::vector<Markdown> evidence;
        for (const auto text : answer.evidence) evidence.push_back(markdown_link(text));
        const auto line_break = Markdown::trusted("<br>");
        page_.line("| {} | {} | {} | {} |", merge_.raters[rater].name, sheet_word(answer.rating),
                   joined(said, line_break), joined(evidence, line_break));
    }

    void alone() {
        if (merge_.alone.empty()) return;
        page_.section("Answered by one rater only ({})", merge_.alone.size());
        page_.paragraph("These answers stand unless the workshop says otherwise.");
        page_.line("| Practice | Who | Answer |");
        page_.line("| --- | --- | --- |");
        for (const auto& question : merge_.alone)
            for (const auto& [rater, answer] : question.opinions)
                if (answer->is_given())
                    page_.line("| {} | {} | {} |", markdown_name(question.practice()),
                               merge_.raters[rater].name, word(answer->rating));
        page_.blank();
    }

    void left_out() {
        const auto& merged = merge_.merged;
        if (!merged.left_out.empty())
            page_.section("Left out of the sheet, since raters differ ({})",
                          merged.left_out.size());
        for (const auto& each : merged.left_out) page_.line("- {}", left_out_words(merge_, each));
        if (merged.cut.empty()) return;
        page_.blank();
        page_.section("Cut to fit the sheet ({})", merged.cut.size());
        for (const auto& words : cut_words(merge_)) page_.line("- {}", words);
    }

    const Merge& merge_;
    MarkdownPage page_;
};

}  // namespace

std::string merge_markdown(const Merge& merge, const Style&) {
    return WorkshopAgenda(merge).write();
}

}  // namespace mlops_assess

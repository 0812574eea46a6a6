#include "commands/assess_sheet.hpp"
#include "system/output.hpp"
#include "text/unicode.hpp"
#include "text/words.hpp"
#include "writer/merge/writers.hpp"

#include <stdexcept>

namespace mlops_assess {
namespace {

struct Asked {
    std::vector<std::string> sheets;
    std::string output;  ///< empty: no sheet is written
    bool lowest = false;
    bool force = false;
    std::optional<Points> bar;
    const MergeFormat* format = &merge_formats().front();
};

Options options(Asked& asked) {
    Option take{"--take", "lowest",
                "Where answers differ, write the lower one in place of unknown"};
    take.choices = {"lowest"};
    take.set = [&asked](const std::string&) {
        asked.lowest = true;
        return std::string();
    };
    return {
        arguments("SHEET", "The answer sheets, one for each rater; - is stdin", asked.sheets),
        format_option("text, markdown (the agenda of a workshop), json or csv", merge_formats(),
                      asked.format),
        {"-o,--output", "FILE", "Write the merged sheet (YAML)", Takes::file, keep(asked.output)},
        take,
        flag("--force", "Replace an existing file", asked.force),
        bar_option(asked.bar)};
}

/// What is wrong with the files; empty when nothing is.
std::string wrong_files(const Asked& asked) {
    const auto& sheets = asked.sheets;
    if (sheets.size() < 2)
        return fmt::format(
            "merge takes at least two sheets, one for each rater; one alone is "
            "scored by: mlops-assess score {}",
            shell_word(sheets.front()));
    for (std::size_t i = 0; i < sheets.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            if (sheets[i] != "-" && sheets[k] != "-" && same_file(sheets[i], sheets[k]))
                return sheets[i] == sheets[k]
                           ? fmt::format("{} is named twice; every rater has a sheet", sheets[i])
                           : fmt::format("{} and {} are the same file; every rater has a sheet",
                                         sheets[k], sheets[i]);
    for (const auto* ending : {".csv", ".json", ".md", ".html"})
        if (lower_case(asked.output).ends_with(ending))
            return fmt::format(
                "-o {}: the merged sheet is YAML; end its name in .yaml (-f is stdout's format)",
                asked.output);
    return {};
}

/// None when one of them cannot be used; all that is wrong with all of them is told.
std::optional<std::vector<AnswerSheet>> load_sheets(Run& run, const std::vector<std::string>& names,
                                                    const Models& models) {
    std::vector<AnswerSheet> sheets;
    for (const auto& name : names) {
        Diagnostics found;
        if (auto sheet = run.load_sheet(name, models, found)) sheets.push_back(*std::move(sheet));
        run.diagnostics.append(found);
    }
    if (sheets.size() == names.size()) return sheets;
    run.tell_diagnostics();
    return std::nullopt;
}

/// What becomes of the answers of a sheet that has no date; empty where each has its own day, or a
/// sheet with a date says the same.
std::string dated_anew(const AnswerSheet& sheet, const Merge& merge) {
    std::vector<std::string> practices;
    for (const auto practice : merge.merged.undated)
        if (const auto* answer = sheet.find(practice);
            answer != nullptr && answer->rating == merge.sheet().find(practice)->rating)
            practices.emplace_back(practice);
    if (practices.empty()) return {};
    return fmt::format("; from then on its answers count as of {}: {}", merge.sheet().date,
                       some_of(practices));
}

/// Teams other than the first sheet's, and dates other than the latest, which the merged sheet has.
void tell_odd_sheets(const Merge& merge, Diagnostics& diagnostics) {
    const auto& first = merge.raters.front().sheet;
    const auto& dated = std::ranges::find_if(merge.raters, [&](const Rater& each) {
                            return each.sheet.date == merge.sheet().date;
                        })->sheet;
    for (const auto& [name, sheet] : merge.raters) {
        if (sheet.team != first.team)
            diagnostics.add(DiagnosticId::other_team, *sheet.source, std::nullopt,
                            fmt::format("another team, \"{}\"; in {} it is \"{}\"", sheet.team,
                                        first.source->name, first.team),
                            "check that it is the right file");
        if (sheet.date != dated.date)
            diagnostics.add(
                DiagnosticId::other_date, *sheet.source, sheet.date_place,
                fmt::format(
                    "{}; in {} it is {}, the date of the merged sheet{}",
                    sheet.date.empty() ? "no date" : "another date, " + std::string(sheet.date),
                    dated.source->name, dated.date,
                    sheet.date.empty() ? dated_anew(sheet, merge) : ""));
    }
}

void tell_losses(const Merge& merge, const std::string& output, Diagnostics& diagnostics) {
    const auto name = output.empty() ? merge.sheet().source->name : output;
    for (const auto& each : merge.merged.left_out)
        diagnostics.add(DiagnosticId::raters_differ, name, std::nullopt,
                        "left out is " + left_out_in_short(merge, each));
    for (const auto& words : cut_words(merge))
        diagnostics.add(DiagnosticId::cut_text, name, std::nullopt, words);
}

/// The merge, with notes as long as its sheet has room for; with all their length and without a
/// sheet where nothing makes it fit. The merge does not depend on whether the sheet is asked for.
struct Fitted {
    Merge merge;
    std::optional<std::string> sheet;
};
Fitted fit(const std::vector<Rater>& raters, const Models& models, const Asked& asked) {
    constexpr std::size_t least_note = 256;
    for (auto most = most_text; most >= least_note; most /= 2) {
        auto merge = make_merge(raters, models, asked.bar, {asked.lowest, most});
        auto sheet = merged_yaml(merge);
        if (sheet.size() <= sheet_limit) return {std::move(merge), std::move(sheet)};
    }
    return {make_merge(raters, models, asked.bar, {asked.lowest}), std::nullopt};
}

/// What is written must be a sheet.
void check_written(const std::string& sheet, const Models& models) {
    Diagnostics found;
    if (!load_sheet(*make_source("merged.yaml", sheet), &models, found))
        throw std::logic_error("the merged sheet is not valid:\n" + print(found.sorted(), false));
}

std::string next_words(const Run& run, const Asked& asked, const Merge& merge) {
    const auto open = static_cast<std::size_t>(std::ranges::count_if(
        merge.differences,
        [&](const Disagreement& each) { return !merge.answer(each.question).is_given(); }));
    return fmt::format(
        "wrote {}; {}then run: mlops-assess score {}{}", visible(asked.output),
        open == 0 ? "" : fmt::format("{} left unknown to decide on; ", counted(open, "practice")),
        visible(shell_word(asked.output)), rubric_words(run.common()));
}

ExitStatus run_merge(Run& run, const Asked& asked) {
    if (const auto wrong = wrong_files(asked); !wrong.empty()) return run.usage_error(wrong);
    const auto models = run.load_models_or_tell();
    if (!models) return models.error();
    const auto sheets = load_sheets(run, asked.sheets, *models);
    if (!sheets) return ExitStatus::unusable;
    if (const auto wrong = asked.output.empty() ? "" : clash({asked.output}, run.inputs());
        !wrong.empty())
        return run.usage_error(wrong);
    const auto fitted = fit(name_raters(*sheets), *models, asked);
    tell_odd_sheets(fitted.merge, run.diagnostics);
    if (!fitted.sheet && !asked.output.empty()) {
        run.diagnostics.add(
            DiagnosticId::too_large, asked.output, std::nullopt,
            fmt::format("the merged sheet would hold more than {} bytes", sheet_limit),
            "shorten the evidence in the raters' sheets");
        run.tell_diagnostics();
        return ExitStatus::unusable;
    }
    if (!asked.output.empty()) check_written(*fitted.sheet, *models);
    tell_losses(fitted.merge, asked.output, run.diagnostics);
    run.tell_diagnostics();
    if (!asked.output.empty()) {
        const auto wrong = write_new_files({{asked.output, *fitted.sheet}}, asked.force);
        if (!wrong.empty()) {
            run.tell(wrong);
            return ExitStatus::unusable;
        }
        if (!run.common().quiet) run.tell(next_words(run, asked, fitted.merge));
    }
    return run.print(asked.format->write(fitted.merge, run.style()));
}

}  // namespace

extern const Command merge_command = {
    "merge", "Merge raters' sheets of one team: where they differ, and a sheet for the workshop",
    "Each sheet is one rater's view. What all say stands; where they differ the written sheet\n"
    "says unknown, and its note who said what.\n"
    "Examples:\n"
    "  mlops-assess merge ana.yaml ben.yaml risk.csv\n"
    "  mlops-assess merge ana.yaml ben.yaml -f markdown > agenda.md\n"
    "  mlops-assess merge ana.yaml ben.yaml -o answers.yaml --take lowest",
    Group::daily, start<Asked, options, run_merge>};

}  // namespace mlops_assess

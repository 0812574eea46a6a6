#include "document/csv.hpp"
#include "document/json.hpp"
#include "model/csv_sheet.hpp"
#include "model/fields.hpp"
#include "model/shapes.hpp"

#include "model/answers_in_place.hpp"
#include "model/placeholder.hpp"
#include "system/read.hpp"
#include "text/scalars.hpp"
#include "text/unicode.hpp"
#include "text/words.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

class SheetReader {
  public:
    SheetReader(const Loading& loading, const Models& models, std::vector<const Catalogue*> known)
        : loading_(loading), known_(std::move(known)), models_(models) {}

    AnswerSheet read(const Node& root) {
        const Fields fields(root, loading_.arena);
        AnswerSheet sheet{};
        sheet.team = fields.text("team");
        if (sheet.team == placeholder_team)
            loading_.complain(DiagnosticId::placeholder_team, fields.scalar("team")->at,
                              "the team still has no name",
                              "write the name of the team that answered");
        sheet.date = fields.text("date");
        if (const auto* date = fields.scalar("date"))
            sheet.date_place = loading_.source.place(date->at);
        sheet.target = read_target(fields);
        sheet.context = read_context(fields);
        sheet.unknown_facts = read_unknown_facts(fields);
        sheet.tags = read_tags(fields);
        sheet.assessed_by = fields.texts("assessed_by");
        sheet.scope = fields.text("scope");
        sheet.summary = fields.text("summary");
        sheet.answers = read_answers(fields);
        return sheet;
    }

  private:
    List<ModelLevel> read_target(const Fields& fields) {
        std::vector<ModelLevel> target;
        for (const auto& entry : fields.entries("target")) {
            const auto level = to_integer(entry.value.text);
            const auto* rubric = find_rubric(models_.rubrics, entry.key);
            const auto* shipped = find_rubric(models_.shipped_rubrics, entry.key);
            const auto* known = rubric != nullptr ? rubric : shipped;
            if (known == nullptr) {
                std::vector<std::string_view> names;
                for (const auto* r : models_.rubrics) names.push_back(r->id);
                for (const auto* r : models_.shipped_rubrics) names.push_back(r->id);
                loading_.complain(DiagnosticId::unknown_model, entry.at,
                                  fmt::format("unknown model \"{}\"", entry.key),
                                  loading_.suggest(entry.key, names));
            } else if (rubric != nullptr && level && *level > rubric->top()) {
                loading_.complain(DiagnosticId::level_out_of_range, entry.value.at,
                                  fmt::format("{} has no level {}", rubric->id, *level),
                                  fmt::format("its levels are 0 to {}", rubric->top()));
            } else if (level && *level <= known->top()) {
                target.push_back({known->id, static_cast<int>(*level)});
            }
        }
        return loading_.arena.list(target);
    }

    static const Rubric* find_rubric(const std::vector<const Rubric*>& rubrics,
                                     std::string_view id) {
        for (const auto* rubric : rubrics)
            if (rubric->id == id) return rubric;
        return nullptr;
    }

    /// In the order of the catalogues.
    List<Fact> read_context(const Fields& fields) {
        std::vector<std::string_view> names;
        std::vector<const ContextQuestion*> questions;
        for (const auto* catalogue : known_)
            for (const auto& question : catalogue->context) {
                if (std::find(names.begin(), names.end(), question.id) != names.end()) continue;
                names.push_back(question.id);
                questions.push_back(&question);
            }
        std::vector<std::optional<Fact>> facts(names.size());
        for (const auto& entry : fields.entries("context")) {
            const auto name = std::find(names.begin(), names.end(), entry.key);
            if (name == names.end()) {
                loading_.complain(DiagnosticId::unknown_context, entry.at,
                                  fmt::format("unknown context question \"{}\"", entry.key),
                                  loading_.suggest(entry.key, names));
            } else if (entry.value.is_scalar()) {
                const auto index = static_cast<std::size_t>(name - names.begin());
                facts[index] = read_fact(entry, *questions[index]);
            }
        }
        std::vector<Fact> found;
        for (const auto& fact : facts)
            if (fact) found.push_back(*fact);
        return loading_.arena.list(found);
    }

    List<Text> read_unknown_facts(const Fields& fields) {
        std::vector<Text> unknown;
        for (const auto& entry : fields.entries("context"))
            if (entry.value.kind == Node::Kind::null)
                unknown.push_back(loading_.arena.text(entry.key));
        return loading_.arena.list(unknown);
    }

    Fact read_fact(const Entry& entry, const ContextQuestion& question) {
        constexpr std::int64_t most = 1'000'000'000;
        Fact fact{question.id, question.kind, loading_.source.place(entry.at), false, 0, {}};
        const auto& text = entry.value.text;
        std::string wanted;
        switch (question.kind) {
            case ContextKind::boolean:
                fact.boolean = text == "true";
                if (entry.value.quoted || (text != "true" && text != "false"))
                    wanted = "true or false, without quotes";
                break;
            case ContextKind::number: {
                const auto number = entry.value.quoted ? std::nullopt : to_integer(text);
                fact.number = number.value_or(0);
                if (!number || *number < 0 || *number > most)
                    wanted = "a whole number from 0 up in digits alone, without quotes";
                break;
            }
            case ContextKind::one_of:
                fact.option = loading_.arena.text(text);
                if (std::find(question.options.begin(), question.options.end(), text) ==
                    question.options.end())
                    wanted = fmt::format("one of {}", fmt::join(question.options, ", "));
                break;
        }
        if (!wanted.empty())
            loading_.complain(DiagnosticId::bad_context_value, entry.value.at,
                              fmt::format("\"{}\" does not answer \"{}\"", text, question.id),
                              "write " + wanted);
        return fact;
    }

    List<Tag> read_tags(const Fields& fields) {
        std::vector<Tag> tags;
        for (const auto& entry : fields.entries("tags"))
            if (entry.value.is_scalar())
                tags.push_back(
                    {loading_.arena.text(entry.key), loading_.arena.text(entry.value.text)});
        std::sort(tags.begin(), tags.end(),
                  [](const Tag& a, const Tag& b) { return a.key < b.key; });
        return loading_.arena.list(tags);
    }

    /// Sheets mostly follow the order of the catalogue, so the search begins behind the last find.
    const Practice* find_practice(std::string_view id) {
        for (const auto* catalogue : known_) {
            const auto& practices = catalogue->practices;
            for (std::size_t i = 0; i < practices.size(); ++i) {
                const auto at = (next_ + i) % practices.size();
                if (practices[at].id != id) continue;
                next_ = at + 1;
                return &practices[at];
            }
        }
        return nullptr;
    }

    List<Answer> read_answers(const Fields& fields) {
        std::vector<Answer> answers;
        for (const auto& entry : fields.entries("answers")) {
            if (entry.value.kind == Node::Kind::broken) continue;
            const auto* practice = find_practice(entry.key);
            if (practice == nullptr) {
                complain_of_practice(entry);
                continue;
            }
            if (const auto answer = read_answer(entry, *practice)) answers.push_back(*answer);
        }
        std::sort(answers.begin(), answers.end(),
                  [](const Answer& a, const Answer& b) { return a.practice < b.practice; });
        return loading_.arena.list(answers);
    }

    void complain_of_practice(const Entry& entry) const {
        if (entry.key.size() > most_id || is_blank(entry.key)) return;  // reported already
        std::vector<std::string_view> names;
        for (const auto* catalogue : known_)
            for (const auto& practice : catalogue->practices) names.push_back(practice.id);
        auto hint = loading_.suggest(entry.key, names);
        if (hint.empty()) hint = "`mlops-assess list practices` prints all ids";
        loading_.complain(DiagnosticId::unknown_practice, entry.at,
                          fmt::format("unknown practice \"{}\"", entry.key), hint);
    }

    std::optional<Answer> read_answer(const Entry& entry, const Practice& practice) const {
        const Fields fields(entry.value, loading_.arena);
        const auto* said = entry.value.is_map() ? entry.value.find("answer") : &entry.value;
        if (said == nullptr || said->is_sequence() || said->is_map()) return std::nullopt;

        Answer answer{practice.id,
                      loading_.source.place(entry.at),
                      Rating::unanswered,
                      false,
                      false,
                      fields.texts("evidence"),
                      fields.text("note"),
                      fields.text("owner"),
                      fields.text("date"),
                      fields.text("confirmed_by"),
                      fields.text("due"),
                      fields.text("source"),
                      false};
        const auto rating = rating_from_word(said->text);
        if (!rating) {
            loading_.complain(DiagnosticId::answer_word, said->at,
                              fmt::format("\"{}\" is not an answer", said->text),
                              answer_hint(said->text));
            return std::nullopt;
        }
        answer.rating = *rating;
        answer.said_yes = *rating == Rating::fully && lower_case(said->text) != word(*rating);
        if (answer.rating == Rating::not_applicable) check_not_applicable(entry, practice, answer);
        return answer;
    }

    void check_not_applicable(const Entry& entry, const Practice& practice, Answer& answer) const {
        if (is_blank(answer.note))
            loading_.complain(DiagnosticId::na_needs_note, entry.at,
                              fmt::format("\"{}\" is not-applicable without a reason", practice.id),
                              is_csv(loading_.source.name)
                                  ? "write under `note` why"
                                  : "add a `note:` that says why: "
                                    "{answer: not-applicable, note: the reason}");
        if (!practice.not_applicable.empty()) return;
        answer.rating = Rating::unanswered;
        answer.na_not_offered = true;
        loading_.complain(DiagnosticId::na_not_offered, entry.at,
                          fmt::format("\"{}\" applies to every team, so not-applicable counts as "
                                      "unanswered",
                                      practice.id),
                          "answer no, partially, mostly or fully");
    }

    const Loading& loading_;
    std::vector<const Catalogue*> known_;
    std::size_t next_ = 0;  ///< where the next practice may stand
    const Models& models_;
};

}  // namespace

std::optional<AnswerSheet> load_answers(const Document& document, const Models& models,
                                        Diagnostics& diagnostics) {
    Diagnostics found;
    const auto memory = new_memory();
    const Loading loading{*document.source, *memory, found};
    auto known = models.known_catalogues();
    const auto mended = with_answers_in_place(document, known, found);
    const auto& read = mended ? *mended : document;
    check_shape(read, answers_shape, found);
    auto sheet = SheetReader(loading, models, std::move(known)).read(read.root);
    sheet.source = document.source;
    sheet.memory = memory;
    diagnostics.append(found);
    if (document.flawed || found.has_errors()) return std::nullopt;
    return sheet;
}

std::optional<AnswerSheet> load_sheet(const SourceFile& file, const Models* models,
                                      Diagnostics& diagnostics) {
    const auto document = parse_sheet(file, diagnostics);
    if (document == nullptr || models == nullptr) return std::nullopt;
    if (!is_kind(*document, FileKind::answers, diagnostics)) return std::nullopt;
    return load_answers(*document, *models, diagnostics);
}

std::optional<AnswerSheet> load_record(const Record& record, const Models& models,
                                       Diagnostics& diagnostics) {
    if (record.is_too_long) {
        diagnostics.add(DiagnosticId::too_large, "<stdin>", Place{record.line, 1},
                        fmt::format("this record is larger than {} MiB", sheet_limit >> 20U),
                        "keep evidence as addresses, not as pasted documents");
        return std::nullopt;
    }
    constexpr NoJson otherwise{DiagnosticId::syntax,
                               "write one JSON object a line, with the keys of an answer sheet"};
    const auto text = text_record(record, diagnostics);
    const auto document =
        text != nullptr ? parse_json_document(*text, otherwise, diagnostics) : nullptr;
    if (document == nullptr || !is_kind(*document, FileKind::answers, diagnostics))
        return std::nullopt;
    return load_answers(*document, models, diagnostics);
}

}  // namespace mlops_assess

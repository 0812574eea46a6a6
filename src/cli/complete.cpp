#include "cli/commands.hpp"
#include "cli/typed_line.hpp"
#include "commands/glossary.hpp"
#include "model/csv_sheet.hpp"
#include "model/models.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

/// What can stand at the end of a half-typed command line. `completion` says how it is told.
namespace mlops_assess {
namespace {

constexpr std::size_t read_limit = std::size_t{1} << 18;  ///< of a file: it must not take long

/// Words to offer behind what of the current word stays.
class Offer {
  public:
    explicit Offer(std::string_view current) : typed_(current) {}

    std::string_view typed() const { return typed_; }
    /// The next bytes of the current word stay as they are.
    void keep(std::size_t bytes) {
        before_ += typed_.substr(0, bytes);
        typed_.remove_prefix(std::min(bytes, typed_.size()));
    }
    void word(std::string_view word, std::string_view about = {}) {
        if (word.starts_with(typed_) && offered_.insert(std::string(word)).second)
            words_ += fmt::format("{}\t{}\n", word, visible(about));
    }
    void files() { files_ = true; }
    std::string take() const {
        return fmt::format("{}\n{}\n{}", files_ ? "files" : "words", before_, words_);
    }

  private:
    std::string_view typed_;
    std::string before_;
    std::string words_;
    std::set<std::string> offered_;
    bool files_ = false;
};

/// What can be read in silence of the rubrics and sheets on a line.
struct Known {
    Models models;
    std::vector<std::string> in_sheets;  ///< ids of practices
};

bool is_id(std::string_view text) {
    return !text.empty() &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == text.npos;
}

Known read_known(Run& run, const TypedLine& line) {
    // Only plain files: reading anything else may wait.
    const FileReader read = [&](const std::string& name, std::size_t, Diagnostics& found) {
        const auto home = name.starts_with("~/") ? run.environment("HOME") : "";
        const auto path = home.empty() ? name : home + name.substr(1);
        std::error_code no_matter;
        const bool is_file = path != "-" && std::filesystem::is_regular_file(path, no_matter);
        return is_file ? run.read(path, read_limit, found) : SourcePointer();
    };
    Diagnostics untold;
    Known known{load_models(line.use->common->rubrics, read, untold), {}};
    if (known.models.rubrics.empty()) known.models = shipped_models();
    for (const auto& name : line.files) {
        const auto file = read(name, read_limit, untold);
        const auto document = file != nullptr ? parse_sheet(*file, untold) : nullptr;
        const auto* answers = document != nullptr ? document->root.find("answers") : nullptr;
        if (answers == nullptr) continue;
        for (const auto& entry : answers->entries)
            if (is_id(entry.key)) known.in_sheets.push_back(entry.key);
    }
    return known;
}

/// The ids of practices, with `ending` behind each.
void offer_practices(Offer& offer, const Known& known, std::string_view ending) {
    for (const auto* catalogue : known.models.catalogues)
        for (const auto& practice : catalogue->practices)
            offer.word(fmt::format("{}{}", practice.id, ending), practice.statement);
    for (const auto& id : known.in_sheets) offer.word(fmt::format("{}{}", id, ending));
}

void offer_parameters(Offer& offer, const Models& models) {
    for (const auto* catalogue : models.catalogues)
        for (const auto& parameter : catalogue->parameters)
            offer.word(parameter.id, parameter.title);
}

/// `microsoft=2`, behind a comma, too; with parts also `google.ci=1` once a model is typed.
void offer_levels(Offer& offer, const Models& models, bool parts) {
    offer.keep(offer.typed().rfind(',') + 1);
    for (const auto* rubric : models.rubrics)
        for (int n = 0; n <= rubric->top(); ++n) {
            const auto& about = rubric->levels[static_cast<std::size_t>(n)].name;
            offer.word(fmt::format("{}={}", rubric->id, n), about);
            if (!parts || offer.typed().find('.') == std::string_view::npos) continue;
            for (const auto& parameter : rubric->catalogue->parameters)
                offer.word(fmt::format("{}.{}={}", rubric->id, parameter.id, n), about);
        }
}

/// `data-versioned=`, then its answers.
void offer_answers(Offer& offer, const Known& known) {
    const auto equals = offer.typed().find('=');
    if (equals == std::string_view::npos) return offer_practices(offer, known, "=");
    offer.keep(equals + 1);
    for (const auto& answer : answer_words()) offer.word(answer.word, answer.meaning);
}

/// `google`, `google.2`, `google.ci`, and cells once their parameter is typed.
void offer_dotted(Offer& offer, const Models& models) {
    for (const auto* rubric : models.rubrics) {
        offer.word(rubric->id, rubric->title);
        for (int n = 0; n <= rubric->top(); ++n)
            offer.word(fmt::format("{}.{}", rubric->id, n),
                       rubric->levels[static_cast<std::size_t>(n)].name);
        for (std::uint32_t p = 0; p < rubric->catalogue->parameters.size(); ++p) {
            const auto& parameter = rubric->catalogue->parameters[p];
            const auto id = fmt::format("{}.{}", rubric->id, parameter.id);
            offer.word(id, parameter.title);
            if (!offer.typed().starts_with(id + ".")) continue;
            for (int n = 0; n <= rubric->top(); ++n)
                offer.word(fmt::format("{}.{}", id, n), rubric->cell(p, n).describes);
        }
    }
}

void offer_topics(Offer& offer, const Known& known) {
    offer_dotted(offer, known.models);
    offer_parameters(offer, known.models);
    offer_practices(offer, known, "");
    for (const auto& answer : answer_words()) offer.word(answer.word, answer.meaning);
    for (const auto& about : glossary()) offer.word(as_argument(about), about.text);
    for (const auto* catalogue : known.models.catalogues)
        for (const auto& source : catalogue->sources) offer.word(source.id, source.title);
    for (const auto& kind : diagnostic_kinds()) offer.word(kind.name, kind.meaning);
}

/// `report.md`, `markdown:report`.
void offer_output(Offer& offer) {
    offer.files();
    const auto colon = offer.typed().find(':');
    if (colon != std::string_view::npos) return offer.keep(colon + 1);
    if (offer.typed().empty()) return;  // a list of files is the better start
    for (const auto& format : formats()) offer.word(fmt::format("{}:", format.name), format.about);
}

void offer_value(Offer& offer, const Option& option, Run& run, const TypedLine& line) {
    for (const auto choice : option.choices) offer.word(choice);
    const auto known = [&] { return read_known(run, line); };
    switch (option.takes) {
        case Takes::any_text: return;
        case Takes::file: return offer.files();
        case Takes::output: return offer_output(offer);
        case Takes::rubric:
            offer.files();
            for (const auto* rubric : shipped_models().rubrics)
                offer.word(rubric->id, rubric->title);
            return;
        case Takes::level: return offer_levels(offer, known().models, false);
        case Takes::gate: return offer_levels(offer, known().models, true);
        case Takes::answer: return offer_answers(offer, known());
        case Takes::about:
            offer_parameters(offer, known().models);
            return offer_practices(offer, known(), "");
        case Takes::topic: return offer_topics(offer, known());
    }
}

void offer_options(Offer& offer, const Options& options, const TypedLine& line) {
    for (const auto& option : options) {
        const bool is_used_up =
            !option.repeatable &&
            std::find(line.given.begin(), line.given.end(), &option) != line.given.end();
        for (const auto name : names_of(option))
            if (!is_used_up) offer.word(name, option.about);
    }
}

void offer_commands(Offer& offer) {
    for (const auto* command : commands())
        if (command->group != Group::hidden) offer.word(command->name, command->about);
}

std::string complete(Run& run, const std::string& text) {
    const auto line = read_typed_line(text);
    Offer offer(line.current);
    offer.keep(line.value_at);
    if (line.value != nullptr)
        offer_value(offer, *line.value, run, line);
    else if (line.current.starts_with('-') && line.use)
        offer_options(offer, line.use->options, line);
    else if (line.current.starts_with('-'))
        offer_options(offer, program_options(), line);
    else if (line.command_follows)
        offer_commands(offer);
    return offer.take();
}

struct Asked {
    std::string line;
};

Options options(Asked& asked) {
    return {argument("LINE", "The command line up to the cursor", asked.line)};
}

ExitStatus run_complete(Run& run, const Asked& asked) {
    return run.print(complete(run, asked.line));
}

}  // namespace

extern const Command complete_command = {"complete",
                                         "Tell a shell how the command line may go on",
                                         {},
                                         Group::hidden,
                                         start<Asked, options, run_complete>};

}  // namespace mlops_assess

#include "commands/run.hpp"

#include "model/models.hpp"
#include "system/folder.hpp"
#include "text/scalars.hpp"
#include "text/suggest.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace mlops_assess {
namespace {

struct ColorWord {
    std::string_view name;
    Color color;
};
constexpr ColorWord color_words[] = {
    {"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}};

/// What is wrong with the names of rubrics; empty when nothing is.
std::string wrong_rubric(const std::vector<std::string>& names) {
    std::vector<std::string_view> known;
    const auto shipped = shipped_models();
    for (const auto* rubric : shipped.rubrics) known.push_back(rubric->id);
    for (const auto& name : names) {
        if (is_file_name(name) || std::find(known.begin(), known.end(), name) != known.end())
            continue;
        auto hint = did_you_mean(name, known);
        if (hint.empty())
            hint = fmt::format("shipped are {}; a file has a / or ends in .yaml or .yml",
                               fmt::join(known, " and "));
        return fmt::format("unknown rubric \"{}\"; {}", name, hint);
    }
    return {};
}

}  // namespace

std::optional<std::string> Run::bytes(const std::string& name, std::size_t limit,
                                      Diagnostics& found) {
    inputs_.push_back(name);
    return files_.bytes(name, limit, found);
}

SourcePointer Run::read(const std::string& name, std::size_t limit, Diagnostics& found) {
    if (name == "-" && !intake(found)) return nullptr;
    if (name != "-") inputs_.push_back(name);
    return files_.read(name, limit, found);
}

std::optional<Intake> Run::intake(Diagnostics& found) {
    if (std::find(inputs_.begin(), inputs_.end(), "-") != inputs_.end()) {
        found.add(DiagnosticId::unreadable_file, "<stdin>", std::nullopt,
                  "standard input can be read only once", "name files instead");
        return std::nullopt;
    }
    inputs_.emplace_back("-");
    return surroundings_.in;
}

FileReader Run::reader() {
    return [this](const std::string& name, std::size_t limit, Diagnostics& found) {
        return read(name, limit, found);
    };
}

Result<Models> Run::load_models() {
    if (const auto wrong = wrong_rubric(common_.rubrics); !wrong.empty())
        return tl::unexpected(usage_error(wrong));
    auto models = mlops_assess::load_models(common_.rubrics, reader(), diagnostics);
    for (std::size_t i = 0; i < models.rubrics.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            if (models.rubrics[i]->id == models.rubrics[k]->id)
                return tl::unexpected(usage_error(
                    fmt::format("two rubrics have the id \"{}\"", models.rubrics[i]->id)));
    return models;
}

Result<Models> Run::load_models_or_tell() {
    auto models = load_models();
    if (models) tell_diagnostics();
    if (diagnostics.has_errors() && models) return tl::unexpected(ExitStatus::unusable);
    if (models) diagnostics = {};  // they are told
    return models;
}

std::optional<AnswerSheet> Run::load_sheet(const std::string& name, const Models& models,
                                           Diagnostics& found) {
    if (is_folder(name)) {
        found.add(DiagnosticId::unreadable_file, name, std::nullopt,
                  "this is a folder, and one answer sheet is needed here",
                  std::string(several_sheets));
        return std::nullopt;
    }
    // With a broken model every id of the sheet would look unknown.
    const auto* right = found.has_errors() ? nullptr : &models;
    const auto file = read(name, sheet_limit, found);
    return file != nullptr ? mlops_assess::load_sheet(*file, right, found) : std::nullopt;
}

std::string Run::environment(const char* name) const {
    const auto* text = surroundings_.environment(name);
    return text != nullptr ? text : "";
}

std::optional<ReportedAnswers> Run::load_comparable(const std::string& name, const Models& models) {
    Diagnostics found;
    const auto file = read(name, report_limit, found);
    if (file != nullptr && is_json_report(*file)) {
        diagnostics.append(found);
        return load_reported(file, models, diagnostics);
    }
    const auto told = found.sorted();
    const bool too_large =
        file != nullptr
            ? file->text.size() > sheet_limit
            : !name.ends_with(".json") && std::any_of(told.begin(), told.end(), [](auto& each) {
                  return each.id == DiagnosticId::too_large;
              });
    std::optional<AnswerSheet> sheet;
    if (too_large) {
        found = {};
        add_too_large(name, sheet_limit, found);
    } else if (file != nullptr) {
        sheet = mlops_assess::load_sheet(*file, &models, found);
    }
    diagnostics.append(found);
    if (!sheet) return std::nullopt;
    return ReportedAnswers{*std::move(sheet), {}};
}

Checked<std::string> Run::today() const {
    constexpr std::int64_t last_second = 253'402'300'799;  // of the year 9999
    const auto epoch = environment("SOURCE_DATE_EPOCH");
    if (epoch.empty()) return day_of(surroundings_.clock());
    const auto seconds = to_integer(epoch);
    if (!seconds || *seconds < 0 || *seconds > last_second)
        return tl::unexpected(fmt::format(
            "SOURCE_DATE_EPOCH is \"{}\", not a number of seconds; unset it, or use --today",
            epoch));
    return day_of(*seconds);
}

bool Run::color(const Terminal& terminal) const {
    if (common_.color != Color::automatic) return common_.color == Color::always;
    const auto value = [&](const char* name) { return environment(name); };
    if (!value("NO_COLOR").empty()) return false;
    const auto force = value("CLICOLOR_FORCE");
    if (!force.empty() && force != "0") return true;
    if (value("CLICOLOR") == "0" || value("TERM") == "dumb") return false;
    return terminal.is_terminal;
}

Style Run::style() const {
    const auto& terminal = surroundings_.out_terminal;
    return {terminal.width, terminal.utf8, color(terminal)};
}

ExitStatus Run::print(std::string_view document) const {
    return print_part(document).value_or(ExitStatus::done);
}

ExitStatus Run::print(const Writing& writing) const {
    std::optional<ExitStatus> ended;
    writing([&](std::string_view part) {
        if (!ended) ended = print_part(part);
    });
    return ended.value_or(ExitStatus::done);
}

std::optional<ExitStatus> Run::print_part(std::string_view part) const {
    const int failure = surroundings_.out(part);
    if (failure == 0) return std::nullopt;
    if (failure == EPIPE) return ExitStatus::done;
    tell(fmt::format("mlops-assess: error: cannot write to stdout: {}", std::strerror(failure)));
    return ExitStatus::unusable;
}

void Run::tell_progress(std::string_view text) const {
    if (shows_progress()) surroundings_.err(fmt::format("\r\x1b[K{}", visible(text)));
}

void Run::tell(std::string_view line) const { surroundings_.err(std::string(line) + "\n"); }

void Run::tell(const Diagnostics& found) const {
    auto told = found.sorted();
    if (common_.quiet)
        std::erase_if(told, [](const auto& d) { return d.severity == Severity::notice; });
    surroundings_.err(mlops_assess::print(told, color(surroundings_.err_terminal)));
}

ExitStatus Run::usage_error(std::string_view what) const {
    tell(fmt::format("mlops-assess: error: {}", visible(what)));
    return ExitStatus::usage;
}

Options common_options(CommonOptions& common) {
    Option rubric{"--rubric", "ID|FILE",
                  "A shipped rubric or a rubric's file; repeatable (default: both shipped ones)",
                  Takes::rubric, [&common](const std::string& name) {
                      const auto shipped = shipped_models();
                      const auto* known = is_file_name(name) ? nullptr : shipped.find(name);
                      common.rubrics.push_back(known != nullptr ? std::string(known->id) : name);
                      return std::string();
                  }};
    rubric.repeatable = true;
    Option color{"--color", "WHEN", "Colour: auto, always or never (default: auto)"};
    for (const auto& word : color_words) color.choices.push_back(word.name);
    color.set = [&common](const std::string& text) {
        for (const auto& word : color_words)
            if (word.name == text) common.color = word.color;
        return std::string();
    };
    return {
        rubric, color,
        flag("-q,--quiet", "No notices on stderr, and no ok lines from validate", common.quiet)};
}

std::string rubric_words(const CommonOptions& common) {
    std::string words;
    for (const auto& rubric : common.rubrics) words += " --rubric " + shell_word(rubric);
    return words;
}

Checked<ModelLevel> loaded_level(std::string_view option, std::string_view id, int level,
                                 const Models& models) {
    const auto* rubric = models.find(id);
    if (rubric == nullptr) {
        std::vector<std::string_view> names;
        for (const auto* each : models.rubrics) names.push_back(each->id);
        return tl::unexpected(fmt::format("{} {}={}: no such model is loaded; loaded: {}", option,
                                          id, level, fmt::join(names, ", ")));
    }
    if (level > rubric->top())
        return tl::unexpected(
            fmt::format("{} {}={}: its levels are 0 to {}", option, id, level, rubric->top()));
    return ModelLevel{rubric->id, level};
}

Checked<std::vector<ModelLevel>> loaded_levels(std::string_view option,
                                               const std::vector<AskedLevel>& asked,
                                               const Models& models) {
    std::vector<ModelLevel> levels;
    for (const auto& [what, number] : asked) {
        const auto level = loaded_level(option, what, number, models);
        if (!level) return tl::unexpected(level.error());
        for (const auto& other : levels)
            if (other.model == level->model)
                return tl::unexpected(fmt::format("{} {} is given twice", option, what));
        levels.push_back(*level);
    }
    return levels;
}

}  // namespace mlops_assess

#include "commands/team_sheets.hpp"

#include "system/folder.hpp"
#include "text/words.hpp"

#include <sys/stat.h>
#include <filesystem>

namespace mlops_assess {
namespace {

constexpr std::size_t most_errors_kept = 5;  // of one sheet, for the report

UnusableSheet unusable(const std::string& name, const Diagnostics& found) {
    UnusableSheet sheet{name, {}, 0};
    for (auto& each : found.sorted()) {
        if (each.severity != Severity::error) continue;
        each.source = nullptr;  // a report has no room for excerpts
        if (sheet.errors.size() < most_errors_kept)
            sheet.errors.push_back(std::move(each));
        else
            ++sheet.more;
    }
    return sheet;
}

/// A pipe can be read only once.
bool is_regular(const std::string& name) {
    std::error_code no_matter;
    return std::filesystem::is_regular_file(name, no_matter);
}

}  // namespace

TeamSheets::TeamSheets(Run& run, const Models& models, Scoring how, bool twice)
    : run_(run),
      models_(models),
      how_(std::move(how)),
      twice_(twice),
      start_(run.clock()),
      told_(start_) {}

Sheets TeamSheets::read(const std::vector<std::string>& paths) {
    Sheets sheets;
    seen_.clear();
    for (const auto& path : paths) {
        if (path == "-")
            read_records(sheets);
        else if (is_folder(path))
            read_folder(path, sheets);
        else if (const auto name = file_words(path); is_first(name))
            read_file(name, Named::yes, sheets);
    }
    clear_progress();
    return sheets;
}

void TeamSheets::tell(const Diagnostics& found) {
    if (found.empty()) return;
    flawed_ = flawed_ || found.has_errors();
    clear_progress();
    run_.tell(found);
}

void TeamSheets::clear_progress() {
    if (told_ != start_) run_.tell_progress("");
}

void TeamSheets::step() {
    ++count_;
    const auto now = run_.shows_progress() ? run_.clock() : start_;
    if (now <= start_ + 1 || now == told_) return;
    told_ = now;
    run_.tell_progress(fmt::format("{} read", counted(count_, "sheet")));
}

bool TeamSheets::is_first(const std::string& name) {
    struct stat about {};
    if (::stat(name.c_str(), &about) != 0 || !S_ISREG(about.st_mode)) return true;
    return seen_.emplace(about.st_dev, about.st_ino).second;
}

void TeamSheets::read_folder(const std::string& folder, Sheets& sheets) {
    Diagnostics told;
    const auto found = files_in(folder, told);
    tell(told);
    if (told.has_errors()) sheets.unusable.push_back(unusable(folder, told));
    const auto passed_over = sheets.passed_over;
    sheets.passed_over += found.others;
    for (const auto& file : found.files) {
        const auto name = file_words(file);
        if (!is_first(name)) continue;
        if (!may_be_sheet(name)) {
            ++sheets.passed_over;
            continue;
        }
        read_file(name, Named::no, sheets);
    }
    if (passed_over == 0 && sheets.passed_over > 0) sheets.passed_over_in = folder;
}

void TeamSheets::read_file(const std::string& name, Named named, Sheets& sheets) {
    Diagnostics unread;
    auto bytes = run_.bytes(name, sheet_limit, unread);
    if (!bytes)
        add(std::nullopt, name, unread, sheets);
    else if (named == Named::yes || looks_like_sheet(name, *bytes))
        read_bytes(name, *std::move(bytes), sheets);
    else
        ++sheets.passed_over;
}

void TeamSheets::read_bytes(const std::string& name, std::string bytes, Sheets& sheets) {
    Diagnostics found;
    const auto file = text_file(name, std::move(bytes), sheet_limit, found);
    if (file != nullptr && twice_ && !is_regular(name)) kept_[name] = file;
    add(file != nullptr ? load_sheet(*file, &models_, found) : std::nullopt, name, found, sheets);
}

void TeamSheets::read_records(Sheets& sheets) {
    Diagnostics found;
    if (const auto intake = run_.intake(found)) {
        Records records(*intake, sheet_limit);
        while (const auto record = records.next()) read_record(*record, sheets);
        if (records.failure() != 0) add_unreadable("<stdin>", records.failure(), found);
    }
    tell(found);
}

void TeamSheets::read_record(const Record& record, Sheets& sheets) {
    const auto name = fmt::format("<stdin>:{}", record.line);
    if (twice_) records_[name] = record;
    Diagnostics found;
    add(load_record(record, models_, found), name, found, sheets);
}

void TeamSheets::add(std::optional<AnswerSheet> sheet, const std::string& name, Diagnostics& found,
                     Sheets& sheets) {
    const auto whole = sheet ? scored(*sheet, found) : std::nullopt;
    tell(found);
    if (whole)
        sheets.usable.push_back(&sheets.memory->keep(team_sheet(*whole, name, *sheets.memory)));
    else
        sheets.unusable.push_back(unusable(name, found));
    step();
}

std::optional<Scored> TeamSheets::scored(const AnswerSheet& sheet, Diagnostics& found) const {
    auto scored = score(models_, sheet, how_.rules, how_.targets, found);
    if (scored) check_date(*scored, how_.rules.today, found);
    return scored;
}

std::optional<AnswerSheet> TeamSheets::load_again(const TeamSheet& sheet, Diagnostics& found) {
    const std::string name(sheet.file);
    Diagnostics told_before;
    if (const auto record = records_.find(name); record != records_.end())
        return load_record(record->second, models_, told_before);
    const auto kept = kept_.find(name);
    const auto file = kept != kept_.end() ? kept->second : run_.read(name, sheet_limit, found);
    if (file == nullptr) return std::nullopt;
    if (fnv1a(file->text) == sheet.fingerprint) return load_sheet(*file, &models_, told_before);
    add_changed(name, found);
    return std::nullopt;
}

std::optional<Scored> TeamSheets::again(const TeamSheet& sheet, Diagnostics& found) {
    const auto answers = load_again(sheet, found);
    Diagnostics told_before;
    return answers ? score(models_, *answers, how_.rules, how_.targets, told_before) : std::nullopt;
}

}  // namespace mlops_assess

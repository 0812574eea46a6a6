#include "ask/sheet_file.hpp"

#include "document/shape.hpp"
#include "document/yaml.hpp"
#include "model/placeholder.hpp"
#include "system/file_lock.hpp"
#include "system/replacement.hpp"
#include "text/unicode.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <fstream>

namespace mlops_assess {
namespace {

constexpr int most_tries = 10;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool begins_with_mark(const std::string& file) {
    char begin[3] = {};
    std::ifstream(file, std::ios::binary).read(begin, sizeof begin);
    return std::string_view(begin, sizeof begin) == byte_order_mark;
}

/// The root as if the team had a name, and whether it has one.
bool name_team(Node& root) {
    constexpr auto stand_in = "?";
    auto* team = const_cast<Node*>(root.find("team"));
    if (team == nullptr) {
        Node name;
        name.kind = Node::Kind::scalar;
        name.text = stand_in;
        root.entries.push_back({"team", 0, name});
        return false;
    }
    const bool is_named =
        team->is_scalar() && !is_blank(team->text) && team->text != placeholder_team;
    if (!is_named && (team->is_scalar() || team->kind == Node::Kind::null)) {
        team->kind = Node::Kind::scalar;
        team->text = stand_in;
    }
    return is_named;
}

}  // namespace

bool SheetFile::is_known(std::string_view practice) const {
    for (const auto* catalogue : models_.catalogues)
        if (catalogue->find(practice)) return true;
    return models_.shipped_catalogue != nullptr &&
           models_.shipped_catalogue->find(practice).has_value();
}

std::unique_ptr<SheetFile::State> SheetFile::load(std::string text,
                                                  Diagnostics& diagnostics) const {
    auto state = std::make_unique<State>();
    const auto source = make_source(name_, std::move(text));
    const auto document = parse(*source, diagnostics);
    if (document == nullptr || !is_kind(*document, FileKind::answers, diagnostics)) return state;

    auto known = std::make_shared<Document>(*document);
    state->has_team = name_team(known->root);
    for (auto& entry : known->root.entries) {
        if (entry.key != "answers") continue;
        std::erase_if(entry.value.entries, [&](const Entry& answer) {
            if (is_known(answer.key)) return false;
            state->stale.push_back({answer.key, source->place(answer.at).line});
            return true;
        });
    }
    Diagnostics found;
    state->sheet = load_answers(*known, models_, found);
    if (!state->sheet) diagnostics.append(found);
    return state;
}

bool SheetFile::open(Diagnostics& diagnostics) {
    const auto source = Files({}).read(name_, sheet_limit, diagnostics);
    if (source == nullptr) return false;
    now_ = load(source->text, diagnostics);
    return now_->sheet.has_value();
}

std::string SheetFile::save(const Changes& changes) {
    const FileLock lock(name_);
    if (lock.is_taken()) return "another program has locked this file";
    for (int i = 0; i < most_tries; ++i)
        if (auto outcome = try_to_save(changes)) return *outcome;
    return "another program keeps changing this file";
}

/// None when somebody else changed the file meanwhile, an editor, say, that knows no lock.
std::optional<std::string> SheetFile::try_to_save(const Changes& changes) {
    Diagnostics found;
    const auto source = Files({}).read(name_, sheet_limit, found);
    // A file that is broken by now says itself why.
    const auto now_there = source != nullptr ? load(source->text, found) : nullptr;
    const bool is_usable = now_there != nullptr && now_there->sheet;
    const auto text = is_usable ? edited(source->text, changes(*now_there->sheet)) : std::nullopt;
    auto next = text ? load(*text, found) : nullptr;
    if (found.has_errors()) {
        const auto first = found.sorted().front();
        return fmt::format("{}{}", first.place ? fmt::format("line {}: ", first.place->line) : "",
                           first.message);
    }
    if (next == nullptr)
        return "the file is written in a way that cannot be changed in place; edit it by hand";
    if (text->size() > sheet_limit) return "the file would be longer than 1 MiB";
    const auto mark = begins_with_mark(name_) ? std::string(byte_order_mark) : std::string();
    Replacement file(name_);
    auto failure = file.write(mark + *text);
    if (failure.empty()) {
        Diagnostics no_matter;
        const auto now = Files({}).read(name_, sheet_limit, no_matter);
        if (now == nullptr || now->text != source->text) return std::nullopt;
        failure = file.take_name(Existing::replace);
    }
    if (!failure.empty()) return "cannot write this file: " + failure;
    now_ = std::move(next);
    return "";
}

}  // namespace mlops_assess

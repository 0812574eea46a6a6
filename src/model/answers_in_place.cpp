#include "model/answers_in_place.hpp"

#include "model/shapes.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <set>

namespace mlops_assess {
namespace {

bool is_practice(const std::vector<const Catalogue*>& known, std::string_view id) {
    return std::ranges::any_of(known, [&](const auto* each) { return each->find(id).has_value(); });
}

/// `- ci-auto-build: fully` and the like as one map.
Node map_of(const Node& list) {
    Node map{Node::Kind::map, list.at, {}, false, {}, {}};
    std::set<std::string_view> seen;
    for (const auto& item : list.items)
        for (const auto& entry : item.entries)
            if (seen.insert(entry.key).second) map.entries.push_back(entry);
    return map;
}

}  // namespace

std::optional<Document> with_answers_in_place(const Document& sheet,
                                              const std::vector<const Catalogue*>& known,
                                              Diagnostics& diagnostics) {
    const auto is_answer = [&](const Entry& entry) {
        return find_field(answers_shape, entry.key) == nullptr && is_practice(known, entry.key);
    };
    const auto* answers = sheet.root.find("answers");
    const bool is_list = answers != nullptr && answers->is_sequence();
    const auto beside = std::ranges::find_if(sheet.root.entries, is_answer);
    if (!is_list && beside == sheet.root.entries.end()) return std::nullopt;

    const auto complain = [&](DiagnosticId id, std::size_t at, std::string message,
                              std::string hint) {
        diagnostics.add(id, *sheet.source, sheet.source->place(at), std::move(message),
                        std::move(hint));
    };
    Document mended{sheet.source, sheet.root, sheet.flawed};
    Node all{Node::Kind::map, 0, {}, false, {}, {}};
    if (is_list) {
        complain(DiagnosticId::wrong_type, answers->at, "`answers` must be a map, not a list",
                 "write each as `practice: answer`, without the dash");
        all = map_of(*answers);
    } else if (answers != nullptr && answers->is_map()) {
        all = *answers;
    }
    auto& entries = mended.root.entries;
    if (beside != sheet.root.entries.end())
        complain(DiagnosticId::unknown_key, beside->at,
                 fmt::format("the answer to \"{}\" does not stand under `answers:`", beside->key),
                 answers != nullptr
                     ? "indent this line and the answers below it by two spaces"
                     : "write `answers:` above this line, and indent the answers by two spaces");
    std::set<std::string> seen;
    for (const auto& entry : all.entries) seen.insert(entry.key);
    for (const auto& entry : entries)
        if (is_answer(entry) && seen.insert(entry.key).second) all.entries.push_back(entry);
    std::erase_if(entries, is_answer);
    std::erase_if(entries, [](const Entry& entry) { return entry.key == "answers"; });
    entries.push_back({"answers", all.at, std::move(all)});
    return mended;
}

}  // namespace mlops_assess

#pragma once

#include "model/load.hpp"
#include "model/shapes.hpp"
#include "text/scalars.hpp"
#include "text/suggest.hpp"

#include <fmt/format.h>

#include <map>

namespace mlops_assess {

/// Reads the fields of a map whose form has been checked: a field that is missing or was found
/// wrong reads as empty, so that the rest can still be checked.
class Fields {
  public:
    Fields(const Node& map, Arena& arena) : map_(map), arena_(arena) {}

    const Node& node() const { return map_; }

    const Node* scalar(std::string_view key) const {
        const auto* value = map_.find(key);
        return value != nullptr && value->is_scalar() ? value : nullptr;
    }
    Text text(std::string_view key) const {
        const auto* value = scalar(key);
        return value != nullptr ? arena_.text(value->text) : Text{};
    }
    /// A list of texts, or a single text as a list of one.
    Texts texts(std::string_view key) const {
        const auto* value = map_.find(key);
        std::vector<Text> found;
        if (value != nullptr && value->is_scalar()) found.push_back(arena_.text(value->text));
        if (value != nullptr)
            for (const auto& item : value->items)
                if (item.is_scalar()) found.push_back(arena_.text(item.text));
        return arena_.list(found);
    }
    std::optional<std::int64_t> integer(std::string_view key) const {
        const auto* value = scalar(key);
        return value != nullptr ? to_integer(value->text) : std::nullopt;
    }
    bool is_true(std::string_view key) const {
        const auto* value = scalar(key);
        return value != nullptr && value->text == "true";
    }
    /// The maps of a list; other items have been reported.
    std::vector<const Node*> maps(std::string_view key) const {
        std::vector<const Node*> found;
        if (const auto* value = map_.find(key))
            for (const auto& item : value->items)
                if (item.is_map()) found.push_back(&item);
        return found;
    }
    const std::vector<Entry>& entries(std::string_view key) const {
        static const std::vector<Entry> none;
        const auto* value = map_.find(key);
        return value != nullptr ? value->entries : none;
    }

  private:
    const Node& map_;
    Arena& arena_;
};

/// What one file is checked with.
struct Loading {
    const SourceFile& source;
    Arena& arena;
    Diagnostics& diagnostics;

    void complain(DiagnosticId id, std::size_t at, std::string message,
                  std::string hint = {}) const {
        diagnostics.add(id, source, source.place(at), std::move(message), std::move(hint));
    }

    /// As did_you_mean, but not for ever: of thousands of findings only a few are shown.
    std::string suggest(std::string_view word,
                        const std::vector<std::string_view>& candidates) const {
        return diagnostics.size() < 4 * most_shown ? did_you_mean(word, candidates) : std::string();
    }
};

/// Ids of one kind, and where each stands in its list.
class Ids {
  public:
    /// False, with a diagnostic, for an id that is there already.
    bool add(const Loading& loading, std::string_view what, const Node* id, std::uint32_t index) {
        if (id == nullptr) return false;
        if (!find(id->text)) {
            insert(id->text, index);
            return true;
        }
        loading.complain(DiagnosticId::duplicate_id, id->at,
                         fmt::format("a second {} with the id \"{}\"", what, id->text),
                         "every id stands for one thing: rename one of them");
        return false;
    }

    void insert(Text id, std::uint32_t index) {
        if (index_.emplace(id, index).second) names_.push_back(id);
    }
    bool empty() const { return names_.empty(); }

    std::optional<std::uint32_t> find(std::string_view id) const {
        const auto found = index_.find(id);
        return found == index_.end() ? std::nullopt : std::optional(found->second);
    }

    /// Reports an id that is not there.
    std::optional<std::uint32_t> require(const Loading& loading, DiagnosticId diagnostic,
                                         std::string_view what, const Node& id) const {
        const auto found = find(id.text);
        if (!found)
            loading.complain(diagnostic, id.at, fmt::format("unknown {} \"{}\"", what, id.text),
                             loading.suggest(id.text, names_));
        return found;
    }

  private:
    std::map<std::string_view, std::uint32_t> index_;
    std::vector<std::string_view> names_;
};

/// What a list of practice ids refers to; unknown and repeated ids are reported.
PracticeIndices practice_list(const Loading& loading, const Fields& fields, std::string_view key,
                              const Ids& practices);

/// The conditions under `when:` of a rule, on these questions.
List<Condition> read_conditions(const Loading& loading, const Fields& rule,
                                List<ContextQuestion> questions);

/// Reports sources that the catalogue does not explain. Without a list of sources any id may stand:
/// the reader may know it.
void check_sources(const Loading& loading, const Fields& fields, List<Source> sources);

/// The catalogue that a catalogue's file, or a rubric's inline parts, describe.
const Catalogue& read_catalogue(const Loading& loading, const Node& root, Ids& practices);

}  // namespace mlops_assess

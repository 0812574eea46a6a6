#include "model/fields.hpp"
#include "model/rubric_catalogue.hpp"
#include "model/shapes.hpp"

#include "model/answers.hpp"
#include "text/scalars.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

constexpr std::size_t least_levels = 2;
constexpr std::size_t most_levels = 16;

Points read_bar(Text word, Points otherwise) {
    const auto rating = rating_from_word(word);
    return rating && points(*rating) > 0 ? points(*rating) : otherwise;
}

Basis read_basis(Text word) {
    return word == "published"     ? Basis::published
           : word == "secondary"   ? Basis::secondary
           : word == "interpreted" ? Basis::interpreted
           : word == "added"       ? Basis::added
                                   : Basis::not_given;
}

/// The label, else the id with a capital.
Text read_label(const Fields& fields, Arena& arena) {
    const auto label = fields.text("label");
    if (!label.empty()) return label;
    std::string id(fields.text("id"));
    if (!id.empty() && id.front() >= 'a' && id.front() <= 'z') id.front() += 'A' - 'a';
    return arena.text(id);
}

Level read_level(const Loading& loading, const Fields& fields) {
    std::vector<KeyedText> glance;
    for (const auto& entry : fields.entries("at_a_glance"))
        if (entry.value.is_scalar())
            glance.push_back({loading.arena.text(entry.key), loading.arena.text(entry.value.text)});
    return {fields.text("name"),       fields.text("summary"),     fields.texts("aliases"),
            fields.text("step"),       fields.texts("highlights"), fields.texts("technology"),
            fields.texts("workflow"),  fields.texts("pains"),      fields.texts("suits"),
            loading.arena.list(glance)};
}

/// Levels stand in order: 0, 1, 2 …
List<Level> read_levels(const Loading& loading, const Fields& root) {
    std::vector<Level> levels;
    for (const auto* node : root.maps("levels")) {
        const Fields fields(*node, loading.arena);
        const auto number = fields.integer("level");
        if (number && *number != static_cast<std::int64_t>(levels.size()))
            loading.complain(
                DiagnosticId::level_order, fields.scalar("level")->at,
                fmt::format("level {} stands where level {} is expected", *number, levels.size()),
                "levels are numbered 0, 1, 2 and so on, in this order");
        levels.push_back(read_level(loading, fields));
    }
    const auto* list = root.node().find("levels");
    if (list != nullptr && list->is_sequence() &&
        (levels.size() < least_levels || levels.size() > most_levels))
        loading.complain(DiagnosticId::level_count, list->at,
                         fmt::format("the model has {} level{}; it needs {} to {}", levels.size(),
                                     levels.size() == 1 ? "" : "s", least_levels, most_levels));
    return loading.arena.list(levels);
}

/// Reads the cells and checks what they require.
class CellReader {
  public:
    CellReader(const Loading& loading, const Catalogue& catalogue, const Ids& practices, Points bar)
        : loading_(loading), catalogue_(catalogue), practices_(practices), bar_(bar) {}

    /// The parameter of the cells that are read from here on.
    void begin(std::uint32_t parameter) { parameter_ = parameter; }

    Cell read(const Node& node, int level) {
        const Fields fields(node, loading_.arena);
        Cell cell{fields.text("describes"), fields.text("note"), {}, {}};
        if (const auto* list = node.find("requires"))
            cell.required = read_requirements(*list, level);
        cell.recommended = practice_list(loading_, fields, "recommends", practices_);
        if (const auto* list = node.find("recommends")) check_parameter(*list);
        return cell;
    }

    /// What comes `after` a practice cannot be needed before it.
    void check_order() const {
        for (const auto& [practice, need] : required_)
            for (const auto before : catalogue_.practices[practice].after) {
                const auto other = required_.find(before);
                if (other == required_.end() || other->second.level <= need.level) continue;
                loading_.complain(
                    DiagnosticId::after_higher_level, need.at,
                    fmt::format("\"{}\" is required here at level {}, but comes after \"{}\", "
                                "which is first required at level {}",
                                catalogue_.practices[practice].id, need.level,
                                catalogue_.practices[before].id, other->second.level),
                    "require the other at this level or below, or remove it from `after:`");
            }
    }

  private:
    /// The first level that requires a practice and where, and the most of it so far.
    struct Need {
        int level;
        std::size_t at;
        Points most;
    };

    List<Requirement> read_requirements(const Node& list, int level) {
        if (level == 0 && !list.items.empty()) {
            loading_.complain(DiagnosticId::level_zero_requires, list.at,
                              "level 0 requires nothing",
                              "it is the floor on which every team stands: move this up");
            return {};
        }
        std::vector<Requirement> requirements;
        for (const auto& item : list.items) {
            const auto* id = item.is_scalar() ? &item : item.find("practice");
            if (id == nullptr || !id->is_scalar()) continue;
            const auto practice =
                practices_.require(loading_, DiagnosticId::unknown_practice, "practice", *id);
            if (!practice || !belongs_here(*practice, *id)) continue;
            const auto requirement = read_requirement(item, *practice);
            if (rises(requirement, *id, level)) requirements.push_back(requirement);
        }
        std::sort(requirements.begin(), requirements.end(),
                  [](const auto& x, const auto& y) { return x.practice < y.practice; });
        return loading_.arena.list(requirements);
    }

    Requirement read_requirement(const Node& item, PracticeIndex practice) const {
        Requirement requirement{practice, std::nullopt, Basis::not_given, {}};
        if (!item.is_map()) return requirement;
        const Fields fields(item, loading_.arena);
        if (const auto* at_least = fields.scalar("at_least"))
            requirement.at_least = read_bar(at_least->text, bar_);
        requirement.basis = read_basis(fields.text("basis"));
        requirement.sources = fields.texts("sources");
        check_sources(loading_, fields, catalogue_.sources);
        return requirement;
    }

    void check_parameter(const Node& list) const {
        for (const auto& item : list.items)
            if (const auto practice = practices_.find(item.text)) belongs_here(*practice, item);
    }

    bool belongs_here(PracticeIndex practice, const Node& id) const {
        const auto own = catalogue_.practices[practice].parameter;
        if (own == parameter_) return true;
        loading_.complain(
            DiagnosticId::wrong_parameter, id.at,
            fmt::format("\"{}\" belongs to the parameter \"{}\", not to \"{}\"", id.text,
                        catalogue_.parameters[own].id, catalogue_.parameters[parameter_].id),
            "move it to the cells of its own parameter");
        return false;
    }

    /// A practice may be required again, but only more of it.
    bool rises(const Requirement& requirement, const Node& id, int level) {
        const auto needed = requirement.at_least.value_or(bar_);
        auto& most =
            required_.try_emplace(requirement.practice, Need{level, id.at, 0}).first->second.most;
        if (needed <= most) {
            loading_.complain(
                DiagnosticId::at_least_not_rising, id.at,
                fmt::format("\"{}\" is required before this, and at least as much", id.text),
                "raise `at_least` here, or remove one of the two");
            return false;
        }
        most = needed;
        return true;
    }

    const Loading& loading_;
    const Catalogue& catalogue_;
    const Ids& practices_;
    Points bar_;
    std::uint32_t parameter_ = 0;
    std::map<PracticeIndex, Need> required_;
};

/// Every parameter has a cell for every level, in the order of the levels.
List<Cell> read_cells(const Loading& loading, const Fields& root, const Catalogue& catalogue,
                      const Ids& practices, Points bar, std::size_t levels) {
    std::vector<Cell> cells(catalogue.parameters.size() * levels);
    const auto* map = root.node().find("cells");
    if (map == nullptr || !map->is_map()) return {};
    std::vector<std::string_view> ids;
    for (const auto& parameter : catalogue.parameters) ids.push_back(parameter.id);
    for (const auto& entry : map->entries)
        if (std::find(ids.begin(), ids.end(), entry.key) == ids.end())
            loading.complain(DiagnosticId::unknown_parameter, entry.at,
                             fmt::format("unknown parameter \"{}\"", entry.key),
                             loading.suggest(entry.key, ids));

    CellReader reader(loading, catalogue, practices, bar);
    for (std::uint32_t p = 0; p < catalogue.parameters.size(); ++p) {
        const auto* list = map->find(catalogue.parameters[p].id);
        if (list == nullptr) {
            loading.complain(
                DiagnosticId::missing_cell, map->at,
                fmt::format("the parameter \"{}\" has no cells", catalogue.parameters[p].id),
                "every parameter needs a cell for every level");
            continue;
        }
        if (!list->is_sequence()) continue;
        reader.begin(p);
        std::size_t expected = 0;
        for (const auto& item : list->items) {
            if (!item.is_map()) continue;
            const auto* level = item.find("level");
            const auto number = level != nullptr ? to_integer(level->text) : std::nullopt;
            if (!number) continue;
            const auto at = static_cast<std::size_t>(*number);
            if (*number < 0 || at >= levels || at != expected)
                loading.complain(DiagnosticId::level_order, level->at,
                                 at >= levels
                                     ? fmt::format("the model has no level {}", level->text)
                                     : fmt::format("a cell of level {} stands where one of level "
                                                   "{} is expected",
                                                   level->text, expected),
                                 "write one cell for every level, in the order of the levels");
            else
                cells[p * levels + at] = reader.read(item, static_cast<int>(at));
            expected = at + 1;
        }
        if (expected < levels)
            loading.complain(DiagnosticId::missing_cell, list->at,
                             fmt::format("the parameter \"{}\" has no cell for level {}",
                                         catalogue.parameters[p].id, expected),
                             "every parameter needs a cell for every level");
    }
    reader.check_order();
    return loading.arena.list(cells);
}

List<ScopeRule> read_scope(const Loading& loading, const Fields& root, const Catalogue& catalogue) {
    std::vector<ScopeRule> rules;
    for (const auto* node : root.maps("out_of_scope")) {
        const Fields rule(*node, loading.arena);
        check_sources(loading, rule, catalogue.sources);
        rules.push_back({read_conditions(loading, rule, catalogue.context), rule.text("because"),
                         rule.texts("sources")});
    }
    return loading.arena.list(rules);
}

}  // namespace

const Rubric* load_rubric(const Document& document, const CatalogueSource& source, Arena& arena,
                          Diagnostics& diagnostics) {
    Diagnostics found;
    const Loading loading{*document.source, arena, found};
    check_shape(document, rubric_shape, found);
    const Fields fields(document.root, arena);

    Ids practices;
    std::shared_ptr<const Document> other;
    Rubric rubric{};
    rubric.id = fields.text("id");
    rubric.label = read_label(fields, arena);
    rubric.title = fields.text("title");
    rubric.version = fields.text("version");
    if (const auto* publication = document.root.find("source")) {
        const Fields about(*publication, arena);
        rubric.source = {about.text("title"), about.text("address"), about.text("read"),
                         about.text("note")};
    }
    std::vector<Reading> reading;
    for (const auto* node : fields.maps("further_reading")) {
        const Fields item(*node, arena);
        reading.push_back({item.text("title"), item.text("address"), item.text("about")});
    }
    rubric.further_reading = arena.list(reading);
    rubric.bar = read_bar(fields.text("bar"), points(Rating::mostly));
    rubric.levels = read_levels(loading, fields);
    rubric.catalogue = find_catalogue(loading, document, source, other, practices);
    if (rubric.catalogue != nullptr)
        rubric.out_of_scope = read_scope(loading, fields, *rubric.catalogue);
    if (rubric.catalogue != nullptr && !rubric.levels.empty())
        rubric.cells = read_cells(loading, fields, *rubric.catalogue, practices, rubric.bar,
                                  rubric.levels.size());
    diagnostics.append(found);
    return document.flawed || found.has_errors() ? nullptr : &arena.keep(rubric);
}

}  // namespace mlops_assess

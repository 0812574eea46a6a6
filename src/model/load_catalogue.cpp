#include "model/fields.hpp"
#include "model/shapes.hpp"
#include "text/scalars.hpp"

#include <algorithm>

/// A function for each map of a catalogue. Longer than other files, since no other has as many.
namespace mlops_assess {
namespace {

constexpr std::size_t most_practices = 2000;

List<Source> read_sources(const Loading& loading, const Fields& root) {
    std::vector<Source> sources;
    for (const auto& entry : root.entries("sources")) {
        if (!entry.value.is_map()) continue;
        const Fields fields(entry.value, loading.arena);
        sources.push_back({loading.arena.text(entry.key), fields.text("title"),
                           fields.text("address"), fields.text("note")});
    }
    return loading.arena.list(sources);
}

List<Parameter> read_parameters(const Loading& loading, const Fields& root, Ids& ids) {
    std::vector<Parameter> parameters;
    for (const auto* node : root.maps("parameters")) {
        const Fields fields(*node, loading.arena);
        ids.add(loading, "parameter", fields.scalar("id"),
                static_cast<std::uint32_t>(parameters.size()));
        parameters.push_back({fields.text("id"), fields.text("title"), fields.text("about")});
    }
    return loading.arena.list(parameters);
}

Effort read_effort(Text letter) {
    return letter == "S"   ? Effort::S
           : letter == "M" ? Effort::M
           : letter == "L" ? Effort::L
                           : Effort::none;
}

Practice read_practice(const Loading& loading, const Fields& fields, const Ids& parameters) {
    Practice practice{};
    practice.id = fields.text("id");
    if (const auto* parameter = fields.scalar("parameter"))
        practice.parameter =
            parameters.require(loading, DiagnosticId::unknown_parameter, "parameter", *parameter)
                .value_or(0);
    practice.statement = fields.text("statement");
    practice.why = fields.text("why");
    practice.if_missing = fields.text("if_missing");
    practice.guidance = fields.text("guidance");
    practice.contrast = fields.text("contrast");
    practice.evidence = fields.texts("evidence");
    practice.deliverable = fields.text("deliverable");
    practice.success = fields.text("success");
    practice.effort = read_effort(fields.text("effort"));
    practice.not_applicable = fields.text("not_applicable");
    practice.sources = fields.texts("sources");
    return practice;
}

/// Walks along one kind of link, and reports every cycle once, at its first practice.
class Walk {
  public:
    using Links = PracticeIndices Practice::*;

    Walk(const Loading& loading, const std::vector<Practice>& practices,
         const std::vector<const Node*>& nodes, Links links, std::string_view key)
        : loading_(loading),
          practices_(practices),
          nodes_(nodes),
          links_(links),
          key_(key),
          state_(practices.size(), State::open) {}

    /// All practices, each behind those that it links to.
    std::vector<PracticeIndex> order() {
        for (PracticeIndex i = 0; i < practices_.size(); ++i)
            if (state_[i] == State::open) walk_from(i);
        return std::move(order_);
    }

  private:
    enum class State { open, on_path, done };
    struct Step {
        PracticeIndex practice;
        std::size_t next = 0;
    };

    /// Depth first, without recursion: a chain may have two thousand links.
    void walk_from(PracticeIndex start) {
        path_.assign(1, {start});
        state_[start] = State::on_path;
        while (!path_.empty()) {
            auto& step = path_.back();
            const auto& links = practices_[step.practice].*links_;
            if (step.next == links.size()) {
                state_[step.practice] = State::done;
                order_.push_back(step.practice);
                path_.pop_back();
                continue;
            }
            const auto target = links[step.next++];
            if (state_[target] == State::on_path)
                complain(target);
            else if (state_[target] == State::open) {
                state_[target] = State::on_path;
                path_.push_back({target});
            }
        }
    }

    void complain(PracticeIndex target) {
        constexpr std::size_t most_named = 6;
        std::string chain;
        std::size_t length = 0;
        for (const auto& step : path_) {
            if (length == 0 && step.practice != target) continue;
            if (++length <= most_named)
                chain += fmt::format("{} -> ", practices_[step.practice].id);
        }
        if (length > most_named) chain += fmt::format("{} more -> ", length - most_named);
        chain += practices_[target].id;
        const auto* links = nodes_[path_.back().practice]->find(key_);
        loading_.complain(DiagnosticId::cycle, links->at,
                          fmt::format("`{}` forms a cycle: {}", key_, chain),
                          "remove one of these links");
    }

    const Loading& loading_;
    const std::vector<Practice>& practices_;
    const std::vector<const Node*>& nodes_;
    Links links_;
    std::string_view key_;
    std::vector<State> state_;
    std::vector<Step> path_;
    std::vector<PracticeIndex> order_;
};

void read_practices(const Loading& loading, const Fields& root, const Ids& parameters, Ids& ids,
                    Catalogue& catalogue) {
    const auto nodes = root.maps("practices");
    if (nodes.size() > most_practices)
        loading.complain(
            DiagnosticId::too_many, root.node().find("practices")->at,
            fmt::format("{} practices; at most {} are allowed", nodes.size(), most_practices));
    std::vector<Practice> practices;
    for (const auto* node : nodes) {
        const Fields fields(*node, loading.arena);
        ids.add(loading, "practice", fields.scalar("id"),
                static_cast<std::uint32_t>(practices.size()));
        practices.push_back(read_practice(loading, fields, parameters));
        check_sources(loading, fields, catalogue.sources);
    }
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const Fields fields(*nodes[i], loading.arena);
        practices[i].implied_by = practice_list(loading, fields, "implied_by", ids);
        practices[i].after = practice_list(loading, fields, "after", ids);
    }
    const auto order = Walk(loading, practices, nodes, &Practice::implied_by, "implied_by").order();
    Walk(loading, practices, nodes, &Practice::after, "after").order();
    catalogue.practices = loading.arena.list(practices);
    catalogue.credit_order = loading.arena.list(order);
}

ContextKind read_kind(Text word) {
    return word == "bool"     ? ContextKind::boolean
           : word == "number" ? ContextKind::number
                              : ContextKind::one_of;
}

List<ContextQuestion> read_context(const Loading& loading, const Fields& root) {
    Ids ids;
    std::vector<ContextQuestion> questions;
    for (const auto* node : root.maps("context")) {
        const Fields fields(*node, loading.arena);
        ids.add(loading, "context question", fields.scalar("id"),
                static_cast<std::uint32_t>(questions.size()));
        const ContextQuestion question{
            fields.text("id"),          fields.text("text"),  read_kind(fields.text("kind")),
            fields.texts("options"),    fields.text("group"), fields.text("shown_as"),
            fields.text("shown_as_one")};
        if ((question.kind == ContextKind::one_of) == question.options.empty())
            loading.complain(DiagnosticId::bad_context, node->at,
                             "`options` and the kind `one of` go together",
                             "list the options, or choose another kind");
        questions.push_back(question);
    }
    return loading.arena.list(questions);
}

List<ModelLevel> read_levels(const Loading& loading, const Fields& rule, std::string_view key) {
    std::vector<ModelLevel> levels;
    for (const auto& entry : rule.entries(key))
        levels.push_back({loading.arena.text(entry.key),
                          static_cast<int>(to_integer(entry.value.text).value_or(0))});
    return loading.arena.list(levels);
}

/// The rules of one kind; `read` makes one of its fields.
template <typename Read>
auto read_rules(const Loading& loading, const Fields& root, std::string_view key,
                List<Source> sources, Read read) {
    std::vector<decltype(read(root))> rules;
    for (const auto* node : root.maps(key)) {
        const Fields rule(*node, loading.arena);
        check_sources(loading, rule, sources);
        rules.push_back(read(rule));
    }
    return loading.arena.list(rules);
}

}  // namespace

PracticeIndices practice_list(const Loading& loading, const Fields& fields, std::string_view key,
                              const Ids& practices) {
    std::vector<PracticeIndex> found;
    const auto* value = fields.node().find(key);
    if (value == nullptr) return {};
    for (const auto& item : value->items) {
        if (!item.is_scalar()) continue;
        const auto index =
            practices.require(loading, DiagnosticId::unknown_practice, "practice", item);
        if (!index) continue;
        if (std::find(found.begin(), found.end(), *index) != found.end())
            loading.complain(DiagnosticId::duplicate_id, item.at,
                             fmt::format("\"{}\" appears here a second time", item.text),
                             "keep one of the two");
        else
            found.push_back(*index);
    }
    return loading.arena.list(found);
}

const Catalogue& read_catalogue(const Loading& loading, const Node& root, Ids& practices) {
    const Fields fields(root, loading.arena);
    Ids parameters;
    Catalogue catalogue{};
    catalogue.id = fields.text("id");
    catalogue.title = fields.text("title");
    catalogue.version = fields.text("version");
    catalogue.sources = read_sources(loading, fields);
    catalogue.parameters = read_parameters(loading, fields, parameters);
    read_practices(loading, fields, parameters, practices, catalogue);
    for (const auto* key : {"parameters", "practices"})
        if (const auto* list = root.find(key);
            list != nullptr && list->is_sequence() && list->items.empty())
            loading.complain(DiagnosticId::too_few, list->at, fmt::format("`{}` is empty", key),
                             "a catalogue needs at least one parameter and one practice");
    catalogue.context = read_context(loading, fields);

    const auto conditions = [&](const Fields& rule) {
        return read_conditions(loading, rule, catalogue.context);
    };
    catalogue.must_have =
        read_rules(loading, fields, "must_have", catalogue.sources, [&](const Fields& rule) {
            return MustHave{conditions(rule), practice_list(loading, rule, "practices", practices),
                            rule.text("because"), rule.texts("sources")};
        });
    catalogue.targets =
        read_rules(loading, fields, "targets", catalogue.sources, [&](const Fields& rule) {
            return TargetRule{conditions(rule), read_levels(loading, rule, "at_least"),
                              rule.is_true("final"), rule.text("because"), rule.texts("sources")};
        });
    catalogue.contradictions =
        read_rules(loading, fields, "contradictions", catalogue.sources, [&](const Fields& rule) {
            return Contradiction{conditions(rule),
                                 read_levels(loading, rule, "at_least"),
                                 read_levels(loading, rule, "at_most"),
                                 practice_list(loading, rule, "not_applicable", practices),
                                 rule.text("because"),
                                 rule.texts("sources")};
        });
    return loading.arena.keep(catalogue);
}

const Catalogue* load_catalogue(const Document& document, Arena& arena, Diagnostics& diagnostics) {
    Diagnostics found;
    const Loading loading{*document.source, arena, found};
    check_shape(document, catalogue_shape, found);
    Ids practices;
    const auto& catalogue = read_catalogue(loading, document.root, practices);
    diagnostics.append(found);
    return document.flawed || found.has_errors() ? nullptr : &catalogue;
}

}  // namespace mlops_assess

#include "model/fields.hpp"

#include <algorithm>

/// What the rules of catalogues and rubrics share: their conditions and their sources.
namespace mlops_assess {
namespace {

Condition read_condition(const Loading& loading, const Entry& entry, std::uint32_t index,
                         const ContextQuestion& question) {
    Condition condition{};
    condition.question = index;
    const Fields fields(entry.value, loading.arena);
    const auto unfit = [&](std::string_view wanted) {
        loading.complain(DiagnosticId::bad_condition, entry.value.at,
                         fmt::format("this condition does not fit \"{}\"", question.id),
                         fmt::format("write {}", wanted));
    };
    switch (question.kind) {
        case ContextKind::boolean:
            condition.boolean = entry.value.text == "true";
            if (entry.value.text != "true" && entry.value.text != "false") unfit("true or false");
            break;
        case ContextKind::number:
            condition.at_least = fields.integer("at_least");
            condition.at_most = fields.integer("at_most");
            if (!condition.at_least && !condition.at_most) unfit("{at_least: N} or {at_most: N}");
            break;
        case ContextKind::one_of: {
            std::vector<Text> options;
            if (entry.value.is_scalar()) options.push_back(loading.arena.text(entry.value.text));
            for (const auto& item : entry.value.items)
                options.push_back(loading.arena.text(item.text));
            const bool known =
                !options.empty() && std::all_of(options.begin(), options.end(), [&](Text option) {
                    return std::find(question.options.begin(), question.options.end(), option) !=
                           question.options.end();
                });
            if (!known) unfit(fmt::format("one or some of {}", fmt::join(question.options, ", ")));
            condition.any_of = loading.arena.list(options);
            break;
        }
    }
    return condition;
}

}  // namespace

List<Condition> read_conditions(const Loading& loading, const Fields& rule,
                                List<ContextQuestion> questions) {
    Ids ids;
    for (std::uint32_t i = 0; i < questions.size(); ++i) ids.insert(questions[i].id, i);
    std::vector<Condition> conditions;
    for (const auto& entry : rule.entries("when")) {
        const Node key{Node::Kind::scalar, entry.at, entry.key, false, {}, {}};
        const auto index =
            ids.require(loading, DiagnosticId::unknown_context, "context question", key);
        if (index && entry.value.kind != Node::Kind::broken)
            conditions.push_back(read_condition(loading, entry, *index, questions[*index]));
    }
    return loading.arena.list(conditions);
}

void check_sources(const Loading& loading, const Fields& fields, List<Source> sources) {
    const auto* value = fields.node().find("sources");
    if (value == nullptr || sources.empty()) return;
    Ids known;
    for (const auto& source : sources) known.insert(source.id, 0);
    for (const auto& item : value->items)
        if (item.is_scalar()) known.require(loading, DiagnosticId::unknown_source, "source", item);
}

}  // namespace mlops_assess

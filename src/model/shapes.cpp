#include "model/shapes.hpp"

/// One table per map that our files hold. Order is the order in which people should write the keys.
namespace mlops_assess {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view catalogue_tag[] = {catalogue_schema};
constexpr std::string_view rubric_tag[] = {rubric_schema};
constexpr std::string_view waivers_tag[] = {waivers_schema};
constexpr std::string_view answers_tag[] = {answers_schema};
constexpr std::string_view efforts[] = {"S", "M", "L"};
constexpr std::string_view bars[] = {"partially", "mostly", "fully"};
constexpr std::string_view bases[] = {"published", "secondary", "interpreted", "added"};
constexpr std::string_view context_kinds[] = {"bool", "number", "one of"};
constexpr std::int64_t most_number = 1'000'000'000;

constexpr Field source_fields[] = {
    {"title", true, Holds::text, "what it is called"},
    {"address", false, Holds::text, "where it can be read"},
    {"note", false, Holds::text, "what to know about it"},
};
constexpr Shape source_shape{"A text or document that practices and requirements refer to.",
                             source_fields};

constexpr Field parameter_fields[] = {
    {"id", true, Holds::id, "short name, unique"},
    {"title", true, Holds::text, "as reports print it"},
    {"about", false, Holds::text, "what it covers, in a sentence"},
};
constexpr Shape parameter_shape{"An aspect under which practices are grouped.", parameter_fields};

constexpr Field practice_fields[] = {
    {"id", true, Holds::slug, "short name, unique and never changed"},
    {"parameter", true, Holds::id, "the parameter that it belongs to"},
    {"statement", true, Holds::text, "the observable statement that a team answers"},
    {"why", false, Holds::text, "what goes wrong without it"},
    {"if_missing", false, Holds::text, "a few words that complete `what blocks: ...`"},
    {"guidance", false, Holds::text, "how teams do it, the options and common tools"},
    {"contrast", false, Holds::text, "what tells it from a practice that sounds alike"},
    {"evidence", false, Holds::texts, "what would prove it"},
    {"deliverable", false, Holds::text, "what is there when it is done"},
    {"success", false, Holds::text, "a sentence that is true today where the answer is fully"},
    {"effort", false, Holds::one_of, "S days, M weeks, L months for one team; indicative", nullptr,
     efforts},
    {"not_applicable", false, Holds::text,
     "when that answer is legitimate; without it the answer is not offered"},
    {"implied_by", false, Holds::slugs, "stronger practices that contain this one"},
    {"after", false, Holds::slugs, "practices that are sensible to do first"},
    {"sources", false, Holds::texts, "ids of the sources that speak of it"},
};
constexpr Shape practice_shape{"One observable statement about what a team does.", practice_fields};

constexpr Field context_fields[] = {
    {"id", true, Holds::id, "key under `context:` in an answer sheet"},
    {"text", true, Holds::text, "the question"},
    {"kind", true, Holds::one_of, "what answers it", nullptr, context_kinds},
    {"options", false, Holds::texts, "the possible answers of kind `one of`"},
    {"group", false, Holds::text, "the heading under which forms ask it with its neighbours"},
    {"shown_as", false, Holds::text, "a report's words for the fact, {} standing for the value"},
    {"shown_as_one", false, Holds::text, "the same where the number is 1"},
};
constexpr Shape context_shape{"A question about the team.", context_fields};

constexpr Field condition_fields[] = {
    {"at_least", false, Holds::integer, "holds from this number up", nullptr, {}, 0, most_number},
    {"at_most", false, Holds::integer, "holds up to this number", nullptr, {}, 0, most_number},
};
constexpr Shape condition_shape{"A condition on a number.", condition_fields};

constexpr Field must_have_fields[] = {
    {"when", true, Holds::map_of_conditions, "conditions on the context; all must hold",
     &condition_shape},
    {"practices", true, Holds::slugs, "the practices that are then needed"},
    {"because", true, Holds::text, "the reason, as reports print it"},
    {"sources", false, Holds::texts, "ids of the sources that say so"},
};
constexpr Shape must_have_shape{"Practices that are needed whatever the target.", must_have_fields};

constexpr Field target_fields[] = {
    {"when", true, Holds::map_of_conditions, "conditions on the context; all must hold",
     &condition_shape},
    {"at_least", true, Holds::map_of_integer, "the level to aim at, per model", nullptr, {}, 0, 15},
    {"final", false, Holds::boolean, "true: no later rule applies"},
    {"because", true, Holds::text, "the reason, as reports print it"},
    {"sources", false, Holds::texts, "ids of the sources that say so"},
};
constexpr Shape target_shape{"A rule that advises a target level.", target_fields};

constexpr Field contradiction_fields[] = {
    {"when", true, Holds::map_of_conditions, "conditions on the context; all must hold",
     &condition_shape},
    {"at_least",
     false,
     Holds::map_of_integer,
     "levels from these up do not fit, per model",
     nullptr,
     {},
     0,
     15},
    {"at_most",
     false,
     Holds::map_of_integer,
     "levels up to these do not fit, per model",
     nullptr,
     {},
     0,
     15},
    {"not_applicable", false, Holds::slugs, "practices that then apply to the team"},
    {"because", true, Holds::text, "the reason, as reports print it"},
    {"sources", false, Holds::texts, "ids of the sources that say so"},
};
constexpr Shape contradiction_shape{"Facts that do not fit levels or answers.",
                                    contradiction_fields};

constexpr Field catalogue_fields[] = {
    {"schema", true, Holds::constant, "what this file is", nullptr, catalogue_tag},
    {"id", true, Holds::id, "short name of the catalogue"},
    {"title", true, Holds::text, "name of the catalogue"},
    {"version", true, Holds::text, "version of its content"},
    {"sources", false, Holds::map_of_object, "texts that the practices refer to, by id",
     &source_shape},
    {"parameters", true, Holds::objects, "the aspects, in the order of every report",
     &parameter_shape},
    {"practices", true, Holds::objects, "the practices, in the order of every report",
     &practice_shape},
    {"context", false, Holds::objects, "the questions about the team", &context_shape},
    {"must_have", false, Holds::objects, "practices needed whatever the target", &must_have_shape},
    {"targets", false, Holds::objects, "rules that advise a target level", &target_shape},
    {"contradictions", false, Holds::objects, "facts that do not fit a level or an answer",
     &contradiction_shape},
};

constexpr Field waiver_fields[] = {
    {"practice", true, Holds::slug, "the practice whose requirements are waived"},
    {"reason", true, Holds::text, "why a gate may pass without it"},
    {"owner", true, Holds::text, "who answers for that"},
    {"approved_by", false, Holds::text, "who allowed it"},
    {"expires", true, Holds::date, "the last day on which it counts"},
};
constexpr Shape waiver_shape{"A requirement that gates take as met.", waiver_fields};

constexpr Field waivers_fields[] = {
    {"schema", true, Holds::constant, "what this file is", nullptr, waivers_tag},
    {"waivers", true, Holds::objects, "the waivers", &waiver_shape},
};

constexpr Field rubric_source_fields[] = {
    {"title", true, Holds::text, "what was published"},
    {"address", false, Holds::text, "where it can be read"},
    {"read", false, Holds::date, "the date of the version that was read"},
    {"note", false, Holds::text, "what to know about it"},
};
constexpr Shape rubric_source_shape{"Where the model was published.", rubric_source_fields};

constexpr Field reading_fields[] = {
    {"title", true, Holds::text, "what it is called"},
    {"address", false, Holds::text, "where it can be read"},
    {"about", false, Holds::text, "why to read it"},
};
constexpr Shape reading_shape{"Something to read on.", reading_fields};

constexpr Field level_fields[] = {
    {"level", true, Holds::integer, "its number: 0, 1, 2 and so on", nullptr, {}, 0, 15},
    {"name", true, Holds::text, "its name"},
    {"summary", true, Holds::text, "what a team at this level is like"},
    {"aliases", false, Holds::texts, "other names in use"},
    {"step", false, Holds::text, "the shift that leads here from the level below"},
    {"highlights", false, Holds::texts, "what is true of a team here"},
    {"technology", false, Holds::texts, "what is in use"},
    {"workflow", false, Holds::texts, "how a change becomes a model in production"},
    {"pains", false, Holds::texts, "what hurts"},
    {"suits", false, Holds::texts, "when this level is the right one"},
    {"at_a_glance", false, Holds::map_of_text, "short facts to compare levels by"},
};
constexpr Shape level_shape{"A rung of the model.", level_fields};

constexpr Field requirement_fields[] = {
    {"practice", true, Holds::slug, "the practice that the level requires"},
    {"at_least", false, Holds::one_of, "the least answer that meets it, in place of the bar",
     nullptr, bars},
    {"basis", false, Holds::one_of, "who says that the level requires it", nullptr, bases},
    {"sources", false, Holds::texts, "ids of the sources that say so"},
};
constexpr Shape requirement_shape{"A practice that a level requires.", requirement_fields};

constexpr Field cell_fields[] = {
    {"level", true, Holds::integer, "the level's number", nullptr, {}, 0, 15},
    {"describes", true, Holds::text, "what the parameter is like at this level"},
    {"note", false, Holds::text, "oddities of the sources and how they were resolved"},
    {"requires", false, Holds::ids_or_objects, "what the level requires of this parameter",
     &requirement_shape},
    {"recommends", false, Holds::slugs, "what is advised here and never blocks"},
};
constexpr Shape cell_shape{"One parameter at one level.", cell_fields};

constexpr Field scope_fields[] = {
    {"when", true, Holds::map_of_conditions, "conditions on the context; all must hold",
     &condition_shape},
    {"because", true, Holds::text, "the reason, as reports print it"},
    {"sources", false, Holds::texts, "ids of the sources that say so"},
};
constexpr Shape scope_shape{"Facts under which the model is not made for a team.", scope_fields};

constexpr Field rubric_fields[] = {
    {"schema", true, Holds::constant, "what this file is", nullptr, rubric_tag},
    {"id", true, Holds::id, "short name of the model"},
    {"label", false, Holds::text, "the name in tables and headings; else the id with a capital"},
    {"title", true, Holds::text, "name of the model"},
    {"version", true, Holds::text, "version of this encoding"},
    {"source", false, Holds::object, "where the model was published", &rubric_source_shape},
    {"further_reading", false, Holds::objects, "what else to read", &reading_shape},
    {"catalogue", false, Holds::text, "the file with the practices, relative to this one"},
    {"sources", false, Holds::map_of_object, "inline, as in a catalogue", &source_shape},
    {"parameters", false, Holds::objects, "inline, in place of `catalogue:`", &parameter_shape},
    {"practices", false, Holds::objects, "inline, in place of `catalogue:`", &practice_shape},
    {"context", false, Holds::objects, "inline, as in a catalogue", &context_shape},
    {"must_have", false, Holds::objects, "inline, as in a catalogue", &must_have_shape},
    {"targets", false, Holds::objects, "inline, as in a catalogue", &target_shape},
    {"contradictions", false, Holds::objects, "inline, as in a catalogue", &contradiction_shape},
    {"out_of_scope", false, Holds::objects, "when the model is not made for a team", &scope_shape},
    {"bar", false, Holds::one_of, "the least answer that meets a requirement; mostly by default",
     nullptr, bars},
    {"levels", true, Holds::objects, "the levels from 0 up, 2 to 16 of them", &level_shape},
    {"cells", true, Holds::map_of_objects, "for every parameter a cell for every level",
     &cell_shape},
};

constexpr Field answer_fields[] = {
    {"answer", true, Holds::answer_word, "the team's answer"},
    {"evidence", false, Holds::text_or_texts, "what proves it: addresses, files, documents"},
    {"note", false, Holds::text, "what to know; needed with not-applicable"},
    {"owner", false, Holds::text, "who looks after it"},
    {"date", false, Holds::date, "when the answer was last given"},
    {"confirmed_by", false, Holds::text, "an assessor who checked it, not the team"},
    {"due", false, Holds::date, "when the owner means to have closed the gap"},
    {"source", false, Holds::text, "who answered; `scan` marks a machine's draft"},
};

constexpr Field answers_fields[] = {
    {"schema", false, Holds::constant, "what this file is", nullptr, answers_tag},
    {"team", true, Holds::text, "the team that is assessed"},
    {"date", false, Holds::date, "the date of the assessment"},
    {"target", false, Holds::map_of_integer, "the level aimed at, per model", nullptr, {}, 0, 15},
    {"context", false, Holds::map_of_fact, "facts about the team"},
    {"tags", false, Holds::map_of_text, "your own labels, for your own lists"},
    {"assessed_by", false, Holds::text_or_texts, "who gave the answers"},
    {"scope", false, Holds::text, "what was assessed, and what not"},
    {"summary", false, Holds::text, "the assessor's own words; reports show them first"},
    {"answers", true, Holds::map_of_answers, "one answer per practice", &answer_shape},
};

}  // namespace

constinit const Shape catalogue_shape{"A catalogue of practices.", catalogue_fields};
constinit const Shape rubric_shape{"A maturity model.", rubric_fields};
constinit const Shape waivers_shape{"What gates may pass without.", waivers_fields};
constinit const Shape answer_shape{"An answer with what belongs to it.", answer_fields};
constinit const Shape answers_shape{"A team's answer sheet.", answers_fields};

}  // namespace mlops_assess

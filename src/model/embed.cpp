/// Build tool: embed PRACTICES.yaml RUBRIC.yaml… OUT.cpp. Loads the shipped files with the
/// program's own loader, so that a wrong one fails the build, and writes them as constant tables,
/// so that starting the program costs nothing.
#include "model/load.hpp"
#include "system/read.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iostream>

namespace mlops_assess {
namespace {

std::string literal(Text text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '\n')
            out += "\\n";
        else if (c == '"' || c == '\\')
            out += {'\\', c};
        else
            out += c;
    }
    return out + "\"sv";
}

/// Writes tables in the order in which they are needed; each list becomes an array of its own.
class Writer {
  public:
    std::string texts(Texts list) {
        return array("Text", list, [](Text text) { return literal(text); });
    }
    std::string indices(PracticeIndices list) {
        return array("PracticeIndex", list, [](auto index) { return fmt::format("{}", index); });
    }

    /// `{}` for an empty list, else the name of a new array with its items.
    template <typename T, typename Item>
    std::string array(std::string_view type, List<T> list, Item item) {
        if (list.empty()) return "{}";
        std::string items;
        for (const auto& each : list) items += "    " + item(each) + ",\n";
        const auto name = fmt::format("t{}", count_++);
        out_ += fmt::format("constexpr {} {}[] = {{\n{}}};\n", type, name, items);
        return name;
    }

    const std::string& out() const { return out_; }

  private:
    std::string out_;
    int count_ = 0;
};

std::string optional_number(const auto& value) {
    return value ? fmt::format("{}", *value) : "std::nullopt";
}

std::string conditions(Writer& w, List<Condition> list) {
    return w.array("Condition", list, [&](const Condition& c) {
        return fmt::format("{{{}, {}, {}, {}, {}}}", c.question, c.boolean,
                           optional_number(c.at_least), optional_number(c.at_most),
                           w.texts(c.any_of));
    });
}

std::string model_levels(Writer& w, List<ModelLevel> levels) {
    return w.array("ModelLevel", levels, [](const ModelLevel& m) {
        return fmt::format("{{{}, {}}}", literal(m.model), m.level);
    });
}

std::string practice(Writer& w, const Practice& p) {
    return fmt::format("{{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, Effort{{{}}}, {}, {}, {}, {}}}",
                       literal(p.id), p.parameter, literal(p.statement), literal(p.why),
                       literal(p.if_missing), literal(p.guidance), literal(p.contrast),
                       w.texts(p.evidence), literal(p.deliverable), literal(p.success),
                       static_cast<int>(p.effort), literal(p.not_applicable),
                       w.indices(p.implied_by), w.indices(p.after), w.texts(p.sources));
}

std::string catalogue(Writer& w, const Catalogue& c) {
    const auto sources = w.array("Source", c.sources, [](const Source& s) {
        return fmt::format("{{{}, {}, {}, {}}}", literal(s.id), literal(s.title),
                           literal(s.address), literal(s.note));
    });
    const auto parameters = w.array("Parameter", c.parameters, [](const Parameter& p) {
        return fmt::format("{{{}, {}, {}}}", literal(p.id), literal(p.title), literal(p.about));
    });
    const auto practices =
        w.array("Practice", c.practices, [&](const Practice& p) { return practice(w, p); });
    const auto context = w.array("ContextQuestion", c.context, [&](const ContextQuestion& q) {
        return fmt::format("{{{}, {}, ContextKind{{{}}}, {}, {}, {}, {}}}", literal(q.id),
                           literal(q.text), static_cast<int>(q.kind), w.texts(q.options),
                           literal(q.group), literal(q.shown_as), literal(q.shown_as_one));
    });
    const auto must_have = w.array("MustHave", c.must_have, [&](const MustHave& m) {
        return fmt::format("{{{}, {}, {}, {}}}", conditions(w, m.when), w.indices(m.practices),
                           literal(m.because), w.texts(m.sources));
    });
    const auto targets = w.array("TargetRule", c.targets, [&](const TargetRule& t) {
        const auto levels = model_levels(w, t.at_least);
        return fmt::format("{{{}, {}, {}, {}, {}}}", conditions(w, t.when), levels, t.final,
                           literal(t.because), w.texts(t.sources));
    });
    const auto contradictions =
        w.array("Contradiction", c.contradictions, [&](const Contradiction& x) {
            const auto from = model_levels(w, x.at_least);
            const auto upto = model_levels(w, x.at_most);
            return fmt::format("{{{}, {}, {}, {}, {}, {}}}", conditions(w, x.when), from, upto,
                               w.indices(x.not_applicable), literal(x.because), w.texts(x.sources));
        });
    return fmt::format("{{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}}}", literal(c.id),
                       literal(c.title), literal(c.version), sources, parameters, practices,
                       w.indices(c.credit_order), context, must_have, targets, contradictions);
}

std::string level(Writer& w, const Level& l) {
    const auto glance = w.array("KeyedText", l.at_a_glance, [](const KeyedText& k) {
        return fmt::format("{{{}, {}}}", literal(k.key), literal(k.text));
    });
    return fmt::format("{{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}}}", literal(l.name),
                       literal(l.summary), w.texts(l.aliases), literal(l.step),
                       w.texts(l.highlights), w.texts(l.technology), w.texts(l.workflow),
                       w.texts(l.pains), w.texts(l.suits), glance);
}

std::string cell(Writer& w, const Cell& c) {
    const auto required = w.array("Requirement", c.required, [&](const Requirement& r) {
        return fmt::format("{{{}, {}, Basis{{{}}}, {}}}", r.practice, optional_number(r.at_least),
                           static_cast<int>(r.basis), w.texts(r.sources));
    });
    return fmt::format("{{{}, {}, {}, {}}}", literal(c.describes), literal(c.note), required,
                       w.indices(c.recommended));
}

std::string rubric(Writer& w, const Rubric& r) {
    const auto reading = w.array("Reading", r.further_reading, [](const Reading& item) {
        return fmt::format("{{{}, {}, {}}}", literal(item.title), literal(item.address),
                           literal(item.about));
    });
    const auto levels = w.array("Level", r.levels, [&](const Level& l) { return level(w, l); });
    const auto cells = w.array("Cell", r.cells, [&](const Cell& c) { return cell(w, c); });
    const auto scope = w.array("ScopeRule", r.out_of_scope, [&](const ScopeRule& s) {
        return fmt::format("{{{}, {}, {}}}", conditions(w, s.when), literal(s.because),
                           w.texts(s.sources));
    });
    return fmt::format(
        "{{{}, {}, {}, {}, {{{}, {}, {}, {}}}, {}, &shipped_catalogue_table, {}, {}, {}, {}}}",
        literal(r.id), literal(r.label), literal(r.title), literal(r.version),
        literal(r.source.title), literal(r.source.address), literal(r.source.read),
        literal(r.source.note), reading, r.bar, levels, scope, cells);
}

std::string tables(const Catalogue& practices, const std::vector<const Rubric*>& rubrics) {
    Writer w;
    const auto catalogue_value = catalogue(w, practices);
    std::string rubric_values;
    for (const auto* each : rubrics) rubric_values += "    " + rubric(w, *each) + ",\n";
    return fmt::format(
        "// Written by embed from rubrics/*.yaml.\n"
        "#include \"model/shipped.hpp\"\n\n"
        "namespace mlops_assess {{\nnamespace {{\nusing namespace std::string_view_literals;\n\n"
        "extern const Catalogue shipped_catalogue_table;\n{}}}\n\n"
        "namespace {{\nconstinit const Catalogue shipped_catalogue_table = {};\n"
        "constinit const Rubric rubrics[] = {{\n{}}};\n}}\n\n"
        "const Catalogue& shipped_catalogue() {{ return shipped_catalogue_table; }}\n"
        "List<Rubric> shipped_rubrics() {{ return rubrics; }}\n}}\n",
        w.out(), catalogue_value, rubric_values);
}

/// The program's own check: every model that a rule names is there, with that level.
void check_targets(const Catalogue& practices, const std::vector<const Rubric*>& rubrics,
                   const SourceFile& file, Diagnostics& diagnostics) {
    const auto check = [&](List<ModelLevel> levels) {
        for (const auto& [model, level] : levels) {
            bool known = false;
            for (const auto* each : rubrics)
                known = known || (each->id == model && level <= each->top());
            if (!known)
                diagnostics.add(
                    DiagnosticId::unknown_model, file, std::nullopt,
                    fmt::format("a rule names {} level {}, which is not there", model, level));
        }
    };
    for (const auto& rule : practices.targets) check(rule.at_least);
    for (const auto& rule : practices.contradictions) {
        check(rule.at_least);
        check(rule.at_most);
    }
}

int run_embed(const std::vector<std::string>& files) {
    Files sources([](char*, std::size_t) { return 0L; });
    Arena arena;
    Diagnostics diagnostics;
    const FileReader read = [&](const std::string& name, std::size_t limit, Diagnostics& found) {
        return sources.read(name, limit, found);
    };
    const Catalogue* practices = nullptr;
    SourcePointer practices_file;
    std::vector<const Rubric*> rubrics;
    for (std::size_t i = 0; i + 1 < files.size(); ++i) {
        const auto file = sources.read(files[i], model_limit, diagnostics);
        const auto document = file != nullptr ? parse(*file, diagnostics) : nullptr;
        if (document == nullptr) continue;
        if (i == 0) {
            practices = load_catalogue(*document, arena, diagnostics);
            practices_file = file;
        } else if (const auto* loaded = load_rubric(*document, {read}, arena, diagnostics)) {
            rubrics.push_back(loaded);
        }
    }
    if (practices != nullptr && !diagnostics.has_errors())
        check_targets(*practices, rubrics, *practices_file, diagnostics);
    diagnostics.make_warnings_errors();
    std::cerr << print(diagnostics.sorted(), false);
    if (practices == nullptr || diagnostics.has_errors()) return 3;
    std::ofstream out(files.back());
    out << tables(*practices, rubrics);
    return out.flush() ? 0 : 3;
}

}  // namespace
}  // namespace mlops_assess

int main(int argc, char** argv) {
    return mlops_assess::run_embed(std::vector<std::string>(argv + 1, argv + argc));
}

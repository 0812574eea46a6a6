#include "document/yaml.hpp"

#include "document/shape.hpp"
#include "document/yaml_text.hpp"
#include "text/scalars.hpp"
#include "text/unicode.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <map>
#include <streambuf>

namespace mlops_assess {
namespace {

constexpr std::size_t most_nodes = 200'000;
constexpr std::size_t most_findings = 1000;  ///< a file with more is no file of ours
constexpr std::string_view standard_tag = "tag:yaml.org,2002:";

/// Ends the parse early; what is wrong has been reported already.
struct Stop {};

struct StringBuffer : std::streambuf {
    explicit StringBuffer(const std::string& text) {
        auto* begin = const_cast<char*>(text.data());
        setg(begin, begin, begin + text.size());
    }
};

/// Builds the tree from yaml-cpp's events and checks what yaml-cpp lets through.
class Builder : public YAML::EventHandler {
  public:
    Builder(const SourceFile& file, Diagnostics& diagnostics)
        : file_(file), diagnostics_(diagnostics) {}

    Node take_root() { return std::move(root_); }
    const std::vector<ScalarSpan>& scalars() const { return scalars_; }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnAnchor(const YAML::Mark&, const std::string&) override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const auto at = offset(mark);
        if (anchor != 0)
            complain(DiagnosticId::alias, at, "this anchor (&name) has no value after it",
                     "remove it, or put a text that begins with & in quotes");
        if (wants_key()) {
            complain(DiagnosticId::key_not_text, at, "this map has a key that is empty or null",
                     "write the key before the colon, in quotes if it is the word null");
            push_key({}, at);
            open_.back().skip = true;
            return;
        }
        if (!open_.empty() && open_.back().node.is_map()) check_colon();
        add({Node::Kind::null, at, {}, false, {}, {}});
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        complain(DiagnosticId::alias, offset(mark), "aliases (*name) are not supported",
                 "write the value out where it is used");
        if (wants_key())
            push_key({}, offset(mark));
        else
            add({Node::Kind::broken, offset(mark), {}, false, {}, {}});
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  const std::string& value) override {
        const auto at = offset(mark);
        const auto span = scalar_span(file_.text, at, value);
        scalars_.push_back(span);
        check_tag(tag, at);
        check_tagged_value(tag, value, at);
        check_quote(span);
        check_text(value, at);
        if (wants_key()) {
            push_key(value, at);
            open_.back().key_end = span.end;
            return;
        }
        const bool is_null = tag == "tag:yaml.org,2002:null";
        add({is_null ? Node::Kind::null : Node::Kind::scalar,
             at,
             is_null ? "" : value,
             span.style == ScalarStyle::quoted,
             {},
             {}});
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                         YAML::EmitterStyle::value style) override {
        open(Node::Kind::sequence, mark, tag, style);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                    YAML::EmitterStyle::value style) override {
        open(Node::Kind::map, mark, tag, style);
    }
    void OnMapEnd() override { close(); }

  private:
    struct Open {
        Node node;
        int block_column;  ///< of the innermost block collection, from 0; -1 outside of all
        bool key_pending = false;
        bool skip = false;  ///< the value of a key that is refused
        std::string key;
        std::size_t key_at = 0;
        std::size_t key_end = 0;
        std::map<std::string, std::size_t, std::less<>> seen;
    };

    std::size_t offset(const YAML::Mark& mark) const {
        return std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), file_.text.size());
    }

    void complain(DiagnosticId id, std::size_t at, std::string message, std::string hint) {
        diagnostics_.add(id, file_, file_.place(at), std::move(message), std::move(hint));
        if (diagnostics_.size() >= most_findings) throw Stop{};
    }

    bool wants_key() const {
        return !open_.empty() && open_.back().node.is_map() && !open_.back().key_pending;
    }

    void check_tag(const std::string& tag, std::size_t at) {
        const bool is_written = at < file_.text.size() && file_.text[at] == '!';
        if (!is_written && (tag.empty() || tag == "?" || tag == "!")) return;
        if (tag.starts_with(standard_tag)) {
            const auto name = std::string_view(tag).substr(standard_tag.size());
            if (name == "str" || name == "int" || name == "bool" || name == "null") return;
        }
        complain(DiagnosticId::tag, at, fmt::format("tag \"{}\" is not supported", tag),
                 "remove it");
    }

    /// A tag must not change what a value says.
    void check_tagged_value(const std::string& tag, const std::string& value, std::size_t at) {
        if (!tag.starts_with(standard_tag)) return;
        const auto name = std::string_view(tag).substr(standard_tag.size());
        const bool fits = name == "int"    ? to_integer(value).has_value()
                          : name == "bool" ? value == "true" || value == "false"
                          : name == "null" ? value.empty() || value == "~" || value == "null"
                                           : true;
        if (!fits)
            complain(DiagnosticId::tag, at,
                     fmt::format("this value does not fit its tag !!{}", name), "remove the tag");
    }

    /// yaml-cpp takes the end of the file for a closing quote, and lets a quoted text run on over
    /// lines that are not indented below its key: both swallow the answers in between.
    void check_quote(const ScalarSpan& span) {
        if (span.style != ScalarStyle::quoted) return;
        if (!span.closed) {
            complain(DiagnosticId::unclosed_quote, span.begin, "this quote is never closed",
                     "close it at the end of the text");
            return;
        }
        if (text_follows(file_.text, span.end))
            complain(DiagnosticId::text_after_quote, span.end,
                     "this text continues after its closing quote",
                     "a quote inside double quotes is written \\\", inside single quotes \'\'");
        const int column = open_.empty() ? -1 : open_.back().block_column;
        if (const auto line = outdented_line(file_.text, span, column))
            complain(DiagnosticId::unclosed_quote, span.begin,
                     fmt::format("the text in this quote runs on into line {}, which is not "
                                 "indented below it",
                                 file_.place(*line).line),
                     "close the quote, or indent the lines that belong to the text");
    }

    void check_text(const std::string& value, std::size_t at) {
        if (value.size() > most_text)
            complain(DiagnosticId::too_long, at,
                     fmt::format("this text has {} bytes; at most {} are allowed", value.size(),
                                 most_text),
                     "keep the essence here and cite a document for the rest");
        if (value.find('\0') != std::string::npos)
            complain(DiagnosticId::control_character, at, "this text holds a NUL character",
                     "remove it");
        if (find_invalid_utf8(value))
            complain(DiagnosticId::not_utf8, at, "an escape in this text makes it invalid UTF-8",
                     "write the character itself, or its \\U escape");
    }

    /// yaml-cpp takes `key` without a colon for a key with an empty value.
    void check_colon() {
        auto& map = open_.back();
        if (colon_follows(file_.text, map.key_end)) return;
        map.skip = true;
        complain(DiagnosticId::missing_colon, map.key_at,
                 fmt::format("\"{}\" has no colon after it", map.key),
                 "write `key: value`, with a space after the colon");
    }

    void open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag,
              YAML::EmitterStyle::value style) {
        const auto at = offset(mark);
        check_tag(tag, at);
        if (static_cast<int>(open_.size()) >= most_depth) {
            complain(DiagnosticId::too_deep, at,
                     fmt::format("nested deeper than {} levels", most_depth),
                     "no file of ours nests that deep; look for a bracket or indentation too many");
            throw Stop{};
        }
        if (wants_key()) {
            complain(DiagnosticId::key_not_text, at, "a key must be a text, not a list or a map",
                     "look for a stray bracket, brace or question mark");
            throw Stop{};
        }
        count_node(at);
        Open opened;
        opened.node.kind = kind;
        opened.node.at = at;
        const bool is_block = style == YAML::EmitterStyle::Block;
        opened.block_column = is_block        ? mark.column
                              : open_.empty() ? -1
                                              : open_.back().block_column;
        open_.push_back(std::move(opened));
    }

    void close() {
        auto node = std::move(open_.back().node);
        open_.pop_back();
        add(std::move(node));
    }

    void push_key(const std::string& key, std::size_t at) {
        auto& map = open_.back();
        map.key = key;
        map.key_at = at;
        map.key_end = at;
        map.key_pending = true;
        const auto [earlier, is_new] = map.seen.emplace(key, at);
        map.skip = !is_new;
        if (key == "<<") {
            map.skip = true;
            complain(DiagnosticId::merge_key, at, "merge keys (<<) are not supported",
                     "write the keys out where they are used");
        } else if (!is_new) {
            complain(DiagnosticId::duplicate_key, at,
                     fmt::format("\"{}\" appears here a second time; the first is in line {}", key,
                                 file_.place(earlier->second).line),
                     "keep one of the two");
        }
    }

    void count_node(std::size_t at) {
        if (++nodes_ <= most_nodes) return;
        complain(DiagnosticId::too_many, at,
                 fmt::format("this file has more than {} values", most_nodes),
                 "no sensible file of ours has; check that it is the right one");
        throw Stop{};
    }

    void add(Node node) {
        if (!node.is_map() && !node.is_sequence()) count_node(node.at);
        if (open_.empty()) {
            root_ = std::move(node);
            return;
        }
        auto& parent = open_.back();
        if (parent.node.is_sequence()) {
            parent.node.items.push_back(std::move(node));
            return;
        }
        if (!parent.skip)
            parent.node.entries.push_back({parent.key, parent.key_at, std::move(node)});
        parent.key_pending = false;
    }

    const SourceFile& file_;
    Diagnostics& diagnostics_;
    std::vector<Open> open_;
    std::vector<ScalarSpan> scalars_;
    Node root_;
    std::size_t nodes_ = 0;
};

/// Notes that a further document begins, and where.
struct SecondDocument : YAML::EventHandler {
    std::optional<YAML::Mark> at;
    void found(const YAML::Mark& mark) {
        if (!at) at = mark;
    }
    void OnDocumentStart(const YAML::Mark& mark) override { found(mark); }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { found(mark); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { found(mark); }
    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  const std::string&) override {
        found(mark);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {
        found(mark);
    }
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {
        found(mark);
    }
    void OnMapEnd() override {}
    void OnAnchor(const YAML::Mark&, const std::string&) override {}
};

/// yaml-cpp's terse messages in words that help.
struct Explanation {
    std::string_view contains;
    std::string_view message;
    std::string_view hint;
};
constexpr Explanation explanations[] = {
    {"illegal map value", "a colon that does not belong here",
     "put a text with a colon in quotes, write a space after the colon of a key, and check the "
     "indentation of this line and the one before"},
    {"end of map not found", "this line does not fit the indentation of the lines around it",
     "start it in the same column as its neighbours"},
    {"end of sequence not found", "this line does not fit the list around it",
     "start every dash of a list in the same column"},
    {"end of map flow not found", "this brace { is not closed, or a comma is missing",
     "close it with }, and put a comma between the entries"},
    {"end of sequence flow not found", "this bracket [ is not closed, or a comma is missing",
     "close it with ], and put a comma between the items"},
    {"referenced anchor is not defined", "aliases (*name) are not supported",
     "write the value out where it is used, or put a text that begins with * in quotes"},
    {"illegal EOF in scalar", "this quote is never closed", "close it at the end of the text"},
    {"unknown escape character", "an unknown escape (\\…) in double quotes",
     "double the backslash, or use single quotes"},
    {"unknown token", "a character that YAML does not allow here",
     "put a text that begins with @, ` or % in quotes"},
    {"illegal block entry", "a dash that does not belong here",
     "put a text that begins with a dash in quotes, and check the indentation"},
    {"bad file", "nested too deep", "look for a bracket or brace too many"},
};

DiagnosticId id_of(std::string_view message) {
    if (message.find("anchor is not defined") != std::string_view::npos) return DiagnosticId::alias;
    if (message.find("illegal EOF in scalar") != std::string_view::npos)
        return DiagnosticId::unclosed_quote;
    if (message.find("bad file") != std::string_view::npos) return DiagnosticId::too_deep;
    return DiagnosticId::syntax;
}

/// What yaml-cpp could not read. A tab or an open quote before it is the likelier culprit.
void report_syntax_error(const SourceFile& file, const Builder& builder,
                         const YAML::Exception& error, Diagnostics& diagnostics) {
    if (diagnostics.has_errors()) return;  // what follows is most likely a consequence
    report_directives(file, diagnostics);
    if (diagnostics.has_errors()) return;
    if (report_tabs(file, builder.scalars(), true, diagnostics)) return;
    const auto at =
        std::min(static_cast<std::size_t>(std::max(error.mark.pos, 0)), file.text.size());
    const auto quote = suspicious_quote(file.text, builder.scalars(), at);
    std::string hint;
    auto id = id_of(error.msg);
    if (id == DiagnosticId::unclosed_quote) {
        diagnostics.add(id, file, file.place(quote.value_or(at)), "this quote is never closed",
                        "close it at the end of the text");
        return;
    }
    const auto* known = std::find_if(
        std::begin(explanations), std::end(explanations),
        [&](const Explanation& e) { return error.msg.find(e.contains) != std::string::npos; });
    const bool is_known = known != std::end(explanations);
    if (quote)
        hint = fmt::format("the quote in line {} may not be closed where it should be",
                           file.place(*quote).line);
    else if (is_known)
        hint = known->hint;
    diagnostics.add(id, file, file.place(at),
                    is_known ? std::string(known->message) : "not valid YAML: " + error.msg, hint);
}

void check_end(YAML::Parser& parser, const SourceFile& file, Diagnostics& diagnostics) {
    SecondDocument second;
    std::optional<YAML::Mark> at;
    try {
        // Once only: yaml-cpp 0.7 hands out empty documents for ever after some errors.
        if (parser.HandleNextDocument(second)) at = second.at.value_or(YAML::Mark());
    } catch (const YAML::Exception& error) {
        at = second.at.value_or(error.mark);
    }
    if (!at) return;
    diagnostics.add(DiagnosticId::second_document, file,
                    file.place(static_cast<std::size_t>(std::max(at->pos, 0))),
                    "the document has ended before this; nothing may follow it",
                    "one file holds one document: remove what follows, or move it to its own file");
}

}  // namespace

const Node* Node::find(std::string_view key) const {
    for (const auto& entry : entries)
        if (entry.key == key) return &entry.value;
    return nullptr;
}

std::shared_ptr<const Document> parse(const SourceFile& file, Diagnostics& diagnostics) {
    Diagnostics found;
    auto document = std::make_shared<Document>(Document{file.shared_from_this(), {}});
    if (const auto at = too_many_brackets(file.text)) {
        diagnostics.add(DiagnosticId::too_deep, file, file.place(*at),
                        "thousands of brackets are open here",
                        "no file of ours nests that deep; check that it is the right one");
        return nullptr;
    }
    Builder builder(file, found);
    StringBuffer buffer(file.text);
    std::istream stream(&buffer);
    bool complete = false;
    try {
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
        check_end(parser, file, found);
        report_directives(file, found);
        report_tabs(file, builder.scalars(), false, found);
        complete = true;
    } catch (const Stop&) {
    } catch (const YAML::Exception& error) {
        report_syntax_error(file, builder, error, found);
    }
    if (complete) {
        document->root = builder.take_root();
        complete = document->root.is_map();
        if (document->root.kind == Node::Kind::null && !found.has_errors())
            found.add(DiagnosticId::empty_file, file, std::nullopt, "this file holds nothing",
                      "`mlops-assess init` writes a questionnaire to fill in");
        else if (!complete && !found.has_errors())
            found.add(DiagnosticId::wrong_type, file, file.place(document->root.at),
                      "the file must hold a map of `key: value` lines",
                      "begin with `schema:` in the first column");
    }
    document->flawed = found.has_errors();
    diagnostics.append(found);
    return complete ? document : nullptr;
}

}  // namespace mlops_assess

#include "document/yaml.hpp"

#include "document/foreign.hpp"
#include "document/shape.hpp"
#include "document/yaml_hidden.hpp"
#include "document/yaml_syntax.hpp"
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

/// From a text to a tree. Longer than other files, since it alone knows yaml-cpp.
namespace mlops_assess {
namespace {

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
                  const std::string& hidden) override {
        const auto at = offset(mark);
        const auto span = scalar_span(file_.text, at, hidden);
        const bool double_quoted = span.begin < file_.text.size() && file_.text[span.begin] == '"';
        const auto value = reveal(hidden, double_quoted);
        scalars_.push_back(span);
        check_tag(tag, at);
        check_tagged_value(tag, value, at);
        check_quote(span);
        report_text(file_, value, at, diagnostics_);
        stop_at_most();
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
        stop_at_most();
    }

    void stop_at_most() const {
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
        complain(DiagnosticId::tag, at,
                 fmt::format("tag \"{}\" is not supported", reveal(tag, false)), "remove it");
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
    if (report_foreign(file, diagnostics)) return nullptr;
    Diagnostics found;
    auto document = std::make_shared<Document>(Document{file.shared_from_this(), {}});
    if (const auto at = too_many_brackets(file.text)) {
        diagnostics.add(DiagnosticId::too_deep, file, file.place(*at),
                        "thousands of brackets are open here",
                        "no file of ours nests that deep; check that it is the right one");
        return nullptr;
    }
    Builder builder(file, found);
    const auto hidden = hide(file.text);
    StringBuffer buffer(hidden);
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
        report_syntax_error(file, builder.scalars(),
                            static_cast<std::size_t>(std::max(error.mark.pos, 0)), error.msg,
                            found);
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

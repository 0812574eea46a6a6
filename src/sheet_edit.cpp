#include "sheet_edit.hpp"

#include "yaml.hpp"
#include "yaml_quoted.hpp"
#include "yaml_text.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace mlops_assess {
namespace {

struct Range {
    std::size_t begin;
    std::size_t end;
};

std::string yaml_of(const SheetEdit& edit) {
    return edit.put == Put::word ? edit.value : yaml_quoted(edit.value);
}

/// Where the keys of an edit that are to be added end: a new answer has the short form.
std::size_t length_of(const SheetEdit& edit, std::size_t depth) {
    const bool is_new_answer = depth == 1 && edit.path.size() == 3 && edit.path[2] == "answer";
    return is_new_answer ? 2 : edit.path.size();
}

/// One change to one text.
class Editor {
  public:
    Editor(const std::string& text, const Node& root)
        : text_(text),
          root_(root),
          line_end_(text.find("\r\n") != std::string::npos ? "\r\n" : "\n") {}

    std::optional<std::string> apply(const SheetEdit& edit) const {
        const Node* map = &root_;
        for (std::size_t depth = 0; depth < edit.path.size(); ++depth) {
            const auto* entry = find(*map, edit.path[depth]);
            if (entry == nullptr) return insert(*map, edit, depth);
            const bool is_last = depth + 1 == edit.path.size();
            const bool is_short = depth == 1 && !is_last && !entry->value.is_map();
            if (is_last && edit.put == Put::item) return with_item(*entry, yaml_of(edit));
            if (is_last || (is_short && edit.path.back() == "answer"))
                return replaced(value_range(*entry), yaml_of(edit), *entry);
            if (is_short) return lengthened(*map, *entry, edit);
            map = &entry->value;
        }
        return std::nullopt;
    }

  private:
    static const Entry* find(const Node& map, std::string_view key) {
        for (const auto& entry : map.entries)
            if (entry.key == key) return &entry;
        return nullptr;
    }

    bool is_flow(const Node& node) const {
        return node.at < text_.size() && (text_[node.at] == '{' || text_[node.at] == '[');
    }

    std::size_t line_start(std::size_t at) const {
        const auto found = at == 0 ? std::string::npos : text_.rfind('\n', at - 1);
        return found == std::string::npos ? 0 : found + 1;
    }
    std::size_t end_of_line(std::size_t at) const {
        auto end = std::min(text_.find('\n', at), text_.size());
        if (end > at && end < text_.size() && text_[end - 1] == '\r') --end;
        return end;
    }
    std::size_t column(std::size_t at) const { return at - line_start(at); }

    std::size_t behind_colon(const Entry& entry) const {
        const auto key = scalar_span(text_, entry.at, entry.key);
        return std::min(text_.find(':', key.end), text_.size() - 1) + 1;
    }

    /// What stands for the value: its token, or the place behind the colon where there is none.
    Range value_range(const Entry& entry) const {
        const auto& value = entry.value;
        const auto colon = behind_colon(entry);
        if (value.is_map() || value.is_sequence())
            return {value.at, end_of(value, column(entry.at))};
        if (value.is_scalar()) {
            const auto span = scalar_span(text_, value.at, value.text);
            if (span.style == ScalarStyle::block)
                return {value.at, end_of_block(value.at, column(entry.at))};
            return {span.begin, span.end};
        }
        auto begin = std::min(text_.find_first_not_of(" \t", colon), text_.size());
        for (const std::string_view word : {"null", "Null", "NULL", "~"})
            if (text_.compare(begin, word.size(), word) == 0) return {begin, begin + word.size()};
        return {colon, colon};
    }

    /// The end of a block scalar: of its last line that is not blank.
    std::size_t end_of_block(std::size_t at, std::size_t key_column) const {
        auto end = end_of_line(at);
        for (auto next = text_.find('\n', at); next != std::string::npos && next + 1 < text_.size();
             next = text_.find('\n', next + 1)) {
            const auto first = text_.find_first_not_of(' ', next + 1);
            if (first == std::string::npos) break;
            if (text_[first] == '\n' || text_[first] == '\r') continue;
            if (first - next - 1 <= key_column) break;
            end = end_of_line(first);
        }
        return end;
    }

    /// The end of a value; `key_column` is that of its key.
    std::size_t end_of(const Node& node, std::size_t key_column) const {
        if (node.is_scalar()) {
            const auto span = scalar_span(text_, node.at, node.text);
            return span.style == ScalarStyle::block ? end_of_block(node.at, key_column) : span.end;
        }
        if (node.is_map() && is_flow(node)) return flow_end(node).end;
        if (node.is_sequence() && is_flow(node)) return flow_end(node).end;
        if (node.is_map() && !node.entries.empty()) return value_range(node.entries.back()).end;
        if (node.is_sequence() && !node.items.empty())
            return end_of(node.items.back(), column(node.at));
        return node.at;
    }

    void collect(const Node& node, std::vector<Range>& scalars) const {
        const auto add = [&](std::size_t at, const std::string& value) {
            const auto span = scalar_span(text_, at, value);
            scalars.push_back({span.begin, span.end});
        };
        if (node.is_scalar()) add(node.at, node.text);
        for (const auto& item : node.items) collect(item, scalars);
        for (const auto& entry : node.entries) {
            add(entry.at, entry.key);
            collect(entry.value, scalars);
        }
    }

    /// Of a collection in brackets: behind its last character that says something, and behind the
    /// closing bracket.
    Range flow_end(const Node& node) const {
        std::vector<Range> scalars;
        collect(node, scalars);
        std::size_t said = node.at + 1;
        int depth = 0;
        for (std::size_t at = node.at; at < text_.size(); ++at) {
            const auto scalar = std::find_if(scalars.begin(), scalars.end(), [&](const Range& r) {
                return r.begin == at && r.end > at;
            });
            const char c = text_[at];
            if (scalar != scalars.end()) {
                at = scalar->end - 1;
            } else if (c == '#' && (text_[at - 1] == ' ' || text_[at - 1] == '\n')) {
                at = std::min(text_.find('\n', at), text_.size());
                continue;
            } else if (c == '{' || c == '[') {
                ++depth;
            } else if (c == '}' || c == ']') {
                if (--depth == 0) return {said, at + 1};
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                continue;
            }
            said = at + 1;
        }
        return {said, text_.size()};
    }

    std::string with(Range range, const std::string& replacement) const {
        return text_.substr(0, range.begin) + replacement + text_.substr(range.end);
    }

    std::string replaced(Range range, const std::string& yaml, const Entry& entry) const {
        return with(range, range.begin == behind_colon(entry) ? " " + yaml : yaml);
    }

    /// One more entry or item before the closing bracket.
    std::string with_flow_entry(const Node& node, const std::string& entry) const {
        const auto said = flow_end(node).begin;
        const char last = text_[said - 1];
        const bool is_first = node.entries.empty() && node.items.empty();
        const bool has_comma = last == ',';
        return with({said, said}, (is_first ? "" : has_comma ? " " : ", ") + entry);
    }

    /// `key: value`, nested as deep as the rest of the path goes.
    std::string flow_entry(const SheetEdit& edit, std::size_t depth) const {
        std::string out;
        const auto length = length_of(edit, depth);
        for (auto i = depth; i < length; ++i)
            out += edit.path[i] + ": " + (i + 1 < length ? "{" : "");
        out += edit.put == Put::item ? "[" + yaml_of(edit) + "]" : yaml_of(edit);
        return out + std::string(length - depth - 1, '}');
    }

    std::string block_entry(const SheetEdit& edit, std::size_t depth, std::string indent) const {
        std::string out;
        for (auto i = depth; i < length_of(edit, depth); ++i) {
            if (i > depth) out += line_end_;
            out += indent + edit.path[i] + ":";
            indent += "  ";
        }
        return out + (edit.put == Put::item ? line_end_ + indent + "- " + yaml_of(edit)
                                            : " " + yaml_of(edit));
    }

    std::optional<std::string> insert(const Node& map, const SheetEdit& edit,
                                      std::size_t depth) const {
        if (is_flow(map)) {
            const auto* parent = depth == 1 ? find(root_, edit.path[0]) : nullptr;
            if (map.entries.empty() && parent != nullptr && !is_flow(root_))
                return unfolded(*parent, edit, depth);
            return with_flow_entry(map, flow_entry(edit, depth));
        }
        if (&map == &root_) {
            // Facts about the team stand before its answers.
            const auto* answers = find(root_, "answers");
            const auto at = line_start(answers != nullptr ? answers->at : root_.at);
            return with({at, at}, block_entry(edit, depth, "") + line_end_);
        }
        const auto& first = map.entries.front();
        const auto indent = text_.substr(line_start(first.at), column(first.at));
        if (indent.find_first_not_of(' ') != std::string::npos) return std::nullopt;
        const auto end = end_of_line(value_range(map.entries.back()).end);
        return with({end, end}, line_end_ + block_entry(edit, depth, indent));
    }

    /// `answers: {}` as the beginning of a block.
    std::string unfolded(const Entry& parent, const SheetEdit& edit, std::size_t depth) const {
        const auto end = flow_end(parent.value).end;
        const auto behind = end_of_line(end);
        return text_.substr(0, behind_colon(parent)) + text_.substr(end, behind - end) + line_end_ +
               block_entry(edit, depth, "  ") + text_.substr(behind);
    }

    /// `id: no` as `id: {answer: no, …}`, or as a block where the answers are one.
    std::string lengthened(const Node& map, const Entry& entry, const SheetEdit& edit) const {
        const auto range = value_range(entry);
        auto word = entry.value.is_scalar() ? text_.substr(range.begin, range.end - range.begin)
                                            : std::string("unknown");
        if (word.find('\n') != std::string::npos) word = yaml_quoted(entry.value.text);
        const auto depth = edit.path.size() - 1;
        if (is_flow(map))
            return replaced(range, "{answer: " + word + ", " + flow_entry(edit, depth) + "}",
                            entry);
        const auto indent = std::string(column(entry.at) + 2, ' ');
        const auto behind = end_of_line(range.end);
        return text_.substr(0, behind_colon(entry)) + text_.substr(range.end, behind - range.end) +
               line_end_ + indent + "answer: " + word + line_end_ +
               block_entry(edit, depth, indent) + text_.substr(behind);
    }

    std::optional<std::string> with_item(const Entry& entry, const std::string& yaml) const {
        const auto& value = entry.value;
        if (value.is_scalar())
            return with(value_range(entry), "[" + yaml_quoted(value.text) + ", " + yaml + "]");
        if (!value.is_sequence()) return replaced(value_range(entry), "[" + yaml + "]", entry);
        if (is_flow(value)) return with_flow_entry(value, yaml);
        const auto indent = text_.substr(line_start(value.at), column(value.at));
        const auto end = end_of_line(end_of(value, column(entry.at)));
        return with({end, end}, line_end_ + indent + "- " + yaml);
    }

    const std::string& text_;
    const Node& root_;
    std::string line_end_;
};

/// A sheet's values as lines, in the file's order: short and long answers, no answer and `unknown`
/// say the same. What the edit changes is left out.
class Meaning {
  public:
    explicit Meaning(const SheetEdit& edit) : edit_(edit) {}

    std::vector<std::string> of(const Node& root) {
        visit(root);
        return std::move(lines_);
    }

  private:
    void visit(const Node& node) {
        const bool is_short_answer = here_.size() == 2 && here_[0] == "answers" && !node.is_map();
        if (is_short_answer) return visit_key("answer", node);
        if (here_ == edit_.path) return;
        for (const auto& entry : node.entries) visit_key(entry.key, entry.value);
        if (node.is_map()) return;
        auto line = yaml_quoted(fmt::format("{}", fmt::join(here_, "\n"))) + ": ";
        for (const auto& item : node.items) line += value(item) + ", ";
        lines_.push_back(line + (node.is_sequence() ? "" : value(node)));
    }

    void visit_key(const std::string& key, const Node& node) {
        here_.push_back(key);
        visit(node);
        here_.pop_back();
    }

    std::string value(const Node& node) const {
        const bool is_answer = here_.size() == 3 && here_[0] == "answers" && here_[2] == "answer";
        if (node.kind == Node::Kind::null) return is_answer ? "unknown" : "~";
        if (is_answer && node.text == "unknown") return node.text;
        return yaml_quoted(node.text) + (node.quoted ? " in quotes" : "");
    }

    const SheetEdit& edit_;
    KeyPath here_;
    std::vector<std::string> lines_;
};

/// The texts at a path: of a list, or the one that stands there.
std::vector<std::string> texts_at(const Node& root, const KeyPath& path) {
    const auto* node = &root;
    for (std::size_t depth = 0; depth < path.size() && node != nullptr; ++depth) {
        const bool is_short = depth == 2 && !node->is_map() && path[2] == "answer";
        if (!is_short) node = node->find(path[depth]);
    }
    std::vector<std::string> texts;
    if (node != nullptr && node->is_scalar()) texts.push_back(node->text);
    if (node != nullptr)
        for (const auto& item : node->items) texts.push_back(item.text);
    return texts;
}

std::shared_ptr<const Document> parsed(const SourceFile& source) {
    Diagnostics found;
    auto document = parse(source, found);
    return found.has_errors() ? nullptr : document;
}

}  // namespace

std::optional<std::string> edited(const std::string& text, const std::vector<SheetEdit>& edits) {
    auto result = text;
    for (const auto& edit : edits) {
        const auto before = make_source("", result);
        const auto old = parsed(before);
        if (old == nullptr) return std::nullopt;
        auto next = Editor(before.text, old->root).apply(edit);
        if (!next) return std::nullopt;
        const auto after = make_source("", *next);
        const auto changed = parsed(after);
        if (changed == nullptr) return std::nullopt;

        auto wanted =
            edit.put == Put::item ? texts_at(old->root, edit.path) : std::vector<std::string>();
        wanted.push_back(edit.value);
        if (texts_at(changed->root, edit.path) != wanted) return std::nullopt;
        if (Meaning(edit).of(old->root) != Meaning(edit).of(changed->root)) return std::nullopt;
        result = std::move(*next);
    }
    return result;
}

}  // namespace mlops_assess

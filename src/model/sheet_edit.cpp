#include "model/sheet_edit.hpp"

#include "document/yaml.hpp"
#include "document/yaml_ranges.hpp"
#include "text/yaml_quoted.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace mlops_assess {
namespace {

bool is_word(const SheetEdit& edit) { return edit.put == Put::word || edit.put == Put::start; }

/// A value that says that nothing is known: `~`.
bool is_nothing(const SheetEdit& edit) { return edit.put == Put::word && edit.value == "~"; }

std::string yaml_of(const SheetEdit& edit) {
    return is_word(edit) ? edit.value : yaml_quoted(edit.value);
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
          ranges_(text),
          root_(root),
          line_end_(text.find("\r\n") != std::string::npos ? "\r\n" : "\n") {}

    std::optional<std::string> apply(const SheetEdit& edit) const {
        const Node* map = &root_;
        for (std::size_t depth = 0; depth < edit.path.size(); ++depth) {
            const auto* entry = find(*map, edit.path[depth]);
            const bool removes = edit.put == Put::remove;
            if (entry == nullptr) return removes ? text_ : insert(*map, edit, depth);
            const bool is_last = depth + 1 == edit.path.size();
            if (is_last && removes) return without(*map, *entry);
            const bool is_short = depth == 1 && !is_last && !entry->value.is_map();
            if (is_short && removes) return text_;
            if (is_last && edit.put == Put::item) return with_item(*entry, yaml_of(edit));
            if (is_last || (is_short && edit.path.back() == "answer"))
                return replaced(yaml_of(edit), *entry);
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

    std::string with(Range range, const std::string& replacement) const {
        return text_.substr(0, range.begin) + replacement + text_.substr(range.end);
    }

    std::string replaced(const std::string& yaml, const Entry& entry) const {
        const auto range = ranges_.value_range(entry);
        const bool is_at_colon = range.begin == ranges_.behind_colon(entry);
        return with(range, (is_at_colon ? " " : "") + yaml + ranges_.comment_of_block(entry));
    }

    /// The value of an entry turned into a block that begins in the next line.
    std::string turned_into(const std::string& block, const Entry& entry) const {
        const auto range = ranges_.value_range(entry);
        const auto colon = ranges_.behind_colon(entry);
        const auto end = ranges_.end_of_line(range.end);
        return text_.substr(0, colon) + ranges_.comments({colon, range.begin}) +
               ranges_.comment_of_block(entry) + ranges_.comments({range.end, end}) + line_end_ +
               block + text_.substr(end);
    }

    /// One more entry or item before the closing bracket; in a line of its own where the last one
    /// has that.
    std::string with_flow_entry(const Node& node, const std::string& entry) const {
        const auto said = ranges_.flow_end(node).begin;
        if (node.entries.empty() && node.items.empty()) return with({said, said}, entry);
        const bool has_comma = text_[said - 1] == ',';
        const auto last = node.is_map() ? node.entries.back().at : node.items.back().at;
        const auto start = ranges_.line_start(last);
        if (start <= node.at || text_.find_first_not_of(' ', start) != last)
            return with({said, said}, (has_comma ? " " : ", ") + entry);
        const auto end = ranges_.end_of_line(said);
        const auto next = text_.find_first_not_of(" \t", said);
        const bool line_is_over = next >= end || text_[next] == '#';
        const auto behind = line_is_over ? end : said;
        return text_.substr(0, said) + (has_comma ? "" : ",") + text_.substr(said, behind - said) +
               line_end_ + std::string(last - start, ' ') + entry +
               (has_comma && line_is_over ? "," : "") + text_.substr(behind);
    }

    /// `key: value`, nested as deep as the rest of the path goes.
    std::string flow_entry(const SheetEdit& edit, std::size_t depth) const {
        std::string out;
        const auto length = length_of(edit, depth);
        for (auto i = depth; i < length; ++i)
            out += yaml_key(edit.path[i]) + ": " + (i + 1 < length ? "{" : "");
        out += edit.put == Put::item ? "[" + yaml_of(edit) + "]" : yaml_of(edit);
        return out + std::string(length - depth - 1, '}');
    }

    std::string block_entry(const SheetEdit& edit, std::size_t depth, std::size_t column) const {
        auto indent = std::string(column, ' ');
        std::string out;
        for (auto i = depth; i < length_of(edit, depth); ++i) {
            if (i > depth) out += line_end_;
            out += indent + yaml_key(edit.path[i]) + ":";
            indent += "  ";
        }
        return out + (edit.put == Put::item ? line_end_ + indent + "- " + yaml_of(edit)
                                            : " " + yaml_of(edit));
    }

    std::optional<std::string> insert(const Node& map, const SheetEdit& edit,
                                      std::size_t depth) const {
        const auto* parent = depth == 1 ? find(root_, edit.path[0]) : nullptr;
        if (map.entries.empty() && parent != nullptr) return begin(*parent, edit, depth);
        if (ranges_.is_flow(map)) {
            if (depth == 2 && !is_word(edit))
                if (auto block = as_block(edit)) return block;
            return with_flow_entry(map, flow_entry(edit, depth));
        }
        if (map.entries.empty()) return std::nullopt;
        const auto column = ranges_.block_column(map.entries.front());
        if (!column) return std::nullopt;
        if (&map == &root_) {
            const auto at = place_in_root(edit, *column);
            return with({at, at}, block_entry(edit, depth, *column) + line_end_);
        }
        const auto end = ranges_.end_of_line(ranges_.value_range(map.entries.back()).end);
        return with({end, end}, line_end_ + block_entry(edit, depth, *column));
    }

    /// `{answer: no, date: 2026-11-20}` as lines of their own, with what the edit adds. None where
    /// the answer says more, or where something would be lost.
    std::optional<std::string> as_block(const SheetEdit& edit) const {
        const auto* answers = find(root_, edit.path[0]);
        const auto* entry = answers != nullptr ? find(answers->value, edit.path[1]) : nullptr;
        if (entry == nullptr || ranges_.is_flow(answers->value)) return std::nullopt;
        const auto& said = entry->value.entries;
        if (said.size() != 2 || said[0].key != "answer" || said[1].key != "date")
            return std::nullopt;
        const auto range = ranges_.value_range(*entry);
        const auto braces = text_.substr(range.begin, range.end - range.begin);
        if (braces.find_first_of("\n#") != std::string::npos) return std::nullopt;
        const auto column = ranges_.column(entry->at) + 2;
        std::string block;
        for (const auto& [key, at, value] : said) {
            if (!value.is_scalar() || value.quoted) return std::nullopt;
            block +=
                fmt::format("{}{}: {}{}", std::string(column, ' '), key, value.text, line_end_);
        }
        return turned_into(block + block_entry(edit, 2, column), *entry);
    }

    /// Behind the team for the date of its sheet, where that can be; else above the answers.
    std::size_t place_in_root(const SheetEdit& edit, std::size_t column) const {
        const auto* team = find(root_, "team");
        if (edit.path[0] == "date" && team != nullptr) {
            const auto end = ranges_.end_of_line(ranges_.value_range(*team).end);
            if (end < text_.size()) return text_.find('\n', end) + 1;
        }
        return above_answers(column);
    }

    /// What is left without an entry; comments stay. None where it does not stand by itself.
    std::optional<std::string> without(const Node& map, const Entry& entry) const {
        auto end = ranges_.value_range(entry).end;
        const auto start = ranges_.line_start(entry.at);
        const bool begins_line = text_.find_first_not_of(' ', start) == entry.at;
        const bool is_flow = ranges_.is_flow(map);
        if (!is_flow && !begins_line) return std::nullopt;
        if (const auto comma = text_.find_first_not_of(" \t\r\n", end);
            is_flow && comma != std::string::npos && text_[comma] == ',') {
            end = comma + 1;
        } else if (is_flow && &entry != map.entries.data()) {
            const auto before = ranges_.value_range(*(&entry - 1)).end;
            if (text_.substr(before, entry.at - before).find('#') == std::string::npos)
                return with({before, end}, "");
        }
        const auto next = text_.find_first_not_of(" \t", end);
        const bool ends_line =
            next == std::string::npos || text_[next] == '\n' || text_[next] == '\r';
        if (!begins_line) return with({entry.at, ends_line ? end : next}, "");
        if (!ends_line) return with({entry.at, next}, "");
        const auto behind = text_.find('\n', end);
        if (behind != std::string::npos) return with({start, behind + 1}, "");
        return with({ranges_.end_of_line(start - 1), text_.size()}, "");
    }

    /// Facts about the team stand before its answers, and before the comment above those.
    std::size_t above_answers(std::size_t column) const {
        const auto& first = root_.entries.front();
        const auto* answers = find(root_, "answers");
        auto at = ranges_.line_start(answers != nullptr ? answers->at : first.at);
        if (answers == nullptr || answers == &first) return at;
        while (at > 0) {
            const auto line = ranges_.line_start(at - 1);
            if (text_.find_first_not_of(' ', line) != line + column || text_[line + column] != '#')
                break;
            at = line;
        }
        return at;
    }

    /// The first entry of a map that is empty (`{}`) or not there: as a block where it can be one.
    std::optional<std::string> begin(const Entry& parent, const SheetEdit& edit,
                                     std::size_t depth) const {
        const auto& map = parent.value;
        const bool has_comment = !ranges_.comments(ranges_.value_range(parent)).empty();
        if (map.is_map() && (has_comment || ranges_.is_flow(root_)))
            return with_flow_entry(map, flow_entry(edit, depth));
        if (ranges_.is_flow(root_)) return replaced("{" + flow_entry(edit, depth) + "}", parent);
        const auto column = ranges_.block_column(parent);
        if (!column) return std::nullopt;
        return turned_into(block_entry(edit, depth, *column + 2), parent);
    }

    /// `id: no` as `id: {answer: no, …}`, or as a block where the answers are one.
    std::string lengthened(const Node& map, const Entry& entry, const SheetEdit& edit) const {
        const auto range = ranges_.value_range(entry);
        auto word = entry.value.is_scalar() ? text_.substr(range.begin, range.end - range.begin)
                                            : std::string("unknown");
        if (word.find('\n') != std::string::npos)
            word = entry.value.quoted ? yaml_quoted(entry.value.text) : entry.value.text;
        const auto depth = edit.path.size() - 1;
        const auto colon = ranges_.behind_colon(entry);
        const auto tag = std::min(text_.find_first_not_of(" \t\r\n", colon), range.begin);
        const bool has_tag = tag < range.begin && text_[tag] == '!';
        const auto braces = "{answer: " + word + ", " + flow_entry(edit, depth) + "}";
        if (ranges_.is_flow(map) && has_tag) return with({tag, range.end}, braces);
        if (ranges_.is_flow(map) || (is_word(edit) && entry.value.is_scalar() && !has_tag))
            return replaced(braces, entry);
        const auto column = ranges_.column(entry.at) + 2;
        return turned_into(std::string(column, ' ') + "answer: " + word + line_end_ +
                               block_entry(edit, depth, column),
                           entry);
    }

    std::optional<std::string> with_item(const Entry& entry, const std::string& yaml) const {
        const auto& value = entry.value;
        if (value.is_scalar())
            return replaced("[" + yaml_quoted(value.text) + ", " + yaml + "]", entry);
        if (!value.is_sequence()) return replaced("[" + yaml + "]", entry);
        if (ranges_.is_flow(value)) return with_flow_entry(value, yaml);
        const auto column = ranges_.column(value.at);
        const auto end = ranges_.end_of_line(ranges_.end_of(value, column));
        return with({end, end}, line_end_ + std::string(column, ' ') + "- " + yaml);
    }

    const std::string& text_;
    YamlRanges ranges_;
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
        const bool is_begun =
            here_.size() == 1 && edit_.path.size() > 1 && here_ == KeyPath{edit_.path[0]};
        if (is_begun && node.kind == Node::Kind::null) return;  // as an empty map
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

bool has_practice(const Node& root, const KeyPath& path) {
    const auto* practices = root.find(path[0]);
    return practices != nullptr && practices->find(path[1]) != nullptr;
}

std::shared_ptr<const Document> parsed(const SourcePointer& source) {
    Diagnostics found;
    auto document = parse(*source, found);
    return found.has_errors() ? nullptr : document;
}

}  // namespace

std::optional<std::string> edited(const std::string& text, const std::vector<SheetEdit>& edits) {
    auto result = text;
    for (const auto& edit : edits) {
        const auto before = make_source("", result);
        const auto old = parsed(before);
        if (old == nullptr) return std::nullopt;
        if (edit.put == Put::start && has_practice(old->root, edit.path)) continue;
        auto next = Editor(before->text, old->root).apply(edit);
        if (!next) return std::nullopt;
        const auto after = make_source("", *next);
        const auto changed = parsed(after);
        if (changed == nullptr) return std::nullopt;

        auto wanted =
            edit.put == Put::item ? texts_at(old->root, edit.path) : std::vector<std::string>();
        const bool says_nothing = edit.put == Put::remove || is_nothing(edit);
        if (!says_nothing) wanted.push_back(edit.value);
        if (texts_at(changed->root, edit.path) != wanted) return std::nullopt;
        if (Meaning(edit).of(old->root) != Meaning(edit).of(changed->root)) return std::nullopt;
        result = std::move(*next);
    }
    return result;
}

}  // namespace mlops_assess

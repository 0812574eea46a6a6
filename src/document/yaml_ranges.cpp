#include "document/yaml_ranges.hpp"

#include "document/yaml_text.hpp"

#include <algorithm>
#include <vector>

namespace mlops_assess {
namespace {

constexpr std::string_view blanks = " \t\r\n";

/// The length of the null word that begins a text.
std::size_t null_word(std::string_view text) {
    for (const std::string_view word : {"null", "Null", "NULL", "~"})
        if (text.starts_with(word) &&
            (text.size() == word.size() ||
             std::string_view(" \t\r\n,]}").find(text[word.size()]) != std::string_view::npos))
            return word.size();
    return 0;
}

/// The tokens of all scalars and keys, in the text's order.
void collect(const std::string& text, const Node& node, std::vector<Range>& scalars) {
    const auto add = [&](std::size_t at, const std::string& value) {
        const auto span = scalar_span(text, at, value);
        if (span.begin < span.end) scalars.push_back({span.begin, span.end});
    };
    if (node.is_scalar()) add(node.at, node.text);
    for (const auto& item : node.items) collect(text, item, scalars);
    for (const auto& entry : node.entries) {
        add(entry.at, entry.key);
        collect(text, entry.value, scalars);
    }
}

}  // namespace

std::size_t YamlRanges::line_start(std::size_t at) const {
    const auto found = at == 0 ? std::string::npos : text_.rfind('\n', at - 1);
    return found == std::string::npos ? 0 : found + 1;
}

std::size_t YamlRanges::end_of_line(std::size_t at) const {
    auto end = std::min(text_.find('\n', at), text_.size());
    if (end > at && end < text_.size() && text_[end - 1] == '\r') --end;
    return end;
}

std::optional<std::size_t> YamlRanges::block_column(const Entry& entry) const {
    const auto start = line_start(entry.at);
    const auto first = text_.find_first_not_of(' ', start);
    if (first == entry.at) return first - start;
    const bool is_explicit =
        text_[first] == '?' && text_.find_first_not_of(' ', first + 1) == entry.at;
    return is_explicit ? std::optional(first - start) : std::nullopt;
}

std::size_t YamlRanges::behind_colon(const Entry& entry) const {
    auto at = scalar_span(text_, entry.at, entry.key).end;
    while (at < text_.size() && text_[at] != ':')
        at = text_[at] == '#' ? std::min(text_.find('\n', at), text_.size()) : at + 1;
    return std::min(at + 1, text_.size());
}

Range YamlRanges::value_range(const Entry& entry) const {
    const auto& value = entry.value;
    const auto key_column = block_column(entry).value_or(column(entry.at));
    if (value.is_map() || value.is_sequence()) return {value.at, end_of(value, key_column)};
    if (!value.is_scalar()) return null_range(entry);
    const auto span = scalar_span(text_, value.at, value.text);
    if (span.style == ScalarStyle::block) return {span.begin, end_of_block(span.begin, key_column)};
    return {span.begin, span.end};
}

Range YamlRanges::null_range(const Entry& entry) const {
    const auto colon = behind_colon(entry);
    const auto at = entry.value.at;
    // The place of no value at all is that of what follows.
    if (at >= colon && at < text_.size()) {
        if (const auto size = null_word(std::string_view(text_).substr(at)); size > 0)
            return {at, at + size};
        if (text_[at] == '!' && line_start(at) == line_start(colon)) {
            const auto end = std::min(text_.find_first_of(" \t\r\n,]}", at), text_.size());
            const auto next = std::min(text_.find_first_not_of(" \t", end), text_.size());
            const auto size = null_word(std::string_view(text_).substr(next));
            return {at, size > 0 ? next + size : end};
        }
    }
    return {colon, colon};
}

/// The end of a block scalar: of its last line that is not blank.
std::size_t YamlRanges::end_of_block(std::size_t at, std::size_t key_column) const {
    auto end = end_of_line(at);
    std::size_t least = 0;  // the column from which a line belongs to the scalar, once it is known
    for (auto c = at + 1; c < end && text_[c] != ' ' && text_[c] != '\t'; ++c)
        if (text_[c] >= '1' && text_[c] <= '9')
            least = key_column + static_cast<std::size_t>(text_[c] - '0');
    for (auto next = text_.find('\n', at); next != std::string::npos && next + 1 < text_.size();
         next = text_.find('\n', next + 1)) {
        const auto first = text_.find_first_not_of(' ', next + 1);
        if (first == std::string::npos) break;
        if (text_[first] == '\n' || text_[first] == '\r') continue;
        const auto indent = first - next - 1;
        if (least == 0) least = std::max(indent, key_column + 1);
        if (indent < least) break;
        end = end_of_line(first);
    }
    return end;
}

std::size_t YamlRanges::end_of(const Node& node, std::size_t key_column) const {
    if (node.is_scalar()) {
        const auto span = scalar_span(text_, node.at, node.text);
        return span.style == ScalarStyle::block ? end_of_block(span.begin, key_column) : span.end;
    }
    if ((node.is_map() || node.is_sequence()) && is_flow(node)) return flow_end(node).end;
    if (node.is_map() && !node.entries.empty()) return value_range(node.entries.back()).end;
    if (node.is_sequence() && !node.items.empty())
        return end_of(node.items.back(), column(node.at));
    return node.at;
}

Range YamlRanges::flow_end(const Node& node) const {
    std::vector<Range> scalars;
    collect(text_, node, scalars);
    auto next = scalars.begin();
    std::size_t said = node.at + 1;
    int depth = 0;
    for (std::size_t at = node.at; at < text_.size(); ++at) {
        while (next != scalars.end() && next->begin < at) ++next;
        const char c = text_[at];
        if (next != scalars.end() && next->begin == at) {
            at = next->end - 1;
        } else if (c == '#' && blanks.find(text_[at - 1]) != std::string_view::npos) {
            at = std::min(text_.find('\n', at), text_.size());
            continue;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (--depth == 0) return {said, at + 1};
        } else if (blanks.find(c) != std::string_view::npos) {
            continue;
        }
        said = at + 1;
    }
    return {said, text_.size()};
}

std::string YamlRanges::comments(Range range) const {
    auto found = text_.substr(range.begin, range.end - range.begin);
    if (found.find('#') == std::string::npos) return {};
    return found.erase(found.find_last_not_of(blanks) + 1);
}

std::string YamlRanges::comment_of_block(const Entry& entry) const {
    if (!entry.value.is_scalar()) return {};
    const auto span = scalar_span(text_, entry.value.at, entry.value.text);
    if (span.style != ScalarStyle::block) return {};
    const auto end = end_of_line(span.begin);
    return comments({std::min(text_.find_first_of(" \t", span.begin), end), end});
}

}  // namespace mlops_assess

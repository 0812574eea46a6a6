#pragma once

#include "document/yaml.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mlops_assess {

/// A piece of a text, from a byte to one behind its last.
struct Range {
    std::size_t begin;
    std::size_t end;
};

/// Where the values of a YAML document stand in its text, and where comments are that must stay.
class YamlRanges {
  public:
    explicit YamlRanges(const std::string& text) : text_(text) {}

    bool is_flow(const Node& node) const {
        return node.at < text_.size() && (text_[node.at] == '{' || text_[node.at] == '[');
    }

    std::size_t line_start(std::size_t at) const;
    /// Before the line end.
    std::size_t end_of_line(std::size_t at) const;
    /// Bytes before it in its line.
    std::size_t column(std::size_t at) const { return at - line_start(at); }
    /// The column of the map that an entry of a block belongs to: of its `?` where it has one. None
    /// where something else stands before the key.
    std::optional<std::size_t> block_column(const Entry& entry) const;

    std::size_t behind_colon(const Entry& entry) const;

    /// What stands for the value: its token, or the place behind the colon where there is none.
    Range value_range(const Entry& entry) const;
    /// The end of a value; `key_column` is that of its key or dash.
    std::size_t end_of(const Node& node, std::size_t key_column) const;
    /// Of a collection in brackets: behind its last character that says something, and behind the
    /// closing bracket.
    Range flow_end(const Node& node) const;

    /// The comments in a range in which nothing else stands but blanks.
    std::string comments(Range range) const;
    /// The comment behind the `|` or `>` of a value.
    std::string comment_of_block(const Entry& entry) const;

  private:
    std::size_t end_of_block(std::size_t at, std::size_t key_column) const;
    Range null_range(const Entry& entry) const;

    const std::string& text_;
};

}  // namespace mlops_assess

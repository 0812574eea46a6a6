#include "writer/compare/text_table.hpp"

#include "report/phrases.hpp"
#include "text/layout.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

constexpr std::size_t gap = 2;           ///< between columns, and before a parameter
constexpr std::size_t index_cells = 5;   ///< `12.34`
constexpr std::size_t least_title = 14;  ///< `  to do for 10`
constexpr std::size_t most_title = 40;

/// One model's levels, block by block.
class TableWriter {
  public:
    TableWriter(TerminalPage& page, const LevelTable& table, const std::vector<std::string>& heads)
        : page_(page), table_(table), heads_(heads) {
        title_ = std::max(display_width(visible(table.rubric->label)), least_title);
        for (const auto& row : table.rows)
            title_ = std::max(title_, display_width(visible(row.parameter->title)) + gap);
        title_ = std::min(title_, most_title);
        column_ = index_cells;
        for (const auto& head : heads) column_ = std::max(column_, display_width(head));
        column_ += gap;
    }

    void write() {
        const auto room = page_.width() > title_ ? (page_.width() - title_) / column_ : 0;
        const auto most = std::max<std::size_t>(room, 1);
        for (std::size_t from = 0; from < heads_.size(); from += most)
            block(from, std::min(from + most, heads_.size()));
    }

  private:
    void block(std::size_t from, std::size_t to) {
        page_.blank();
        page_.strong(line(cut(shown("{}", table_.rubric->label), title_ - gap).str(), from, to,
                          [&](std::size_t i) { return heads_[i]; }));
        page_.line(line("  level", from, to,
                        [&](std::size_t i) { return std::to_string(table_.levels[i]); }));
        page_.line(line("  index", from, to,
                        [&](std::size_t i) { return index_words(table_.indices[i]); }));
        if (!table_.short_of.empty()) {
            const auto& all = table_.short_of;
            page_.line(line(fmt::format("  to do for {}", all[0].level), from, to,
                            [&](std::size_t i) { return std::to_string(all[i].gaps); }));
            page_.line(line(fmt::format("  open for {}", all[0].level), from, to,
                            [&](std::size_t i) { return std::to_string(all[i].open); }));
        }
        for (const auto& row : table_.rows) {
            const auto words = wrap(shown("{}", row.parameter->title), title_ - gap);
            for (std::size_t i = 0; i + 1 < words.size(); ++i) page_.line(shown("  {}", words[i]));
            page_.line(line(fmt::format("  {}", words.back().str()), from, to, [&](std::size_t i) {
                return row.levels[i] ? std::to_string(*row.levels[i]) : std::string("n/a");
            }));
        }
    }

    template <typename Cell>
    Shown line(const std::string& title, std::size_t from, std::size_t to, Cell cell) const {
        auto text = pad(shown("{}", title), title_);
        for (auto i = from; i < to; ++i) text += shown("{:>{}}", cell(i), column_);
        return text;
    }

    TerminalPage& page_;
    const LevelTable& table_;
    const std::vector<std::string>& heads_;
    std::size_t title_;
    std::size_t column_;
};

}  // namespace

void text_tables(TerminalPage& page, const SideBySide& all, const std::vector<std::string>& heads) {
    for (const auto& table : all.tables) TableWriter(page, table, heads).write();
}

}  // namespace mlops_assess

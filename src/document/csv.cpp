#include "document/csv.hpp"

#include "text/unicode.hpp"
#include "text/words.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

/// One record after the other.
class Reader {
  public:
    Reader(const SourceFile& file, std::size_t at, char separator, Diagnostics& diagnostics)
        : file_(file),
          text_(file.text),
          at_(at),
          separator_(separator),
          diagnostics_(diagnostics) {}

    /// None at the end of the file, or after `most_csv_findings`.
    std::optional<CsvRow> row() {
        if (at_ >= text_.size() || diagnostics_.size() >= most_csv_findings) return std::nullopt;
        CsvRow row{at_, {}, false};
        const auto before = diagnostics_.size();
        for (std::size_t column = 0;; ++column) {
            CsvCell cell{column, at_, {}, {}};
            const bool is_quoted = at_ < text_.size() && text_[at_] == '"';
            if (is_quoted)
                read_quoted(cell);
            else
                read_bare(cell);
            if (!cell.text.empty()) row.cells.push_back(std::move(cell));
            if (at_ >= text_.size()) break;
            const bool ends = text_[at_] != separator_;
            at_ += text_[at_] == '\r' ? 2 : 1;
            if (ends) break;
        }
        row.flawed = diagnostics_.size() > before;
        return row;
    }

  private:
    bool ends_cell(std::size_t at) const {
        return at >= text_.size() || text_[at] == separator_ || text_[at] == '\n' ||
               text_[at] == '\r';
    }

    void read_bare(CsvCell& cell) {
        while (!ends_cell(at_)) {
            if (text_[at_] == '"') {
                complain(DiagnosticId::syntax, at_,
                         "this quote stands inside a cell that does not begin with one",
                         "put the whole cell in quotes, and write a quote in it twice");
                skip();
                return;
            }
            cell.text += text_[at_++];
        }
    }

    void read_quoted(CsvCell& cell) {
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '"' && text_.substr(at_ + 1, 1) != "\"") {
                ++at_;
                if (!ends_cell(at_)) {
                    complain(DiagnosticId::text_after_quote, at_,
                             "this cell continues after its closing quote",
                             "a quote inside quotes is written twice");
                    skip();
                }
                return;
            }
            if (text_[at_] == '"') ++at_;
            if (text_[at_] == '\r') continue;  // a line feed follows
            cell.text += text_[at_];
            if (text_[at_] == '\n') cell.lines.push_back(at_ + 1);
        }
        complain(DiagnosticId::unclosed_quote, cell.at, "this quote is never closed",
                 "close it at the end of the cell; a quote inside quotes is written twice");
    }

    void skip() {
        while (!ends_cell(at_)) ++at_;
    }

    void complain(DiagnosticId id, std::size_t at, std::string message, std::string hint) {
        diagnostics_.add(id, file_, file_.place(at), std::move(message), std::move(hint));
    }

    const SourceFile& file_;
    std::string_view text_;
    std::size_t at_;
    char separator_;
    Diagnostics& diagnostics_;
};

bool is_blank_row(const CsvRow& row) {
    return std::ranges::all_of(row.cells, [](const auto& cell) { return is_blank(cell.text); });
}

/// The separator of the line `sep=;`, which Excel takes from the top of a file. A program that took
/// the line for a record may have quoted it or added separators.
std::optional<char> stated_separator(std::string_view line) {
    if (line.starts_with('"')) line.remove_prefix(1);
    if (lower_case(line.substr(0, 4)) != "sep=" || line.size() < 5) return std::nullopt;
    const char separator = line[4];
    const auto rest = line.substr(5).find_first_not_of(std::string{separator, '"'});
    const bool is_known = separator == ',' || separator == ';' || separator == '\t';
    return is_known && rest == std::string_view::npos ? std::optional(separator) : std::nullopt;
}

/// The separator by which the first row has most of these columns.
char found_separator(const SourceFile& file, const std::vector<std::string_view>& columns) {
    char best = ',';
    std::size_t most = 0;
    for (const char separator : {',', ';', '\t'}) {
        Diagnostics no_matter;
        Reader reader(file, 0, separator, no_matter);
        auto row = reader.row();
        while (row && is_blank_row(*row)) row = reader.row();
        std::size_t known = 0;
        if (row)
            for (const auto& cell : row->cells)
                known += std::ranges::count(columns, trimmed(cell.text)) > 0 ? 1U : 0U;
        if (known <= most) continue;
        most = known;
        best = separator;
    }
    return best;
}

}  // namespace

const CsvCell* CsvRow::find(std::size_t column) const {
    for (const auto& cell : cells)
        if (cell.column == column) return &cell;
    return nullptr;
}

bool is_csv(std::string_view file_name) { return lower_case(file_name).ends_with(".csv"); }

std::vector<CsvRow> parse_csv(const SourceFile& file, const std::vector<std::string_view>& columns,
                              Diagnostics& diagnostics) {
    const auto stated = stated_separator(file.line(1));
    const auto begin = !stated                       ? 0
                       : file.line_starts.size() > 1 ? file.line_starts[1]
                                                     : file.text.size();
    Reader reader(file, begin, stated ? *stated : found_separator(file, columns), diagnostics);
    std::vector<CsvRow> rows;
    while (auto row = reader.row())
        if (!is_blank_row(*row)) rows.push_back(*std::move(row));
    return rows;
}

}  // namespace mlops_assess

#include "text/csv_text.hpp"

#include "text/unicode.hpp"

namespace mlops_assess {
namespace {

constexpr std::string_view formula_signs = "=+-@\t'";

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

/// Whether a cell needs no quotes. Where the comma is the decimal sign, spreadsheets part fields at
/// semicolons.
bool is_plain(std::string_view cell) {
    return cell.find_first_of(",;\t\"\n") == std::string_view::npos && !cell.starts_with(' ') &&
           !cell.ends_with(' ');
}

std::string written(const CsvField& field) {
    auto shown = visible(field.text);
    const auto first = shown.find_first_not_of(' ');
    if (first != std::string::npos &&
        std::string_view("=+-@").find(shown[first]) != std::string_view::npos)
        shown.insert(0, "'");
    return shown.empty() || (is_plain(shown) && !field.free) ? shown : quoted(shown);
}

}  // namespace

std::string guarded(std::string_view text) {
    const bool is_risky = !text.empty() && formula_signs.find(text[0]) != std::string_view::npos;
    return (is_risky ? "'" : "") + std::string(text);
}

std::string_view unguarded(std::string_view cell) {
    const bool is_guarded =
        cell.size() > 1 && cell[0] == '\'' && formula_signs.find(cell[1]) != std::string_view::npos;
    return is_guarded ? cell.substr(1) : cell;
}

std::string csv_cells(const std::vector<std::string>& cells) {
    std::string record;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto& cell = cells[i];
        record += i > 0 ? "," : "";
        record += is_plain(cell) ? cell : quoted(cell);
    }
    return record + "\r\n";
}

std::string csv_record(const std::vector<CsvField>& fields) {
    std::string record;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0) record += ',';
        record += written(fields[i]);
    }
    return record + "\r\n";
}

}  // namespace mlops_assess

#include "report/formats.hpp"
#include "report/rows.hpp"
#include "unicode.hpp"

/// The rows for spreadsheets: RFC 4180.
namespace mlops_assess {
namespace {

/// Text that no spreadsheet takes for a formula: `'` stands before what begins like one.
std::string inert(std::string_view text) {
    auto plain = visible(text);
    const auto first = plain.find_first_not_of(' ');
    if (first != std::string::npos &&
        std::string_view("=+-@").find(plain[first]) != std::string_view::npos)
        plain.insert(0, "'");
    return plain;
}

std::string quoted(const std::string& text) {
    if (text.find_first_of("\",") == std::string::npos && !text.starts_with(' ') &&
        !text.ends_with(' '))
        return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

std::string field(const RowValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return quoted(inert(*text));
    if (const auto* number = std::get_if<int>(&value)) return std::to_string(*number);
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
    return {};
}

}  // namespace

std::string write_csv(const Report& report, const Style&) {
    std::string out;
    const auto line = [&](const auto& field_of) {
        for (const auto& column : columns()) {
            if (&column != columns().data()) out += ',';
            out += field_of(column);
        }
        out += "\r\n";
    };
    line([](const Column& column) { return std::string(column.name); });
    for (const auto& row : rows(report))
        line([&](const Column& column) { return field(column.value(report, row)); });
    return out;
}

}  // namespace mlops_assess

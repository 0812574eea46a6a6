#include "text/csv_text.hpp"

#include "text/unicode.hpp"

namespace mlops_assess {
namespace {

std::string written(const CsvField& field) {
    auto shown = visible(field.text);
    const auto first = shown.find_first_not_of(' ');
    if (first != std::string::npos &&
        std::string_view("=+-@").find(shown[first]) != std::string_view::npos)
        shown.insert(0, "'");
    // Where the comma is the decimal sign, spreadsheets part fields at semicolons.
    const bool is_plain = shown.find_first_of(",;\"") == std::string::npos &&
                          !shown.starts_with(' ') && !shown.ends_with(' ');
    if (shown.empty() || (is_plain && !field.free)) return shown;
    std::string quoted = "\"";
    for (const char c : shown) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

}  // namespace

std::string csv_record(const std::vector<CsvField>& fields) {
    std::string record;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0) record += ',';
        record += written(fields[i]);
    }
    return record + "\r\n";
}

}  // namespace mlops_assess

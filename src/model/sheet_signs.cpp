#include "model/csv_header.hpp"
#include "model/load.hpp"
#include "text/words.hpp"

namespace mlops_assess {
namespace {

bool has_line(std::string_view text, std::string_view begin) {
    return text.starts_with(begin) || text.find("\n" + std::string(begin)) != std::string_view::npos;
}

bool is_yaml_sheet(std::string_view text) {
    return (has_line(text, "team:") && has_line(text, "answers:")) ||
           has_line(text, "schema: mlops-assess/answers/");
}

/// By the first record that is not blank, as `csv_sheet` reads it.
bool is_csv_sheet(const std::string& name, std::string_view text) {
    constexpr std::size_t enough_for_a_header = 65536;
    Diagnostics untold;
    const auto file = make_source(name, std::string(text.substr(0, enough_for_a_header)));
    const auto rows = parse_csv(*file, csv_columns(), untold);
    if (rows.empty()) return false;
    const CsvHeader header(rows.front());
    return header.find(practice_column) != nullptr && header.find(answer_column) != nullptr &&
           header.find("rubric") == nullptr;
}

}  // namespace

bool may_be_sheet(std::string_view name) {
    const auto lower = lower_case(name);
    return lower.ends_with(".yaml") || lower.ends_with(".yml") || is_csv(name);
}

bool looks_like_sheet(std::string_view name, std::string_view bytes) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    return is_csv(name) ? is_csv_sheet(std::string(name), bytes) : is_yaml_sheet(bytes);
}

}  // namespace mlops_assess

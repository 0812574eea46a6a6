#include "support/csv.hpp"

std::optional<std::vector<std::vector<std::string>>> parse_csv(const std::string& text) {
    std::vector<std::vector<std::string>> records(1);
    std::size_t at = 0;
    while (at < text.size()) {
        std::string field;
        if (text[at] == '"') {
            for (++at;; ++at) {
                if (at == text.size()) return std::nullopt;
                if (text[at] != '"') {
                    field += text[at];
                } else if (text.compare(at, 2, "\"\"") == 0) {
                    field += text[at++];
                } else {
                    break;
                }
            }
            ++at;
        } else {
            while (at < text.size() && text[at] != ',' && text[at] != '\r') {
                if (text[at] == '"' || text[at] == '\n') return std::nullopt;
                field += text[at++];
            }
        }
        records.back().push_back(field);
        if (text.compare(at, 2, "\r\n") == 0) {
            records.emplace_back();
            at += 2;
        } else if (at < text.size() && text[at] == ',') {
            ++at;
        } else {
            return std::nullopt;
        }
    }
    if (!records.back().empty()) return std::nullopt;
    records.pop_back();
    return records;
}

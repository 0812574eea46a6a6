#include "support/json.hpp"
#include "text/scalars.hpp"

#include "document/shape.hpp"
#include "support/catch.hpp"
#include "support/program.hpp"

#include <sstream>

using nlohmann::json;

std::vector<std::string> schema_errors(const std::vector<SchemaCheck>& checks) {
    const Folder folder;
    std::string lines;
    for (const auto& [schema, document] : checks)
        lines += json{{"schema", schema}, {"document", document}}.dump() + "\n";
    folder.file("checks", lines);
    const auto outcome =
        run_shell("python3 " SOURCE_FOLDER "/tests/support/check_schemas.py < checks", folder.path);
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    std::vector<std::string> errors;
    std::istringstream answers(outcome.out);
    for (std::string line; std::getline(answers, line);) errors.push_back(line);
    REQUIRE(errors.size() == checks.size());
    return errors;
}

json as_json(const mlops_assess::Node& node) {
    using Kind = mlops_assess::Node::Kind;
    switch (node.kind) {
        case Kind::broken:
        case Kind::null: return nullptr;
        case Kind::scalar: {
            if (node.quoted) return node.text;
            if (node.text == "true" || node.text == "True" || node.text == "TRUE") return true;
            if (node.text == "false" || node.text == "False" || node.text == "FALSE") return false;
            if (const auto number = mlops_assess::to_integer(node.text)) return *number;
            return node.text;
        }
        case Kind::sequence: {
            auto list = json::array();
            for (const auto& item : node.items) list.push_back(as_json(item));
            return list;
        }
        case Kind::map: {
            auto object = json::object();
            for (const auto& entry : node.entries) object[entry.key] = as_json(entry.value);
            return object;
        }
    }
    return nullptr;
}

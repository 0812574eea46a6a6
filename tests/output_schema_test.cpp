#include "support/catch.hpp"
#include "support/json.hpp"
#include "support/program.hpp"

#include <algorithm>
#include <iostream>
#include <map>
#include <random>
#include <set>

/// Every JSON document that the program writes is right by its own schema, and by nothing less:
/// without one of its keys, with another one, or with a value of another type it is wrong.
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr unsigned seed = 20261126;
constexpr int changes = 60;                 ///< of the documents of each kind
constexpr std::size_t most_bytes = 40'000;  ///< of a document that is changed; others take long

/// `mlops-assess/plan/1` is written by the schema `plan`.
std::string kind_of(const json& document) {
    const auto tag = document.at("schema").get<std::string>();
    const auto begin = tag.find('/') + 1;
    CHECK(tag.substr(tag.find('/', begin)) == "/1");
    return tag.substr(begin, tag.find('/', begin) - begin);
}

const json& schema_of(const json& document) {
    static std::map<std::string, json> schemas;
    auto& schema = schemas[kind_of(document)];
    if (schema.is_null()) schema = json::parse(run_program({"schema", kind_of(document)}).out);
    return schema;
}

/// What the documents of tests/json_documents, of golden cases and of examples come from.
std::vector<std::string> commands() {
    std::vector<std::string> all;
    std::istringstream lines(read_file("tests/json_documents"));
    for (std::string line; std::getline(lines, line);) all.push_back(line);
    for (const auto& entry : fs::recursive_directory_iterator("tests/golden")) {
        if (entry.path().filename() != "cmd") continue;
        const auto line = read_file(entry.path());
        if (line.find("-f json") != std::string::npos && !line.starts_with("list"))
            all.push_back(line);
    }
    for (const auto& sheet : yaml_files("examples"))
        for (const auto* command : {"score ", "plan ", "target "})
            all.push_back(command + sheet + " -f json -q");
    std::ranges::sort(all);
    return all;
}

struct Written {
    std::string name;
    json document;
};

const std::vector<Written>& written() {
    static std::vector<Written> all;
    if (!all.empty()) return all;
    for (const auto& line : commands()) {
        INFO(line);
        const auto outcome = run_program(split(line));
        INFO(outcome.err);
        REQUIRE_FALSE(outcome.out.empty());
        all.push_back({line, json::parse(outcome.out)});
    }
    return all;
}

/// What is wrong with documents by their own schemas.
void check_all(const std::vector<Written>& all, bool are_right) {
    std::vector<SchemaCheck> checks;
    for (const auto& each : all) checks.push_back({schema_of(each.document), each.document});
    const auto errors = schema_errors(checks);
    for (std::size_t i = 0; i < all.size(); ++i) {
        INFO(all[i].name);
        if (are_right)
            CHECK(errors[i] == "");
        else
            CHECK(errors[i] != "");
    }
}

/// A place in a document: of a value, and whether it is an object of keys that only the team, the
/// sheet or the rubric settles.
struct Spot {
    json::json_pointer at;
    bool is_map;
};

void collect(const json& value, const json::json_pointer& at, std::vector<Spot>& spots) {
    static const std::set<std::string> maps = {"context", "tags",   "target",
                                               "assume",  "levels", "parameters"};
    const auto key = at.empty() ? "" : at.back();
    spots.push_back({at, value.is_object() && maps.count(key) == 1});
    if (value.is_object())
        for (const auto& [name, inner] : value.items()) collect(inner, at / name, spots);
    if (value.is_array())
        for (std::size_t i = 0; i < value.size(); ++i) collect(value[i], at / i, spots);
}

/// The document with one thing wrong at a place that chance chooses, and what that is.
Written broken(const json& document, std::mt19937& random) {
    std::vector<Spot> spots;
    collect(document, json::json_pointer(), spots);
    const auto upto = [&](std::size_t most) {
        return std::uniform_int_distribution<std::size_t>(0, most)(random);
    };
    const auto& [at, is_map] = spots[upto(spots.size() - 1)];
    auto changed = document;
    auto& value = changed[at];
    if (value.is_object() && !is_map && !value.empty()) {
        if (upto(1) == 0) {
            value["colour"] = "red";
            return {"added at " + at.to_string(), changed};
        }
        auto key = value.begin();
        std::advance(key, upto(value.size() - 1));
        const auto name = key.key();
        // The kind itself tells which schema is asked.
        if (at.empty() && name == "schema") return broken(document, random);
        value.erase(key);
        return {"removed " + at.to_string() + "/" + name, changed};
    }
    if (at.empty() || at.to_string() == "/schema") return broken(document, random);
    value = value.is_array() || value.is_object() ? json("red") : json{{"colour", "red"}};
    return {"another type at " + at.to_string(), changed};
}

}  // namespace

TEST_CASE("every JSON document is right by its schema", "[output_schema]") {
    fs::current_path(SOURCE_FOLDER);
    const auto& all = written();
    std::map<std::string, int> count;
    for (const auto& each : all) ++count[kind_of(each.document)];
    for (const auto* kind :
         {"report", "plan", "comparison", "portfolio", "merge", "targets", "diagnostics"}) {
        INFO(kind);
        CHECK(count[kind] >= 3);
    }
    check_all(all, true);
}

TEST_CASE("documents with files of their own are right by their schemas", "[output_schema]") {
    fs::current_path(SOURCE_FOLDER);
    const Folder folder;
    const auto sheet = "examples/retail-credit.yaml";
    const auto reported =
        folder.file("both.json", run_program({"score", sheet, "-q", "-f", "json"}).out);
    const std::vector<std::vector<std::string>> lines = {
        {"portfolio", sheet, "--reports", (folder.path / "reports").string(), "-f", "json"},
        {"compare", reported, sheet, "--rubric", "google", "-f", "json"},
        {"score", sheet, "--rubric", "google", "--baseline", reported, "-f", "json"}};
    std::vector<Written> all;
    for (const auto& line : lines) {
        all.push_back({line[0], json::parse(run_program(line).out)});
        INFO(line[0]);
        CHECK(all.back().document.dump().find(line[0] == "portfolio" ? "reports" : "microsoft") !=
              std::string::npos);
    }
    check_all(all, true);
}

TEST_CASE("every finding about a wrong file is right by its schema", "[output_schema]") {
    fs::current_path(SOURCE_FOLDER);
    std::vector<Written> all;
    for (const auto& entry : fs::directory_iterator("tests/invalid")) {
        const auto ending = entry.path().extension();
        if (ending != ".yaml" && ending != ".csv") continue;
        const auto file = entry.path().generic_string();
        for (const auto& strict : {true, false}) {
            std::vector<std::string> arguments = {"validate", file, "-f", "json"};
            if (strict) arguments.push_back("--strict");
            all.push_back({file, json::parse(run_program(arguments).out)});
        }
    }
    CHECK(all.size() >= 200);
    check_all(all, true);
}

TEST_CASE("every result of a stream is right by its schema", "[output_schema]") {
    fs::current_path(SOURCE_FOLDER);
    std::string records;
    for (const auto& file : yaml_files("examples")) {
        mlops_assess::Diagnostics diagnostics;
        const auto source = mlops_assess::make_source(file, read_file(file));
        records += as_json(mlops_assess::parse(*source, diagnostics)->root).dump() + "\n";
    }
    records += "{}\n\n{\"team\": \"A\", \"answers\": {\"no-such\": \"fully\"}}\n[]\n{\n";
    std::vector<Written> all;
    std::istringstream lines(run_program({"score", "--stream", "-q"}, records).out);
    for (std::string line; std::getline(lines, line);) all.push_back({line, json::parse(line)});
    CHECK(all.size() >= 12);
    check_all(all, true);
    std::mt19937 random(seed);
    std::vector<Written> wrong;
    for (int i = 0; i < changes; ++i)
        wrong.push_back(broken(all[static_cast<std::size_t>(i) % all.size()].document, random));
    check_all(wrong, false);
}

TEST_CASE("a document with anything changed is wrong by its schema", "[output_schema]") {
    fs::current_path(SOURCE_FOLDER);
    std::map<std::string, std::vector<json>> by_kind;
    for (const auto& [name, document] : written())
        if (document.dump().size() < most_bytes) by_kind[kind_of(document)].push_back(document);
    std::mt19937 random(seed);
    std::cout << "output_schema: seed " << seed << "\n";
    std::vector<Written> wrong;
    for (const auto& [kind, documents] : by_kind)
        for (int i = 0; i < changes; ++i) {
            auto each = broken(documents[static_cast<std::size_t>(i) % documents.size()], random);
            each.name = kind + ": " + each.name;
            wrong.push_back(std::move(each));
        }
    check_all(wrong, false);
}

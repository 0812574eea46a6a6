#include "support/catch.hpp"
#include "support/program.hpp"
#include "text/scalars.hpp"

/// Exit statuses and streams, in a table.
namespace {

struct Row {
    std::string line;
    int status;
    std::string out;  ///< part of stdout; "-" for nothing at all
    std::string err;  ///< part of stderr; "-" for nothing at all
};

}  // namespace

TEST_CASE("exit statuses and streams", "[cli]") {
    const Row rows[] = {
        {"", 2, "-", "Usage: mlops-assess"},
        {"--help", 0, "A first assessment", "-"},
        {"-h", 0, "Usage", "-"},
        {"--version", 0, "mlops-assess 1.0.0\n", "-"},
        {"score --help", 0, "Usage: mlops-assess score [ANSWERS]", "-"},
        {"-V", 0, "mlops-assess 1.0.0\n", "-"},
        {"help", 0, "A first assessment", "-"},
        {"help score", 0, "Usage: mlops-assess score [ANSWERS]", "-"},
        {"help scroe", 2, "-", "did you mean \"score\"?"},
        {"examples/startup.yaml", 2, "-",
         "did you mean `mlops-assess score examples/startup.yaml`?"},
        {"-q examples/startup.yaml -f json", 2, "-", "is no command"},
        {"nowhere.yaml", 2, "-", "did you mean `mlops-assess score nowhere.yaml`?"},
        {"scroe x.yaml", 2, "-", "did you mean \"score\"?"},
        {"frobnicate", 2, "-", "commands: score, compare"},
        {"score", 2, "-", "ANSWERS is required"},
        {"score examples/startup.yaml extra", 2, "-", "unexpected argument \"extra\""},
        {"score examples/startup.yaml --formt json", 2, "-", "did you mean \"--format\"?"},
        {"score examples/startup.yaml -f jsn", 2, "-", "did you mean \"json\"?"},
        {"score examples/startup.yaml -f", 2, "-", "-"},
        {"score examples/startup.yaml", 0, "Microsoft", "-"},
        {"score -f json examples/startup.yaml", 0, "\"level\"", "-"},
        {"score --rubric google examples/startup.yaml -q", 0, "GOOGLE", "-"},
        {"score examples/startup.yaml --rubric=google --rubric=microsoft", 0, "GOOGLE", "-"},
        {"score examples/startup.yaml --rubric google --rubric google", 2, "-", "two rubrics"},
        {"score examples/startup.yaml --rubric gogle", 2, "-", "did you mean \"google\"?"},
        {"score examples/startup.yaml --rubric nowhere.yaml", 3, "-", "[unreadable-file]"},
        {"score examples/startup.yaml --rubric examples/startup.yaml", 3, "-", "[wrong-kind]"},
        {"score rubrics/google.yaml", 3, "-", "[wrong-kind]"},
        {"score examples/startup.yaml --target microsoft=20", 2, "-", "levels are 0 to 4"},
        {"score nowhere.yaml", 3, "-", "[unreadable-file]"},
        {"score examples", 3, "-", "this is a folder"},
        {"score examples", 3, "-", "`mlops-assess portfolio` takes many, and folders of them"},
        {"score examples/startup.yaml examples/library", 2, "-", "unexpected argument"},
        {"score examples/startup.yaml examples/notebooks.yaml", 2, "-",
         "`mlops-assess portfolio` takes many, and folders of them"},
        {"plan examples/startup.yaml nowhere.yaml", 2, "-", "one answer sheet too many"},
        {"score examples/startup.yaml -f md", 0, "# Maturity of", "-"},
        {"score examples/startup.yaml -f TXT", 0, "MICROSOFT", "-"},
        {"score examples/startup.yaml -f xml", 0, "<testsuites", "-"},
        {"score examples/startup.yaml -f Badge-JSON", 0, "schemaVersion", "-"},
        {"score examples/startup.yaml -o md:/dev/null/x", 3, "-", "cannot write this file"},
        {"score examples/startup.yaml -o /dev/null/x.MD", 3, "-", "cannot write this file"},
        {"plan examples/startup.yaml -f md", 0, "# Plan for", "-"},
        {"plan examples/startup.yaml -f sarif", 2, "-", "text, markdown, json, csv"},
        {"compare examples/startup.yaml examples/startup.yaml -f txt", 0, "Microsoft", "-"},
        {"list FORMATS -f JSON", 0, "\"markdown\"", "-"},
        {"schema Answers", 0, "data-auto-gather", "-"},
        {"score examples/startup.yaml --rubric Google -q", 0, "GOOGLE", "-"},
        {"score examples/startup.yaml --bar FULLY", 0, "met from \"fully\" on", "-"},
        {"score examples/startup.yaml --fail-under \"Microsoft=0, google.CI=0\"", 0, "GATE", "-"},
        {"score --fail-under Microsoft=0, google.ci=0 examples/startup.yaml", 0, "GATE", "-"},
        {"score --target=microsoft=4, google=2 examples/startup.yaml", 0, "target 4", "-"},
        {"score examples/startup.yaml --fail-under \"microsoft = 0 , google.ci = 0\"", 0, "GATE",
         "-"},
        {"score examples/startup.yaml --fail-under microsoft=0,", 2, "-", "not MODEL=LEVEL"},
        {"score examples/startup.yaml --fail-under microsoft=0, -q", 2, "-", "not MODEL=LEVEL"},
        {"score examples/startup.yaml --fail-under microsoft=0,,google=0", 2, "-",
         "not MODEL=LEVEL"},
        {"score examples/startup.yaml --fail-under \"google. =1\"", 2, "-", "not MODEL=LEVEL"},
        {"plan examples/startup.yaml --assume Data-Versioned=fully", 0, "data-versioned = fully",
         "-"},
        {"plan examples/startup.yaml --assume data-versioned=no --assume DATA-VERSIONED=fully", 2,
         "-", "data-versioned is given twice"},
        {"plan examples/startup.yaml --assume data-versioned=partly", 2, "-",
         "nearest is partially"},
        {"score /dev/null", 3, "-", "[empty-file]"},
        {"score /dev/zero", 3, "-", "[too-large]"},
        {"score examples/startup.yaml --target microsoft=4", 0, "target 4", "-"},
        {"score examples/startup.yaml --target microsoft=4,google=2", 0, "target 2", "-"},
        {"score examples/startup.yaml --target microsoft=5", 2, "-", "levels are 0 to 4"},
        {"score examples/startup.yaml --target micro=1", 2, "-", "no such model"},
        {"score examples/startup.yaml --target microsoft=", 2, "-", "not MODEL=LEVEL"},
        {"score examples/startup.yaml --target microsoft=1 --target microsoft=2", 2, "-", "twice"},
        {"score examples/startup.yaml --bar no", 2, "-", "partially, mostly, fully"},
        {"score examples/startup.yaml --bar fully", 0, "met from \"fully\" on", "-"},
        {"score examples/startup.yaml --today 2026-02-30", 2, "-", "not a date"},
        {"score examples/startup.yaml --max-age 9 --today 2020-01-01", 0, "MICROSOFT", "after"},
        {"score examples/startup.yaml --today 2020-01-01", 0, "MICROSOFT", "-"},
        {"score examples/startup.yaml --date 2026-01-01", 2, "-", "--date"},
        {"score examples/startup.yaml --max-age -1", 2, "-", "not a number of days"},
        {"score examples/startup.yaml --max-age 90", 0, "Microsoft", "-"},
        {"score examples/startup.yaml --color blue", 2, "-", "auto, always, never"},
        {"score examples/startup.yaml --color always", 0, "\x1b[1m", "-"},
        {"score examples/startup.yaml -o report.pdf", 2, "-", "no format has this ending"},
        {"score examples/startup.yaml -o jsn:report", 2, "-", "did you mean \"json\"?"},
        {"score examples/startup.yaml -o json:", 2, "-", "name is missing"},
        {"score examples/startup.yaml -o -", 2, "-", "-"},
        {"score examples/startup.yaml -o markdown:examples/startup.yaml", 2, "-",
         "replace the input"},
        {"score examples/startup.yaml -o /dev/null/x.md", 3, "-", "cannot write this file"},
        {"validate examples/startup.yaml", 0, "ok (answer sheet, 106 practices)", "-"},
        {"validate rubrics/google.yaml rubrics/practices.yaml", 0, "ok (catalogue", "-"},
        {"validate examples/startup.yaml -f json", 0, "\"diagnostics\": []", "-"},
        {"validate tests/invalid/answers-words.yaml -f github", 3, "::error file=tests/invalid",
         "-"},
        {"validate examples", 3, "name a file in it", "-"},
        {"validate nowhere.yaml", 3, "[unreadable-file]", "-"},
        {"validate", 2, "-", "FILE"},
        {"validate -f yaml x", 2, "-", "text, json, github"},
        {"list practices", 0, "data-auto-gather", "-"},
        {"list rubrics -f json", 0, "\"microsoft\"", "-"},
        {"list levels", 0, "microsoft.4", "-"},
        {"list formats", 0, "markdown", "-"},
        {"plan", 2, "-", "ANSWERS is required"},
        {"plan examples/startup.yaml -f html", 2, "-", "text, markdown, json, csv"},
        {"plan examples/startup.yaml --assume", 2, "-", "-"},
        {"plan examples/startup.yaml --assume data-versioned", 2, "-", "not ID=ANSWER"},
        {"plan examples/startup.yaml --assume data-versioned=yep", 2, "-", "is not an answer"},
        {"plan examples/startup.yaml --assume data-versoned=no", 2, "-", "mean \"data-versioned\""},
        {"plan examples/startup.yaml --assume data-versioned=no --assume data-versioned=fully", 2,
         "-", "given twice"},
        {"plan examples/startup.yaml --assume data-versioned=n/a", 2, "-", "is not offered"},
        {"plan examples/startup.yaml --assume data-versioned=YES", 0, "= fully", "-"},
        {"plan no-such-file.yaml", 3, "-", "no-such-file.yaml"},
        {"ask --help", 0, "Usage: mlops-assess ask", "-"},
        {"ask", 2, "-", "ANSWERS is required"},
        {"ask -", 2, "-", "name one"},
        {"ask examples/startup.yaml oven", 2, "-", "unknown parameter or practice \"oven\""},
        {"ask examples/startup.yaml dat", 2, "-", "did you mean \"data\"?"},
        {"ask examples/startup.yaml --for microsoft=9", 2, "-", "levels are 0 to 4"},
        {"ask examples/startup.yaml --for micro=1", 2, "-", "no such model"},
        {"ask examples/startup.yaml --overall --full", 2, "-", "cannot stand beside"},
        {"ask rubrics/google.yaml", 3, "-", "[wrong-kind]"},
        {"ask examples", 3, "-", "Is a directory"},
        {"ask /dev/null", 3, "-", "[empty-file]"},
        {"list practises", 2, "-", "did you mean \"practices\"?"},
        {"explain", 0, "Diagnostics", "-"},
        {"explain data-versioned", 0, "Why", "-"},
        {"explain microsoft", 0, "Levels", "-"},
        {"explain microsoft.2", 0, "Automated training", "-"},
        {"explain google.ci", 0, "google.ci.2", "-"},
        {"explain google.ci.2", 0, "ci-merge-gate", "-"},
        {"explain google.ci.3", 2, "-", "nothing is called"},
        {"explain google.", 2, "-", "nothing is called"},
        {"explain monitoring", 0, "Practices", "-"},
        {"explain mostly", 0, "2 of 3 points", "-"},
        {"explain N/A", 0, "leaves every sum", "-"},
        {"explain unclosed-quote", 0, "Close the quote", "-"},
        {"explain data-versiond", 2, "-", "did you mean \"data-versioned\"?"},
        {"schema answers", 0, "data-auto-gather", "-"},
        {"schema report", 0, "mlops-assess/report/1", "-"},
        {"schema result", 0, "mlops-assess/result/1", "-"},
        {"schema anwers", 2, "-", "did you mean \"answers\"?"},
        {"score examples/startup.yaml --fail-under google.=1", 2, "-", "not MODEL=LEVEL"},
        {"score examples/startup.yaml --fail-under .ci=1", 2, "-", "not MODEL=LEVEL"},
        {"score examples/startup.yaml --fail-under-evidenced google..ci=1", 2, "-",
         "not MODEL=LEVEL"},
        {"score examples/startup.yaml --target .=1", 2, "-", "not MODEL=LEVEL"},
        {"score examples/startup.yaml --target google.ci=1", 2, "-", "no such model"},
        {"score examples/startup.yaml --fail-under google.ci.2=1", 2, "-", "no such parameter"},
        {"score examples/startup.yaml --fail-under google.2=1", 2, "-", "no such parameter"},
        {"score examples/startup.yaml --fail-under google.cii=1", 2, "-", "did you mean \"ci\"?"},
        {"score examples/startup.yaml --fail-under google.ci=3", 2, "-", "google=3: its levels"},
        {"score examples/startup.yaml --fail-under google.ci=1,google.ci=2", 2, "-", "twice"},
        {"explain google..ci", 2, "-", "nothing is called"},
        {"explain google.ci.", 2, "-", "nothing is called"},
        {"explain google.2 --answers examples/startup.yaml", 2, "-", "nothing is called"},
        {"explain google.ci.3 --answers examples/startup.yaml", 2, "-", "nothing is called"},
        {"complet bash", 2, "-", "explain, schema, completion\n"},
        {"-q manual", 2, "-", "unknown command"},
        {"completion bash", 0, "complete -F _mlops_assess mlops-assess", "-"},
        {"completion csh", 2, "-", "bash, zsh, fish"},
        {"init -o - --team X", 0, "team: \"X\"", "-"},
        {"init -o - --for microsoft=9", 2, "-", "levels are 0 to 4"},
        {"init -o - --team \" \"", 2, "-", "blank"},
        {"init -o x.json", 2, "-", "a questionnaire is YAML, CSV or a page"},
        {"init -o x.md", 2, "-", "-o x.md: a questionnaire is"},
        {"init -o x.html --for google=9", 2, "-", "levels are 0 to 2"},
        {"init -o nowhere/x.html", 3, "-", "cannot write this file"},
    };
    for (const auto& row : rows) {
        INFO(row.line);
        const auto outcome = run_program(split(row.line));
        INFO(outcome.out.substr(0, 2000));
        INFO(outcome.err);
        CHECK(outcome.status == row.status);
        if (row.out == "-")
            CHECK(outcome.out.empty());
        else
            CHECK(outcome.out.find(row.out) != std::string::npos);
        if (row.err == "-" && row.status == 0)
            CHECK(outcome.err.empty());
        else if (row.err != "-")
            CHECK(outcome.err.find(row.err) != std::string::npos);
        if (row.status != 0) CHECK_FALSE((outcome.err + outcome.out).empty());
    }
}

TEST_CASE("every diagnostic, answer word, practice and cell can be explained", "[cli]") {
    const auto explained = run_program({"explain"});
    REQUIRE(explained.status == 0);
    for (const auto* rubric : {"microsoft", "google"}) {
        for (const auto* parameter :
             {"people", "data", "development", "release", "ci", "cd", "app", "monitoring"})
            for (const auto* level : {"0", "1", "2"}) {
                const auto outcome =
                    run_program({"explain", std::string(rubric) + "." + parameter + "." + level});
                CHECK(outcome.status == 0);
            }
    }
}

TEST_CASE("stdin is read, once", "[cli]") {
    const auto sheet = read_file("examples/startup.yaml");
    const auto outcome = run_program({"score", "-", "-f", "json"}, sheet);
    CHECK(outcome.status == 0);
    CHECK(outcome.out.find("\"answers\": \"<stdin>\"") != std::string::npos);
    CHECK(run_program({"validate", "-", "-"}, sheet).status == 3);
    CHECK(run_program({"score", "-"}, "").status == 3);
    const auto compared = run_program({"compare", "-", "-"}, sheet);
    CHECK(compared.status == 3);
    CHECK(compared.err.find("standard input can be read only once") != std::string::npos);
}

TEST_CASE("a file that is no report is held to the limit of a sheet", "[cli]") {
    const std::string large(std::size_t{2} << 20, '#');
    const Folder folder;
    const auto file = folder.file("large.yaml", large);
    for (const auto& line : {std::vector<std::string>{"score", "-"},
                             {"compare", "-", "examples/startup.yaml"},
                             {"compare", "examples/startup.yaml", "-"},
                             {"compare", "examples/startup.yaml", file},
                             {"compare", "examples/startup.yaml", "/dev/zero"}}) {
        const auto outcome = run_program(line, large);
        INFO(outcome.err);
        CHECK(outcome.status == 3);
        CHECK(outcome.err.find("larger than 1 MiB") != std::string::npos);
    }
}

TEST_CASE("a questionnaire is refused until it has a team, then it is right", "[cli]") {
    const Folder folder;
    const auto file = (folder.path / "answers.yaml").string();
    REQUIRE(run_program({"init", "-o", file}).status == 0);
    CHECK(std::filesystem::exists(folder.path / "answers.schema.json"));
    const auto refused = run_program({"score", file});
    CHECK(refused.status == 3);
    CHECK(refused.err.find("[placeholder-team]") != std::string::npos);
    CHECK(run_program({"init", "-o", file}).status == 3);
    CHECK(run_program({"init", "-o", file, "--force", "--team", "A \"team\" \\ of \xC3\xA9"})
              .status == 0);
    const auto scored = run_program({"score", file, "-f", "json"});
    CHECK(scored.status == 0);
    CHECK(scored.out.find(R"("team": "A \"team\" \\ of é")") != std::string::npos);
    const auto second = (folder.path / "second.yaml").string();
    CHECK(run_program({"init", "-o", second, "--team", "B", "--for", "google=1"}).status == 0);
    const auto valid = run_program({"validate", second});
    CHECK(valid.out.find("29 practices") != std::string::npos);
}

TEST_CASE("reports go to files, with the format of their ending or prefix", "[cli]") {
    const Folder folder;
    const auto in = [&](const char* name) { return (folder.path / name).string(); };
    const auto outcome = run_program({"score", "examples/startup.yaml", "-o", in("r.md"), "-o",
                                      in("r.json"), "-o", "text:" + in("plain")});
    CHECK(outcome.status == 0);
    CHECK(read_file(in("r.md")) ==
          run_program({"score", "examples/startup.yaml", "-f", "markdown"}).out);
    CHECK(read_file(in("r.json")) ==
          run_program({"score", "examples/startup.yaml", "-f", "json"}).out);
    CHECK(read_file(in("plain")) == outcome.out);
    CHECK(run_program({"score", "examples/startup.yaml", "-o", in("r.md"), "-o",
                       "markdown:" + in("./r.md")})
              .status == 2);
}

TEST_CASE("permuted keys change nothing but places", "[cli]") {
    const Folder folder;
    const auto one = folder.file("a.yaml",
                                 "team: T\ndate: 2026-01-01\ntags: {b: x, a: y}\n"
                                 "context: {regulated: true, production_models: 3}\n"
                                 "answers:\n  ci-ml-code: no\n  data-versioned: fully\n"
                                 "  mon-training-central: no\n  dev-metadata-store: fully\n");
    const auto two = folder.file("b.yaml",
                                 "answers:\n  dev-metadata-store: fully\n  data-versioned: fully\n"
                                 "  mon-training-central: no\n  ci-ml-code: no\n"
                                 "context: {production_models: 3, regulated: true}\n"
                                 "tags: {a: y, b: x}\ndate: 2026-01-01\nteam: T\n");
    const auto plain = [](std::string text) {
        // Places and the file's name are all that may differ.
        std::string out;
        std::size_t start = 0;
        while (start < text.size()) {
            const auto end = std::min(text.find('\n', start), text.size());
            const auto line = text.substr(start, end - start);
            if (line.find("\"line\"") == std::string::npos &&
                line.find("\"answers\": \"") == std::string::npos)
                out += line + "\n";
            start = end + 1;
        }
        return out;
    };
    const auto first = run_program({"score", one, "-f", "json", "-q"});
    CHECK(first.status == 0);
    CHECK(plain(first.out) == plain(run_program({"score", two, "-f", "json", "-q"}).out));
}

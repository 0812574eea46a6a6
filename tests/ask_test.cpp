
#include "ask/sitting.hpp"
#include "assessment/assessment.hpp"
#include "support/catch.hpp"
#include "support/disk.hpp"
#include "support/program.hpp"
#include "support/workshop.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <type_traits>

using namespace mlops_assess;

/// Sittings with `ask`: what is typed, what is said, and what is in the file then.
namespace {

const std::string model = SOURCE_FOLDER "/tests/ask/model.yaml";
const std::string bakery = "team: Bakers\nanswers: {}\n";
/// Makes it the day of `today`.
const std::string on_that_day = "export SOURCE_DATE_EPOCH=1795478400\n";
/// What a sheet of these answers is after a sitting that began with `bakery`.
const std::string dated = "team: Bakers\ndate: 2026-11-24\nanswers:\n";

/// An answer as `ask` writes it.
std::string today(const std::string& practice, const std::string& word) {
    return "  " + practice + ": {answer: " + word + ", date: 2026-11-24}\n";
}

/// A sheet on disk that one sits with.
class Table {
  public:
    explicit Table(const std::string& sheet, std::string rubric = model)
        : file_(sheet.empty() ? (folder_.path / "answers.yaml").string()
                              : folder_.file("answers.yaml", sheet)),
          rubric_(std::move(rubric)) {}

    Outcome sit(const std::string& input, const std::vector<std::string>& options = {}) const {
        return sit_with(input, options);
    }
    Outcome sit(const mlops_assess::Intake& input) const { return sit_with(input, {}); }

    std::string sheet() const { return read_file(file_); }
    void write(const std::string& text) const { write_file_bytes(file_, text); }
    bool is_valid() const { return validate().status == 0; }
    Outcome validate() const { return run_program(with_rubric({"validate", file_})); }
    const std::string& file() const { return file_; }
    const Folder& folder() const { return folder_; }

  private:
    template <typename Input>
    Outcome sit_with(const Input& input, const std::vector<std::string>& options) const {
        auto arguments = with_rubric({"ask", file_});
        arguments.insert(arguments.end(), options.begin(), options.end());
        auto outcome = run_program(arguments, input);
        CHECK(outcome.out.empty());
        return outcome;
    }
    std::vector<std::string> with_rubric(std::vector<std::string> arguments) const {
        if (!rubric_.empty()) arguments.insert(arguments.end(), {"--rubric", rubric_});
        return arguments;
    }

    Folder folder_;
    std::string file_;
    std::string rubric_;
};

/// Whether a text is there, however it is folded.
bool says(const Outcome& outcome, std::string text) {
    auto said = outcome.err;
    std::replace(said.begin(), said.end(), '\n', ' ');
    std::replace(text.begin(), text.end(), '\n', ' ');
    return said.find(text) != std::string::npos;
}
std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

/// The practices in the order in which they were asked for.
std::vector<std::string> asked(const std::string& transcript) {
    std::vector<std::string> ids;
    for (const std::string count : {" answered so far, ", " reviewed, "})
        for (auto at = transcript.find(count); at != std::string::npos;
             at = transcript.find(count, at + 1)) {
            const auto begin = transcript.rfind('\n', at) + 1;
            if (transcript.compare(begin, 5, "About") == 0) continue;
            const auto line = transcript.find('\n', at) + 1;
            const auto open = transcript.find('(', line) + 1;
            ids.push_back(transcript.substr(open, transcript.find(')', open) - open));
        }
    return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

/// What they refer to is somebody else's for as long as they live.
static_assert(!std::is_constructible_v<Dialogue, Surroundings, bool>);
static_assert(!std::is_constructible_v<SheetFile, std::string, Models>);

static_assert(
    !std::is_constructible_v<Sitting, Dialogue&, SheetFile&, Models, Scope, const std::string&>);

TEST_CASE("a short sitting, word for word", "[ask]") {
    const Table table("# Ours\nteam: Bakers\nanswers:\n  oven-is-hot: ~  # ask Ann\n");
    auto outcome =
        table.sit("?\nwhat\n\nt\nsays Ann\nf\nx\np\nb\nm\nm\nx\n\nx\nbread is given away\nn\n");
    CHECK(outcome.status == 0);
    auto said = outcome.err;
    const auto at = said.find("Next: ");
    REQUIRE(at != std::string::npos);
    check_approved(SOURCE_FOLDER "/tests/ask/sitting.txt", said.substr(0, at));
    CHECK(table.sheet() ==
          "# Ours\nteam: Bakers\ndate: 2026-11-24\nanswers:\n  oven-is-hot:  # ask Ann\n"
          "    answer: fully\n    note: \"says Ann\"\n    date: 2026-11-24\n" +
              today("oven-has-timer", "mostly") + today("shop-is-open", "mostly") +
              "  shop-takes-cards:\n    answer: not-applicable\n    date: 2026-11-24\n"
              "    note: \"bread is given away\"\n");
    CHECK(table.is_valid());
}

TEST_CASE("the end of the input, wherever it comes, ends the sitting and keeps what was said",
          "[ask]") {
    const std::vector<std::string> lines = {
        "",  "Bakers", "zz", "?", "e", "log of 3 May", "p", "b", "t",     "hot", "f", "o", "Bert",
        "u", "s",      "x",  "",  "x", "free",         "b", "b", "maybe", "n",   "y"};
    std::string all;
    for (const auto& line : lines) all += line + "\n";
    for (std::size_t size = 0; size <= all.size(); ++size) {
        INFO(all.substr(0, size));
        const Table table("");
        const auto outcome = table.sit(all.substr(0, size));
        INFO(outcome.err);
        REQUIRE(outcome.status == 0);
        REQUIRE(outcome.err.size() < 20'000);
        if (!std::filesystem::exists(table.file())) continue;
        INFO(table.sheet());
        REQUIRE(table.is_valid());
    }
}

TEST_CASE("the team gets its name first", "[ask]") {
    SECTION("a missing file is made") {
        const Table table("");
        const auto outcome = table.sit("\n  \n<name of your team>\nBakers & \"Sons\"\nf\n");
        CHECK(says(outcome, "is not there yet; it will be made"));
        CHECK(count(outcome.err, "A sheet needs the name of the team") == 3);
        CHECK(table.sheet().find("team: \"Bakers & \\\"Sons\\\"\"") != std::string::npos);
        CHECK(table.sheet().find(today("oven-is-hot", "fully")) != std::string::npos);
        CHECK(table.is_valid());
    }
    SECTION("no file is made without a name") {
        const Table table("");
        CHECK(table.sit("").status == 0);
        CHECK_FALSE(std::filesystem::exists(table.file()));
    }
    SECTION("a team without one") {
        for (const auto* team : {"", "team: <name of your team>\n", "team:\n", "team: ~\n",
                                 "team: ' '\n", "team: \"\\u00A0\"\n"}) {
            INFO(team);
            const Table table(std::string("# c\n") + team + "answers:\n  oven-is-hot: no # d\n");
            CHECK(table.sit("").status == 0);
            const auto outcome = table.sit("\xC2\xA0\nBakers\n");
            CHECK(outcome.status == 0);
            CHECK(table.sheet() == "# c\nteam: \"Bakers\"\nanswers:\n  oven-is-hot: no # d\n");
            CHECK_FALSE(says(table.sit(""), "Name of the team"));
        }
    }
    SECTION("a name that is too long") {
        const Table table("answers: {}\n");
        const auto outcome = table.sit(std::string(16'385, 'x') + "\nBakers\nq\n");
        CHECK(says(outcome, "That is too long; at most 16384 bytes."));
        CHECK(table.sheet() == "team: \"Bakers\"\nanswers: {}\n");
    }
}

TEST_CASE("a new sheet beside the schema of other practices", "[ask]") {
    const Table table("");
    const auto schema = table.folder().file("answers.schema.json", "{}\n");
    const auto outcome = table.sit("Bakers\nf\n");
    CHECK(outcome.status == 0);
    CHECK(says(outcome, schema +
                            " is for other practices or of another version and stays as it "
                            "is; " +
                            table.file() + " names no schema"));
    CHECK(read_file(schema) == "{}\n");
    CHECK(table.sheet().find(today("oven-is-hot", "fully")) != std::string::npos);
    // An editor that found it would refuse every answer.
    CHECK(table.sheet().find("$schema") == std::string::npos);

    const auto init = [&](const std::string& name, const std::string& option) {
        return run_shell("$P init -o " + name + " --rubric " + model + option +
                             "; grep -c 'schema=answers.schema.json' " + name,
                         table.folder().path);
    };
    CHECK(init("b.yaml", "").out == "0\n");
    CHECK(read_file(schema) == "{}\n");
    CHECK(init("b.yaml", " --force").out == "1\n");
    CHECK(read_file(schema).size() > 1000);
    CHECK(init("c.yaml", "").out == "1\n");
}

TEST_CASE("ids that no catalogue knows are told, and stay", "[ask]") {
    const std::string sheet =
        "team: Bakers\nanswers:\n  oven-was-hot: fully # old\n  mixer: {answer: what}\n";
    const Table table(sheet);
    const auto outcome = table.sit("f\nq\n");
    CHECK(outcome.status == 0);
    CHECK(says(outcome, ":3: no catalogue has the practice \"oven-was-hot\"; it stays as it is."));
    CHECK(says(outcome, ":4: no catalogue has the practice \"mixer\""));
    CHECK(table.sheet() ==
          "team: Bakers\ndate: 2026-11-24" + sheet.substr(12) + today("oven-is-hot", "fully"));
}

TEST_CASE("what is typed at a question", "[ask]") {
    struct Row {
        std::string input;
        std::string said;
        std::string answers;  ///< behind `answers:`
    };
    const Row rows[] = {
        {"yes and no\n", "\"yes and no\" is no key here.", " {}\n"},
        {"\n\n", "Keys   n no, p partially", " {}\n"},
        {"\x1b[A\n", "control characters", " {}\n"},
        {"\xff\n", "not UTF-8", " {}\n"},
        {"F\n", "Saved. Bakery Oven is now level 1", "\n" + today("oven-is-hot", "fully")},
        {"x\n", "Not applicable is not offered here", " {}\n"},
        {"not-applicable\n", "Not applicable is not offered here", " {}\n"},
        {"  partially\r\n", "Saved", "\n" + today("oven-is-hot", "partially")},
        {"u\n", "Saved", "\n" + today("oven-is-hot", "unknown")},
        {"s\n", "Skipped", " {}\n"},
        {"b\n", "This is the first question.", " {}\n"},
        {"n", "Saved", "\n" + today("oven-is-hot", "no")},
        {"?\n", "Evidence could be: A photograph of it", " {}\n"},
        {"e\n\n", "Nothing was changed.", " {}\n"},
        {"e\nlog\ne\nphoto\n", "Saved.",
         "\n  oven-is-hot:\n    answer: unknown\n    evidence:\n      - \"log\"\n      - "
         "\"photo\"\n"},
        {"t\na: b # c\nn\nb\nt\nno\n", "Note   a: b # c",
         "\n  oven-is-hot:\n    answer: no\n    note: \"no\"\n    date: 2026-11-24\n"},
        {"o\n\xE2\x80\xAE"
         "Ann\n",
         "Saved.", "\n  oven-is-hot:\n    answer: unknown\n    owner: \"\\u202eAnn\"\n"},
    };
    for (const auto& row : rows) {
        INFO(row.input);
        const Table table("team: Bakers\nanswers: {}\n");
        const auto outcome = table.sit(row.input, {"oven"});
        CHECK(outcome.status == 0);
        INFO(outcome.err);
        CHECK(says(outcome, row.said));
        const bool is_dated = row.answers.find("2026") != std::string::npos;
        CHECK(table.sheet() == std::string("team: Bakers\n") +
                                   (is_dated ? "date: 2026-11-24\n" : "") +
                                   "answers:" + row.answers);
        CHECK(outcome.err.find('\x1b') == std::string::npos);
        CHECK(outcome.err.find("\xE2\x80\xAE") == std::string::npos);
    }
}

TEST_CASE("not applicable wants a reason", "[ask]") {
    const std::string open =
        "team: Bakers\nanswers:\n  oven-has-timer: fully\n  shop-is-open: fully\n";
    const Table table(open);
    auto outcome = table.sit("x\n\nx\n \t\nq\n");
    CHECK(count(outcome.err, "Legitimate when: bread is given away") == 2);
    CHECK(count(outcome.err, "Not applicable needs a reason. Nothing was changed.") == 2);
    CHECK(table.sheet() == open);
    outcome = table.sit("x\ngiven \"away\"\n");
    CHECK(table.sheet() == "team: Bakers\ndate: 2026-11-24" + open.substr(12) +
                               "  shop-takes-cards:\n    answer: not-applicable\n"
                               "    date: 2026-11-24\n    note: \"given \\\"away\\\"\"\n");
    CHECK(table.is_valid());

    const Table noted(open + "  shop-takes-cards: {answer: ~, note: free bread} # c\n");
    CHECK(says(noted.sit("x\n\n"), "Reason (Enter keeps the note, b back)"));
    CHECK(noted.sheet() ==
          "team: Bakers\ndate: 2026-11-24" + open.substr(12) +
              "  shop-takes-cards: {answer: not-applicable, note: free bread, date: "
              "2026-11-24} # c\n");
    CHECK(noted.is_valid());
}

TEST_CASE("what was skipped or is unknown is not asked again in that sitting", "[ask]") {
    const Table table(bakery);
    auto outcome = table.sit("s\nu\ns\ns\ny\n");
    CHECK(outcome.status == 0);
    auto ids = asked(outcome.err);
    auto distinct = ids;
    std::sort(distinct.begin(), distinct.end());
    CHECK(std::adjacent_find(distinct.begin(), distinct.end()) == distinct.end());
    CHECK(says(outcome, "What you skipped stays open."));
    CHECK(asked(table.sit("").err) == Ids{ids.front()});
}

TEST_CASE("a second sitting resumes at the first open question", "[ask]") {
    const Table table(bakery);
    CHECK(asked(table.sit("m\nq\n").err) == Ids{"oven-is-hot", "oven-has-timer"});
    CHECK(asked(table.sit("q\n").err) == Ids{"oven-has-timer"});
}

TEST_CASE("back, and back again", "[ask]") {
    const Table table(bakery);
    const auto outcome = table.sit("p\ns\nb\nb\nb\nm\nb\nf\nq\n", {"--full"});
    INFO(outcome.err);
    CHECK(asked(outcome.err) == Ids{"oven-is-hot", "oven-has-timer", "shop-is-open",
                                    "oven-has-timer", "oven-is-hot", "oven-is-hot", "shop-is-open",
                                    "oven-has-timer", "shop-is-open"});
    CHECK(says(outcome, "  Now    partially, 24 November 2026 (line 4)"));
    CHECK(says(outcome, "This is the first question."));
    CHECK(table.sheet() ==
          dated + today("oven-is-hot", "mostly") + today("oven-has-timer", "fully"));
}

TEST_CASE("back leads into earlier sittings, to the latest answer first", "[ask]") {
    const std::string sheet =
        "team: Bakers\ndate: 2026-05-01\nanswers:\n  shop-is-open: {answer: no, date: "
        "2026-03-01}\n  oven-is-hot: {answer: mostly, date: 2026-02-01}\n";
    const Table table(sheet);
    const auto outcome = table.sit("b\nb\n\n\nq\n");
    INFO(outcome.err);
    CHECK(asked(outcome.err) ==
          Ids{"oven-has-timer", "shop-is-open", "oven-is-hot", "shop-is-open", "oven-has-timer"});
    // Kept is kept: no date, no other answer.
    CHECK(table.sheet() == sheet);
}

TEST_CASE("a review goes through what is answered, undated and oldest first", "[ask]") {
    const std::string before =
        "team: Bakers # ours\nanswers:\n"
        "  shop-takes-cards: {answer: no, date: 2026-03-01}  # third\n"
        "  shop-is-open: unknown\n"
        "  oven-has-timer: {answer: mostly, date: 2026-02-01, source: scan}\n"
        "  oven-is-hot:\n    answer: partially\n    confirmed_by: Audit\n    note: Looked warm.\n";
    SECTION("kept, and dated") {
        const Table table(before);
        const auto outcome = table.sit("\n\n\n", {"--review"});
        INFO(outcome.err);
        CHECK(outcome.status == 0);
        CHECK(asked(outcome.err) == Ids{"oven-is-hot", "oven-has-timer", "shop-takes-cards"});
        CHECK(says(outcome, "0 reviewed, 3 left."));
        CHECK(says(outcome, "2 reviewed, 1 left."));
        CHECK(says(outcome, "Now    partially, no date (line 6)"));
        CHECK(says(outcome, "Note   Looked warm."));
        CHECK(says(outcome, "found by scan"));
        CHECK(says(outcome, "Enter keep"));
        CHECK(says(outcome, "Every answer that was asked for is of today."));
        CHECK(table.sheet() ==
              "team: Bakers # ours\ndate: 2026-11-24\nanswers:\n"
              "  shop-takes-cards: {answer: no, date: 2026-11-24}  # third\n"
              "  shop-is-open: unknown\n"
              "  oven-has-timer: {answer: mostly, date: 2026-11-24}\n"
              "  oven-is-hot:\n    answer: partially\n    confirmed_by: Audit\n    note: Looked "
              "warm.\n    date: 2026-11-24\n");
        CHECK(asked(table.sit("", {"--review"}).err).empty());
        CHECK(asked(table.sit("", {"--review", "--today", "2026-11-25"}).err).size() == 1);
    }
    SECTION("answered anew, skipped, gone back to") {
        const Table table(before);
        const auto outcome = table.sit("f\ns\nb\nb\nm\nu\n", {"--review"});
        INFO(outcome.err);
        CHECK(asked(outcome.err) == Ids{"oven-is-hot", "oven-has-timer", "shop-takes-cards",
                                        "oven-has-timer", "oven-is-hot", "shop-takes-cards"});
        // Nobody has confirmed the other answer.
        CHECK(table.sheet() ==
              "team: Bakers # ours\ndate: 2026-11-24\nanswers:\n"
              "  shop-takes-cards: {answer: unknown, date: 2026-11-24}  # third\n"
              "  shop-is-open: unknown\n"
              "  oven-has-timer: {answer: mostly, date: 2026-02-01, source: scan}\n"
              "  oven-is-hot:\n    answer: mostly\n    note: Looked warm.\n    date: "
              "2026-11-24\n");
    }
    SECTION("of one parameter, of one practice") {
        const Table table(before);
        CHECK(asked(table.sit("", {"shop", "--review"}).err) == Ids{"shop-takes-cards"});
        CHECK(asked(table.sit("", {"oven-has-timer", "--review"}).err) == Ids{"oven-has-timer"});
    }
    SECTION("not beside --full, --overall or --for") {
        const Table table(before);
        CHECK(table.sit("", {"--review", "--full"}).status == 2);
        CHECK(table.sit("", {"--review", "--overall"}).status == 2);
        CHECK(table.sit("", {"--review", "--for", "bakery=1"}).status == 2);
    }
}

TEST_CASE("answers without any date stay first in a review, and say that they have none", "[ask]") {
    const Table table(
        "team: Bakers\nanswers:\n  oven-is-hot: {answer: mostly, date: 2026-02-01}\n"
        "  oven-has-timer: no\n  shop-is-open: no\n");
    const auto outcome = table.sit("\n\n", {"--review"});
    INFO(outcome.err);
    CHECK(asked(outcome.err) == Ids{"oven-has-timer", "shop-is-open", "oven-is-hot"});
    CHECK(count(outcome.err, "Now    no, no date") == 2);
    CHECK(says(table.sit("s\n", {"--review"}), "That was all. What you skipped keeps its date."));
    CHECK(says(table.sit("\n", {"--review"}), "Every answer that was asked for is of today."));
    CHECK(says(Table(bakery).sit("", {"--review"}), "Nothing is answered yet."));
}

TEST_CASE("a key that is typed for a text is none", "[ask]") {
    const std::string sheet =
        "team: Bakers\nanswers:\n  oven-has-timer: fully\n  shop-is-open: fully\n"
        "  shop-takes-cards: partially\n";
    const Table table(sheet);
    const auto outcome = table.sit("x\nb\nt\nq\ne\n?\nq\n", {"shop-takes-cards"});
    CHECK(count(outcome.err, "Nothing was changed.") == 3);
    CHECK(table.sheet() == sheet);
    const Table unnamed("");
    CHECK(unnamed.sit("q\n").status == 0);
    CHECK_FALSE(std::filesystem::exists(unnamed.file()));
}

TEST_CASE("an answer that somebody else adds meanwhile grows no younger", "[ask]") {
    const std::string sheet = "team: Bakers\ndate: 2026-05-01\nanswers: {}\n";
    const Table table(sheet);
    bool given = false;
    table.sit([&](char* buffer, std::size_t) -> long {
        if (std::exchange(given, true)) return 0;
        table.write("team: Bakers\ndate: 2026-05-01\nanswers:\n  shop-is-open: no\n");
        std::memcpy(buffer, "f\n", 2);
        return 2;
    });
    CHECK(table.sheet() ==
          "team: Bakers\ndate: 2026-11-24\nanswers:\n  shop-is-open: {answer: no, date: "
          "2026-05-01}\n" +
              today("oven-is-hot", "fully"));
}

TEST_CASE("an answer without a date does not grow younger with its sheet", "[ask]") {
    const Table undated("team: Bakers\nanswers:\n  oven-is-hot: fully\n");
    CHECK(says(undated.sit("m\nq\n"),
               "The sheet had no date. Answers without one (1) count as of today from now on."));
    const Table table(
        "team: Bakers\ndate: 2026-05-01 # spring\nanswers:\n  oven-is-hot: fully # old\n"
        "  shop-is-open: {answer: no, date: 2026-04-01}\n");
    const auto outcome = table.sit("m\nq\n");
    CHECK(says(outcome,
               "The sheet is of today now; 1 answer without a date got that of the sheet so "
               "far, 1 May 2026."));
    CHECK(table.sheet() ==
          "team: Bakers\ndate: 2026-11-24 # spring\nanswers:\n"
          "  oven-is-hot: {answer: fully, date: 2026-05-01} # old\n"
          "  shop-is-open: {answer: no, date: 2026-04-01}\n" +
              today("oven-has-timer", "mostly"));
    CHECK_FALSE(says(table.sit("q\n"), "without a date"));
}

TEST_CASE("an implied answer is not asked for", "[ask]") {
    const Table table("team: Bakers\nanswers: {oven-has-timer: fully}\n");
    CHECK(asked(table.sit("f\nf\n").err) == Ids{"shop-is-open", "shop-takes-cards"});
    const Table all("team: Bakers\nanswers: {oven-has-timer: fully}\n");
    CHECK(asked(all.sit("f\nf\n", {"--full"}).err) == Ids{"shop-is-open", "shop-takes-cards"});
}

TEST_CASE("the facts about the team come first", "[ask]") {
    const Table table("team: T\nanswers: {} # none\n", "");
    auto outcome = table.sit("?\nyes\nproduction\nb\n3\nmany\n-1\n2.5\n12\nb\n\nb\n13\na\nq\n");
    INFO(outcome.err);
    CHECK(outcome.status == 0);
    CHECK(says(outcome, "Whether these maturity models suit you depends on it."));
    CHECK(says(outcome, "\"many\" is no answer here. Answer: a whole number."));
    CHECK(says(outcome, "\"-1\" is no answer here."));
    CHECK(says(outcome, "Now    production\n"));
    CHECK(says(outcome, "Now    12\n"));
    CHECK(says(outcome, "About the team: 0 answered so far, at most 11 left."));
    CHECK(says(outcome, "Skipped for good:"));
    CHECK(table.sheet() ==
          "team: T\ncontext:\n  trains_models: true\n  purpose: \"poc_to_production\"\n  "
          "production_models: 13\n  use_cases: ~\n  pipelines: ~\n  retraining: ~\n  "
          "data_changes: ~\n  pipeline_changes: ~\n  criticality: ~\n  regulated: ~\n  "
          "auto_retrain_and_deploy_needed: ~\nanswers: {} # none\n");
    CHECK(table.is_valid());
    CHECK(asked(outcome.err).size() == 1);
    // Not asked again, but there for who goes back.
    CHECK_FALSE(says(table.sit("q\n"), "About the team"));
    outcome = table.sit("b\nb\nyes\nq\n");
    CHECK(says(outcome, "Does a law, a supervisor"));
    CHECK(table.sheet().find("  regulated: true\n") != std::string::npos);
    CHECK_FALSE(says(table.sit("q\n", {"ci"}), "About the team"));

    const Table words("team: T\ncontext: {purpose: poc_to_production}\nanswers: {}\n", "");
    CHECK(words.sit("Y\n4\n1\n1\nrarely\nslow\nregular\nHigh\nNo\nno\nn\nq\n").status == 0);
    INFO(words.sheet());
    CHECK(words.sheet().find("auto_retrain_and_deploy_needed: false") != std::string::npos);
    CHECK(words.is_valid());
}

TEST_CASE("skipping all facts means those that were passed over, too", "[ask]") {
    const Table table("team: T\nanswers: {}\n", "");
    const auto outcome = table.sit("y\n\n\na\nb\nb\nq\n");
    INFO(outcome.err);
    CHECK(count(table.sheet(), ": ~\n") == 10);
    CHECK(count(outcome.err, "About the team") == 6);
    CHECK(says(outcome, "at most 1 left"));
    CHECK_FALSE(says(table.sit("q\n"), "About the team"));
}

TEST_CASE("a team that goes on though no model suits it is asked once", "[ask]") {
    const Table table("team: T\ncontext: {trains_models: false}\nanswers: {}\n", "");
    const auto outcome = table.sit("y\n4\nn\nq\n");
    INFO(outcome.err);
    CHECK(count(outcome.err, "Go on all the same?") == 1);
    CHECK(asked(outcome.err).size() == 1);
}

TEST_CASE("only facts on which something hangs are asked", "[ask]") {
    // A proof of concept that ends there, and no live model: nothing else matters.
    const Table table("team: T\nanswers: {}\n", "");
    const auto outcome = table.sit("y\n2\n0\nq\n");
    INFO(outcome.err);
    CHECK(count(outcome.err, "About the team") == 4);
    CHECK(says(outcome, "set rules for how these models"));
    CHECK_FALSE(says(outcome, "How many training pipelines"));
}

TEST_CASE("the advice is offered as target", "[ask]") {
    const std::string facts =
        "context: {trains_models: true, purpose: poc, production_models: 0, "
        "regulated: false}\n";
    const std::string sheet = "team: T\n" + facts + "answers: {}\n";
    const std::string offer = "Advice: Microsoft 0, Google 0.";
    SECTION("Enter is yes") {
        const Table table(sheet, "");
        const auto outcome = table.sit("?\nmaybe\n\nq\n");
        INFO(outcome.err);
        CHECK(says(outcome, offer));
        CHECK(says(outcome, "Aim at these? Enter yes, n no, b back, ? why, q quit >"));
        CHECK(says(outcome, "Microsoft 0, since:"));
        CHECK(says(outcome, "\"maybe\" is no answer here."));
        CHECK(table.sheet() ==
              "team: T\n" + facts + "target:\n  microsoft: 0\n  google: 0\nanswers: {}\n");
        CHECK_FALSE(says(table.sit("q\n"), "Advice"));
    }
    SECTION("no, and back to the facts") {
        const Table table(sheet, "");
        const auto outcome = table.sit("b\ny\nn\nq\n");
        INFO(outcome.err);
        CHECK(count(outcome.err, offer) == 2);
        CHECK(says(outcome, "set rules for how"));
        CHECK(says(outcome, "The targets stay as they are."));
        CHECK(table.sheet().find("target") == std::string::npos);
        CHECK(table.sheet().find("regulated: true") != std::string::npos);
        CHECK(asked(outcome.err).size() == 1);
    }
    SECTION("back from the first practice to the advice that was declined") {
        const Table table(sheet, "");
        const auto outcome = table.sit("n\nb\ny\nq\n");
        INFO(outcome.err);
        CHECK(count(outcome.err, offer) == 2);
        CHECK(table.sheet().find("microsoft: 0") != std::string::npos);
    }
    SECTION("only for the models that are asked about") {
        const Table table(sheet, "");
        CHECK(says(table.sit("q\n", {"--for", "google=1"}), "Advice: Google 0."));
    }
    SECTION("another target is not overridden by Enter") {
        const Table table("team: T\ntarget: {microsoft: 3}\n" + facts + "answers: {}\n", "");
        // Nothing is offered while no fact is another than before.
        CHECK_FALSE(says(table.sit("q\n"), "Advice"));
        const auto outcome = table.sit("b\nyes\n\nq\n");
        INFO(outcome.err);
        CHECK(says(outcome, "Advice: Microsoft 0, Google 0; your target so far: Microsoft 3."));
        CHECK(says(outcome, "Aim at these? y yes, Enter no"));
        CHECK(table.sheet().find("target: {microsoft: 3}") != std::string::npos);
        CHECK(table.sit("b\nno\ny\nq\n").status == 0);
        CHECK(table.sheet().find("target: {microsoft: 0, google: 0}") != std::string::npos);
    }
    SECTION("not in the middle") {
        const Table table("team: T\n" + facts + "answers: {mon-quality: no}\n", "");
        CHECK_FALSE(says(table.sit("q\n"), "Advice"));
    }
}

TEST_CASE("somebody else changes the file between two answers", "[ask]") {
    const Table table(bakery);
    struct Keystroke {
        std::string line;
        std::string sheet;  ///< what the file is before the line is read; empty: as it is
    };
    const std::string broken = "team: Bakers\nanswers:\n  shop-is-open: [\n";
    const std::string theirs =
        "team: Bakers\n# theirs\nanswers:\n  shop-takes-cards: fully # theirs\n";
    const std::vector<Keystroke> steps = {
        {"f\n", ""},
        {"n\n", theirs},
        {"f\n", broken},
        {"q\n", ""},
    };
    std::size_t step = 0;
    const auto outcome = table.sit([&](char* buffer, std::size_t) -> long {
        if (step == steps.size()) return 0;
        const auto& [line, sheet] = steps[step++];
        if (sheet == broken) CHECK(table.sheet().ends_with(today("oven-has-timer", "no")));
        if (!sheet.empty()) table.write(sheet);
        std::memcpy(buffer, line.data(), line.size());
        return static_cast<long>(line.size());
    });
    INFO(outcome.err);
    CHECK(outcome.status == 3);
    CHECK(count(outcome.err, "Not saved: ") == 1);
    CHECK(table.sheet() == broken);
    // What they answered is not asked, and what they took out is asked again.
    CHECK(asked(outcome.err) ==
          Ids{"oven-is-hot", "oven-has-timer", "oven-is-hot", "shop-is-open"});
}

TEST_CASE("what others do to the answer of the same practice stays", "[ask]") {
    const Table table(bakery);
    const std::vector<std::string> lines = {"t\n", "hot\n", "q\n"};
    std::size_t next = 0;
    table.sit([&](char* buffer, std::size_t) -> long {
        if (next == lines.size()) return 0;
        if (next == 1) table.write("team: Bakers\nanswers: {oven-is-hot: fully}\n");
        const auto& line = lines[next++];
        std::memcpy(buffer, line.data(), line.size());
        return static_cast<long>(line.size());
    });
    CHECK(table.sheet() ==
          "team: Bakers\nanswers: {oven-is-hot: {answer: fully, note: \"hot\"}}\n");
}

TEST_CASE("what an editor saves while an answer is being saved stays", "[ask]") {
    const Table table(bakery);
    int saved = 0;
    {
        const Disk disk([&](int) {
            if (saved++ == 0) table.write(bakery + "# theirs\n");
            return 0;
        });
        CHECK(table.sit("f\n").status == 0);
    }
    CHECK(table.sheet() == dated + today("oven-is-hot", "fully") + "# theirs\n");
    const Disk restless([&](int) {
        table.write(bakery + "# " + std::to_string(++saved) + "\n");
        return 0;
    });
    const auto outcome = table.sit("n\nq\n");
    CHECK(outcome.status == 3);
    CHECK(says(outcome,
               "Not saved: " + table.file() + ": another program keeps changing this file."));
}

TEST_CASE("an answer waits until another run has saved its own", "[ask]") {
    const Table table(bakery);
    const auto outcome =
        run_shell(on_that_day +
                      "flock answers.yaml sh -c 'touch held; sleep 0.5; cp answers.yaml next; "
                      "echo \"# theirs\" >> next; mv next answers.yaml' &\n"
                      "while ! test -e held; do sleep 0.01; done\n"
                      "printf 'f\\n' | $P ask answers.yaml --rubric " +
                      model + " 2>&1 | grep -c Saved; wait",
                  table.folder().path);
    CHECK(outcome.out == "1\n");
    CHECK(table.sheet() == dated + today("oven-is-hot", "fully") + "# theirs\n");
}

TEST_CASE("two sittings with one sheet lose no answer", "[ask]") {
    const Table table("team: T\nanswers: {}\n", "");
    const auto outcome = run_shell(
        "{ echo s; yes f | head -20; } > keys\n"
        "for part in people development; do\n"
        "  $P ask answers.yaml --full $part < keys 2> told.$part &\n"
        "done; wait; cat told.* | grep -c 'Saved\\.'; grep -c 'answer: fully' answers.yaml",
        table.folder().path);
    const auto half = outcome.out.size() / 2;
    CHECK(outcome.out.substr(0, half) == outcome.out.substr(half));
    CHECK(outcome.out.substr(0, half) != "0\n");
    CHECK(table.is_valid());
}

TEST_CASE("a terminal cuts no text that is typed, and is as before after any end", "[ask]") {
    const std::pair<std::string, std::string> rows[] = {
        {"q", "terminal True\nstatus 0\n"},
        {"d", "terminal True\nstatus 0\n"},
        {"c", "terminal True\nstatus 130\n"},
        {"TERM", "terminal True\nstatus -15\n"},
        {"QUIT", "terminal True\nstatus -3\n"},
        {"stop", "stopped True True\nterminal True\nstatus 0\n"},
    };
    for (const auto& [ending, out] : rows) {
        INFO(ending);
        const Table table(bakery);
        const auto outcome =
            run_shell("ulimit -c 0; python3 " SOURCE_FOLDER "/tests/ask/terminal.py " + ending +
                          " $P ask answers.yaml --rubric " + model,
                      table.folder().path);
        INFO(outcome.err);
        CHECK(outcome.out == out);
        CHECK(table.sheet() ==
              "team: Bakers\nanswers:\n  oven-is-hot:\n    answer: unknown\n    note: "
              "\"\xE5\xBA\x97" +
                  std::string(5000, 'x') + "\"\n");
    }
}

TEST_CASE("an interrupt keeps everything", "[ask]") {
    for (const std::string input : {"", "Bakers\n", "Bakers\nf\n", "Bakers\nf\nt\n"}) {
        const Table table("");
        bool given = false;
        const auto outcome = table.sit([&](char* buffer, std::size_t) -> long {
            if (given || input.empty()) return -EINTR;
            given = true;
            std::memcpy(buffer, input.data(), input.size());
            return static_cast<long>(input.size());
        });
        CHECK(outcome.status == 130);
        if (input.size() > 8)
            CHECK(table.sheet().find(today("oven-is-hot", "fully")) != std::string::npos);
    }
}

TEST_CASE("input without lines is not collected for ever", "[ask]") {
    const Table table(bakery);
    const auto outcome = table.sit([](char* buffer, std::size_t size) -> long {
        std::memset(buffer, 'x', size);
        return static_cast<long>(size);
    });
    CHECK(outcome.status == 3);
    CHECK(says(outcome, "This input has no lines."));
    CHECK(table.sheet() == bakery);
}

TEST_CASE("a line that is too long is asked for again", "[ask]") {
    const Table table(bakery);
    const auto outcome =
        table.sit("n\n" + std::string(3'000'000, 'x') + "\nf\n" + std::string(2'000'000, 'f'));
    CHECK(outcome.status == 0);
    CHECK(count(outcome.err, "That line is longer than 1 MiB. Please type a shorter one.") == 2);
    CHECK(table.sheet() == dated + today("oven-is-hot", "no") + today("oven-has-timer", "fully"));
}

TEST_CASE("a file that cannot be written is as before, and the status says so", "[ask]") {
    const Table table(bakery);
    table.folder().file("many.txt", std::string(9'000, '#'));
    const auto line = "$P ask answers.yaml --rubric " + model;
    SECTION("too large") {
        const auto padded = bakery + "# " + std::string(3'000, 'x') + "\n";
        table.write(padded);
        const auto outcome =
            run_shell("(ulimit -f 1; printf 'f\\nf\\n' | " + line + ")", table.folder().path);
        INFO(outcome.err);
        CHECK(outcome.status == 3);
        CHECK(says(outcome, "Not saved: answers.yaml: cannot write this file: File too large."));
        CHECK(table.sheet() == padded);
        CHECK(run_shell("ls -A", table.folder().path).out == "answers.yaml\nmany.txt\n");
    }
    SECTION("a folder that is read only") {
        const auto outcome = run_shell(
            "if [ $(id -u) = 0 ]; then run='setpriv --reuid=65534 --clear-groups'; fi\n"
            "probe=$(mktemp -d /tmp/mlops-assess-probe-XXXXXX); cp $P $probe/program\n"
            "cp " +
                model +
                " $probe/model.yaml; mkdir $probe/d; cp answers.yaml $probe/d\n"
                "chmod 755 $probe; chmod 666 $probe/model.yaml $probe/d/*; chmod 555 $probe/d\n"
                "printf 'f\\n' | $run $probe/program ask $probe/d/answers.yaml --rubric "
                "$probe/model.yaml\nstatus=$?; cat $probe/d/answers.yaml; ls -A $probe/d; "
                "chmod 755 $probe/d; rm -r $probe; exit $status",
            table.folder().path);
        INFO(outcome.err);
        CHECK(outcome.status == 3);
        CHECK(says(outcome, "cannot write this file: Permission denied"));
        CHECK(outcome.out == bakery + "answers.yaml\n");
    }
    SECTION("a device") {
        CHECK(run_shell(line + " < /dev/null; $P ask /dev/null", table.folder().path).status == 3);
        CHECK(run_shell("$P ask .", table.folder().path).status == 3);
    }
}

TEST_CASE("the byte order mark, the mode and the link of a file stay", "[ask]") {
    const Table table(
        "\xEF\xBB\xBF"
        "team: T\r\nanswers:\r\n  oven-is-hot: no\r\n");
    const auto outcome = run_shell(
        on_that_day +
            "mv answers.yaml real.yaml; chmod 640 real.yaml; ln -s real.yaml answers.yaml; "
            "printf 'f\\nf\\n' | $P ask answers.yaml --full --rubric " +
            model + " 2>&1; stat -c %a real.yaml; readlink answers.yaml",
        table.folder().path);
    CHECK(outcome.out.ends_with("640\nreal.yaml\n"));
    CHECK(table.sheet() ==
          "\xEF\xBB\xBFteam: T\r\ndate: 2026-11-24\r\nanswers:\r\n  oven-is-hot: no\r\n"
          "  oven-has-timer: {answer: fully, date: 2026-11-24}\r\n"
          "  shop-is-open: {answer: fully, date: 2026-11-24}\r\n");
}

TEST_CASE("what to ask about", "[ask]") {
    std::string fully;
    for (int i = 0; i < 200; ++i) fully += "f\n";
    SECTION("all") {
        const Table table("team: T\nanswers: {}\n", "");
        CHECK(asked(table.sit("a\n" + fully, {"--full"}).err).size() > 40);
        CHECK(says(table.sit("a\n", {"--full"}), "That was the last open question."));
    }
    SECTION("one parameter") {
        const Table table(bakery);
        const auto outcome = table.sit(fully, {"shop"});
        CHECK(asked(outcome.err) == Ids{"shop-is-open", "shop-takes-cards"});
        CHECK(says(outcome, "No further question can change a level that you asked for."));
    }
    SECTION("one level") {
        const Table table(bakery);
        CHECK(asked(table.sit(fully, {"--for", "bakery=1"}).err) ==
              Ids{"oven-is-hot", "shop-is-open"});
    }
    SECTION("the overall level") {
        const Table table(bakery);
        const auto outcome = table.sit("n\n", {"--overall"});
        CHECK(asked(outcome.err) == Ids{"oven-is-hot", "oven-has-timer"});
        const Table exact("team: Bakers\nanswers: {oven-is-hot: no, oven-has-timer: no}\n");
        CHECK(asked(exact.sit("q\n", {"--overall"}).err).empty());
        CHECK(says(exact.sit("", {"--overall"}), "The overall levels are exact now."));
        CHECK(says(exact.sit("", {"--overall"}),
                   "Bakery: below level 1 of 2; short of 1: 1 to do, 1 open."));
    }
    SECTION("the rest of the open cells") {
        const Table table("team: T\nanswers: {mon-service-metrics: no}\n", "");
        const std::vector<std::string> only = {"monitoring"};
        auto outcome = table.sit("what\nn\n", only);
        CHECK(says(outcome, "progress and the next milestones exact: 4 questions."));
        CHECK(says(outcome, "Please type y or n."));
        CHECK(asked(outcome.err).empty());
        outcome = table.sit("Y\ns\nq\n", only);
        CHECK(asked(outcome.err).size() == 2);
    }
}

namespace {

/// The lines of each question, its prompt with them, by the practice.
std::map<std::string, std::size_t> lines_of_questions(const std::string& transcript) {
    std::map<std::string, std::size_t> lines;
    for (auto at = transcript.find("\n\n"); at != std::string::npos;) {
        const auto end = transcript.find("\nAnswer >", at);
        if (end == std::string::npos) break;
        const auto screen = transcript.substr(at + 1, end - at);
        const auto ids = asked(screen);
        if (!ids.empty())
            lines[ids.front()] =
                static_cast<std::size_t>(std::count(screen.begin(), screen.end(), '\n') + 1);
        at = transcript.find("\n\n", end);
    }
    return lines;
}

}  // namespace

TEST_CASE("a question fits on a screen of 80 columns and 24 lines", "[ask]") {
    const Workshop workshop;
    const auto& practices = workshop.microsoft().catalogue->practices;
    std::string noted = "team: T\nanswers:\n";
    std::string skips;
    std::vector<std::string> ids;
    for (const auto& practice : practices) {
        ids.emplace_back(practice.id);
        skips += "s\n";
        noted += "  " + ids.back() + ": {answer: partially, note: " + std::string(900, 'x') +
                 " end, owner: Somebody, confirmed_by: Audit, evidence: [https://example.com/a, " +
                 std::string(300, 'y') + ", docs]}\n";
    }
    for (const auto& sheet : {std::string("team: T\nanswers: {}\n"), noted}) {
        const Table table(sheet, "");
        const auto outcome = table.sit(skips, ids);
        const auto lines = lines_of_questions(outcome.err);
        CHECK(lines.size() == practices.size());
        for (const auto& [id, count] : lines) {
            INFO(id);
            CHECK(count <= 24);
        }
        CHECK(says(outcome, "(? shows all)") == (sheet == noted));
    }
    // The first one says what the answers mean, too.
    for (const auto& id : ids) {
        const Table table("team: T\nanswers: {}\n", "");
        const auto outcome = table.sit("q\n", {id});
        INFO(outcome.err);
        CHECK(says(outcome, "What the answers mean"));
        CHECK(lines_of_questions(outcome.err).at(id) <= 24);
    }
    for (const auto& width : {std::string("80"), std::string("60")}) {
        const Table table(noted, "");
        const auto wide = run_shell("{ echo '?'; yes s | head -200; } | COLUMNS=" + width +
                                        " $P ask answers.yaml --review 2>&1 | awk 'length > " +
                                        width + "' | grep -v -e xxx -e yyy",
                                    table.folder().path);
        CHECK(wide.out == "");
    }
}

TEST_CASE("the short path finds the levels of the whole sheet", "[ask]") {
    for (const auto* name : {"startup", "retail-credit"}) {
        INFO(name);
        Workshop workshop;
        const auto& example =
            workshop.sheet(read_file(std::string(SOURCE_FOLDER "/examples/") + name + ".yaml"));
        // What somebody types who has the whole sheet.
        std::map<std::string, std::string> typed;
        std::map<std::string, std::string> written;
        for (const auto& practice : workshop.microsoft().catalogue->practices) {
            const auto* answer = example.find(practice.id);
            const bool is_open = answer == nullptr || answer->rating == Rating::unanswered;
            const auto said = is_open ? "no" : std::string(word(answer->rating));
            const bool is_na = said == "not-applicable";
            typed[std::string(practice.id)] = is_na ? "x\nbecause\n" : said + "\n";
            written[std::string(practice.id)] =
                is_na ? "{answer: not-applicable, note: because}" : said;
        }
        const Table table("team: T\nanswers: {}\n", "");
        std::size_t questions = 0;
        for (auto next = asked(table.sit("a\n").err).back();; ++questions) {
            const auto ids = asked(table.sit("a\n" + typed.at(next)).err);
            REQUIRE(ids.front() == next);
            if (ids.size() == 1) break;
            next = ids.back();
        }
        CHECK(questions < typed.size());

        const auto& sat = workshop.sheet(table.sheet());
        const auto& whole = workshop.answers(written);
        for (const auto* rubric : {&workshop.microsoft(), &workshop.google()}) {
            const auto found = assess(*rubric, sat, {});
            const auto right = assess(*rubric, whole, {});
            REQUIRE(found);
            REQUIRE(right);
            CHECK(found->possible.low == right->possible.low);
            CHECK(found->possible.high == right->possible.low);
            for (std::size_t i = 0; i < right->parameters.size(); ++i) {
                CHECK(found->parameters[i].possible.low == right->parameters[i].possible.low);
                CHECK(found->parameters[i].possible.high == right->parameters[i].possible.low);
            }
        }
    }
}

TEST_CASE("a diff shows only the lines that were answered", "[ask]") {
    const Table table(read_file(SOURCE_FOLDER "/tests/ask/odd.yaml"));
    const auto outcome =
        run_shell(on_that_day +
                      "export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null\n"
                      "git init -q . && git config core.autocrlf false && git add answers.yaml\n"
                      "git -c user.name=T -c user.email=t@example.com commit -qm sheet\n"
                      "printf '%s\\n' p t '\"short\"' m t 'mostly: open' f b o Ann f e receipt f | "
                      "$P ask answers.yaml --full --rubric " +
                      model +
                      " 2> /dev/null\n"
                      "$P validate answers.yaml --rubric " +
                      model +
                      "\n"
                      "git diff --numstat; git diff -U0 | tail -n +5 | grep -v '^@@'",
                  table.folder().path);
    INFO(outcome.err);
    check_approved(SOURCE_FOLDER "/tests/ask/odd.diff", outcome.out);
}

namespace {

const std::string scoped_catalogue =
    "schema: mlops-assess/practices/1\nid: c\ntitle: C\nversion: 1.0.0\n"
    "parameters: [{id: p, title: P}]\n"
    "practices:\n  - {id: one, parameter: p, statement: A statement.}\n"
    "  - {id: two, parameter: p, statement: Another.}\n"
    "context:\n  - {id: trains, text: Do you train?, kind: bool}\n"
    "  - {id: many, text: How many?, kind: number}\n";

/// A rubric for teams that train.
std::string scoped_rubric(const std::string& id, bool scoped = true) {
    return "schema: mlops-assess/rubric/1\nid: " + id + "\nlabel: Model " + id +
           "\ntitle: T\nversion: 1.0.0\ncatalogue: catalogue.yaml\n" +
           (scoped ? "out_of_scope:\n  - {when: {trains: false}, because: Look at LLMOps.}\n"
                   : "") +
           "levels: [{level: 0, name: N, summary: S}, {level: 1, name: N, summary: S}]\ncells:\n"
           "  p: [{level: 0, describes: d}, {level: 1, describes: d, requires: [one, two]}]\n";
}

const std::string not_made = "Model a is not made for this team. Look at LLMOps.";
const std::string go_on = "Go on all the same? y yes, Enter no, b back >";

}  // namespace

TEST_CASE("a team for which no model is made is told first and asked whether to go on", "[ask]") {
    const std::string unstated = "team: T\nanswers: {}\n";
    const std::string stated = "team: T\ncontext: {trains: false}\nanswers: {}\n";
    const std::string trains = "team: T\ncontext: {trains: true, many: 1}\nanswers: {}\n";
    struct Row {
        std::string name;
        std::string sheet;
        std::string input;
        std::vector<std::string> options;
        int told;    ///< how often
        int asked;   ///< whether to go on
        bool sits;   ///< whether it comes to questions about practices
        bool facts;  ///< whether a fact is asked on which nothing hangs
    };
    const Row rows[] = {
        {"after the fact, Enter is no", unstated, "n\n\n", {}, 1, 1, false, false},
        {"after the fact, n", unstated, "n\nn\nf\n", {}, 1, 1, false, false},
        {"after the fact, y", unstated, "n\nY\nf\nf\n", {}, 1, 1, true, false},
        {"another key first", unstated, "n\nf\nyes\nf\nf\n", {}, 1, 2, true, false},
        {"back to the fact", unstated, "n\nb\ny\nf\n", {}, 1, 1, true, false},
        {"at once where the sheet says it, no", stated, "no\n", {}, 1, 1, false, false},
        {"at once where the sheet says it, yes", stated, "y\nf\nf\n", {}, 1, 1, true, false},
        {"named practices", stated, "f\n", {"one"}, 1, 0, true, false},
        {"a team that trains", trains, "f\nf\n", {}, 0, 0, true, false},
        {"facts left open", unstated, "a\nf\nf\n", {}, 0, 0, true, false},
        {"full", stated, "q\n", {"--full"}, 1, 1, false, false},
    };
    for (const auto& row : rows) {
        INFO(row.name);
        const Table table(row.sheet, "");
        table.folder().file("catalogue.yaml", scoped_catalogue);
        auto options = row.options;
        options.insert(options.end(),
                       {"--rubric", table.folder().file("a.yaml", scoped_rubric("a"))});
        const auto outcome = table.sit(row.input, options);
        INFO(outcome.err);
        CHECK(outcome.status == 0);
        CHECK(count(outcome.err, not_made) == static_cast<std::size_t>(row.told));
        CHECK(count(outcome.err, go_on) == static_cast<std::size_t>(row.asked));
        CHECK((outcome.err.find("A statement.") != std::string::npos) == row.sits);
        CHECK((outcome.err.find("How many?") != std::string::npos) == row.facts);
        CHECK((outcome.err.find("To go on later, answer y after:\n  mlops-assess ask " +
                                table.file() + " --rubric ") != std::string::npos) != row.sits);
        CHECK((table.sheet().find("one: {answer: fully") != std::string::npos) == row.sits);
        if (row.told > 0 && row.sits)
            CHECK(outcome.err.find(not_made) < outcome.err.find("Question 1"));
    }
}

TEST_CASE("the end of the input is no answer to whether to go on", "[ask]") {
    const Table table("team: T\ncontext: {trains: false}\nanswers: {}\n", "");
    table.folder().file("catalogue.yaml", scoped_catalogue);
    const auto outcome =
        table.sit("", {"--rubric", table.folder().file("a.yaml", scoped_rubric("a"))});
    CHECK(outcome.status == 0);
    CHECK(outcome.err.find("A statement.") == std::string::npos);
}

TEST_CASE("a team for which one loaded model is made goes on", "[ask]") {
    const Table table("team: T\ncontext: {trains: false, many: 1}\nanswers: {}\n", "");
    table.folder().file("catalogue.yaml", scoped_catalogue);
    const auto outcome =
        table.sit("f\nf\n", {"--rubric", table.folder().file("a.yaml", scoped_rubric("a")),
                             "--rubric", table.folder().file("b.yaml", scoped_rubric("b", false))});
    INFO(outcome.err);
    CHECK(outcome.status == 0);
    CHECK(count(outcome.err, not_made) == 1);
    CHECK(count(outcome.err, go_on) == 0);
    CHECK(table.sheet().find("one: {answer: fully") != std::string::npos);
}

TEST_CASE("what is to be asked is found whatever the case of its id", "[ask]") {
    const Table table("team: Bakers\nanswers: {}\n");
    const auto outcome = table.sit("f\n", {"Oven-Is-Hot"});
    CHECK(outcome.status == 0);
    CHECK(table.sheet().find(today("oven-is-hot", "fully")) != std::string::npos);
}

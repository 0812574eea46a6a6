#include "support/catch.hpp"
#include "support/program.hpp"
#include "text/unicode.hpp"

#include <sstream>

/// The real program where only a process can show what happens.
namespace {

const std::string sheet = SOURCE_FOLDER "/examples/startup.yaml";
const std::string big = SOURCE_FOLDER "/examples/retail-credit.yaml";

}  // namespace

TEST_CASE("the program alone in an empty folder scores a sheet", "[process]") {
    const Folder folder;
    const auto outcome =
        run_shell("cp $P ./alone && cp " + sheet + " answers.yaml && ./alone score answers.yaml",
                  folder.path);
    CHECK(outcome.status == 0);
    CHECK(outcome.out.find("MICROSOFT  level 1 of 4") != std::string::npos);
}

TEST_CASE("streams that are full, closed or gone", "[process]") {
    const Folder folder;
    struct Row {
        std::string command;
        int status;
        std::string err;  ///< part of it; empty: nothing is said
    };
    const Row rows[] = {
        {"$P score " + sheet + " > /dev/full", 3, "cannot write to stdout"},
        {"$P score " + sheet + " >&-", 3, "cannot write to stdout"},
        {"$P score " + sheet + " -f json > /dev/full", 3, "cannot write to stdout"},
        {"$P --help > /dev/full", 3, "cannot write to stdout"},
        {"$P score " + big +
             " -f json -q | python3 -c \"import os, sys, time; "
             "os.set_blocking(0, False); time.sleep(1); os.set_blocking(0, True); "
             "import json; json.load(sys.stdin)\"",
         0, ""},
        {"python3 -c \"import os, subprocess, sys, threading; r, w = os.pipe(); "
         "os.set_blocking(w, False); p = subprocess.Popen(sys.argv[1:], stdout=w); os.close(w); "
         "import time, json; time.sleep(1); json.load(os.fdopen(r)); sys.exit(p.wait())\" $P "
         "score " +
             big + " -f json -q",
         0, ""},
        {"python3 -c \"import os, subprocess, sys, time; r, w = os.pipe(); "
         "os.set_blocking(r, False); p = subprocess.Popen(sys.argv[2:], stdin=r, stdout=-3); "
         "text = open(sys.argv[1], 'rb').read(); os.write(w, text[:800]); time.sleep(1); "
         "os.write(w, text[800:]); os.close(w); sys.exit(p.wait())\" " +
             sheet + " $P validate -",
         0, ""},
        {"$P list practices >&-", 3, "cannot write to stdout"},
        {"$P score " + sheet + " -o text:/dev/full", 3, "cannot write this file"},
        {"$P score " + big + " 2>&- | grep -q MICROSOFT", 0, ""},
        {"$P score " + big + " 2>/dev/full | grep -q MICROSOFT", 0, ""},
        {"set -o pipefail; for i in 1 2 3 4 5; do $P score " + big +
             " -f json -q | head -1 > /dev/null || exit 9; done",
         0, ""},
        {"set -o pipefail; $P schema answers | true", 0, ""},
        {"$P score - <&-", 3, "error"},
        {"$P score " + sheet +
             " -f json | "
             "python3 -m json.tool > /dev/null",
         0, ""},
    };
    for (const auto& row : rows) {
        INFO(row.command);
        const auto outcome = run_shell(row.command, folder.path);
        INFO(outcome.err);
        CHECK(outcome.status == row.status);
        CHECK(outcome.out.empty());
        if (row.err.empty())
            CHECK(outcome.err.empty());
        else
            CHECK(outcome.err.find(row.err) != std::string::npos);
    }
}

TEST_CASE("a folder that cannot be written keeps what is there", "[process]") {
    const Folder folder;
    folder.file("report.md", "old");
    const auto outcome = run_shell(
        "chmod 500 . && if [ $(id -u) = 0 ]; then run='setpriv --reuid=65534 --clear-groups'; fi\n"
        "chmod 755 $(dirname $(pwd)) 2>/dev/null; cp $P /tmp/mlops-assess-probe.$$ && chmod 755 "
        "/tmp/mlops-assess-probe.$$; cp " +
            sheet +
            " /tmp/mlops-assess-probe.$$.yaml; chmod 644 "
            "/tmp/mlops-assess-probe.$$.yaml; chmod 555 .\n"
            "$run /tmp/mlops-assess-probe.$$ score /tmp/mlops-assess-probe.$$.yaml -o report.md -o "
            "new.json\n"
            "status=$?; rm /tmp/mlops-assess-probe.$$*; chmod 755 .; ls; cat report.md; exit "
            "$status",
        folder.path);
    INFO(outcome.err);
    CHECK(outcome.status == 3);
    CHECK(outcome.out == "report.md\nold");
    CHECK(outcome.err.find("report.md: error: cannot write this file") != std::string::npos);
}

TEST_CASE("no file is half written", "[process]") {
    const Folder folder;
    folder.file("report.md", "old");
    const auto outcome = run_shell("ulimit -f 1; $P score " + big +
                                       " -o report.md > /dev/null; status=$?; ls; "
                                       "cat report.md; exit $status",
                                   folder.path);
    CHECK(outcome.status != 0);
    CHECK(outcome.out == "report.md\nold");
}

TEST_CASE("an output through a link, or onto an input by another name", "[process]") {
    const Folder folder;
    const auto prepare = "cp " + sheet + " a.yaml; ln -s a.yaml link; ln a.yaml hard; mkdir d; ";
    for (const auto* name : {"link", "hard", "./a.yaml", "d/../a.yaml"}) {
        const auto outcome =
            run_shell(prepare + "$P score a.yaml -o markdown:" + name + "; status=$?; cmp a.yaml " +
                          sheet + "; rm -r *; exit $status",
                      folder.path);
        INFO(name << outcome.err);
        CHECK(outcome.status == 2);
        CHECK(outcome.out.empty());
    }
    const auto outcome =
        run_shell("touch real.md; ln -s real.md link.md; $P score " + sheet +
                      " -o link.md > /dev/null; test -L link.md && test -s real.md",
                  folder.path);
    CHECK(outcome.status == 0);
}

TEST_CASE("colour only where it is wanted", "[process]") {
    const Folder folder;
    const auto escapes = [&](const std::string& before, const std::string& after) {
        const auto outcome = run_shell(before + " $P score " + sheet + " " + after, folder.path);
        return outcome.out.find('\x1b') != std::string::npos;
    };
    CHECK_FALSE(escapes("", ""));
    CHECK(escapes("", "--color always"));
    CHECK(escapes("CLICOLOR_FORCE=1", ""));
    CHECK_FALSE(escapes("CLICOLOR_FORCE=1 NO_COLOR=1", ""));
    CHECK_FALSE(escapes("CLICOLOR_FORCE=1", "--color never"));
}

TEST_CASE("reports and plans fit the window", "[process]") {
    const Folder folder;
    for (const std::size_t width : {60, 80, 100, 120}) {
        const auto outcome = run_shell("export LC_ALL=C.UTF-8 COLUMNS=" + std::to_string(width) +
                                           "\ncd '" SOURCE_FOLDER
                                           "'\nfor sheet in examples/*.yaml "
                                           "examples/custom-model/answers.yaml\\ --rubric\\ "
                                           "examples/custom-model/rubric.yaml "
                                           "tests/sheets/{hostile,credited}.yaml; do\n"
                                           "$P score $sheet && $P plan $sheet || exit 1; done",
                                       folder.path);
        REQUIRE(outcome.status == 0);
        REQUIRE(outcome.out.find("nothing new at this level") != std::string::npos);
        std::istringstream lines(outcome.out);
        for (std::string line; std::getline(lines, line);) {
            INFO(width << " columns: " << line);
            // An address stays whole.
            REQUIRE((mlops_assess::display_width(line) <= width ||
                     line.find("://") != std::string::npos));
        }
    }
}

TEST_CASE("widths from COLUMNS are kept between 60 and 120", "[process]") {
    const Folder folder;
    const auto widest = [&](const std::string& columns) {
        const auto outcome = run_shell("export LC_ALL=C.UTF-8; COLUMNS=" + columns + " $P score " +
                                           big + " 2>/dev/null | wc -L",
                                       folder.path);
        return std::stoi(outcome.out);
    };
    CHECK(widest("80") <= 80);
    CHECK(widest("abc") <= 80);
    CHECK(widest("0") <= 80);
    CHECK(widest("1000") <= 120);
    CHECK(widest("1000") > 80);
}

TEST_CASE("an output that would hide or destroy something", "[process]") {
    const Folder folder;
    const auto sheet_here = "cp " + sheet + " a.yaml; ";
    struct Row {
        std::string command;
        std::string err;
    };
    const Row rows[] = {
        {"$P score - -o json:a.yaml < a.yaml", "would replace the input <stdin>"},
        {"$P score a.yaml -o markdown:x -o json:./x", "asked for twice"},
        {"mkdir -p d; $P score a.yaml -o markdown:x -o json:d/../x", "asked for twice"},
        {"$P score a.yaml -o markdown:x -o json:$PWD/x", "asked for twice"},
        {"$P score a.yaml -o json:/dev/stdout", "is where stdout goes"},
        {"$P init --force -o a.yaml --rubric ./a.yaml", "wrong-kind"},
        {"cp " SOURCE_FOLDER "/rubrics/*.yaml .; $P init --force --rubric ./google.yaml -o "
         "practices.yaml",
         "would replace the input"},
        {"$P init --for microsoft=1,microsoft=2", "given twice"},
        {"$P init -o report.md", "a questionnaire is YAML or a page"},
        {"touch page.html; $P init -o page.html", "--force replaces it"},
    };
    for (const auto& row : rows) {
        INFO(row.command);
        const auto outcome = run_shell(
            sheet_here + row.command + "; status=$?; cmp a.yaml " + sheet + "; exit $status",
            folder.path);
        INFO(outcome.err);
        CHECK((outcome.status == 2 || outcome.status == 3));
        CHECK(outcome.out.empty());
        CHECK(outcome.err.find(row.err) != std::string::npos);
    }
}

TEST_CASE("arguments that are not text, or mean harm, are shown and do nothing", "[process]") {
    const Folder folder;
    for (const auto* name : {"$'\\xe2\\n::error::x'", "$'\\xf0\\x1b[31mred.yaml'", "$'::error::x'",
                             "$'\\u202eevil'", "''"}) {
        INFO(name);
        const auto outcome = run_shell(std::string("$P score ") + name, folder.path);
        CHECK(outcome.status == 3);
        CHECK(outcome.err.find('\x1b') == std::string::npos);
        CHECK(outcome.err.find("\n::") == std::string::npos);
        CHECK(outcome.err.find("::error") != 0);
        CHECK(outcome.err.find("\xE2\x80\xAE") == std::string::npos);
    }
}

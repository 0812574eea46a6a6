#include "support/catch.hpp"
#include "support/disk.hpp"
#include "support/program.hpp"
#include "text/unicode.hpp"

#include <sstream>

#include "system/output.hpp"

#include <sys/stat.h>
#include <cerrno>

using mlops_assess::Existing;
using mlops_assess::write_file;

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
        // Node opens a stream again that was closed.
        if (is_another_program() && row.command.ends_with(" >&-")) continue;
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

TEST_CASE("a file is on the disk before it takes its name, and its folder after", "[process]") {
    const Folder folder;
    const auto file = folder.file("report.md", "old");
    std::vector<std::string> seen;
    const Disk disk([&](int synced) {
        struct stat about {};
        REQUIRE(::fstat(synced, &about) == 0);
        seen.push_back((S_ISDIR(about.st_mode) ? "folder " : "file ") + read_file(file));
        return 0;
    });
    CHECK(write_file(file, "new", Existing::replace).empty());
    CHECK(seen == std::vector<std::string>{"file old", "folder new"});
}

TEST_CASE("a disk that fails keeps what is there", "[process]") {
    const Folder folder;
    const auto file = folder.file("report.md", "old");
    const auto write_with = [&](int failure) {
        const Disk disk([=](int) { return failure; });
        return write_file(file, "new", Existing::replace);
    };
    CHECK(write_with(EIO) == "Input/output error");
    CHECK(read_file(file) == "old");
    CHECK(run_shell("ls -A", folder.path).out == "report.md\n");
    // Where nothing can reach a disk the file is written all the same.
    CHECK(write_with(EINVAL).empty());
    CHECK(read_file(file) == "new");
}

TEST_CASE("a file that is replaced keeps its mode, owner and group", "[process]") {
    const Folder folder;
    struct Row {
        std::string mode, owner, as;
        std::string after;  ///< mode, owner, group
    };
    const Row rows[] = {
        {"640", "1000:3000", "", "640 1000 3000"},
        {"4750", "1000:3000", "", "4750 1000 3000"},
        // The team's group stays, or the team would be locked out.
        {"660", "1000:3000", "--reuid=65534 --regid=65534 --groups=3000", "660 65534 3000"},
        {"6771", "1000:3000", "--reuid=65534 --regid=65534 --groups=3000", "771 65534 3000"},
        // Another group gets no more than all others had, and they no more than it had.
        {"676", "1000:3000", "--reuid=65534 --regid=65534 --clear-groups", "666 65534 65534"},
        {"626", "1000:3000", "--reuid=65534 --regid=65534 --clear-groups", "622 65534 65534"},
    };
    if (run_shell("id -u", folder.path).out != "0\n") return;  // only root can give files away
    for (const auto& [mode, owner, as, after] : rows) {
        INFO(mode << ' ' << as);
        const auto outcome = run_shell("chmod 777 .; cp $P program; cp " + sheet +
                                           " a.yaml; chmod 755 program; chmod 644 "
                                           "a.yaml; echo old > r.md; chown " +
                                           owner + " r.md; chmod " + mode + " r.md\n" +
                                           (as.empty() ? "" : "setpriv " + as) +
                                           " ./program score a.yaml -o r.md > /dev/null 2>&1; grep "
                                           "-qx old r.md || stat -c '%a %u %g' r.md; rm r.md",
                                       folder.path);
        CHECK(outcome.out == after + "\n");
    }
}

TEST_CASE("a file that the user may not write is not replaced", "[process]") {
    const Folder folder;
    const auto outcome = run_shell(
        "run=; if [ $(id -u) = 0 ]; then run='setpriv --reuid=65534 --regid=65534 --clear-groups'; "
        "fi\nchmod 777 .; cp $P program; cp " +
            sheet +
            " a.yaml; chmod 755 program; chmod 644 a.yaml\n"
            "for name in r.md s.yaml p.html answers.schema.json; do echo signed > $name; done\n"
            "if [ $(id -u) = 0 ]; then chown 65534 *; fi; chmod 444 r.md s.yaml p.html\n"
            "$run ./program score a.yaml -q -o r.md > /dev/null; echo $?\n"
            "$run ./program init -o s.yaml --force; echo $?\n"
            "$run ./program init -o p.html --force; echo $?\n"
            "chmod 644 s.yaml; chmod 444 answers.schema.json\n"
            "$run ./program init -o s.yaml --force; echo $?\n"
            "yes Bakers | head -2 | $run ./program ask s.yaml; echo $?\n"
            "chmod 444 s.yaml; yes Bakers | head -2 | $run ./program ask s.yaml; echo $?\n"
            "cat r.md s.yaml p.html answers.schema.json; ls -A",
        folder.path);
    CHECK(outcome.out ==
          "3\n3\n3\n3\n3\n3\nsigned\nsigned\nsigned\nsigned\n"
          "a.yaml\nanswers.schema.json\np.html\nprogram\nr.md\ns.yaml\n");
    const std::string refused =
        ": error: cannot write this file: it is read-only for you; name another file or let chmod "
        "make it writable\n";
    INFO(outcome.err);
    for (const auto* name : {"r.md", "s.yaml", "p.html", "answers.schema.json"})
        CHECK(outcome.err.find(name + refused) != std::string::npos);
    CHECK(outcome.err.ends_with("s.yaml" + refused));  // no question before it
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
        REQUIRE(outcome.out.find("nothing new is asked here") != std::string::npos);
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
        {"ln -s x l; $P score a.yaml -o markdown:x -o json:l", "asked for twice"},
        {"ln -s m l; ln -s d/../x m; mkdir -p d; $P score a.yaml -o json:l -o markdown:x",
         "asked for twice"},
        {"$P score a.yaml -o json:/dev/stdout", "is where stdout goes"},
        {"$P init --force -o a.yaml --rubric ./a.yaml", "wrong-kind"},
        {"cp " SOURCE_FOLDER "/rubrics/*.yaml .; $P init --force --rubric ./google.yaml -o "
         "practices.yaml",
         "would replace the input"},
        {"$P init --for microsoft=1,microsoft=2", "given twice"},
        {"$P init -o report.md", "a questionnaire is YAML, CSV or a page"},
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

TEST_CASE("no CI service takes what is written for a command", "[process]") {
    const std::string bad = "##[error]x ##vso[task.complete] ###[y]";
    const auto quoted = "\"" + bad + "\\n::error::z\"";
    const Folder folder;
    folder.file("model.yaml",
                "schema: mlops-assess/rubric/1\nid: hostile\ntitle: " + quoted +
                    "\nversion: " + quoted + "\nsource: {title: " + quoted +
                    "}\nparameters:\n  - {id: p, title: " + quoted + ", about: " + quoted +
                    "}\npractices:\n  - id: q\n    parameter: p\n    statement: " + quoted +
                    "\n    why: " + quoted + "\n    evidence: [" + quoted +
                    "]\n    deliverable: d\n    success: " + quoted +
                    "\n    effort: S\n    not_applicable: " + quoted +
                    "\ncontext:\n  - {id: c, text: " + quoted + ", kind: one of, options: [" +
                    quoted + ", b]}\nlevels:\n  - {level: 0, name: " + quoted +
                    ", summary: s}\n  - {level: 1, name: b, summary: s}\ncells:\n  p:\n"
                    "    - {level: 0, describes: d}\n"
                    "    - {level: 1, describes: d, requires: [q]}\n");
    const std::string team = " --rubric model.yaml --team '" + bad + "'";
    const auto outcome = run_shell(
        "$P init -o -" + team + "; $P init -o a.yaml" + team + "; $P init -o a.html" + team +
            "; printf '%s\\n' 1 t '" + bad + "' e '" + bad + "' o '" + bad + "' f '" + bad +
            "' | $P ask a.yaml --rubric model.yaml; cat a.yaml answers.schema.json a.html; "
            "$P validate a.yaml --rubric model.yaml -q >&2 || echo '##[bad]'",
        folder.path);
    INFO(outcome.err);
    for (const auto& said : {outcome.out, outcome.err}) {
        CHECK(said.find("##[") == std::string::npos);
        CHECK(said.find("##vso[") == std::string::npos);
        CHECK(("\n" + said).find("\n::") == std::string::npos);
    }
    const auto report = run_shell(
        "$P score a.yaml -q -f json --rubric model.yaml | python3 -c "
        "'import json, sys; print(json.load(sys.stdin)[\"team\"])'",
        folder.path);
    CHECK(report.out == bad + "\n");
}

TEST_CASE("no spreadsheet parts a field of CSV at a semicolon", "[process]") {
    const Folder folder;
    const auto outcome = run_shell(
        "echo '{team: \"a;=1+1\", answers: {}}' > a.yaml; $P score a.yaml -q -f csv", folder.path);
    CHECK(outcome.out.find("\n\"a;=1+1\",") != std::string::npos);
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

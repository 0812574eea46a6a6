#include "support/catch.hpp"
#include "support/program.hpp"

/// scripts/run where something fails before the program starts. The tools that it calls are played
/// by short scripts, in a folder whose path has blanks.
namespace {

constexpr auto fake_cmake = R"(#!/bin/sh
cat > /dev/null
if [ "$1" = --build ]; then
  echo "cmake builds"
  [ -f "$2/Makefile" ] || { echo "no build files" >&2; exit 1; }
  [ "${FAIL:-}" != build ] || { echo "x.cpp: error" >&2; exit 2; }
  printf '#!/bin/sh\necho "program: $*"\ncat\nexit 1\n' > "$2/mlops-assess"
  chmod +x "$2/mlops-assess"
else
  mkdir -p "$4" || exit 1
  echo "cmake configures"
  [ ! -f "$4/CMakeCache.txt" ] || { echo "a cache is in the way" >&2; exit 1; }
  echo cache > "$4/CMakeCache.txt"
  [ "${FAIL:-}" != configure ] || { echo "no CMAKE_CXX_COMPILER could be found" >&2; exit 1; }
  echo all > "$4/Makefile"
fi
)";

constexpr auto fake_dpkg_query = R"(#!/bin/sh
[ "${FAIL:-}" = packages ] || echo "install ok installed"
)";

constexpr auto fake_apt_get = R"(#!/bin/sh
echo "apt-get: $*"
cat > /dev/null
[ "$1" = update ] || { echo "E: Unable to fetch" >&2; exit 100; }
)";

/// A copy of the scripts in `my project`, and in `bin` all that they may call.
void set_up(const Folder& folder) {
    const auto outcome = run_shell(
        "mkdir 'my project' bin; cp -r " SOURCE_FOLDER
        "/scripts " SOURCE_FOLDER "/CMakeLists.txt 'my project'; "
        "for tool in sh cat cksum rm mkdir dirname nproc chmod env; do "
        "ln -s \"$(command -v $tool)\" bin; done; printf '#!/bin/sh\\necho 0\\n' > bin/id",
        folder.path);
    REQUIRE(outcome.status == 0);
    folder.file("bin/cmake", fake_cmake);
    folder.file("bin/dpkg-query", fake_dpkg_query);
    folder.file("apt-get", fake_apt_get);
    REQUIRE(run_shell("chmod +x bin/* apt-get", folder.path).status == 0);
}

const std::string run = "echo input | PATH=$PWD/bin 'my project/scripts/run' score 'a b'";

}  // namespace

TEST_CASE("the program gets its arguments and its input, and nothing else is printed",
          "[scripts]") {
    const Folder folder;
    set_up(folder);
    for (const std::string before : {"", "F=$PWD; mkdir elsewhere; cd elsewhere; "}) {
        const auto outcome = run_shell(
            before +
                "echo input | PATH=${F:-$PWD}/bin \"${F:-.}/my project/scripts/run\" score 'a b'",
            folder.path);
        INFO(outcome.err);
        CHECK(outcome.status == 1);
        CHECK(outcome.out == "program: score a b\ninput\n");
        CHECK(outcome.err.empty() == (before != ""));
    }
}

TEST_CASE("what fails before the program starts ends with status 4, and is made good later",
          "[scripts]") {
    struct Row {
        std::string what;
        std::string before;
        std::string err;
        std::string after;
    };
    const Row rows[] = {
        {"no apt-get", "export FAIL=packages", "no apt-get here", ""},
        {"packages that cannot be had", "export FAIL=packages; cp apt-get bin",
         "E: Unable to fetch", ""},
        {"configure", "export FAIL=configure", "no CMAKE_CXX_COMPILER", ""},
        {"build", "export FAIL=build", "x.cpp: error", ""},
        {"no cmake", "mv bin/cmake .", "cmake", "mv cmake bin"},
        {"a tree that cannot be written", "touch 'my project/build'", "my project/build",
         "rm 'my project/build'"},
        {"built for another folder",
         "mkdir -p 'my project/build/release'; cd 'my project/build/release'; "
         "echo / > .configured; touch CMakeCache.txt Makefile; cd ../../..; export FAIL=build",
         "x.cpp: error", ""},
    };
    for (const auto& row : rows) {
        INFO(row.what);
        const Folder folder;
        set_up(folder);
        const auto failed = run_shell(row.before + "; " + run, folder.path);
        INFO(failed.err);
        CHECK(failed.status == 4);
        CHECK(failed.out.empty());
        CHECK(failed.err.find(row.err) != std::string::npos);
        const auto outcome = run_shell(row.after + "\n" + run, folder.path);
        INFO(outcome.err);
        CHECK(outcome.status == 1);
        CHECK(outcome.out == "program: score a b\ninput\n");
    }
}

TEST_CASE("an include that points against the order of the folders is told", "[scripts]") {
    const Folder tree;
    const auto check = [&](const std::string& include) {
        return run_shell(
            "mkdir -p src/text src/model include && "
            "printf '| `text/` | a |\n| `model/` | b |\n' > src/README.md && "
            "echo '#include \"model/x.hpp\"' > src/model/a.cpp && "
            "echo '#include \"" +
                include + "\"' > src/text/a.cpp && " SOURCE_FOLDER "/scripts/includes .",
            tree.path);
    };
    const auto right = check("text/x.hpp");
    CHECK(right.status == 0);
    CHECK(right.out.empty());
    const auto back = check("model/x.hpp");
    CHECK(back.status != 0);
    CHECK(back.out == "src/text/a.cpp:1: \"model/x.hpp\": text/ comes before model/\n");
    const auto unknown = check("other/x.hpp");
    CHECK(unknown.status != 0);
    CHECK(unknown.out ==
          "src/text/a.cpp:1: \"other/x.hpp\": this folder is not in src/README.md\n");
}

#include "model/rubric.hpp"
#include "model/shipped.hpp"
#include "support/catch.hpp"
#include "support/program.hpp"

#include <fmt/format.h>

#include <regex>

/// The page to answer on, as text. What it does in a browser, tests/readers/page*.test.mjs tell.
using namespace mlops_assess;

namespace {

const std::string custom = "examples/custom-model/rubric.yaml";

std::string page(std::vector<std::string> arguments = {}) {
    const Folder folder;
    const auto file = (folder.path / "page.html").string();
    arguments.insert(arguments.begin(), {"init", "-q", "-o", file});
    const auto outcome = run_program(arguments);
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.empty());
    return read_file(file);
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

bool asks(const std::string& page, std::string_view practice) {
    return count(page, "<fieldset class=\"practice\" id=\"" + std::string(practice) + "_\"") == 1;
}

std::string between(const std::string& text, const std::string& open, const std::string& close) {
    const auto begin = text.find(open) + open.size();
    REQUIRE(begin >= open.size());
    return text.substr(begin, text.find(close, begin) - begin);
}

/// Everything but the style, the script and its data.
std::string markup(std::string page) {
    for (const auto* name : {"style", "script"}) {
        const auto open = std::string("<") + name;
        const auto close = std::string("</") + name + ">";
        for (auto at = page.find(open); at != std::string::npos; at = page.find(open, at))
            page.erase(at, page.find(close, at) + close.size() - at);
    }
    return page;
}

std::string base64_sha256(const std::string& text) {
    const Folder folder;
    folder.file("text", text);
    const auto outcome = run_shell(
        "python3 -c \"import base64, hashlib; "
        "print(base64.b64encode(hashlib.sha256(open('text', 'rb').read()).digest()).decode(), "
        "end='')\"",
        folder.path);
    REQUIRE(outcome.status == 0);
    return outcome.out;
}

/// Whether the engine was built into the program, and so into the page.
bool scores(const std::string& page) {
    return count(page, "<script type=\"application/gzip\" id=\"engine\">") == 1;
}

/// Text is escaped in all places, so that a bare quote ends an attribute of ours.
void check_inert(const std::string& page) {
    const auto text = markup(page);
    static const std::regex acting(R"re( (style|on[a-z]+|src|action|formaction)=")re");
    CHECK_FALSE(std::regex_search(text, acting));
    CHECK(count(page, "<script") == (scores(page) ? 3 : 2));
    CHECK(count(page, "</script") == (scores(page) ? 3 : 2));
    CHECK(count(page, "<style") == 1);
    CHECK(count(text, "<img") == 0);
    CHECK(count(text, "<!--") == 0);
}

}  // namespace

TEST_CASE("the policy of the page names its style and its script", "[page]") {
    for (const auto& html : {page(), page({"--rubric", custom, "--team", "x"})}) {
        const auto policy =
            between(html, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
        const auto style = base64_sha256(between(html, "<style>", "</style>"));
        const auto script = base64_sha256(between(html, "<script>", "</script>"));
        CHECK(policy ==
              fmt::format("default-src 'none'; script-src 'sha256-{}'{}; style-src 'sha256-{}'; "
                          "img-src 'none'; connect-src 'none'; base-uri 'none'; form-action 'none'",
                          script, scores(html) ? " 'wasm-unsafe-eval'" : "", style));
    }
}

TEST_CASE("the page asks what the levels need, once", "[page]") {
    const auto all = page();
    CHECK(count(all, "<fieldset class=\"practice\"") == shipped_catalogue().practices.size());
    for (const auto& practice : shipped_catalogue().practices) {
        INFO(practice.id);
        CHECK(asks(all, practice.id));
        CHECK(count(all, "data-practice=\"" + std::string(practice.id) + "\" data-always") ==
              (practice.not_applicable.empty() ? 1 : 0));
    }
    for (const auto& question : shipped_catalogue().context)
        CHECK(count(all, "data-context=\"" + std::string(question.id) + "\"") == 1);
    const auto some = page({"--for", "google=1"});
    CHECK(count(some, "<fieldset class=\"practice\"") == 29);
    CHECK(asks(some, "data-versioned"));
    CHECK(count(some, "<option value=\"1\" selected>") == 1);
    CHECK(count(some, "\"mlops-assess score answers.yaml --rubric google\"") == 1);
    const auto own = page({"--rubric", custom});
    CHECK(asks(own, "fields-written-down"));
    CHECK_FALSE(asks(own, "data-versioned"));
    CHECK(count(own,
                "\"mlops-assess score answers.yaml --rubric examples/custom-model/rubric.yaml\"") ==
          1);
    CHECK(count(page({"--for", "microsoft=0"}), "<fieldset class=\"practice\"") == 0);
    for (const auto& html : {all, some, own}) {
        check_inert(html);
        CHECK(count(html, "{{") == 0);
    }
    CHECK(page() == all);
}

TEST_CASE("hostile models and names do nothing on the page", "[page]") {
    const Folder folder;
    const std::string bad = R"(</script></style>\"'><script>x()</script><img src=x onerror=x()>)"
                            R"(]]>--><!--{{team}}&lt;\u202e\x07 ::error::x)";
    const auto quoted = "\"" + bad + "\"";
    const auto rubric = folder.file(
        "hostile.yaml",
        "schema: mlops-assess/rubric/1\nid: hostile\ntitle: " + quoted + "\nversion: " + quoted +
            "\nsource: {title: " + quoted + "}\nparameters:\n  - {id: p, title: " + quoted +
            ", about: " + quoted + "}\npractices:\n  - id: q\n    parameter: p\n    statement: " +
            quoted + "\n    why: " + quoted + "\n    guidance: " + quoted + "\n    evidence: [" +
            quoted + "]\n    deliverable: d\n    success: " + quoted + "\n    effort: S\n" +
            "    not_applicable: " + quoted + "\ncontext:\n  - {id: c, text: " + quoted +
            ", kind: one of, options: [" + quoted + ", b]}\n" +
            "levels:\n  - {level: 0, name: " + quoted + ", summary: s}\n  - {level: 1, name: b, " +
            "summary: s}\ncells:\n  p:\n    - {level: 0, describes: d}\n" +
            "    - {level: 1, describes: d, requires: [q]}\n");
    const std::string team = "\"><script>x()</script>\xE2\x80\xAE' onfocus=x() {{data}}\n::error::";
    const auto html = page({"--rubric", rubric, "--team", team});
    check_inert(html);
    CHECK(asks(html, "q"));
    CHECK(html.find("\xE2\x80\xAE") == std::string::npos);
    CHECK(html.find('\x07') == std::string::npos);
    CHECK(html.find("\n::") == std::string::npos);
    CHECK(html.find("value=\"&quot;&gt;&lt;script&gt;x()&lt;/script&gt;&#x202e;&#39; onfocus=x() "
                    "{{data}} &#x3a;&#x3a;error&#x3a;&#x3a;\"") != std::string::npos);
    CHECK(between(html, "id=\"data\">", "</script>").find('<') == std::string::npos);
}

TEST_CASE("the page says whether it scores, and is small enough to be sent", "[page]") {
    const Folder folder;
    const auto file = (folder.path / "page.html").string();
    const auto told = run_program({"init", "-o", file}).err;
    const auto html = page();
    CHECK(read_file(file) == html);
    CHECK(html.size() < 600'000);
    const bool without =
        told.find("does not score them: its engine was not built in") != std::string::npos;
    CHECK(without == !scores(html));
    CHECK(count(html, "It collects answers and computes no levels.") == (without ? 1 : 0));
    CHECK(count(html, "id=\"standing\"") == (without ? 0 : 1));
}

TEST_CASE("the page is one file, and replaces none", "[page]") {
    const Folder folder;
    for (const auto* name : {"page.html", "page.htm"}) {
        const auto file = (folder.path / name).string();
        const auto outcome = run_program({"init", "-o", file});
        CHECK(outcome.status == 0);
        CHECK(outcome.err.find("open it in a browser, answer and save, then run: mlops-assess "
                               "score answers.yaml\n") != std::string::npos);
        CHECK_FALSE(std::filesystem::exists(folder.path / "answers.schema.json"));
        const auto refused = run_program({"init", "-o", file, "--team", "T"});
        CHECK(refused.status == 3);
        CHECK(refused.err.find("--force replaces it") != std::string::npos);
        CHECK(read_file(file) == page());
        CHECK(run_program({"init", "-o", file, "--team", "T", "--force"}).status == 0);
        CHECK(read_file(file) == page({"--team", "T"}));
    }
}

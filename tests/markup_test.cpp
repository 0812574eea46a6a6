#include "text/markup.hpp"

#include "support/catch.hpp"
#include "support/program.hpp"

#include <map>
#include <set>

/// HTML and SVG show free text and do nothing else with it.
namespace {

struct Tag {
    std::string name;
    std::map<std::string, std::string> attributes;
};

/// Every start tag as a browser sees it. Fails on markup that ours never has.
std::vector<Tag> tags(const std::string& text) {
    std::vector<Tag> found;
    for (std::size_t i = 0; (i = text.find('<', i)) != std::string::npos; ++i) {
        if (text.compare(i, 2, "</") == 0 || text.compare(i, 9, "<!DOCTYPE") == 0) continue;
        Tag tag;
        std::size_t at = text.find_first_of(" />\n", i);
        REQUIRE(at != std::string::npos);
        tag.name = text.substr(i + 1, at - i - 1);
        while (text[at] == ' ') {
            const auto end = text.find_first_of("=>/ ", at + 1);
            const auto name = text.substr(at + 1, end - at - 1);
            if (text[end] != '=') {
                tag.attributes[name] = "";
                at = end;
                continue;
            }
            REQUIRE(text[end + 1] == '"');
            const auto close = text.find('"', end + 2);
            tag.attributes[name] = text.substr(end + 2, close - end - 2);
            at = close + 1;
        }
        INFO(text.substr(i, 80));
        REQUIRE((text[at] == '>' || text[at] == '/'));
        found.push_back(tag);
    }
    REQUIRE(found.size() > 10);
    return found;
}

void check_inert(const std::string& text) {
    static const std::set<std::string> known = {
        "html",  "head",    "meta",    "title",   "style",   "body",    "header", "main",
        "nav",   "section", "h1",      "h2",      "h3",      "h4",      "p",      "ul",
        "ol",    "li",      "dl",      "div",     "dt",      "dd",      "b",      "br",
        "small", "code",    "span",    "a",       "table",   "thead",   "tbody",  "tr",
        "th",    "td",      "caption", "article", "details", "summary", "svg",    "desc",
        "g",     "rect",    "circle",  "path",    "polygon", "text",    "tspan"};
    for (const auto& tag : tags(text)) {
        INFO(tag.name);
        CHECK(known.count(tag.name) == 1);
        for (const auto& [name, value] : tag.attributes) {
            INFO(name << '=' << value);
            CHECK(!name.starts_with("on"));
            CHECK((name != "style" && name != "src" && name != "srcset"));
            if (name != "href") continue;
            CHECK((value.starts_with("#") || value.starts_with("https://") ||
                   value.starts_with("http://")));
        }
    }
}

const std::string evil =
    "<script>alert(1)</script><img src=x onerror=alert(1)>\\\" onload=\\\"x "
    "' </title></style></svg>&lt;b&gt; ]]> <!-- \xEF\xBF\xBE";

std::string hostile_rubric() {
    const auto text = "\"" + evil + "\"";
    return "schema: mlops-assess/rubric/1\nid: evil\ntitle: " + text + "\nversion: " + text +
           "\nsource: {title: " + text + ", address: " + text +
           "}\nparameters:\n  - {id: p, title: " + text +
           "}\npractices:\n  - {id: one, parameter: p, statement: " + text + ", why: " + text +
           ", if_missing: " + text + ", guidance: " + text + ", evidence: [" + text +
           "], deliverable: " + text + ", success: " + text +
           ", effort: S}\nlevels:\n  - {level: 0, name: " + text +
           ", summary: s}\n  - {level: 1, name: " + text + ", summary: s, step: " + text +
           "}\ncells:\n  p:\n    - {level: 0, describes: d}\n    - {level: 1, describes: d, "
           "requires: [one]}\n";
}

std::string hostile_sheet() {
    const auto text = "\"" + evil + "\"";
    return "team: " + text + "\ntags: {\"<script>alert(2)</script>\": " + text +
           "}\nanswers:\n  one:\n    answer: partially\n    owner: " + text +
           "\n    note: " + text + "\n    evidence: [" + text +
           ", \"javascript:alert(1)\", \"data:text/html,x\", " +
           "\"https://example.com/\\\"onclick=x\", \"HTTPS://example.com/\", "
           "\"http://example.com/a?b=1&c=2\"]\n";
}

/// A model with one parameter, and one with many, of which some are not assessed.
std::string charts() {
    return run_program({"score", "tests/sheets/charts.yaml", "--rubric",
                        "tests/sheets/models/one.yaml", "--rubric", "tests/sheets/models/wide.yaml",
                        "-f", "svg"})
        .out;
}

}  // namespace

TEST_CASE("hostile text stays text in HTML and SVG", "[markup]") {
    const Folder folder;
    const auto rubric = folder.file("evil.yaml", hostile_rubric());
    const auto sheet = folder.file("sheet.yaml", hostile_sheet());
    for (const auto* format : {"html", "svg"}) {
        INFO(format);
        const auto shipped = run_program({"score", "tests/sheets/hostile.yaml", "-f", format});
        REQUIRE(shipped.status == 0);
        check_inert(shipped.out);
        const auto custom = run_program({"score", sheet, "--rubric", rubric, "-f", format});
        INFO(custom.err);
        REQUIRE(custom.status == 0);
        check_inert(custom.out);
        CHECK(custom.out.find("&lt;script&gt;") != std::string::npos);
    }
    const auto page = run_program({"score", sheet, "--rubric", rubric, "-f", "html"}).out;
    CHECK(page.find("<a href=\"http://example.com/a?b=1&amp;c=2\"") != std::string::npos);
    CHECK(page.find("<a href=\"https://example.com/&quot;onclick=x\"") != std::string::npos);
}

TEST_CASE("the page allows its own style and nothing else", "[markup]") {
    const auto page = run_program({"score", "examples/retail-credit.yaml", "-f", "html", "-q"}).out;
    const Folder folder;
    folder.file("page", page);
    const auto hash = run_shell(
        "python3 -c \"import base64, hashlib, re; page = open('page', encoding='utf-8').read(); "
        "styles = re.findall('<style>(.*?)</style>', page, re.S); assert len(styles) == 1; "
        "print(base64.b64encode(hashlib.sha256(styles[0].encode()).digest()).decode(), end='')\"",
        folder.path);
    INFO(hash.err);
    REQUIRE(hash.status == 0);
    CHECK(page.find("content=\"default-src 'none'; style-src 'sha256-" + hash.out +
                    "'; img-src 'none'; base-uri 'none'; form-action 'none'\"") !=
          std::string::npos);
}

TEST_CASE("SVG is well-formed XML", "[markup]") {
    const Folder folder;
    const auto rubric = folder.file("evil.yaml", hostile_rubric());
    const auto sheet = folder.file("sheet.yaml", hostile_sheet());
    folder.file("a.svg", run_program({"score", sheet, "--rubric", rubric, "-f", "svg"}).out);
    folder.file("b.svg", run_program({"score", "tests/sheets/hostile.yaml", "-f", "svg"}).out);
    folder.file("c.svg", charts());
    const auto parsed = run_shell(
        "for file in *.svg; do python3 -c 'import sys, xml.dom.minidom; "
        "print(xml.dom.minidom.parse(sys.argv[1]).documentElement.tagName)' $file; done",
        folder.path);
    INFO(parsed.err);
    CHECK(parsed.out == "svg\nsvg\nsvg\n");
}

TEST_CASE("fewer than three levels make bars, more a radar", "[markup]") {
    const auto drawn = charts();
    CHECK(drawn.find("Each scale ends at") != std::string::npos);
    CHECK(drawn.find("Inner ring: level 0") != std::string::npos);
    CHECK(drawn.find("–: not assessed") != std::string::npos);
}

TEST_CASE("text is escaped for XML", "[markup]") {
    CHECK(mlops_assess::MarkupLanguage::escaped("<a href=\"x\" id='y'>&amp;") ==
          "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;");
    CHECK(mlops_assess::MarkupLanguage::escaped("\x1b[31m\xE2\x80\xAE") == "\\x1b[31m\\u202e");
    CHECK(mlops_assess::MarkupLanguage::escaped("\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD") ==
          "\\ufffe\\uffff\xEF\xBF\xBD");
    CHECK(mlops_assess::is_web_address("https://example.com/a?b=<c>"));
    CHECK(!mlops_assess::is_web_address("javascript:alert(1)//https://example.com"));
    CHECK(!mlops_assess::is_web_address(" https://example.com"));
    CHECK(!mlops_assess::is_web_address("https://example.com/a b"));
    CHECK(!mlops_assess::is_web_address("https://example.com/\xE2\x80\xAE"));
}

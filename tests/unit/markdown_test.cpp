#include "text/markdown_text.hpp"

#include "support/catch.hpp"

using namespace mlops_assess;

TEST_CASE("free text is inert in Markdown", "[markdown]") {
    const std::pair<std::string_view, std::string_view> texts[] = {
        {"plain words, 2 of 4 (once): it's done.", "plain words, 2 of 4 (once): it's done."},
        {"*b* _i_ `c` ~~s~~ $m$", "\\*b\\* \\_i\\_ \\`c\\` \\~\\~s\\~\\~ \\$m\\$"},
        {"[link](x) | <b> \\", "\\[link\\](x) \\| \\<b\\> \\\\"},
        {"@team #12 a # b", "@<!-- -->team \\#<!-- -->12 a \\# b"},
        {"&amp; a & b", "\\&amp; a & b"},
        {"- item", "\\- item"},
        {"+ item - no item", "\\+ item - no item"},
        {"=", "\\="},
        {"1. one", "1\\. one"},
        {"12) one", "12\\) one"},
        {"2 one", "2 one"},
        {"# a\n# b", "\\# a \\# b"},
        {"::error::x", "\\\\::error::x"},
        {"\x1b[31m", "\\\\x1b\\[31m"},
        {"", ""},
    };
    for (const auto& [text, escaped] : texts) {
        CHECK(Markdown::of(text).str() == escaped);
        CHECK(markdown("**{}**", text).str() == "**" + std::string(escaped) + "**");
    }
}

TEST_CASE("numbers and Markdown pass", "[markdown]") {
    CHECK(markdown("{}. {:.1f} {}", 1, 2.5, true).str() == "1. 2.5 true");
    const auto bold = markdown("**{}**", "*");
    CHECK(markdown("- {}: {}\n", bold, "*").str() == "- **\\***: \\*\n");
    CHECK(joined<MarkdownLanguage>({bold, Markdown::of("-")}, markdown("<br>")).str() ==
          "**\\***<br>\\-");
    const std::vector<std::string> ids = {"a_b", "- c"};
    CHECK(markdown("({})", fmt::join(ids, ", ")).str() == "(a\\_b, - c)");
}

TEST_CASE("sentences and links in Markdown", "[markdown]") {
    CHECK(markdown_sentence("done").str() == "Done.");
    CHECK(markdown_sentence("done!").str() == "Done!");
    CHECK(markdown_sentence("42").str() == "42.");
    CHECK(markdown_sentence("R&").str() == "R&.");
    CHECK(markdown_sentence("").str().empty());
    CHECK(markdown_link("https://example.com/a_b?c=1&d#e").str() ==
          "<https://example.com/a_b?c=1&d#e>");
    CHECK(markdown_link("https://example.com/<x>").str() == "https://example.com/\\<x\\>");
    CHECK(markdown_link("javascript:alert(1)").str() == "javascript:alert(1)");
}

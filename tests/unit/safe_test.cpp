#include "text/markup.hpp"

#include "support/catch.hpp"

#include <type_traits>

using namespace mlops_assess;

namespace {

template <typename Text>
concept appends_to_markup = requires(Markup out, Text text) {
    out += text;
};
template <typename Text>
concept joins_markup = requires(Markup out, Text text) {
    out + text;
};

// Free text becomes markup by a function that is named, never by itself.
static_assert(!std::is_constructible_v<Markup, std::string>);
static_assert(!std::is_constructible_v<Markup, std::string_view>);
static_assert(!std::is_constructible_v<Markup, const char*>);
static_assert(!std::is_assignable_v<Markup&, std::string>);
static_assert(!std::is_assignable_v<Markup&, std::string_view>);
static_assert(!std::is_assignable_v<Markup&, const char*>);
static_assert(!appends_to_markup<std::string>);
static_assert(!appends_to_markup<std::string_view>);
static_assert(!appends_to_markup<const char*>);
static_assert(!appends_to_markup<char>);
static_assert(!joins_markup<std::string>);
static_assert(!joins_markup<const char*>);
static_assert(appends_to_markup<Markup>);
static_assert(joins_markup<Markup>);
// Nor does it leave the type unseen.
static_assert(!std::is_convertible_v<Markup, std::string>);
static_assert(!std::is_convertible_v<Markup, std::string_view>);

std::string temporary() { return "<temporary that is too long to stand in the string itself>"; }

}  // namespace

TEST_CASE("an argument that is not markup is escaped", "[safe]") {
    const std::string string = "<a>";
    const std::string_view view = string;
    const char* pointer = string.c_str();
    CHECK(markup("{}", string).str() == "&lt;a&gt;");
    CHECK(markup("{}", view).str() == "&lt;a&gt;");
    CHECK(markup("{}", pointer).str() == "&lt;a&gt;");
    CHECK(markup("{}", "\"&'").str() == "&quot;&amp;&#39;");
    CHECK(markup("{}{}", '<', 'b').str() == "&lt;b");
    CHECK(markup("<b>{}</b>", temporary()).str() ==
          "<b>&lt;temporary that is too long to stand in the string itself&gt;</b>");
    CHECK(markup("{}", true ? temporary() : "").str().starts_with("&lt;temporary"));
    CHECK(markup("{}", fmt::join(std::vector<std::string>{"<", ">"}, " & ")).str() ==
          "&lt; &amp; &gt;");
    CHECK(Markup::of("<a>").str() == "&lt;a&gt;");
}

TEST_CASE("markup and numbers stay as they are", "[safe]") {
    CHECK(markup("<p class=\"a\">{}</p>", markup("<b>{}</b>", "&")).str() ==
          "<p class=\"a\"><b>&amp;</b></p>");
    CHECK(markup("{} {} {:x} {:02}", 1, std::size_t{2}, 255U, 7).str() == "1 2 ff 07");
    CHECK(markup("{{}}").str() == "{}");
    CHECK(markup("{}", Markup()).empty());
    CHECK(Markup::trusted("<i>").str() == "<i>");
}

TEST_CASE("an argument can be used by its place, and twice", "[safe]") {
    CHECK(markup("{1}<br>{0}<br>{1}", "<", markup("<hr>")).str() == "<hr><br>&lt;<br><hr>");
}

TEST_CASE("markup is joined with markup", "[safe]") {
    const auto line = markup("<br>");
    CHECK(joined<MarkupLanguage>({}, line).empty());
    CHECK(joined<MarkupLanguage>({Markup::of("<")}, line).str() == "&lt;");
    CHECK(joined<MarkupLanguage>({Markup::of("<"), markup("<i>"), Markup()}, line).str() ==
          "&lt;<br><i><br>");
    auto out = markup("<p>");
    out += Markup::of("&");
    CHECK((out + markup("</p>")).str() == "<p>&amp;</p>");
}

#include <catch2/catch.hpp>

#include "richtext/document.h"
#include "richtext/limits.h"

using namespace richtext;

namespace {

Document typed(std::string_view text) {
  auto document = from_typed(text);
  REQUIRE(document);
  return *document;
}

std::string refusal_of(const Result<Document>& document) { return document ? "" : document.error().code; }

std::string repeated(std::string_view what, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += what;
  return out;
}

}  // namespace

TEST_CASE("richtext: an empty line begins a paragraph, a line feed is a break") {
  CHECK(typed("Bonjour,\nà demain.\n\n\nMme Rossi") ==
        Document{1, {{{Text{"Bonjour,"}, Break{}, Text{"à demain."}}}, {{Text{"Mme Rossi"}}}}});
  CHECK(typed("  \n \n").empty());
}

TEST_CASE("richtext: what a person typed comes back as they typed it") {
  for (const std::string_view text :
       {"Bonjour", "Bonjour,\nà demain.\n\nMme Rossi", "Voir https://ecole.exemple.fr/sortie?jour=3 avant jeudi."}) {
    CHECK(to_typed(typed(text)) == text);
    CHECK(typed(to_typed(typed(text))) == typed(text));
  }
  CHECK(to_typed(typed("un\r\ndeux\t3  \r\n\r\ntrois\n")) == "un\ndeux 3\n\ntrois");
}

TEST_CASE("richtext: an https address becomes a link, without the punctuation around it") {
  CHECK(typed("(https://exemple.fr/a).") == Document{1, {{{Text{"("}, Link{"https://exemple.fr/a"}, Text{")."}}}}});
  CHECK(typed("« https://exemple.fr/école »") == Document{1, {{{Text{"« "}, Link{"https://exemple.fr/école"}, Text{" »"}}}}});
  CHECK(typed("https://a.fr https://b.fr") == Document{1, {{{Link{"https://a.fr"}, Text{" "}, Link{"https://b.fr"}}}}});
}

TEST_CASE("richtext: no other address is a link") {
  for (const std::string_view text :
       {"http://exemple.fr", "javascript:alert(1)", "https://", "https://.", "data:text/html,x", "www.exemple.fr"}) {
    CHECK(typed(text) == Document{1, {{{Text{std::string(text)}}}}});
  }
  // an invisible direction mark cannot hide the end of an address
  CHECK(typed("https://exemple.fr\u202e/rf") == Document{1, {{{Link{"https://exemple.fr"}, Text{"\u202e/rf"}}}}});
  CHECK(typed("https://exemple.fr\"onclick=x") == Document{1, {{{Link{"https://exemple.fr"}, Text{"\"onclick=x"}}}}});
}

TEST_CASE("richtext: markup is only text") {
  CHECK(to_bytes(typed("<script>alert(1)</script>")) ==
        R"json({"version":1,"paragraphs":[{"inlines":[{"type":"text","text":"<script>alert(1)</script>"}]}]})json");
}

TEST_CASE("richtext: accents typed in two parts are stored in one") { CHECK(typed("e\u0301cole") == typed("école")); }

TEST_CASE("richtext: what is no text, or too long, is refused") {
  CHECK(refusal_of(from_typed("\xff\xfe")) == "richtext.not_text");
  CHECK(refusal_of(from_typed("a\x07")) == "richtext.not_text");
  CHECK(refusal_of(from_typed("a\u0085b")) == "richtext.not_text");
  CHECK(refusal_of(from_typed(std::string_view("a\0b", 3))) == "richtext.not_text");
  CHECK(refusal_of(from_typed("a\rb")) == "richtext.not_text");
  CHECK(from_typed(repeated("é", longest_text)));
  CHECK(refusal_of(from_typed(repeated("é", longest_text + 1))) == "richtext.too_long");
  CHECK(from_typed(repeated("p\n\n", most_paragraphs)));
  CHECK(refusal_of(from_typed(repeated("p\n\n", most_paragraphs + 1))) == "richtext.too_long");
  CHECK(refusal_of(from_typed(repeated("l\n", 251))) == "richtext.too_long");  // 251 lines and 250 breaks
}

TEST_CASE("richtext: stored bytes come back as the same document") {
  for (const std::string_view text : {"", "Bonjour", "Voir https://exemple.fr\n\n\"guillemets\" \\ et é"}) {
    const auto bytes = to_bytes(typed(text));
    const auto back = from_bytes(bytes);
    REQUIRE(back);
    CHECK(*back == typed(text));
    CHECK(to_bytes(*back) == bytes);
  }
}

TEST_CASE("richtext: bytes that our writer did not make are refused") {
  const auto wrapped = [](std::string_view inlines) {
    return std::string(R"({"version":1,"paragraphs":[{"inlines":[)") + std::string(inlines) + "]}]}";
  };
  REQUIRE(from_bytes(wrapped(R"({"type":"text","text":"a"})")));
  const std::string hostile[] = {
      "",
      "null",
      "[]",
      R"({"version":2,"paragraphs":[]})",
      R"({"version":1})",
      R"({"version":1,"paragraphs":[],"html":"<b>"})",
      R"({"version":1, "paragraphs":[]})",
      R"({"version":1,"paragraphs":[{"inlines":[]}]})",
      wrapped(R"({"type":"image","src":"https://exemple.fr"})"),
      wrapped(R"({"type":"text","text":""})"),
      wrapped(R"({"type":"text","text":"a\nb"})"),
      wrapped(R"({"type":"text","text":"a","bold":true})"),
      wrapped(R"({"text":"a","type":"text"})"),
      wrapped(R"({"type":"text","text":"a\u0000"})"),
      wrapped(R"({"type":"text","text":"\u0061"})"),
      wrapped(R"json({"type":"link","url":"javascript:alert(1)"})json"),
      wrapped(R"({"type":"link","url":"http://exemple.fr"})"),
      wrapped(R"({"type":"link","url":"https://exemple.fr \" x"})"),
      wrapped(R"({"type":"link","url":"xhttps://exemple.fr"})"),
      wrapped(R"({"type":"link","url":""})"),
      wrapped(R"({"type":"text","text":"a"},)"),
      wrapped(repeated(R"({"type":"break"},)", most_inlines) + R"({"type":"break"})"),
      repeated("[", 100000),
  };
  for (const auto& bytes : hostile) {
    CAPTURE(bytes.substr(0, 80));
    CHECK(refusal_of(from_bytes(bytes)) == "richtext.unknown");
  }
}

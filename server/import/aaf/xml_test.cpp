#include <catch2/catch.hpp>
#include <chrono>

#include "import/aaf/test_reading.h"
#include "import/aaf/xml.h"

using namespace aaf;
using namespace aaf::trial;

namespace {

std::string declared(const std::string& encoding) { return "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\n"; }
const std::string doctype = "<!DOCTYPE ficAlimMENESR SYSTEM \"ficAlimMENESR.dtd\">\n";

std::string name_read(const std::string& top, const std::string& written) {
  auto out = read(Kind::pupil, part(pupil({}, "800001", written), top));
  if (!out.result) return out.code();
  return out.pupils.empty() ? out.refused.at(0).code : out.pupils[0].first_name;
}

/// How a hostile file fared: what it was refused for, and what it cost beyond what was held before.
struct Cost {
  std::string code;
  std::string path;
  std::size_t bytes;
  double seconds;
};

Cost cost_of(std::string head, std::function<std::string(std::size_t)> body, std::size_t times, std::string tail = "") {
  Outcome out;
  Reader reader(into(out), false);
  EndlessBuffer buffer(std::move(head), std::move(body), times, std::move(tail));
  std::istream stream(&buffer);
  std::size_t before = held_bytes();
  auto start = std::chrono::steady_clock::now();
  out.result = reader.read(stream, Kind::pupil, "part.xml");
  std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  std::size_t most = buffer.most_held();
  return {out.code(), out.path(), most > before ? most - before : 0, took.count()};
}

constexpr std::size_t mebibyte = 1024 * 1024;

}  // namespace

TEST_CASE("aaf: names are read in the encoding the file declares") {
  CHECK(name_read(declared("UTF-8"), "NO\u00c9 C\u0152UR") == "Noé Cœur");
  CHECK(name_read("", "NO\u00c9") == "Noé");
  CHECK(name_read("\xEF\xBB\xBF" + declared("UTF-8"), "NO\u00c9") == "Noé");
  CHECK(name_read("\xEF\xBB\xBF" + declared("ISO-8859-1"), "NO\u00c9") == "Noé");  // the mark is right, the declaration is not
  CHECK(name_read(declared("ISO-8859-1"), "NO\xC9") == "Noé");
  CHECK(name_read(declared("iso-8859-15"), "C\xBCUR NO\xC9") == "Cœur Noé");
  CHECK(name_read(declared("ISO-8859-15"), "\xB8O\xBE\xA4") == "žOŸ€");
  CHECK(name_read(declared("UTF-8"), "NO\xC9") == "aaf.not_xml");  // Latin-1 that says UTF-8: no letter is guessed
  CHECK(name_read(declared("windows-1252"), "NOE") == "aaf.encoding_unknown");
  CHECK(name_read(declared("UTF-16"), "NOE") == "aaf.encoding_unknown");
  CHECK(read(Kind::pupil, std::string("\xFF\xFE<\0?\0", 6)).code() == "aaf.encoding_unknown");
}

TEST_CASE("aaf: no letter is lost to an entity, whether known, escaped twice or unknown") {
  CHECK(name_read(utf8, "NO&eacute;") == "NOé");
  CHECK(name_read(utf8, "N&amp;eacute;o") == "Néo");
  CHECK(name_read(utf8, "D&amp;apos;Artagnan &amp;amp; Cie") == "D'Artagnan & Cie");
  CHECK(name_read(utf8, "D&apos;Artagnan &#233;") == "D'Artagnan é");
  CHECK(name_read(utf8, "Marks &amp; Spencer;") == "Marks & Spencer;");
  CHECK(name_read(utf8, "&amp;amp;eacute;") == "&eacute;");  // one extra pass only
  CHECK(name_read(utf8, "NO&inconnue;") == "aaf.entity_unknown");
  CHECK(name_read(declared("UTF-8"), "NO&eacute;") == "aaf.entity_undeclared");  // without a DOCTYPE it is not XML
  auto unkept = read(Kind::pupil, part(pupil({{"ENTPersonNomPatro", {"&inconnue;"}}})));
  CHECK(unkept.pupils.size() == 1);
}

TEST_CASE("aaf: nothing outside the file is ever opened, and nothing it declares is believed") {
  std::string secret = "<!DOCTYPE ficAlimMENESR [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n";
  auto out = read(Kind::pupil, part(pupil({}, "800001", "&x;"), declared("UTF-8") + secret));
  CHECK(out.code() == "aaf.entity_declared");
  CHECK(out.path() == "part.xml:2");
  CHECK(out.pupils.empty());

  std::string parameter = "<!DOCTYPE ficAlimMENESR [<!ENTITY % p SYSTEM \"http://a.example/x.dtd\"> %p;]>\n";
  CHECK(read(Kind::pupil, part(pupil(), parameter)).code() == "aaf.entity_declared");
  CHECK(read(Kind::pupil, part(pupil(), "<!DOCTYPE ficAlimMENESR SYSTEM \"x.dtd\" []>\n")).code() == "aaf.entity_declared");
  CHECK(read(Kind::pupil, part(pupil(), "<!DOCTYPE ficAlimMENESR PUBLIC \"-//X\" \"http://a.example/x.dtd\">\n")).result);
}

TEST_CASE("aaf: the billion laughs are refused before the first") {
  std::string laughs = "<!DOCTYPE ficAlimMENESR [\n<!ENTITY l0 \"ha\">\n";
  for (int i = 1; i < 10; ++i) {
    laughs += fmt::format("<!ENTITY l{0} \"&l{1};&l{1};&l{1};&l{1};&l{1};&l{1};&l{1};&l{1};&l{1};&l{1};\">\n", i, i - 1);
  }
  Cost cost = cost_of(part(pupil({}, "800001", "&l9;"), laughs + "]>\n"), [](auto) { return ""; }, 0);
  CHECK(cost.code == "aaf.entity_declared");
  CHECK(cost.bytes < mebibyte);
}

TEST_CASE("aaf: twenty megabytes in one tag, one comment or one value cost neither memory nor minutes") {
  std::string blob(64 * 1024, 'x');
  auto more = [&](std::size_t) { return blob; };
  Cost tag = cost_of(utf8 + "<ficAlimMENESR><attr name=\"", more, 320, "\"/></ficAlimMENESR>");
  CHECK(tag.code == "aaf.token_too_large");
  CHECK(tag.path == "part.xml:3");
  Cost comment = cost_of(utf8 + "<ficAlimMENESR><!--", [&](auto) { return blob + ">"; }, 320, "--></ficAlimMENESR>");
  CHECK(comment.code == "aaf.token_too_large");
  Cost doctype_name = cost_of("<!DOCTYPE ", more, 320);
  CHECK(doctype_name.code == "aaf.token_too_large");
  std::string whole = pupil({}, "800001", "@");
  Cost value = cost_of(utf8 + "<ficAlimMENESR>" + whole.substr(0, whole.find('@')), more, 320,
                       whole.substr(whole.find('@') + 1) + "</ficAlimMENESR>");
  CHECK(value.code == "");  // the record is refused, the file goes on
  for (const Cost& cost : {tag, comment, doctype_name, value}) {
    CHECK(cost.bytes < 8 * mebibyte);
    CHECK(cost.seconds < 5);
  }
}

TEST_CASE("aaf: elements a hundred thousand deep, foreign or without end are refused") {
  Cost deep = cost_of(utf8, [](auto) { return "<ficAlimMENESR>"; }, 100'000);
  CHECK(deep.code == "aaf.foreign_element");
  CHECK(deep.bytes < mebibyte);
  Cost names = cost_of(utf8 + "<ficAlimMENESR>", [](auto n) { return fmt::format("<addRequest a{}=\"\"/>", n); }, 100'000);
  CHECK(names.code == "aaf.foreign_element");
  CHECK(read(Kind::pupil, "<html><body/></html>").code() == "aaf.foreign_root");
  CHECK(read(Kind::pupil, "<ficAlimMENESR xmlns=\"urn:x\"/>").code() == "aaf.foreign_root");
  CHECK(read(Kind::pupil, part("<script/>")).code() == "aaf.foreign_element");
  CHECK(read(Kind::pupil, part("<attributes/>")).code() == "aaf.foreign_element");
}

TEST_CASE("xml: depth is bounded whoever reads") {
  struct Anything : XmlHandler {
    std::string opened(std::string_view, const char* const*, std::uint64_t) override { return ""; }
    std::string closed() override { return ""; }
    void text(std::string_view) override {}
    void entity(std::string_view) override {}
    std::string comment(std::string_view) override { return ""; }
    void piece_read(std::uint64_t) override {}
  } anything;
  std::istringstream deep("<a><a><a><a><a><a><a><a>\n<a>");
  auto refused = read_xml(deep, anything);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == "aaf.too_deep");
  CHECK(refused.error().line == 2);
}

TEST_CASE("aaf: a part cut short says so, wherever it was cut") {
  std::string whole = part(pupil({{"ENTEleveINE", {"<![CDATA[999000001ZA]]>"}}}));
  for (std::size_t size = 0; size + 2 < whole.size(); ++size) {
    CAPTURE(whole.substr(0, size));
    auto out = read(Kind::pupil, whole.substr(0, size));
    REQUIRE(out.code() == "aaf.cut_short");
    REQUIRE(out.path().starts_with("part.xml:"));
  }
  CHECK(read(Kind::pupil, whole).result);
  CHECK(read(Kind::pupil, whole + "<more/>").code() == "aaf.not_xml");
}

TEST_CASE("aaf: changes, and exports of secondary schools, are not taken for a full export") {
  CHECK(read(Kind::pupil, part("<deleteRequest/>")).code() == "aaf.is_delta");
  CHECK(read(Kind::pupil, part("<modifyRequest/>")).code() == "aaf.is_delta");
  CHECK(read(Kind::pupil, part("<!-- degre=\"2D\" -->" + pupil())).code() == "aaf.second_degree");
}

TEST_CASE("aaf: values too long or too many refuse their record alone") {
  std::vector<std::string> many(201, "600001$10");
  auto out = read(Kind::pupil, part(pupil({}, "800001", std::string(4097, 'A')) + pupil({{"ENTEleveAutoriteParentale", many}}, "800002") +
                                    pupil({{"ENTPersonMail", {std::string(9000, 'A')}}}, "800003")));
  REQUIRE(out.refused.size() == 2);
  CHECK(out.refused[0].code == "aaf.value_too_long");
  CHECK(out.refused[1].code == "aaf.too_many_values");
  CHECK(out.pupils.size() == 1);
}

TEST_CASE("aaf: a file of fifty megabytes is read in the memory of a small one") {
  std::string one = pupil({{"ENTPersonClasses", {"900001$ORD$ORDINAIRE$700101$CE1 A"}},
                           {"ENTEleveAutoriteParentale", {"600001$10", "600002$20"}},
                           {"ENTPersonAdresse", {std::string(800, 'r')}},
                           {"ENTEleveNiveau", {"1122$CE1"}}});
  std::size_t pupils = 0;
  Sinks sinks;
  sinks.pupil = [&](PupilRecord&&) { ++pupils; };
  Reader reader(std::move(sinks), false);
  std::size_t times = 50 * mebibyte / one.size() + 1;
  EndlessBuffer buffer(utf8 + "<ficAlimMENESR>", [&](auto) { return one; }, times, "</ficAlimMENESR>");
  std::istream stream(&buffer);
  std::size_t before = held_bytes();
  REQUIRE(reader.read(stream, Kind::pupil, "part.xml"));
  CHECK(pupils == times);
  CHECK(buffer.most_held() - before < 2 * mebibyte);
}

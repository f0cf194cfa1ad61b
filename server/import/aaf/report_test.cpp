#include <boost/json/parse.hpp>
#include <catch2/catch.hpp>

#include "aaf/territory.h"
#include "base/source_folder.h"
#include "import/aaf/json_report.h"
#include "import/aaf/report.h"
#include "import/aaf/sentences.h"

using namespace aaf;
using namespace aaf::trial;

namespace {

bool has(const std::ostringstream& out, const std::string& text) { return out.str().find(text) != std::string::npos; }

/// A school of 21 people, then an export without four of its pupils.
struct Shrunk {
  Territory t;
  Export full;
  Export shrunk{"20260915"};
  Shrunk() {
    full.ground().crowd(20);
    shrunk.ground().crowd(16);
    REQUIRE(t.load(full));
  }
};

}  // namespace

TEST_CASE("import: every code that can be met has its sentence") {
  for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(source_folder) / "server/import/aaf")) {
    const std::string name = file.path().filename().string();
    if (!name.ends_with(".sql") && (!name.ends_with(".cpp") || name.ends_with("_test.cpp"))) continue;
    std::ifstream stream(file.path());
    const std::string text((std::istreambuf_iterator<char>(stream)), {});
    for (auto at = text.find("aaf."); at != text.npos; at = text.find("aaf.", at + 1)) {
      const auto end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789", at + 4);
      const bool quoted = at > 0 && (text[at - 1] == '"' || text[at - 1] == '\'') && end != text.npos && text[end] == text[at - 1];
      const std::string code = text.substr(at, end - at);
      if (!quoted || code == "aaf.apply" || code == "aaf.confirm") continue;  // acts of the audit
      INFO(name << " " << code);
      CHECK(sentence_of(code) != code);
    }
  }
}

TEST_CASE("import: the plan of a held school says why, who, and the words that confirm") {
  Shrunk s;
  std::ostringstream out;
  std::ostringstream progress;
  Report report(out, progress, false, "preau import aaf export");
  REQUIRE(run(s.t.database(), {.folder = s.shrunk.folder()}, report));
  CHECK(has(out, "Académie de Lyon, export du 15 septembre 2026, année scolaire 2026-2027"));
  CHECK(has(out, "École élémentaire Les Tilleuls, Valbourg (0999990W)"));
  CHECK(has(out, "4 personnes sur 21 partiraient (19\u00a0%)"));
  CHECK(has(out, "Enfant Numero 810017"));
  CHECK(has(out, "preau import aaf export --apply --confirm 0999990W --by \"Prénom Nom\""));
  CHECK(has(out, "Plan seulement"));
  CHECK(has(progress, "100\u00a0%"));
  CHECK_FALSE(has(progress, "\x1b"));
}

TEST_CASE("import: a program reads the same plan, with everybody, as one JSON document") {
  Shrunk s;
  std::ostringstream out;
  JsonReport report(out);
  REQUIRE(run(s.t.database(), {.folder = s.shrunk.folder()}, report));
  const auto plan = boost::json::parse(out.str());
  CHECK(plan.at("delivery").at("academy").as_string() == "10");
  const auto& school = plan.at("schools").at(0);
  CHECK(school.at("aside").as_string() == "many_leave");
  CHECK(school.at("departures").as_array().size() == 4);
  CHECK(plan.at("remarks").as_array().size() == 16);  // nobody is named for these children
  CHECK(plan.at("totals").at("held").as_int64() == 1);

  std::ostringstream refused;
  JsonReport second(refused);
  second.refused({Fault::invalid, "aaf.not_xml", {{"Eleve_0000.xml:12", "aaf.not_xml"}}});
  CHECK(boost::json::parse(refused.str()).at("refusal").at("where").as_string() == "Eleve_0000.xml:12");
}

TEST_CASE("import: on a terminal one line is rewritten, and taken away at the end") {
  std::ostringstream out;
  Progress progress(out, true);
  progress.tell(1, 10, "Lecture");
  progress.end();
  CHECK(out.str() == "\r\x1b[KLecture\r\x1b[K");
}

TEST_CASE("import: a refusal names the file and the line, then what to do") {
  CHECK(sentence_of(Error{Fault::invalid, "aaf.cut_short", {{"Eleve_0000.xml:12", "aaf.cut_short"}}})
            .starts_with("Eleve_0000.xml:12\u202f: Ce fichier est coupé"));
}

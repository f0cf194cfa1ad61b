#include <catch2/catch.hpp>

#include "house/world.h"

using namespace house;

// What others do and have leaves one's own answers byte for byte as they were: nothing is learnt from counts, states or order (SC-01, T21).

namespace {

std::string about(World& w, const char* child, const char* more = "") {
  return "{\"child\":\"" + to_text(w.person(child)) + "\"" + more + "}";
}
std::string note_path(World& w, const char* note, const char* verb = "") { return "/liaison/notes/" + to_text(w.note(note)) + verb; }

std::string read_all(Browser browser, const std::vector<std::string>& paths) {
  std::string all;
  for (const std::string& path : paths) {
    const auto reply = browser.get(path);
    all += fmt::format("{} {} {}\n", path, reply.status, reply.body);
  }
  return all;
}

std::string as_guardian(World& w, const char* who, const char* note, const char* of_head) {
  return read_all(w.browser(who, "parent"), {"/home", "/bell", "/liaison/notes", note_path(w, note), note_path(w, of_head)});
}

/// All that les Oliviers can read.
std::string of_oliviers(World& w) {
  const std::string of_class = "?school_class=" + to_text(w.gs);
  const std::vector<std::string> staff{"/home",
                                       "/bell",
                                       "/liaison/desk",
                                       "/liaison/sent",
                                       note_path(w, "gs", "/follow-up"),
                                       "/settings/quiet-hours",
                                       "/settings/families" + of_class,
                                       "/settings/classes",
                                       "/settings/not-reached"};
  return read_all(w.browser("m_lacaze", "les-oliviers-direction"), staff) +
         read_all(w.browser("mme_rossi", "les-oliviers-enseignant"), staff) +
         read_all(w.browser("mme_sow", "les-oliviers-enseignant"), staff) + as_guardian(w, "karim", "gs", "oliviers") +
         as_guardian(w, "mme_diallo", "ms", "oliviers");
}

}  // namespace

TEST_CASE("house: what one parent opens and signs shows nowhere in what the other reads, when each must sign") {
  World untouched;
  World used;
  Browser julie = used.browser("julie", "parent");
  REQUIRE(julie.post(note_path(used, "gs", "/open"), about(used, "noe")).status == 204);
  REQUIRE(julie.post(note_path(used, "gs", "/sign"), about(used, "noe", ",\"version\":1")).status == 200);
  REQUIRE(julie.post(note_path(used, "oliviers", "/open"), about(used, "noe")).status == 204);
  CHECK(as_guardian(used, "karim", "gs", "oliviers") == as_guardian(untouched, "karim", "gs", "oliviers"));
  CHECK(as_guardian(used, "mathieu", "gs", "oliviers") == as_guardian(untouched, "mathieu", "gs", "oliviers"));
}

TEST_CASE("house: a signature that is enough for a child tells the other parent that it is settled, and neither when nor by whom") {
  World w;
  REQUIRE(w.browser("sarah", "parent").post(note_path(w, "ce2", "/sign"), about(w, "tom", ",\"version\":1")).status == 200);
  const auto note = w.browser("mathieu", "parent").get(note_path(w, "ce2"));
  const auto& tom = note.json.at("children").at(0).as_object();
  CHECK(tom.at("settled_by_other").as_bool());
  CHECK_FALSE(tom.contains("signed_at"));
  CHECK_FALSE(tom.contains("opened_at"));
  CHECK(note.body.find("sarah") == std::string::npos);
}

TEST_CASE("house: what a school writes, signs, opens and prints changes no byte of another school's answers") {
  World untouched;
  World busy;
  Browser teacher = busy.browser("m_benali", "les-tilleuls-enseignant");
  for (int i = 0; i < 5; ++i) {
    const std::string note = fmt::format(
        R"({{"kind":"information","ask":"sign_all","title":"Mot {}","body":"Bonjour.","facts":{{}},"audience":[{{"kind":"school_class","id":"{}"}}]}})",
        i, to_text(busy.ce2));
    REQUIRE(teacher.post("/liaison/notes", note).status == 200);
  }
  REQUIRE(teacher.post(note_path(busy, "ce2", "/paper"), about(busy, "gabin")).status == 204);
  REQUIRE(teacher.post("/settings/classes/" + to_text(busy.ce2) + "/sheets").status == 200);
  REQUIRE(busy.browser("sarah", "parent").post(note_path(busy, "ce2", "/sign"), about(busy, "tom", ",\"version\":1")).status == 200);
  REQUIRE(busy.browser("mme_garcin", "les-tilleuls-direction")
              .put("/settings/classes/" + to_text(busy.ce2) + "/teachers", R"({"teachers":[]})")
              .status == 204);
  CHECK(of_oliviers(busy) == of_oliviers(untouched));
}

#pragma once
#include <catch2/catch.hpp>

#include "village/village.h"

/// What the tests of presence say often. Bodies are JSON as a browser sends it.
namespace attendance::tests {

inline std::string quoted(const Uuid& id) { return "\"" + to_text(id) + "\""; }

/// Today, the whole day, ill, unless other members are given.
struct Word {
  PersonId child;
  std::string from_on = "2026-09-14";
  std::string part = "day";
  std::string more = "";  // ,"minute":600
  std::string reason = "ill";
  std::string json() const {
    return fmt::format(R"({{"child":{},"from_on":"{}","part":"{}","reason":"{}"{}}})", quoted(child), from_on, part, reason, more);
  }
};

inline TestReply tell(Browser by, const Word& word) { return by.post("/attendance/told", word.json()); }
/// Tells it and returns its id.
inline std::string told(Browser by, const Word& word) {
  const auto reply = tell(by, word);
  CAPTURE(reply.body);
  REQUIRE(reply.status == 200);
  return std::string(reply.json.at("told").as_array().front().at("told").as_string());
}

/// One pupil in a roll: {"pupil":…,"absent":true,"version":0}
inline std::string absent(PersonId pupil, int version = 0) {
  return fmt::format(R"({{"pupil":{},"absent":true,"version":{}}})", quoted(pupil), version);
}
inline std::string present(PersonId pupil, int version = 0) {
  return fmt::format(R"({{"pupil":{},"absent":false,"version":{}}})", quoted(pupil), version);
}
inline std::string late(PersonId pupil, int minute, int version = 0) {
  return fmt::format(R"({{"pupil":{},"absent":false,"arrived_minute":{},"version":{}}})", quoted(pupil), minute, version);
}

inline std::string roll(ClassId id) { return "/attendance/classes/" + to_text(id) + "/call"; }
inline std::string roll_body(const std::string& marks, const std::string& half = "morning", const std::string& on_day = "2026-09-14") {
  return fmt::format(R"({{"on_day":"{}","half":"{}","marks":[{}]}})", on_day, half, marks);
}
inline TestReply call(Browser by, ClassId id, const std::string& marks, const std::string& half = "morning",
                      const std::string& on_day = "2026-09-14") {
  return by.put(roll(id), roll_body(marks, half, on_day));
}

/// The one of a list whose member is that id.
inline boost::json::object one_of(const boost::json::value& list, const char* member, const Uuid& id) {
  for (const auto& one : list.as_array()) {
    if (one.at(member).as_string() == to_text(id)) return one.as_object();
  }
  FAIL("not in the list: " << to_text(id));
  return {};
}
inline boost::json::object pupil_in(const TestReply& roll, PersonId pupil) { return one_of(roll.json.at("pupils"), "pupil", pupil); }
inline bool is_absent(const TestReply& roll, PersonId pupil) { return pupil_in(roll, pupil).at("presence").at("absent").as_bool(); }
inline boost::json::object child_in(const TestReply& family, PersonId child) { return one_of(family.json.at("children"), "child", child); }
inline std::size_t size_of(const boost::json::value& list) { return list.as_array().size(); }

inline std::int64_t unread(Browser by) { return by.get("/bell").json.at("unread").as_int64(); }

}  // namespace attendance::tests

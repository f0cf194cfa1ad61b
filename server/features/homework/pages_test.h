#pragma once
#include <catch2/catch.hpp>

#include <set>

#include "village/village.h"

/// What the text book's tests say often. Bodies are JSON as a browser sends it.
namespace homework::tests {

inline constexpr const char* teacher_of_tilleuls = "les-tilleuls-enseignant";

inline std::string target(const char* kind, const Uuid& id) { return fmt::format(R"({{"kind":"{}","id":"{}"}})", kind, to_text(id)); }
inline std::string of_class(ClassId id) { return target("school_class", id); }
inline std::string of_group(GroupId id) { return target("school_group", id); }
inline std::string of_child(PersonId id) { return target("child", id); }

/// Reading for Thursday 17 September, unless other members are given; `more` is put at the end as it is.
struct Page {
  std::string targets;
  std::string given_on = "2026-09-14";
  std::string subject = "french";
  std::string done;
  std::string kind = "reading";  // empty: no work
  std::string task = "Lis la page 42.";
  std::string due_on = "2026-09-17";
  int minutes = 10;
  std::string more;
  std::string json() const {
    std::string body = fmt::format(R"("given_on":"{}","subject":"{}")", given_on, subject) + text();
    return fmt::format(R"({{"targets":[{}],{}{}}})", targets, body, more);
  }
  /// The members that a change may hold too.
  std::string text() const {
    std::string body;
    if (!done.empty()) body += fmt::format(R"(,"done":"{}")", done);
    if (!kind.empty()) {
      body += fmt::format(R"(,"work":{{"kind":"{}","task":"{}","due_on":"{}","minutes":{}}})", kind, task, due_on, minutes);
    }
    return body;
  }
  std::string change(int version) const { return fmt::format(R"({{"version":{},"subject":"{}"{}{}}})", version, subject, text(), more); }
};

inline TestReply given(Browser by, const Page& page) {
  auto reply = by.post("/homework/entries", page.json());
  CAPTURE(reply.body);
  REQUIRE(reply.status == 200);
  return reply;
}
/// Gives it and returns its id.
inline std::string gives(Browser by, const Page& page) { return std::string(given(by, page).json.at("entry").as_string()); }

inline std::string path(const std::string& entry, const std::string& verb = "") {
  return "/homework/entries/" + entry + (verb.empty() ? "" : "/" + verb);
}

inline std::string text_at(const TestReply& reply, const char* pointer) { return std::string(reply.json.at_pointer(pointer).as_string()); }
inline std::int64_t number_at(const TestReply& reply, const char* pointer) { return reply.json.at_pointer(pointer).as_int64(); }
inline bool flag_at(const TestReply& reply, const char* pointer) { return reply.json.at_pointer(pointer).as_bool(); }
inline bool has(const TestReply& reply, const char* pointer) {
  boost::system::error_code missing;
  return reply.json.find_pointer(pointer, missing) != nullptr;
}
inline std::size_t size_at(const TestReply& reply, const char* pointer) { return reply.json.at_pointer(pointer).as_array().size(); }

using Tasks = std::multiset<std::string>;

/// The book of a class as its readers' pages: this week's, unless other days are said.
inline TestReply items(Browser by, const std::string& query = "") { return by.get("/homework/items" + query); }
inline Tasks tasks(const TestReply& reply) {
  Tasks all;
  REQUIRE(reply.status == 200);
  for (const auto& one : reply.json.at("items").as_array()) {
    const auto* work = one.as_object().if_contains("work");
    all.emplace(work ? work->at("task").as_string() : one.at("done").as_string());
  }
  return all;
}

/// The one of a list ("items", "entries") that asks this; what is given at one instant has no order of its own.
inline boost::json::object asking(const TestReply& reply, const char* list, std::string_view task) {
  for (const auto& one : reply.json.at(list).as_array()) {
    const auto* work = one.as_object().if_contains("work");
    if (work && work->at("task").as_string() == task) return one.as_object();
  }
  FAIL("nothing asks: " << task);
  return {};
}

/// The village's clock at an hour of a day, in Paris.
inline void at(Village& v, int month, int day, int hour, int minute = 0) {
  v.clock().set(Zone::named("Europe/Paris").instant(date_of(2026, month, day), hour * 60 + minute));
}

}  // namespace homework::tests

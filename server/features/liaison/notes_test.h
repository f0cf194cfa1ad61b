#pragma once
#include <catch2/catch.hpp>

#include "village/village.h"

/// What the notebook's tests say often. Bodies are JSON as a browser sends it.
namespace liaison::tests {

inline std::string class_of(ClassId id) { return fmt::format(R"([{{"kind":"school_class","id":"{}"}}])", to_text(id)); }
inline std::string school_of(SchoolId id) { return fmt::format(R"([{{"kind":"school","id":"{}"}}])", to_text(id)); }
inline std::string child_of(PersonId id) { return fmt::format(R"([{{"kind":"child","id":"{}"}}])", to_text(id)); }

/// The outing of Friday 25 September, unless other members are given.
struct Letter {
  std::string audience;
  std::string ask = "sign_one";
  std::string kind = "authorisation";
  std::string title = "Sortie à la ferme";
  std::string body = "Nous irons voir les brebis.";
  std::string facts = R"({"on":"2026-09-25","from_minute":540,"price":"rien à payer"})";
  std::string sign_before = "2026-09-18";
  std::string more = "";  // further members, each after a comma
  std::string json() const {
    return fmt::format(R"({{"kind":"{}","ask":"{}","title":"{}","body":"{}","facts":{},"sign_before":"{}","audience":{}{}}})", kind, ask,
                       title, body, facts, sign_before, audience, more);
  }
};

/// The outing, with two questions: does the child come, does the adult accompany.
inline Letter outing(const std::string& audience, const std::string& ask = "sign_one") {
  Letter letter{audience, ask};
  letter.more = R"(,"questions":[{"kind":"yes_no","text":"Vient à la ferme"},{"kind":"accompany","text":"Je peux accompagner"}])";
  return letter;
}

/// Sends it and returns its id.
inline std::string sent(Browser by, const Letter& letter) {
  const auto reply = by.post("/liaison/notes", letter.json());
  CAPTURE(reply.body);
  REQUIRE(reply.status == 200);
  return std::string(reply.json.at("note").as_string());
}

inline std::string path(const std::string& note, const std::string& verb = "") {
  return "/liaison/notes/" + note + (verb.empty() ? "" : "/" + verb);
}

inline TestReply sign(Browser by, const std::string& note, PersonId child, int version = 1) {
  return by.post(path(note, "sign"), fmt::format(R"({{"child":"{}","version":{}}})", to_text(child), version));
}

/// Answers the outing's two questions.
inline TestReply answer(Browser by, const std::string& note, PersonId child, bool comes, bool accompanies = false, int version = 1) {
  return by.post(path(note, "answer"), fmt::format(R"({{"child":"{}","version":{},"answers":[{{"yes":{}}},{{"yes":{}}}]}})", to_text(child),
                                                   version, comes, accompanies));
}

inline std::string about(PersonId child) { return fmt::format(R"({{"child":"{}"}})", to_text(child)); }
inline std::string slip(PersonId child, PersonId guardian) {
  return fmt::format(R"({{"child":"{}","guardian":"{}"}})", to_text(child), to_text(guardian));
}

inline std::string text_at(const TestReply& reply, const char* pointer) { return std::string(reply.json.at_pointer(pointer).as_string()); }
inline std::int64_t number_at(const TestReply& reply, const char* pointer) { return reply.json.at_pointer(pointer).as_int64(); }
inline bool flag_at(const TestReply& reply, const char* pointer) { return reply.json.at_pointer(pointer).as_bool(); }
inline bool has(const TestReply& reply, const char* pointer) {
  boost::system::error_code missing;
  return reply.json.find_pointer(pointer, missing) != nullptr;
}
inline std::size_t notes_in(const TestReply& reply) { return reply.json.at("notes").as_array().size(); }

/// The child of a follow-up, by first name.
inline boost::json::object child_in(const TestReply& follow_up, std::string_view first_name) {
  for (const auto& child : follow_up.json.at("children").as_array()) {
    if (child.at("first_name").as_string() == first_name) return child.as_object();
  }
  FAIL("not followed: " << first_name);
  return {};
}
inline std::string stack_of(const TestReply& follow_up, std::string_view first_name) {
  return std::string(child_in(follow_up, first_name).at("stack").as_string());
}

}  // namespace liaison::tests

#include "features/liaison/notes_test.h"
#include "people/custody.h"
#include "people/teaching.h"

using namespace liaison::tests;

namespace {

struct Opening {
  PersonId child;
  std::string addressee = "school_class";
  bool for_both = false;
  std::string note = "";
  std::string body = "Tom a perdu son cartable.";
  std::string json() const {
    const std::string answers = note.empty() ? "" : fmt::format(R"(,"note":"{}")", note);
    return fmt::format(R"({{"child":"{}","addressee":"{}","title":"Le cartable","body":"{}","for_both":{}{}}})", to_text(child), addressee,
                       body, for_both, answers);
  }
};

std::string opened(Browser by, const Opening& opening) {
  const auto reply = by.post("/liaison/conversations", opening.json());
  CAPTURE(reply.body);
  REQUIRE(reply.status == 200);
  return text_at(reply, "/conversation");
}
std::string at(const std::string& conversation, const std::string& verb = "") {
  return "/liaison/conversations/" + conversation + (verb.empty() ? "" : "/" + verb);
}
TestReply say(Browser by, const std::string& conversation, const std::string& body = "Merci.") {
  return by.post(at(conversation, "messages"), fmt::format(R"({{"body":"{}"}})", body));
}
std::size_t messages_in(const TestReply& reply) { return reply.json.at("messages").as_array().size(); }
std::size_t held_by(Browser by) { return by.get("/liaison/conversations").json.at("conversations").as_array().size(); }
std::int64_t bell(Browser by) { return number_at(by.get("/bell"), "/unread"); }

Actor head_of(Village& v) {
  Actor head;
  head.person = v.mme_garcin;
  head.self = {v.mme_garcin};
  head.profile = Profile::head;
  head.school = v.tilleuls;
  return head;
}

}  // namespace

TEST_CASE("liaison: a mother writes to the class, its teachers of today read it and answer (LIA-04)") {
  Village v;
  auto contacts = v.as(v.sarah).get("/liaison/contacts");
  REQUIRE(contacts.json.at("contacts").as_array().size() == 4);  // each child: the class, the head
  CHECK(text_at(contacts, "/contacts/0/child/first_name") == "Lina");
  CHECK(text_at(contacts, "/contacts/0/names/0") == "Mme Rossi");
  CHECK(text_at(contacts, "/contacts/1/addressee") == "head");

  const auto conversation = opened(v.as(v.sarah), {v.tom});
  CHECK(bell(v.as(v.m_benali)) == 1);
  auto list = v.as(v.m_benali).get("/liaison/conversations");
  CHECK(list.statements == 2);
  CHECK(text_at(list, "/conversations/0/guardian_name") == "Sarah Delmas");
  CHECK(flag_at(list, "/conversations/0/unread"));
  auto read = v.as(v.m_benali).get(at(conversation));
  CHECK(text_at(read, "/party_name") == "Académie de Lyon");
  CHECK(text_at(read, "/messages/0/author_role") == "guardian");
  CHECK(flag_at(read, "/may_write"));
  REQUIRE(v.as(v.m_benali).post(at(conversation, "open")).status == 204);
  CHECK(bell(v.as(v.m_benali)) == 0);

  REQUIRE(say(v.as(v.m_benali), conversation).status == 200);
  CHECK(bell(v.as(v.sarah)) == 1);
  auto hers = v.as(v.sarah).get(at(conversation));
  REQUIRE(messages_in(hers) == 2);
  CHECK(text_at(hers, "/messages/1/author_name") == "M. Benali");
  REQUIRE(v.as(v.sarah).post(at(conversation, "open")).status == 204);
  CHECK(bell(v.as(v.sarah)) == 0);
  CHECK(v.count("store_audit", "act = 'liaison.write_to_school'") == 1);
}

TEST_CASE("liaison: written in the evening, a question reaches the school in the morning (PA-8)") {
  Village v;
  v.clock().set(v.now() + hours(13) + minutes(45));  // Monday, 22:15
  auto reply = v.as(v.sarah).post("/liaison/conversations", Opening{v.tom}.json());
  const Millis tuesday_at_7 = v.now() + hours(8) + minutes(45);
  CHECK(flag_at(reply, "/quiet"));
  CHECK(number_at(reply, "/deliver_at") == tuesday_at_7);
  const auto conversation = text_at(reply, "/conversation");
  CHECK(held_by(v.as(v.m_benali)) == 0);
  CHECK(v.as(v.m_benali).get(at(conversation)).status == 404);
  CHECK(say(v.as(v.m_benali), conversation).status == 404);
  CHECK(bell(v.as(v.m_benali)) == 0);
  CHECK(flag_at(v.as(v.sarah).get(at(conversation)), "/messages/0/waiting"));
  v.clock().set(tuesday_at_7);
  CHECK(bell(v.as(v.m_benali)) == 1);
  CHECK(messages_in(v.as(v.m_benali).get(at(conversation))) == 1);
}

TEST_CASE("liaison: an exchange is its guardian's own, unless it was opened for both (SC-01)") {
  Village v;
  const auto hers = opened(v.as(v.sarah), {v.tom});
  CHECK(held_by(v.as(v.mathieu)) == 0);
  CHECK(v.as(v.mathieu).get(at(hers)).status == 404);
  CHECK(say(v.as(v.mathieu), hers).status == 404);
  REQUIRE(say(v.as(v.m_benali), hers).status == 200);
  CHECK(bell(v.as(v.mathieu)) == 0);

  const auto for_both = opened(v.as(v.sarah), {v.tom, "school_class", true});
  CHECK(messages_in(v.as(v.mathieu).get(at(for_both))) == 1);
  CHECK(bell(v.as(v.mathieu)) == 1);
  REQUIRE(say(v.as(v.mathieu), for_both).status == 200);
  CHECK(messages_in(v.as(v.sarah).get(at(for_both))) == 2);
}

TEST_CASE("liaison: it goes to a desk, not to one person: who holds it that day reads it (SC-08)") {
  Village v;
  const auto conversation = opened(v.as(v.sarah), {v.tom});
  for (Browser other : {v.as(v.mme_petit, "les-tilleuls-enseignant"), v.as(v.mme_garcin, "les-tilleuls-direction"),
                        v.as(v.mme_garcin, "les-tilleuls-enseignant"), v.as(v.mme_rossi), v.as(v.m_lacaze)}) {
    CHECK(other.get(at(conversation)).status == 404);
    CHECK(say(other, conversation).status == 404);
    CHECK(other.post(at(conversation, "open")).status == 404);
    CHECK(held_by(other) == 0);
  }
  v.write([&](Tx& tx) { people::set_teachers(tx, head_of(v), {v.ce2, v.tilleuls, 2026}, {v.mme_petit}); });
  CHECK(v.as(v.mme_petit, "les-tilleuls-enseignant").get(at(conversation)).status == 200);
  REQUIRE(say(v.as(v.mme_petit, "les-tilleuls-enseignant"), conversation).status == 200);
  CHECK(text_at(v.as(v.sarah).get(at(conversation)), "/messages/1/author_name") == "Mme Petit");
}

TEST_CASE("liaison: a father writes to the head of his child's school") {
  Village v;
  const auto conversation = opened(v.as(v.mathieu), {v.tom, "head"});
  CHECK(bell(v.as(v.mme_garcin, "les-tilleuls-direction")) == 1);
  CHECK(messages_in(v.as(v.mme_garcin, "les-tilleuls-direction").get(at(conversation))) == 1);
  CHECK(v.as(v.mme_garcin, "les-tilleuls-enseignant").get(at(conversation)).status == 404);
  CHECK(v.as(v.m_benali).get(at(conversation)).status == 404);
  CHECK(v.as(v.m_lacaze).get(at(conversation)).status == 404);
}

TEST_CASE("liaison: who is informed only reads and writes nothing, who is suspended does neither (SC-03)") {
  Village v;
  const auto conversation = opened(v.as(v.mathieu), {v.tom});
  CHECK(v.as(v.mme_informee).post("/liaison/conversations", Opening{v.adam}.json()).error == "liaison.may_not_write");
  CHECK(v.as(v.mme_informee).get("/liaison/contacts").json.at("contacts").as_array().empty());
  const auto limited = [&](people::CustodyLevel level) {
    v.write([&](Tx& tx) { REQUIRE(people::limit_custody(tx, head_of(v), {v.mathieu, v.tom, level, tx.today(), {}, "JAF 26/123"})); });
  };
  SECTION("informed only") {
    limited(people::CustodyLevel::inform_only);
    auto read = v.as(v.mathieu).get(at(conversation));
    CHECK(read.status == 200);
    CHECK_FALSE(flag_at(read, "/may_write"));
    CHECK(say(v.as(v.mathieu), conversation).error == "liaison.may_not_write");
    CHECK(say(v.as(v.m_benali), conversation).status == 200);
  }
  SECTION("suspended") {
    limited(people::CustodyLevel::suspended);
    CHECK(v.as(v.mathieu).get(at(conversation)).status == 404);
    CHECK(say(v.as(v.m_benali), conversation).error == "liaison.conversation_over");  // it would reach nobody
  }
  CHECK(v.count("liaison_conversation") == 1);
}

TEST_CASE("liaison: an answer to a note goes to the class, and only about a note one received") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2)});
  const auto conversation = opened(v.as(v.sarah), {v.tom, "school_class", false, note});
  CHECK(text_at(v.as(v.m_benali).get(at(conversation)), "/note") == note);
  CHECK(v.as(v.karim).post("/liaison/conversations", Opening{v.noe, "school_class", false, note}.json()).status == 404);
  CHECK(v.as(v.karim).post("/liaison/conversations", Opening{v.tom}.json()).error == "liaison.no_contact");
  CHECK(v.as(v.m_benali).post("/liaison/conversations", Opening{v.tom}.json()).status == 403);
  CHECK(v.count("liaison_conversation") == 1);
}

TEST_CASE("liaison: an empty message stays where it was written") {
  Village v;
  Opening opening{v.tom};
  opening.body = " ";
  CHECK(v.as(v.sarah).post("/liaison/conversations", opening.json()).field("/body") == "liaison.message_empty");
  CHECK(v.count("liaison_conversation") == 0);
  const auto conversation = opened(v.as(v.sarah), {v.tom});
  CHECK(say(v.as(v.m_benali), conversation, "").field("/body") == "liaison.message_empty");
  CHECK(v.count("liaison_message") == 1);
}

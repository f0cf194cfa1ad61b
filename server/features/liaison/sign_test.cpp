#include "features/liaison/content.h"
#include "features/liaison/notes_test.h"
#include "people/custody.h"
#include "store/rows.h"

using namespace liaison::tests;

namespace {

struct Proof {
  std::vector<unsigned char> salt, hash, content_hash;
  std::string content, body;
  PersonId person, recorded_by;
};
BOOST_DESCRIBE_STRUCT(Proof, (), (salt, hash, content_hash, content, body, person, recorded_by))
const store::Query proof_of_signature{
    "tests.proof",
    "SELECT v.salt, v.hash, s.content_hash, v.content, v.body, s.person, s.recorded_by FROM liaison_signature s "
    "JOIN liaison_version v ON v.note = s.note AND v.version = s.version"};

Proof proof(Village& v) {
  Proof found;
  v.read([&](Tx& tx) { found = store::find<Proof>(tx, proof_of_signature, {}).value(); });
  return found;
}

void limit(Village& v, PersonId adult, PersonId child, people::CustodyLevel level) {
  v.write([&](Tx& tx) {
    Actor head;
    head.person = v.mme_garcin;
    head.profile = Profile::head;
    head.school = v.tilleuls;
    REQUIRE(people::limit_custody(tx, head, {adult, child, level, tx.today(), {}, "JAF 26/123"}));
  });
}

}  // namespace

TEST_CASE("liaison: a signature keeps who, when, which version and a hash that proves the text") {
  Village v;
  const auto note = sent(v.as(v.mme_rossi), {class_of(v.gs)});
  auto reply = sign(v.as(v.sarah), note, v.lina);

  REQUIRE(reply.status == 200);
  CHECK(reply.statements <= 1 + 2 + 5);
  CHECK(number_at(reply, "/signed_at") == v.now());
  CHECK(number_at(reply, "/undo_until") == v.now() + seconds(10));
  const Proof kept = proof(v);
  CHECK(kept.content_hash == kept.hash);
  const auto again = liaison::hash_of(kept.salt, kept.content, kept.body);
  CHECK(std::equal(again.begin(), again.end(), kept.hash.begin(), kept.hash.end()));
  CHECK(liaison::hash_of(kept.salt, kept.content, kept.body + " ") != again);
  CHECK(kept.person == v.sarah_oliviers);  // the record that guards Lina
  CHECK(kept.recorded_by == v.sarah);      // the account that acted
  CHECK(v.count("store_audit", "act = 'liaison.sign'") == 1);
}

TEST_CASE("liaison: one signature is enough for a usual act, and settles it for the other guardian") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2)});
  REQUIRE(sign(v.as(v.sarah), note, v.tom).status == 200);

  auto his = v.as(v.mathieu).get(path(note));
  CHECK(flag_at(his, "/children/0/settled_by_other"));
  CHECK_FALSE(flag_at(his, "/children/0/may_sign"));
  CHECK_FALSE(has(his, "/children/0/signed_at"));
  CHECK(flag_at(v.as(v.mathieu).get("/liaison/notes"), "/notes/0/settled"));
  CHECK(sign(v.as(v.mathieu), note, v.tom).error == "liaison.already_signed");
  CHECK(sign(v.as(v.sarah), note, v.tom).status == 409);
  CHECK(v.count("liaison_signature") == 1);
}

TEST_CASE("liaison: a major act waits for each guardian") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2), "sign_all"});
  REQUIRE(sign(v.as(v.sarah), note, v.tom).status == 200);
  CHECK(flag_at(v.as(v.mathieu).get(path(note)), "/children/0/may_sign"));
  CHECK_FALSE(flag_at(v.as(v.mathieu).get("/liaison/notes"), "/notes/0/settled"));
  auto half = v.as(v.m_benali).get(path(note, "follow-up"));
  CHECK(stack_of(half, "Tom") == "seen");
  CHECK(child_in(half, "Tom").at("needed").as_int64() == 2);
  CHECK(number_at(v.as(v.m_benali).get("/liaison/sent"), "/notes/0/done") == 0);

  REQUIRE(sign(v.as(v.mathieu), note, v.tom).status == 200);
  CHECK(stack_of(v.as(v.m_benali).get(path(note, "follow-up")), "Tom") == "done");
  CHECK(number_at(v.as(v.m_benali).get("/liaison/sent"), "/notes/0/done") == 1);
}

TEST_CASE("liaison: a signature that waited for the network has two moments, on the device and here") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2)});
  const auto sign_at = [&](PersonId adult, Millis at) {
    return v.as(adult).post(path(note, "sign"), fmt::format(R"({{"child":"{}","version":1,"at":{}}})", to_text(v.tom), at));
  };
  const Millis on_the_bus = v.now() + minutes(3);
  v.clock().advance(minutes(50));
  REQUIRE(sign_at(v.sarah, on_the_bus).status == 200);

  const auto hers = v.as(v.sarah).get(path(note));
  CHECK(number_at(hers, "/children/0/device_at") == on_the_bus);
  CHECK(number_at(hers, "/children/0/signed_at") == v.now());
  const auto followed = child_in(v.as(v.m_benali).get(path(note, "follow-up")), "Tom");
  for (const auto& adult : followed.at("guardians").as_array()) {
    const bool signed_here = adult.as_object().contains("signed_at");
    CHECK(adult.as_object().contains("device_at") == signed_here);
    if (signed_here) CHECK(adult.at("device_at").as_int64() == on_the_bus);
  }
}

TEST_CASE("liaison: a device whose clock cannot be right is not quoted") {
  for (const Millis wrong : {-minutes(10), minutes(51), -days(400)}) {
    Village v;
    const auto note = sent(v.as(v.m_benali), {class_of(v.ce2)});
    const Millis said = v.now() + wrong;
    v.clock().advance(minutes(50));
    const std::string body = fmt::format(R"({{"child":"{}","version":1,"at":{}}})", to_text(v.tom), said);
    REQUIRE(v.as(v.sarah).post(path(note, "sign"), body).status == 200);
    CHECK_FALSE(has(v.as(v.sarah).get(path(note)), "/children/0/device_at"));
  }
}

TEST_CASE("liaison: a signature is taken back within ten seconds, and both rows are kept") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2)});
  auto sarah = v.as(v.sarah);
  REQUIRE(sign(sarah, note, v.tom).status == 200);
  v.clock().advance(seconds(9));
  CHECK(has(sarah.get(path(note)), "/children/0/undo_until"));
  CHECK(sarah.post(path(note, "unsign"), about(v.tom)).status == 204);
  CHECK(v.count("liaison_signature") == 2);
  CHECK(flag_at(v.as(v.mathieu).get(path(note)), "/children/0/may_sign"));

  REQUIRE(sign(sarah, note, v.tom).status == 200);
  v.clock().advance(seconds(10));
  auto late = sarah.post(path(note, "unsign"), about(v.tom));
  CHECK(late.status == 410);
  CHECK(late.error == "liaison.undo_over");
  CHECK(v.as(v.mathieu).post(path(note, "unsign"), about(v.tom)).status == 410);  // not his
  CHECK(v.count("liaison_signature") == 3);
}

TEST_CASE("liaison: who is informed only, and who is asked only to read, does not sign") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2)});
  auto informed = sign(v.as(v.mme_informee), note, v.adam);
  CHECK(informed.status == 403);
  CHECK(informed.error == "liaison.may_not_sign");
  const auto to_read = sent(v.as(v.m_benali), {class_of(v.ce2), "read", "information"});
  CHECK(sign(v.as(v.sarah), to_read, v.tom).error == "liaison.may_not_sign");
  CHECK(sign(v.as(v.m_benali), note, v.tom).error == "gate.not_for_you");
  CHECK(v.count("liaison_signature") == 0);
}

TEST_CASE("liaison: a decision of the head holds from the next request") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2), "sign_all"});
  auto mathieu = v.as(v.mathieu);
  REQUIRE(sign(v.as(v.sarah), note, v.tom).status == 200);

  SECTION("informed only: he reads, one signature is now enough") {
    limit(v, v.mathieu, v.tom, people::CustodyLevel::inform_only);
    CHECK(mathieu.get(path(note)).status == 200);
    CHECK(sign(mathieu, note, v.tom).status == 403);
  }
  SECTION("suspended: the note is gone for him") {
    limit(v, v.mathieu, v.tom, people::CustodyLevel::suspended);
    CHECK(mathieu.get(path(note)).status == 404);
    CHECK(notes_in(mathieu.get("/liaison/notes")) == 0);
    CHECK(number_at(mathieu.get("/bell"), "/unread") == 0);
    CHECK(sign(mathieu, note, v.tom).status == 404);
  }
  auto follow_up = v.as(v.m_benali).get(path(note, "follow-up"));
  CHECK(stack_of(follow_up, "Tom") == "done");
  CHECK(child_in(follow_up, "Tom").at("needed").as_int64() == 1);
  CHECK(number_at(v.as(v.m_benali).get("/liaison/sent"), "/notes/0/done") == 1);
}

TEST_CASE("liaison: a signature given before a decision stays") {
  Village v;
  const auto note = sent(v.as(v.m_benali), {class_of(v.ce2)});
  REQUIRE(sign(v.as(v.mathieu), note, v.tom).status == 200);
  limit(v, v.mathieu, v.tom, people::CustodyLevel::suspended);
  auto follow_up = v.as(v.m_benali).get(path(note, "follow-up"));
  CHECK(stack_of(follow_up, "Tom") == "done");
  CHECK(child_in(follow_up, "Tom").at("guardians").as_array().size() == 2);
}

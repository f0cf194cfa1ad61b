#include "house/world.h"

#include "gate/accounts.h"
#include "house/canary.h"
#include "notices/notices.h"
#include "people/custody.h"
#include "store/rows.h"

namespace house {

namespace {

using store::param;

template <class T>
struct Named {
  std::string_view key;
  T Cast::* id;
};

constexpr Named<PersonId> persons[] = {
    {"mme_garcin", &Cast::mme_garcin},
    {"m_lacaze", &Cast::m_lacaze},
    {"m_benali", &Cast::m_benali},
    {"mme_petit", &Cast::mme_petit},
    {"mme_rossi", &Cast::mme_rossi},
    {"mme_sow", &Cast::mme_sow},
    {"m_ancien", &Cast::m_ancien},
    {"mme_future", &Cast::mme_future},
    {"m_remplacant", &Cast::m_remplacant},
    {"mme_admin", &Cast::mme_admin},
    {"sarah", &Cast::sarah},
    {"mathieu", &Cast::mathieu},
    {"karim", &Cast::karim},
    {"julie", &Cast::julie},
    {"m_bernard", &Cast::m_bernard},
    {"mme_diallo", &Cast::mme_diallo},
    {"m_demain", &Cast::m_demain},
    {"m_suspendu", &Cast::m_suspendu},
    {"mme_informee", &Cast::mme_informee},
    // the same woman as sarah, in les Oliviers' directory
    {"sarah_oliviers", &Cast::sarah_oliviers},
    {"tom", &Cast::tom},
    {"lina", &Cast::lina},
    {"noe", &Cast::noe},
    {"adam", &Cast::adam},
    {"gabin", &Cast::gabin},
    {"zoe", &Cast::zoe},
    {"rose", &Cast::rose},
};

constexpr Named<ClassId> classes[] = {
    {"cp", &Cast::cp}, {"ce2", &Cast::ce2}, {"cm", &Cast::cm},
    {"gs", &Cast::gs}, {"ms", &Cast::ms},   {"ce2_last_year", &Cast::ce2_last_year},
};

constexpr Named<SchoolId> schools[] = {{"tilleuls", &Cast::tilleuls}, {"oliviers", &Cast::oliviers}};

template <class T, std::size_t N>
T named(const Cast& cast, const Named<T> (&all)[N], std::string_view key) {
  for (const auto& one : all) {
    if (one.key == key) return cast.*one.id;
  }
  throw std::runtime_error(fmt::format("the world has no {}", key));
}

Uuid nobody() {
  Uuid id;
  id.bytes.fill(0x77);
  return id;
}

void run(Tx& tx, const store::Query& query, std::initializer_list<store::Param> in) {
  store::run(tx, query, std::span(in.begin(), in.size()));
}

}  // namespace

/// The first world, and where it ended.
struct World::Lived {
  Beginning beginning{"world", usual_beginning(), Beginning::Where::disk};
  Known known;
};

const World::Lived& World::lived() {
  static Lived lived;
  static const bool done = [] {
    World first(lived.beginning);
    lived.known = first.known_;
    return true;
  }();
  (void)done;
  return lived;
}

World::World() : Village(lived().beginning), known_(lived().known) {}

World::World(Beginning& place) : Village(place, GoOn{}) {
  rename();
  enter();
  choose_hours();
  write_notes();
  write_pages();
  write_to_school();
  call_roll();
  begin_things();
  decide_custody();
}

PersonId World::person(std::string_view key) const { return named(*this, persons, key); }
SchoolId World::school(std::string_view key) const { return named(*this, schools, key); }
SchoolId World::school_of(std::string_view child) const {
  const bool small = child == "lina" || child == "noe" || child == "rose";
  return small ? oliviers : tilleuls;
}

ClassId World::school_class(std::string_view key) const {
  if (key != "unknown") return named(*this, classes, key);
  ClassId id;
  id.bytes = nobody().bytes;
  return id;
}

Uuid World::note(std::string_view key) const { return key == "unknown" ? nobody() : known_.notes.find(key)->second; }

Uuid World::talk(std::string_view key) const { return key == "unknown" ? nobody() : known_.talks.find(key)->second; }

Uuid World::outing(std::string_view key) {
  struct Sent {
    std::string_view key;
    PersonId author;
    std::string context, kind;
    Uuid to;
  };
  const std::string tilleuls_teacher = "les-tilleuls-enseignant", oliviers_teacher = "les-oliviers-enseignant";
  const Sent all[] = {{"ce2", m_benali, tilleuls_teacher, "school_class", ce2},
                      {"cp", mme_petit, tilleuls_teacher, "school_class", cp},
                      {"gs", mme_rossi, oliviers_teacher, "school_class", gs},
                      {"ms", mme_sow, oliviers_teacher, "school_class", ms},
                      {"adam", m_benali, tilleuls_teacher, "child", adam}};
  for (const Sent& one : all) {
    if (one.key != key) continue;
    const std::string body = fmt::format(
        R"({{"kind":"authorisation","ask":"sign_one","title":"{0}","body":"{0}","facts":{{}},"audience":[{{"kind":"{1}","id":"{2}"}}],)"
        R"("questions":[{{"kind":"yes_no","text":"{0}"}}]}})",
        canary("note_outing"), one.kind, to_text(one.to));
    Uuid id;
    parse_uuid(std::string_view(as(one.author, one.context).post("/liaison/notes", body).json.at("note").as_string()), id);
    return id;
  }
  return note(key);
}

Uuid World::own_note(std::string_view author, const std::string& context) {
  send("own", person(author), context, "sign_one", fmt::format(R"({{"kind":"school_class","id":"{}"}})", to_text(ce2)));
  return note("own");
}

Uuid World::session(std::string_view key) {
  if (key == "unknown") return nobody();
  static const store::Query query{"tests.session", "SELECT id FROM gate_session WHERE device = $1"};
  std::optional<Uuid> id;
  const std::string device = canary("device_" + std::string(key));
  read([&](Tx& tx) {
    const store::Param in[] = {param(device)};
    id = store::find<Uuid>(tx, query, in);
  });
  return id.value();
}

void World::rename() {
  static const store::Query of_person{"tests.rename", "UPDATE people_person SET first_name = $1, last_name = $1 WHERE id = $2"};
  static const store::Query of_class{"tests.rename_class", "UPDATE people_class SET label = $1 WHERE id = $2"};
  static const store::Query of_school{"tests.rename_school", "UPDATE people_school SET name = $1 WHERE id = $2"};
  static const store::Query of_party{"tests.rename_party", "UPDATE people_party SET name = $1 WHERE id = $2"};
  write([this](Tx& tx) {
    for (const auto& one : persons) run(tx, of_person, {param(canary(one.key)), param(this->*one.id)});
    for (const auto& one : classes) run(tx, of_class, {param(canary("class_" + std::string(one.key))), param(this->*one.id)});
    for (const auto& one : schools) run(tx, of_school, {param(canary("school_" + std::string(one.key))), param(this->*one.id)});
    run(tx, of_party, {param(canary("party")), param(academy)});
  });
}

/// Everyone has an account, even a child (no profile of a pupil lives yet: it must open nothing).
void World::enter() {
  static const store::Query of_account{"tests.rename_login", "UPDATE gate_account SET login = $1 WHERE person = $2"};
  write([this](Tx& tx) {
    for (const auto& one : persons) {
      if (one.key == "sarah_oliviers") continue;
      const std::string key(one.key);
      gate::reserve_login(tx, this->*one.id);
      run(tx, of_account, {param("cnry.login_" + key + "."), param(this->*one.id)});
      known_.tokens[key] = gate::open_session(tx, this->*one.id, true, canary("device_" + key));
    }
  });
}

void World::choose_hours() {
  const std::string usual = R"({"evening_from":1200,"morning_until":420,"weekend":true,"version":0})";
  for (const auto& [head, context] : {std::pair{"mme_garcin", "les-tilleuls-direction"}, std::pair{"m_lacaze", "les-oliviers-direction"}}) {
    if (browser(head, context).put("/settings/quiet-hours", usual).status != 200) throw std::runtime_error("no quiet hours");
  }
  run_jobs();  // what waits obeys the new hours: done before anything waits
}

void World::send(const std::string& key, PersonId author, const std::string& context, const std::string& ask, const std::string& audience) {
  const std::string betrays = canary("note_" + key);
  const std::string body = fmt::format(
      R"({{"kind":"authorisation","ask":"{0}","title":"{1}","body":"{1}","facts":{{"place":"{1}","price":"{1}"}},"audience":[{2}]}})", ask,
      betrays, audience);
  const auto reply = as(author, context).post("/liaison/notes", body);
  if (reply.status != 200) throw std::runtime_error(fmt::format("note {}: {} {}", key, reply.status, reply.error));
  Uuid id;
  parse_uuid(std::string_view(reply.json.at("note").as_string()), id);
  known_.notes[key] = id;
}

void World::write_notes() {
  static const store::Query wait{"tests.wait", "UPDATE notices_delivery SET deliver_at = deliver_at + 36000000 WHERE thing = $1"};
  const auto of_class = [](ClassId id) { return fmt::format(R"({{"kind":"school_class","id":"{}"}})", to_text(id)); };
  const auto of_school = [](SchoolId id) { return fmt::format(R"({{"kind":"school","id":"{}"}})", to_text(id)); };
  const std::string tilleuls_teacher = "les-tilleuls-enseignant", oliviers_teacher = "les-oliviers-enseignant";

  clock().advance(-days(1));  // Sunday: M. Ancien still teaches ce2, Mme Diallo still is Adam's guardian; it arrives on Monday at 7
  send("ancien", m_ancien, tilleuls_teacher, "sign_one", of_class(ce2));
  clock().advance(days(1));

  send("ce2", m_benali, tilleuls_teacher, "sign_one", of_class(ce2));
  send("cp", mme_petit, tilleuls_teacher, "sign_one", of_class(cp));
  send("gs", mme_rossi, oliviers_teacher, "sign_all", of_class(gs));
  send("ms", mme_sow, oliviers_teacher, "sign_one", of_class(ms));
  send("adam", m_benali, tilleuls_teacher, "sign_one", fmt::format(R"({{"kind":"child","id":"{}"}})", to_text(adam)));
  send("tilleuls", mme_garcin, "les-tilleuls-direction", "read", of_school(tilleuls));
  send("oliviers", m_lacaze, "les-oliviers-direction", "read", of_school(oliviers));
  send("waiting", m_benali, tilleuls_teacher, "sign_one", of_class(ce2));
  send("withdrawn", m_benali, tilleuls_teacher, "sign_one", of_class(ce2));
  clock().advance(minutes(1));  // families had it; taken back before it arrives, it would never have been
  as(m_benali, tilleuls_teacher).post("/liaison/notes/" + to_text(note("withdrawn")) + "/withdraw", R"({"version":1})");

  write([this](Tx& tx) {
    run(tx, wait, {param(note("waiting"))});
    // what had reached M. Novak before he was suspended
    for (const char* key : {"ce2", "adam", "tilleuls"}) {
      const notices::Recipient him{adam, m_suspendu};
      notices::deliver(tx, {"liaison.note", note(key), 1, academy, tilleuls}, tx.now(), std::span(&him, 1));
    }
  });
}

void World::open_talk(const std::string& key, PersonId guardian, PersonId child, const std::string& addressee, bool for_both) {
  const std::string body = fmt::format(R"({{"child":"{}","addressee":"{}","title":"{}","body":"{}","for_both":{}}})", to_text(child),
                                       addressee, canary("note_" + key), canary("note_" + key), for_both);
  const auto reply = as(guardian, "parent").post("/liaison/conversations", body);
  if (reply.status != 200) throw std::runtime_error(fmt::format("exchange {}: {} {}", key, reply.status, reply.error));
  Uuid id;
  parse_uuid(std::string_view(reply.json.at("conversation").as_string()), id);
  known_.talks[key] = id;
}

void World::write_to_school() {
  static const store::Query wait{"tests.wait_talk", "UPDATE notices_delivery SET deliver_at = deliver_at + 36000000 WHERE thing = $1"};
  open_talk("talk_tom", sarah, tom, "school_class", false);
  open_talk("talk_both", mathieu, tom, "school_class", true);
  open_talk("talk_head", mathieu, tom, "head", false);
  open_talk("talk_adam", m_bernard, adam, "school_class", false);
  open_talk("talk_noe", karim, noe, "school_class", false);
  open_talk("talk_rose", mme_diallo, rose, "school_class", false);
  open_talk("talk_waiting", sarah, tom, "school_class", false);
  write([this](Tx& tx) { run(tx, wait, {param(talk("talk_waiting"))}); });
}

void World::decide_custody() {
  write([this](Tx& tx) {
    Actor head;
    head.person = mme_garcin;
    head.profile = Profile::head;
    head.self = {mme_garcin};
    head.school = tilleuls;
    const auto done = people::limit_custody(tx, head, {m_suspendu, adam, people::CustodyLevel::suspended, tx.today(), {}, canary("paper")});
    if (!done) throw std::runtime_error(done.error().code);
  });
}

std::string World::open(std::string_view who) {
  std::string token;
  write([&](Tx& tx) { token = gate::open_session(tx, person(who), true, canary("device_other")); });
  return token;
}

Browser World::browser(std::string_view who, std::string_view context, Came came) {
  static const store::Query end{"tests.end", "UPDATE gate_session SET ended_at = $1 WHERE person = $2 AND device = 'CNRY.device_other.'"};
  static const store::Query close{"tests.close", "UPDATE gate_account SET closed_at = $1 WHERE person = $2"};
  static const store::Query unconfirm{"tests.unconfirm",
                                      "UPDATE gate_session SET confirmed_at = $1 WHERE person = $2 AND device = 'CNRY.device_other.'"};
  const std::string place(context == "-" ? "" : context);
  if (who == "signed_out") return stranger(place);
  if (came == Came::signed_in) return {*this, known_.tokens.find(who)->second, place};
  const std::string token = open(who);
  write([&](Tx& tx) {
    switch (came) {
      case Came::session_ended:
        return run(tx, end, {param(tx.now()), param(person(who))});
      case Came::account_closed:
        return run(tx, close, {param(tx.now()), param(person(who))});
      case Came::unconfirmed:
        return run(tx, unconfirm, {param(tx.now() - hours(1)), param(person(who))});
      case Came::signed_in:
        return;
    }
  });
  return {*this, token, place};
}

}  // namespace house

#include "house/example.h"

#include "gate/accounts.h"
#include "gate/codes.h"
#include "house/asking.h"
#include "store/rows.h"

#include <algorithm>
#include <sstream>

namespace house {

namespace {

constexpr const char* right_password = "trois pommes bleues cuites";

// ---- the notebook

Asked list_of_child(World& w, const Cell& cell, const Parts& parts) {
  return {after_context(cell) + (parts[0] == "-" ? "" : "?child=" + to_text(w.person(parts[0]))), {}};
}
Asked one_note(World& w, const Cell& cell, const Parts& parts) { return {filled(after_context(cell), w.note(parts[0])), {}}; }
Asked note_and_child(World& w, const Cell& cell, const Parts& parts) {
  return {filled(after_context(cell), w.note(parts[0])), fmt::format(R"({{"child":{}}})", quoted(w.person(parts[1])))};
}
Asked sign(World& w, const Cell& cell, const Parts& parts) {
  return {filled(after_context(cell), w.note(parts[0])), fmt::format(R"({{"child":{},"version":1}})", quoted(w.person(parts[1])))};
}
/// "class:ce2/child:tom": an audience of two.
Asked new_note(World& w, const Cell& cell, const Parts& parts) {
  std::string audience;
  for (const std::string& part : parts) {
    const auto kind = part.substr(0, part.find(':'));
    const auto key = part.substr(part.find(':') + 1);
    Uuid id;
    if (kind == "class") id = w.school_class(key);
    if (kind == "school") id = w.school(key);
    if (kind == "child") id = w.person(key);
    if (!audience.empty()) audience += ',';
    audience += fmt::format(R"({{"kind":"{}","id":{}}})", kind == "class" ? "school_class" : kind, quoted(id));
  }
  return {after_context(cell),
          fmt::format(R"({{"kind":"information","ask":"sign_one","title":"Sortie","body":"Au bois.","facts":{{}},"audience":[{}]}})",
                      audience)};
}
/// "own": one that they have just sent.
Uuid note_of(World& w, const Cell& cell, const Parts& parts) {
  return parts[0] == "own" ? w.own_note(cell.who, cell.context) : w.note(parts[0]);
}
Asked changed_note(World& w, const Cell& cell, const Parts& parts) {
  return {filled(after_context(cell), note_of(w, cell, parts)), R"({"version":1,"title":"Sortie","body":"Au parc.","facts":{}})"};
}
Asked version_of_note(World& w, const Cell& cell, const Parts& parts) {
  return {filled(after_context(cell), note_of(w, cell, parts)), R"({"version":1})"};
}
/// "ce2/tom/sarah"; "ce2/gabin/-" names no guardian.
Asked slip(World& w, const Cell& cell, const Parts& parts) {
  const std::string guardian = parts[2] == "-" ? "" : ",\"guardian\":" + quoted(w.person(parts[2]));
  return {filled(after_context(cell), w.note(parts[0])), fmt::format(R"({{"child":{}{}}})", quoted(w.person(parts[1])), guardian)};
}

/// "ce2/tom": an outing that asks whether the child comes; a note of before has no question.
Asked answer(World& w, const Cell& cell, const Parts& parts) {
  return {filled(after_context(cell), w.outing(parts[0])),
          fmt::format(R"({{"child":{},"version":1,"answers":[{{"yes":true}}]}})", quoted(w.person(parts[1])))};
}
Asked one_talk(World& w, const Cell& cell, const Parts& parts) { return {filled(after_context(cell), w.talk(parts[0])), "{}"}; }
Asked message(World& w, const Cell& cell, const Parts& parts) {
  return {filled(after_context(cell), w.talk(parts[0])), R"({"body":"Merci."})"};
}
Asked search(World&, const Cell& cell, const Parts& parts) { return {after_context(cell) + "?q=" + parts[0], {}}; }
/// "ce2", or "ce2/cp": the file of another note.
Asked note_file(World& w, const Cell& cell, const Parts& parts) {
  return {filled(filled(after_context(cell), w.note(parts[0])), w.note_file(parts[parts.size() - 1])), {}};
}
/// "tom/school_class", "tom/head"; "tom/school_class/ce2" answers a note.
Asked new_talk(World& w, const Cell& cell, const Parts& parts) {
  const std::string about = parts.size() > 2 ? ",\"note\":" + quoted(w.note(parts[2])) : "";
  return {after_context(cell), fmt::format(R"({{"child":{},"addressee":"{}","title":"Le cartable","body":"Perdu.","for_both":false{}}})",
                                           quoted(w.person(parts[0])), parts[1], about)};
}

// ---- settings

/// "ce2=m_benali,mme_petit"
Asked teachers(World& w, const Cell& cell, const Parts& parts) {
  const auto equals = parts[0].find('=');
  std::string ids;
  std::istringstream keys(parts[0].substr(equals + 1));
  for (std::string key; std::getline(keys, key, ',');) ids += (ids.empty() ? "" : ",") + quoted(w.person(key));
  return {filled(after_context(cell), w.school_class(parts[0].substr(0, equals))), "{\"teachers\":[" + ids + "]}"};
}
Asked hours(World&, const Cell& cell, const Parts&) {
  return {after_context(cell), R"({"evening_from":1140,"morning_until":420,"weekend":true,"version":1})"};
}
Asked of_class(World& w, const Cell& cell, const Parts& parts) {
  return {after_context(cell) + (parts[0] == "-" ? "" : "?school_class=" + to_text(w.school_class(parts[0]))), {}};
}
Asked class_in_path(World& w, const Cell& cell, const Parts& parts) {
  return {filled(after_context(cell), w.school_class(parts[0])), "{}"};
}
Asked person_in_path(World& w, const Cell& cell, const Parts& parts) {
  return {filled(after_context(cell), parts[0] == "unknown" ? w.school_class("unknown") : Uuid(w.person(parts[0]))), "{}"};
}
/// "sarah/tom": the guardian, the child.
Asked renewal(World& w, const Cell& cell, const Parts& parts) {
  return {filled(after_context(cell), w.person(parts[0])), fmt::format(R"({{"child":{}}})", quoted(w.person(parts[1])))};
}

// ---- one's own account

Asked session(World& w, const Cell& cell, const Parts& parts) { return {filled(after_context(cell), w.session(parts[0])), "{}"}; }

/// "fresh/karim/noe", "used/…", "expired/…": a guardian's sheet; "staff/m_benali": a teacher's; anything else is typed as it is.
Asked code(World& w, const Cell& cell, const Parts& parts) {
  static const store::Query use{"tests.use", "UPDATE gate_code SET used_at = made_at"};
  static const store::Query expire{"tests.expire", "UPDATE gate_code SET until_at = made_at"};
  std::string typed = parts[0];
  if (parts.size() > 1) {
    w.write([&](Tx& tx) {
      gate::Sheet sheet{w.person(parts[1]), {}, w.tilleuls, w.mme_garcin};
      if (parts.size() > 2) {
        sheet.child = w.person(parts[2]);
        sheet.school = w.school_of(parts[2]);
      }
      typed = gate::make_code(tx, sheet).code;
      if (parts[0] == "used") store::run(tx, use, {});
      if (parts[0] == "expired") store::run(tx, expire, {});
    });
  }
  return {after_context(cell), fmt::format(R"({{"code":"{}"}})", typed)};
}
/// "right" or "wrong", of an account with a password; "none" of an account without.
std::string typed_password(World& w, const Cell& cell, const Parts& parts) {
  if (parts[0] != "none" && cell.who != "signed_out") {
    w.write([&](Tx& tx) { gate::set_password(tx, w.person(cell.who), crypto::hash_password(tx.keys(), right_password, tx.random())); });
  }
  return parts[0] == "wrong" ? "une autre phrase secrete" : right_password;
}
Asked confirm(World& w, const Cell& cell, const Parts& parts) {
  return {after_context(cell), fmt::format(R"({{"password":"{}"}})", typed_password(w, cell, parts))};
}
Asked new_password(World& w, const Cell& cell, const Parts& parts) {
  return {after_context(cell), fmt::format(R"({{"current":"{}","wanted":"le vent souffle du nord"}})", typed_password(w, cell, parts))};
}

Asked comfort(World&, const Cell& cell, const Parts&) {
  return {after_context(cell),
          R"({"size":"large","spacing":"wide","face":"andika","scheme":"dark","contrast":false,"ruler":true,"still":true,"aloud":false})"};
}

const std::map<std::string, Make>& makers() {
  static const std::map<std::string, Make> all{
      {"GET /me", plain},
      {"GET /sessions", plain},
      {"POST /sessions/{session}/end", session},
      {"POST /sign-out", plain},
      {"POST /codes", code},
      {"POST /confirm", confirm},
      {"POST /password", new_password},
      {"PUT /comfort", comfort},
      {"GET /c/{context}/home", plain},
      {"GET /c/{context}/bell", plain},
      {"GET /c/{context}/live", plain},
      {"GET /c/{context}/liaison/notes", list_of_child},
      {"GET /c/{context}/liaison/notes/{note}", one_note},
      {"POST /c/{context}/liaison/notes/{note}/open", note_and_child},
      {"POST /c/{context}/liaison/notes/{note}/sign", sign},
      {"POST /c/{context}/liaison/notes/{note}/answer", answer},
      {"POST /c/{context}/liaison/notes/{note}/unsign", note_and_child},
      {"GET /c/{context}/liaison/notes/{note}/files/{upload}", note_file},
      {"GET /c/{context}/liaison/search", search},
      {"POST /c/{context}/liaison/notes/{note}/remind", version_of_note},
      {"GET /c/{context}/liaison/contacts", plain},
      {"GET /c/{context}/liaison/conversations", plain},
      {"POST /c/{context}/liaison/conversations", new_talk},
      {"GET /c/{context}/liaison/conversations/{conversation}", one_talk},
      {"POST /c/{context}/liaison/conversations/{conversation}/open", one_talk},
      {"POST /c/{context}/liaison/conversations/{conversation}/messages", message},
      {"GET /c/{context}/liaison/desk", plain},
      {"POST /c/{context}/liaison/notes", new_note},
      {"PUT /c/{context}/liaison/notes/{note}", changed_note},
      {"POST /c/{context}/liaison/notes/{note}/withdraw", version_of_note},
      {"GET /c/{context}/liaison/sent", plain},
      {"GET /c/{context}/liaison/notes/{note}/follow-up", one_note},
      {"POST /c/{context}/liaison/notes/{note}/paper", slip},
      {"POST /c/{context}/liaison/notes/{note}/paper/undo", slip},
      {"GET /c/{context}/settings/classes", plain},
      {"PUT /c/{context}/settings/classes/{school_class}/teachers", teachers},
      {"GET /c/{context}/settings/quiet-hours", plain},
      {"PUT /c/{context}/settings/quiet-hours", hours},
      {"GET /c/{context}/settings/families", of_class},
      {"GET /c/{context}/settings/not-reached", of_class},
      {"POST /c/{context}/settings/classes/{school_class}/sheets", class_in_path},
      {"POST /c/{context}/settings/guardians/{guardian}/renew", renewal},
      {"POST /c/{context}/settings/staff-sheets", plain},
      {"POST /c/{context}/settings/classes/{school_class}/pupil-cards", class_in_path},
      {"POST /c/{context}/settings/pupils/{pupil}/card", person_in_path},
  };
  return all;
}

const Make* maker_of(const std::string& method_and_route) {
  for (const auto* all : {&makers(), &homework_makers(), &attendance_makers(), &settings_makers(), &uploads_makers()}) {
    if (const auto found = all->find(method_and_route); found != all->end()) return &found->second;
  }
  return nullptr;
}

/// What must have been done before it can be undone, or done again: how each route ends, and what comes before it.
struct Before {
  std::string_view ending;
  std::string_view route;
  bool in_parent;
};
constexpr Before befores[] = {
    {"/paper/undo", "/c/{context}/liaison/notes/{note}/paper", false},
    {"/death/undo", "/c/{context}/settings/people/{person}/death", false},
    {"/restore", "/c/{context}/settings/staff/{person}/suspend", false},
    {"sign", "/c/{context}/liaison/notes/{note}/sign", true},
};

/// Does it, as the person before the ">" may.
void do_before(World& w, const std::string& who, const Cell& cell, const Parts& parts) {
  const auto known =
      std::find_if(std::begin(befores), std::end(befores), [&](const Before& one) { return cell.route.ends_with(one.ending); });
  if (known == std::end(befores)) throw std::runtime_error(cell.words() + ": nobody knows what comes before it");
  Cell before = cell;
  before.route = known->route;
  const Asked asked = (*maker_of("POST " + before.route))(w, before, parts);
  const auto reply = w.browser(who, known->in_parent ? "parent" : cell.context).post(asked.path, asked.body);
  if (reply.status >= 300) throw std::runtime_error(fmt::format("{}: before it: {} {}", cell.words(), reply.status, reply.error));
}

}  // namespace

bool has_example(const std::string& method_and_route) { return maker_of(method_and_route) != nullptr; }

bool prepares(const Cell& cell) {
  if (cell.route.ends_with("/answer")) return true;  // it sends the outing it answers
  if (cell.who == "signed_out") return false;
  return cell.thing.find('>') != cell.thing.npos || cell.relation == "account_closed" || cell.route == "/codes" ||
         cell.route == "/confirm" || cell.route == "/password";
}

Asked example(World& w, const Cell& cell) {
  const auto arrow = cell.thing.find('>');
  Parts parts;
  std::istringstream in(arrow == cell.thing.npos ? cell.thing : cell.thing.substr(arrow + 1));
  for (std::string part; std::getline(in, part, '/');) parts.push_back(part);
  if (arrow != cell.thing.npos) do_before(w, cell.thing.substr(0, arrow), cell, parts);
  const Make* make = maker_of(cell.method + " " + cell.route);
  if (!make) throw std::runtime_error(cell.words() + ": nobody knows how to ask it");
  return (*make)(w, cell, parts);
}

}  // namespace house

#include "house/asking.h"

#include "store/rows.h"

namespace house {

namespace {

PersonId somebody(World& w, const std::string& key) {
  if (key != "unknown") return w.person(key);
  PersonId id;
  id.bytes.fill(0x77);
  return id;
}

Asked person_in_path(World& w, const Cell& cell, const Parts& parts) { return {filled(after_context(cell), somebody(w, parts[0])), "{}"}; }
/// "tom": looked for by a name as the directory folds it.
Asked typed_name(World&, const Cell& cell, const Parts& parts) { return {after_context(cell) + "?text=" + parts[0], {}}; }
/// Somebody whom the head has just named, and whom no directory knows.
PersonId newcomer(World& w) {
  static const store::Query newest{"tests.newest",
                                   "SELECT person FROM people_relation WHERE code = 'admin' ORDER BY made_at DESC, id DESC LIMIT 1"};
  w.clock().advance(minutes(1));
  const auto named = w.browser("mme_garcin", "les-tilleuls-direction")
                         .post("/settings/administrators", R"({"from_on":"2026-09-14","until_on":"2027-07-04","civility":"Mme",)"
                                                           R"("first_name":"Nouvelle","last_name":"Venue"})");
  if (named.status != 200) throw std::runtime_error(fmt::format("a newcomer: {} {}", named.status, named.error));
  std::optional<PersonId> person;
  w.read([&](Tx& tx) { person = store::find<PersonId>(tx, newest, {}); });
  return person.value();
}
/// A name from the directory, or that of a "newcomer", which alone is changed here.
Asked names(World& w, const Cell& cell, const Parts& parts) {
  const PersonId whose = parts[0] == "newcomer" ? newcomer(w) : somebody(w, parts[0]);
  return {filled(after_context(cell), whose), R"({"civility":"Mme","first_name":"Autre","last_name":"Nom"})"};
}
/// "mathieu/tom": the adult, the child.
Asked adult_and_child(World& w, const Cell& cell, const Parts& parts) {
  return {filled(after_context(cell), somebody(w, parts[0])), fmt::format(R"({{"child":{}}})", quoted(somebody(w, parts[1])))};
}
Asked custody(World& w, const Cell& cell, const Parts& parts) {
  return {
      filled(after_context(cell), somebody(w, parts[0])),
      fmt::format(R"({{"child":{},"level":"suspended","from_on":"2026-09-14","paper_reference":"JAF"}})", quoted(somebody(w, parts[1])))};
}
Asked protection(World& w, const Cell& cell, const Parts& parts) {
  return {filled(after_context(cell), somebody(w, parts[0])), fmt::format(R"({{"child":{},"on":true}})", quoted(somebody(w, parts[1])))};
}
Asked contact(World& w, const Cell& cell, const Parts& parts) {
  return {filled(after_context(cell), somebody(w, parts[0])) + "?child=" + to_text(somebody(w, parts[1])), {}};
}
Asked own_contact(World&, const Cell& cell, const Parts&) { return {after_context(cell), R"({"phone":"0612345678","version":0})"}; }
Asked calendar(World&, const Cell& cell, const Parts&) {
  return {after_context(cell), R"({"week":["full","full","morning","full","full","off","off"],"periods":[],"version":0})"};
}
/// "cp/mme_petit": the class, whoever is named.
Asked substitute(World& w, const Cell& cell, const Parts& parts) {
  return {after_context(cell), fmt::format(R"({{"school_class":{},"from_on":"2026-09-14","until_on":"2026-09-18","person":{}}})",
                                           quoted(w.school_class(parts[0])), quoted(somebody(w, parts[1])))};
}
Asked administrator(World& w, const Cell& cell, const Parts& parts) {
  return {after_context(cell),
          fmt::format(R"({{"from_on":"2026-09-14","until_on":"2027-07-04","person":{}}})", quoted(somebody(w, parts[0])))};
}
/// "m_remplacant": the post they hold.
Asked post(World& w, const Cell& cell, const Parts& parts) {
  static const store::Query held{"tests.post", "SELECT id FROM people_relation WHERE person = $1 AND code IN ('substitute', 'admin')"};
  std::optional<Uuid> id;
  const PersonId person = somebody(w, parts[0]);
  w.read([&](Tx& tx) {
    const store::Param in[] = {store::param(person)};
    id = store::find<Uuid>(tx, held, in);
  });
  return {filled(after_context(cell), id.value_or(person)), "{}"};
}

}  // namespace

const std::map<std::string, Make>& settings_makers() {
  const auto in_context = [](const char* method, const char* path) { return fmt::format("{} /c/{{context}}/settings/{}", method, path); };
  static const std::map<std::string, Make> all{
      {in_context("GET", "calendars"), plain},
      {in_context("PUT", "calendar"), calendar},
      {in_context("GET", "search"), typed_name},
      {in_context("GET", "people/{person}"), person_in_path},
      {in_context("GET", "to-do"), plain},
      {in_context("PUT", "people/{person}/names"), names},
      {in_context("POST", "people/{person}/sessions/end"), person_in_path},
      {in_context("POST", "people/{person}/custody"), custody},
      {in_context("POST", "people/{person}/custody/end"), adult_and_child},
      {in_context("POST", "people/{person}/protection"), protection},
      {in_context("POST", "people/{person}/death"), person_in_path},
      {in_context("POST", "people/{person}/death/undo"), person_in_path},
      {in_context("POST", "staff/{person}/suspend"), person_in_path},
      {in_context("POST", "staff/{person}/restore"), person_in_path},
      {in_context("POST", "staff/{person}/renew"), person_in_path},
      {in_context("GET", "contact"), plain},
      {in_context("PUT", "contact"), own_contact},
      {in_context("GET", "guardians/{guardian}/contact"), contact},
      {in_context("GET", "substitutes"), plain},
      {in_context("POST", "substitutes"), substitute},
      {in_context("GET", "administrators"), plain},
      {in_context("POST", "administrators"), administrator},
      {in_context("POST", "posts/{post}/end"), post},
      {in_context("GET", "town"), typed_name},
  };
  return all;
}

}  // namespace house

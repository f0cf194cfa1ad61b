#include "app/demo/demo.h"

#include "app/demo/notes.h"
#include "app/queries.gen.h"
#include "gate/accounts.h"
#include "gate/queries.gen.h"
#include "import/aaf/import.h"
#include "people/teaching.h"
#include "store/audit.h"

namespace app::demo {

namespace {

struct Taught {
  std::string_view teacher;
  std::string_view label;
};
// the feed cannot say who teaches which class: tools/aaf_demo.py has the same list
constexpr Taught teachers[] = {{"Lacaze", "PS"},    {"Sow", "PS-MS"},  {"Lenoir", "MS"},    {"Rossi", "GS"},      {"Petit", "CP"},
                               {"Kervella", "CE1"}, {"Benali", "CE2"}, {"Marchand", "CM1"}, {"Garcin", "CM1-CM2"}};

struct Known {
  std::string_view who;
  std::string_view first_name;
  std::string_view last_name;
};
constexpr Known people_shown[] = {
    {"Directrice d’école, et enseignante de CM1-CM2", "Hélène", "Garcin"},
    {"Directeur d’école maternelle", "Thierry", "Lacaze"},
    {"Enseignant de CE2", "Samir", "Benali"},
    {"Enseignante de grande section", "Giulia", "Rossi"},
    {"Enseignante dans deux écoles", "Awa", "Sow"},
    {"Mère de Lina et de Tom, dans deux écoles (deux feuilles)", "Sarah", "Delmas"},
    {"Père de Lina et de Tom, dans deux écoles", "Mathieu", "Delmas"},
    {"Parents séparés de Noé : le père", "Karim", "Ferrand"},
    {"Parents séparés de Noé : la mère", "Julie", "Morel"},
};

/// Runs work in a transaction that must be kept; a surprise here is a bug of the demo itself.
template <class Do>
void write(House& house, Do work) {
  const auto outcome = house.database().write_now([&](Tx& tx) {
    work(tx);
    return true;
  });
  if (outcome.end != store::End::committed) throw store::Fault(store::Cause::other, "demo: " + outcome.cause);
}

void set_teachers(Tx& tx) {
  for (const Taught& taught : teachers) {
    for (const StaffRow& staff : q::staff_named(tx, taught.teacher, tx.today())) {
      const int year = school_year_of(tx.today());
      const auto school_class = q::class_labelled(tx, staff.school, taught.label, year);
      if (!school_class) continue;
      Actor head;
      head.person = staff.person;
      head.profile = Profile::head;
      head.self = {staff.person};
      head.school = staff.school;
      people::set_teachers(tx, head, {*school_class, staff.school, year}, {staff.person});
    }
  }
}

/// The person a shown name stands for: of the two records of Sarah, the first.
std::optional<PersonId> person_named(Tx& tx, const Known& known) {
  for (const StaffRow& staff : q::staff_named(tx, known.last_name, tx.today())) return staff.person;
  for (const FamilyRow& family : q::guardians_to_enter(tx, tx.today())) {
    if (family.last_name == known.last_name && family.first_name == known.first_name) return family.person;
  }
  return {};
}

/// Every adult shown has the demo's password; of the others two in three have entered once, so that the heads see families to reach.
void open_accounts(House& house) {
  const std::string verifier = crypto::hash_password(*house.database().world().keys, password, *house.database().world().random);
  write(house, [&](Tx& tx) {
    for (const Known& known : people_shown) {
      const auto person = person_named(tx, known);
      if (!person) continue;
      gate::reserve_login(tx, *person);
      gate::set_password(tx, *person, verifier);
      q::mark_entered(tx, *person, tx.now());
    }
    int number = 0;
    for (const FamilyRow& family : q::guardians_to_enter(tx, tx.today())) {
      const bool shown =
          std::any_of(std::begin(people_shown), std::end(people_shown), [&](const Known& k) { return k.last_name == family.last_name; });
      if (shown || ++number % 3 == 0) continue;
      gate::reserve_login(tx, family.person);
      gate::set_password(tx, family.person, verifier);
      q::mark_entered(tx, family.person, tx.now());
    }
  });
}

std::vector<SignInLine> sign_ins(House& house) {
  std::vector<SignInLine> lines;
  house.database().read_now([&](Tx& tx) {
    lines.clear();
    for (const Known& known : people_shown) {
      const auto person = person_named(tx, known);
      const auto account = person ? gate::q::account_of(tx, *person) : std::nullopt;
      if (account) lines.push_back({std::string(known.who), fmt::format("{} {}", known.first_name, known.last_name), account->login});
    }
    return true;
  });
  return lines;
}

bool was_loaded(store::Database& database, bool& has_schools) {
  bool marked = false;
  database.read_now([&](Tx& tx) {
    marked = store::was_done(tx, mark);
    has_schools = q::any_school(tx).has_value();
    return true;
  });
  return marked;
}

}  // namespace

Result<> mark_demo(store::Database& database) {
  bool has_schools = false;
  if (was_loaded(database, has_schools)) return {};
  if (has_schools) return conflict("app.not_empty");
  database.write_now([](Tx& tx) {
    store::audit(tx, {.act = mark});
    return true;
  });
  return {};
}

Result<std::vector<SignInLine>> load(House& house, const std::string& folder) {
  bool has_schools = false;
  if (was_loaded(house.database(), has_schools) && has_schools) return sign_ins(house);
  TRY(mark_demo(house.database()));
  aaf::Import import;
  import.folder = folder;
  import.apply = true;
  import.dated = house.database().world().zone.date(house.database().world().clock->now());
  import.accept_invented_uai = true;
  aaf::Listener silent;
  TRY(aaf::run(house.database(), import, silent));
  write(house, set_teachers);
  open_accounts(house);
  write_notes(house);
  return sign_ins(house);
}

}  // namespace app::demo

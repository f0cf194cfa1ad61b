#include "app/demo/accounts.h"

#include "app/demo/town.h"
#include "app/queries.gen.h"
#include "base/phrases.h"
#include "gate/accounts.h"
#include "gate/queries.gen.h"
#include "people/teaching.h"

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
constexpr Known adults_shown[] = {
    {"Directrice d’école, et enseignante de CM1-CM2", "Hélène", "Garcin"},
    {"Directeur d’école maternelle", "Thierry", "Lacaze"},
    {"Enseignant de CE2", "Samir", "Benali"},
    {"Enseignante de grande section", "Giulia", "Rossi"},
    {"Enseignante dans deux écoles", "Awa", "Sow"},
    {"Remplaçante en CM1, jusqu’au 18 septembre", "Adèle", "Fontan"},
    {"Administrateur de l’école élémentaire", "Paul", "Vidal"},
    {"Mère de Lina et de Tom, dans deux écoles", "Sarah", "Delmas"},
    {"Père de Lina et de Tom, dans deux écoles", "Mathieu", "Delmas"},
    {"Parents séparés de Noé : le père", "Karim", "Ferrand"},
    {"Parents séparés de Noé : la mère", "Julie", "Morel"},
};

struct KnownPupil {
  std::string_view who;
  std::string_view label;
  std::string_view name;
};
constexpr KnownPupil pupils_shown[] = {{"Élève de CE2", "CE2", "Tom Delmas"}, {"Élève de CM1", "CM1-CM2", "Zoé D'Œuvrecourt"}};

/// Runs work in a transaction that must be kept; a surprise here is a bug of the demo itself.
template <class Do>
void write(House& house, Do work) {
  const auto outcome = house.database().write_now([&](Tx& tx) {
    work(tx);
    return true;
  });
  if (outcome.end != store::End::committed) throw store::Fault(store::Cause::other, "demo: " + outcome.cause);
}

std::string verifier_of(House& house, std::string_view secret) {
  const auto& world = house.database().world();
  return crypto::hash_password(*world.keys, secret, *world.random);
}

/// The person a shown name stands for: of the two records of Sarah, the first.
std::optional<PersonId> person_named(Tx& tx, const Known& known) {
  for (const StaffRow& staff : q::staff_named(tx, known.last_name, tx.today())) return staff.person;
  for (const GuardianRow& guardian : q::guardians_to_enter(tx, tx.today())) {
    if (guardian.last_name == known.last_name && guardian.first_name == known.first_name) return guardian.person;
  }
  return {};
}

void enter(Tx& tx, PersonId person, std::string_view verifier) {
  gate::reserve_login(tx, person);
  gate::set_password(tx, person, verifier);
  q::mark_entered(tx, person, tx.now());
}

void open_pupils(House& house, const Town& town) {
  const std::string verifier = verifier_of(house, phrases::as_kept(three_words));
  write(house, [&](Tx& tx) {
    for (const KnownPupil& known : pupils_shown) {
      const PersonId pupil = town.class_of(known.label).pupil(known.name).person;
      gate::reserve_login(tx, pupil);
      gate::give_phrase(tx, pupil, verifier);
    }
  });
}

}  // namespace

void set_teachers(House& house) {
  write(house, [](Tx& tx) {
    const int year = school_year_of(tx.today());
    for (const Taught& taught : teachers) {
      for (const StaffRow& staff : q::staff_named(tx, taught.teacher, tx.today())) {
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
  });
}

void open_accounts(House& house) {
  const std::string verifier = verifier_of(house, password);
  write(house, [&](Tx& tx) {
    for (const Known& known : adults_shown) {
      if (const auto person = person_named(tx, known)) enter(tx, *person, verifier);
    }
    int number = 0;
    for (const GuardianRow& guardian : q::guardians_to_enter(tx, tx.today())) {
      const bool shown =
          std::any_of(std::begin(adults_shown), std::end(adults_shown), [&](const Known& k) { return k.last_name == guardian.last_name; });
      if (!shown && ++number % 3 != 0) enter(tx, guardian.person, verifier);
    }
  });
  open_pupils(house, Town(house));
}

void give_password(House& house, PersonId person) {
  const std::string verifier = verifier_of(house, password);
  write(house, [&](Tx& tx) { enter(tx, person, verifier); });
}

void join_records(House& house) {
  struct Record {
    const SchoolClass& school_class;
    const Pupil& pupil;
    const Adult& adult;
  };
  const Town town(house);
  std::vector<Record> records;
  for (const auto& [label, child] : {std::pair("GS", "Lina Delmas"), std::pair("CE2", "Tom Delmas")}) {
    const SchoolClass& school_class = town.class_of(label);
    const Pupil& pupil = school_class.pupil(child);
    for (const Adult& adult : pupil.adults) {
      if (adult.name == "Sarah Delmas") records.push_back({school_class, pupil, adult});
    }
  }
  const auto entered = std::find_if(records.begin(), records.end(), [](const Record& one) { return one.adult.acts; });
  if (entered == records.end()) not_in_town("Sarah Delmas");
  Visitors visitors(house);
  for (const Record& one : records) {
    if (one.adult.person == entered->adult.person) continue;
    const auto sheets = visitors.post(town.head(one.school_class.slug), "/settings/guardians/" + to_text(one.adult.person) + "/renew",
                                      {{"child", to_text(one.pupil.person)}});
    visitors.post_own(entered->adult.person, "/codes", {{"code", sheets.at("sheets").at(0).at("code")}});
  }
  visitors.leave();
}

std::vector<SignInLine> sign_ins(House& house) {
  const Town town(house);
  std::vector<SignInLine> lines;
  house.database().read_now([&](Tx& tx) {
    lines.clear();
    const auto add = [&](std::string_view who, std::string name, std::optional<PersonId> person) {
      const auto account = person ? gate::q::account_of(tx, *person) : std::nullopt;
      if (account) lines.push_back({std::string(who), std::move(name), account->login});
    };
    for (const Known& known : adults_shown) {
      add(known.who, fmt::format("{} {}", known.first_name, known.last_name), person_named(tx, known));
    }
    for (const KnownPupil& known : pupils_shown) {
      add(fmt::format("{}, avec trois mots : {}", known.who, three_words), std::string(known.name),
          town.class_of(known.label).pupil(known.name).person);
    }
    return true;
  });
  return lines;
}

}  // namespace app::demo

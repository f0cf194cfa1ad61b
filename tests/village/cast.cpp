#include "village/cast.h"

#include "base/text.h"
#include "store/rows.h"

namespace {

using store::param;

/// Ids that are the same in every run: a readable number in the last bytes.
Uuid numbered(unsigned char kind, unsigned number) {
  Uuid id;
  id.bytes = {0x01, 0x99, 0x11, 0x22, 0x33, 0x44, 0x70, kind, 0x80};
  id.bytes[14] = static_cast<unsigned char>(number >> 8);
  id.bytes[15] = static_cast<unsigned char>(number);
  return id;
}
template <class T>
T as(const Uuid& id) {
  T out;
  out.bytes = id.bytes;
  return out;
}

class Builder {
 public:
  explicit Builder(Tx& tx, unsigned relations = 0) : tx_(tx), relations_(relations) {}

  void run(const char* name, const char* sql, std::initializer_list<store::Param> in) {
    // a statement's identity is its address: one static store::Query per text, kept for the life of the tests
    static std::map<std::string, std::unique_ptr<store::Query>> known;
    auto& query = known[sql];
    if (!query) query = std::make_unique<store::Query>(store::Query{name, sql});
    store::run(tx_, *query, std::span(in.begin(), in.size()));
  }

  void party(PartyId id, const std::string& name) {
    run("party", "INSERT INTO people_party (id, kind, name, from_on, made_at) VALUES ($1, 'education', $2, $3, $4)",
        {param(id), param(name), param(date_of(2023, 9, 1)), param(tx_.now())});
  }

  void school(SchoolId id, PartyId party, const std::string& key, const std::string& uai, const std::string& slug, const std::string& name,
              const std::string& kind) {
    run("school",
        "INSERT INTO people_school (id, academy, feed_key, uai, slug, name, commune, kind, state, party, made_at) "
        "VALUES ($1, '10', $2, $3, $4, $5, 'Valbourg', $6, 'active', $7, $8)",
        {param(id), param(key), param(uai), param(slug), param(name), param(kind), param(party), param(tx_.now())});
  }

  void class_of(ClassId id, SchoolId school, int year, const std::string& label) {
    run("class",
        "INSERT INTO people_class (id, school, school_year, feed_key, label, sort_key, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        {param(id), param(school), param(std::int64_t(year)), param(label), param(label), param(text::sort_key(label)), param(tx_.now())});
  }

  void group_of(GroupId id, SchoolId school, int year, const std::string& label) {
    run("group",
        "INSERT INTO people_group (id, school, school_year, feed_key, label, sort_key, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        {param(id), param(school), param(std::int64_t(year)), param(label), param(label), param(text::sort_key(label)), param(tx_.now())});
  }

  void person(PersonId id, const std::string& civility, const std::string& first, const std::string& last) {
    run("person",
        "INSERT INTO people_person (id, academy, feed_key, civility, first_name, last_name, sort_key, fold, made_at) "
        "VALUES ($1, '10', $2, $3, $4, $5, $6, $7, $8)",
        {param(id), param(to_text(id)), param(civility), param(first), param(last), param(text::sort_key(last + " " + first)),
         param(text::fold(first + last)), param(tx_.now())});
  }

  struct Link {
    std::string kind;
    std::optional<Uuid> child = {}, school = {}, school_class = {}, school_group = {};
    std::optional<std::string> code = {};
    Date from = date_of(2026, 9, 1);
    std::optional<Date> until = {};
    std::string source = "feed";
  };
  RelationId link(PersonId person, const Link& l) {
    const auto id = as<RelationId>(numbered(9, ++relations_));
    run("relation",
        "INSERT INTO people_relation (id, person, kind, child, school, school_class, school_group, code, from_on, until_on, source, "
        "made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        {param(id), param(person), param(l.kind), param(l.child), param(l.school), param(l.school_class), param(l.school_group),
         param(l.code), param(l.from), param(l.until), param(l.source), param(tx_.now())});
    return id;
  }
  void pupil(PersonId id, SchoolId school, ClassId in, const std::string& grade) {
    link(id, {.kind = "pupil_of_school", .school = school});
    link(id, {.kind = "pupil_of_class", .school = school, .school_class = in, .code = grade});
  }
  RelationId guardian(PersonId adult, PersonId child, const std::string& code, Date from = date_of(2025, 9, 1),
                      std::optional<Date> until = {}) {
    return link(adult, {.kind = "guardian_of", .child = child, .code = code, .from = from, .until = until});
  }
  void teacher(PersonId id, SchoolId school, ClassId of, Date from = date_of(2026, 9, 1), std::optional<Date> until = {}) {
    link(id, {.kind = "teacher_of_school", .school = school});
    link(id, {.kind = "teacher_of_class", .school = school, .school_class = of, .from = from, .until = until, .source = "local"});
  }
  void custody(RelationId relation, const std::string& level, PersonId author) {
    run("custody",
        "INSERT INTO people_custody (id, relation, level, from_on, paper_reference, author, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        {param(as<Uuid>(numbered(10, ++custodies_))), param(relation), param(level), param(date_of(2026, 9, 1)),
         param(std::vector<unsigned char>{1}), param(author), param(tx_.now())});
  }
  void merge(PersonId kept, PersonId merged) {
    run("merge", "INSERT INTO people_merge (id, kept, merged, way, author, made_at) VALUES ($1, $2, $3, 'code', $2, $4)",
        {param(as<Uuid>(numbered(11, 1))), param(kept), param(merged), param(tx_.now())});
  }

 private:
  Tx& tx_;
  unsigned relations_;
  unsigned custodies_ = 0;
};

}  // namespace

Cast Cast::settle(Tx&) {
  Cast c;
  c.academy = as<PartyId>(numbered(1, 1));
  c.tilleuls = as<SchoolId>(numbered(2, 1));
  c.oliviers = as<SchoolId>(numbered(2, 2));
  unsigned n = 0;
  for (ClassId* id : {&c.cp, &c.ce2, &c.cm, &c.gs, &c.ms, &c.ce2_last_year}) *id = as<ClassId>(numbered(3, ++n));
  c.chorale = as<GroupId>(numbered(5, 1));
  n = 0;
  for (PersonId* id : {&c.mme_garcin, &c.m_lacaze, &c.m_benali,       &c.mme_petit,    &c.mme_rossi,    &c.mme_sow,  &c.m_ancien,
                       &c.mme_future, &c.tom,      &c.lina,           &c.noe,          &c.adam,         &c.gabin,    &c.zoe,
                       &c.rose,       &c.sarah,    &c.sarah_oliviers, &c.mathieu,      &c.karim,        &c.julie,    &c.m_bernard,
                       &c.mme_diallo, &c.m_demain, &c.m_suspendu,     &c.mme_informee, &c.m_remplacant, &c.mme_admin}) {
    *id = as<PersonId>(numbered(4, ++n));
  }
  return c;
}

void build_village(Tx& tx) {
  Builder b(tx);
  const Cast c = Cast::settle(tx);
  const Date yesterday = tx.today() - 1;
  const Date tomorrow = tx.today() + 1;

  b.party(c.academy, "Académie de Lyon");
  b.school(c.tilleuls, c.academy, "900001", "0999990W", "les-tilleuls", "Les Tilleuls", "elementary_school");
  b.school(c.oliviers, c.academy, "900002", "0999991X", "les-oliviers", "Les Oliviers", "nursery_school");
  b.class_of(c.cp, c.tilleuls, 2026, "CP");
  b.class_of(c.ce2, c.tilleuls, 2026, "CE2");
  b.class_of(c.cm, c.tilleuls, 2026, "CM1-CM2");
  b.class_of(c.gs, c.oliviers, 2026, "GS");
  b.class_of(c.ms, c.oliviers, 2026, "MS");
  b.class_of(c.ce2_last_year, c.tilleuls, 2025, "CE2");

  b.group_of(c.chorale, c.tilleuls, 2026, "Chorale");

  b.person(c.mme_garcin, "Mme", "Hélène", "Garcin");
  b.person(c.m_lacaze, "M.", "Yann", "Lacaze");
  b.person(c.m_benali, "M.", "Samir", "Benali");
  b.person(c.mme_petit, "Mme", "Aurélie", "Petit");
  b.person(c.mme_rossi, "Mme", "Chiara", "Rossi");
  b.person(c.mme_sow, "Mme", "Awa", "Sow");
  b.person(c.m_ancien, "M.", "Paul", "Ancien");
  b.person(c.mme_future, "Mme", "Inès", "Future");
  b.person(c.tom, "M.", "Tom", "Delmas");
  b.person(c.lina, "Mme", "Lina", "Delmas");
  b.person(c.noe, "M.", "Noé", "Ferrand");
  b.person(c.adam, "M.", "Adam", "Bernard");
  b.person(c.gabin, "M.", "Gabin", "Rey");
  b.person(c.zoe, "Mme", "Zoé", "Petit");
  b.person(c.rose, "Mme", "Rose", "Diallo");
  b.person(c.sarah, "Mme", "Sarah", "Delmas");
  b.person(c.sarah_oliviers, "Mme", "Sarah", "Delmas");
  b.person(c.mathieu, "M.", "Mathieu", "Delmas");
  b.person(c.karim, "M.", "Karim", "Ferrand");
  b.person(c.julie, "Mme", "Julie", "Morel");
  b.person(c.m_bernard, "M.", "Luc", "Bernard");
  b.person(c.mme_diallo, "Mme", "Fatou", "Diallo");
  b.person(c.m_demain, "M.", "Jean", "Demain");
  b.person(c.m_suspendu, "M.", "Igor", "Novak");
  b.person(c.mme_informee, "Mme", "Olga", "Novak");

  b.person(c.m_remplacant, "M.", "Hugo", "Passage");
  b.person(c.mme_admin, "Mme", "Nadia", "Bureau");

  b.link(c.mme_garcin, {.kind = "head_of_school", .school = c.tilleuls});
  b.teacher(c.mme_garcin, c.tilleuls, c.cm);
  b.link(c.m_lacaze, {.kind = "head_of_school", .school = c.oliviers});
  b.teacher(c.m_benali, c.tilleuls, c.ce2);
  b.teacher(c.mme_petit, c.tilleuls, c.cp);
  b.teacher(c.mme_rossi, c.oliviers, c.gs);
  b.teacher(c.mme_sow, c.oliviers, c.ms);
  b.teacher(c.mme_sow, c.tilleuls, c.cp);
  b.teacher(c.m_ancien, c.tilleuls, c.ce2, date_of(2025, 9, 1), yesterday);
  b.teacher(c.mme_future, c.tilleuls, c.ce2, tomorrow);

  b.link(c.m_remplacant, {.kind = "teacher_of_class",
                          .school = c.tilleuls,
                          .school_class = c.ce2,
                          .code = "substitute",
                          .from = tx.today(),
                          .until = tx.today() + 4,
                          .source = "local"});
  b.link(c.mme_admin, {.kind = "staff_of_school", .school = c.tilleuls, .code = "admin", .source = "local"});

  b.pupil(c.tom, c.tilleuls, c.ce2, "CE2");
  b.pupil(c.adam, c.tilleuls, c.ce2, "CE2");
  b.pupil(c.gabin, c.tilleuls, c.ce2, "CE2");
  b.pupil(c.zoe, c.tilleuls, c.cp, "CP");
  b.pupil(c.lina, c.oliviers, c.gs, "GS");
  b.pupil(c.noe, c.oliviers, c.gs, "GS");
  b.pupil(c.rose, c.oliviers, c.ms, "MS");

  b.link(c.tom, {.kind = "pupil_of_group", .school = c.tilleuls, .school_group = c.chorale});
  b.link(c.zoe, {.kind = "pupil_of_group", .school = c.tilleuls, .school_group = c.chorale});

  b.guardian(c.sarah, c.tom, "10");
  b.guardian(c.sarah_oliviers, c.lina, "10");
  b.merge(c.sarah, c.sarah_oliviers);
  b.guardian(c.mathieu, c.tom, "20");
  b.guardian(c.mathieu, c.lina, "20");
  b.guardian(c.karim, c.noe, "20");
  b.guardian(c.julie, c.noe, "10");
  b.guardian(c.m_bernard, c.adam, "20");
  b.guardian(c.mme_petit, c.zoe, "10");
  b.guardian(c.mme_diallo, c.rose, "10");
  b.guardian(c.mme_diallo, c.adam, "90", date_of(2025, 9, 1), yesterday);
  b.guardian(c.m_demain, c.adam, "90", tomorrow);
  b.custody(b.guardian(c.m_suspendu, c.adam, "20"), "suspended", c.mme_garcin);
  b.custody(b.guardian(c.mme_informee, c.adam, "10"), "inform_only", c.mme_garcin);
}

PersonId settle_pupil(Tx& tx, unsigned number, const Arrival& a) {
  Builder b(tx, 1000 + number * 10);
  const auto id = as<PersonId>(numbered(6, number));
  b.person(id, "M.", a.first_name, a.last_name);
  b.link(id, {.kind = "pupil_of_school", .school = a.school, .from = a.from_on, .until = a.until_on});
  b.link(id, {.kind = "pupil_of_class",
              .school = a.school,
              .school_class = a.school_class,
              .code = a.grade,
              .from = a.from_on,
              .until = a.until_on});
  return id;
}

PersonId settle_guardian(Tx& tx, unsigned number, PersonId child, const std::string& first_name, const std::string& last_name) {
  Builder b(tx, 3000 + number * 10);
  const auto id = as<PersonId>(numbered(7, number));
  b.person(id, "Mme", first_name, last_name);
  b.guardian(id, child, "10");
  return id;
}

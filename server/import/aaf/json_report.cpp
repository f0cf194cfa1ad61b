#include "import/aaf/json_report.h"

#include <limits>

#include "base/json.h"
#include "import/aaf/sentences.h"

namespace aaf {

namespace {

struct Top {
  std::string academy;
  std::string party;
  Date dated;
  std::int64_t school_year = 0;
  std::uint64_t schools_read = 0;
  std::uint64_t pupils_read = 0;
  std::uint64_t guardians_read = 0;
  std::uint64_t staff_read = 0;
};
BOOST_DESCRIBE_STRUCT(Top, (), (academy, party, dated, school_year, schools_read, pupils_read, guardians_read, staff_read))

struct SchoolJson {
  std::string uai;
  std::string name;
  std::string commune;
  bool known = false;
  Aside aside = Aside::none;
  Turnover people;
  Counts counts;
  std::vector<Someone> arrivals;
  std::vector<Someone> departures;
  std::vector<Move> moves;
  std::vector<ClassLine> classes;
  std::vector<ClassLine> vanishing;
};
BOOST_DESCRIBE_STRUCT(SchoolJson, (), (uai, name, commune, known, aside, people, counts, arrivals, departures, moves, classes, vanishing))

struct TotalsJson {
  bool applied = false;
  std::int64_t schools = 0;
  std::int64_t changed = 0;
  std::int64_t held = 0;
  std::int64_t aside = 0;
  std::int64_t persons = 0;
  std::int64_t rows = 0;
};
BOOST_DESCRIBE_STRUCT(TotalsJson, (), (applied, schools, changed, held, aside, persons, rows))

struct Refusal {
  std::string code;
  std::string where;
  std::string sentence;
};
BOOST_DESCRIBE_STRUCT(Refusal, (), (code, where, sentence))

}  // namespace

void JsonReport::begin_list(std::string_view name) {
  if (list_ == name) {
    out_ << ",\n";
    return;
  }
  if (!list_.empty()) out_ << "]";
  out_ << ",\n\"" << name << "\":[\n";
  list_ = name;
}

void JsonReport::read(const Read& read) {
  const Top top{read.frame.academy, read.frame.party_name, read.frame.dated, read.frame.school_year,
                read.schools,       read.pupils,           read.guardians,   read.staff};
  out_ << "{\"delivery\":" << json::to_json(top);
  begun_ = true;
}

void JsonReport::school(const Difference& d) {
  begin_list("schools");
  out_ << json::to_json(SchoolJson{d.school.uai, d.school.name, d.school.commune, d.school.known, d.school.aside, d.people, d.counts,
                                   d.arrivals, d.departures, d.moves, d.classes, d.vanishing});
}

std::int64_t JsonReport::most_remarks() const { return std::numeric_limits<std::int64_t>::max(); }

void JsonReport::remark(const Remark& remark) {
  begin_list("remarks");
  out_ << json::to_json(remark);
}

void JsonReport::done(const Totals& t, bool applied) {
  if (!list_.empty()) out_ << "]";
  out_ << ",\n\"totals\":" << json::to_json(TotalsJson{applied, t.schools, t.changed, t.held, t.aside, t.persons, t.rows}) << "}\n";
}

void JsonReport::refused(const Error& error) {
  const std::string where = error.fields.empty() ? "" : error.fields[0].path;
  if (!list_.empty()) out_ << "]";
  out_ << (begun_ ? ",\n" : "{") << "\"refusal\":" << json::to_json(Refusal{error.code, where, std::string(sentence_of(error.code))})
       << "}\n";
}

}  // namespace aaf

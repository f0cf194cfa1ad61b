#include "import/aaf/report.h"

#include "base/text.h"
#include "import/aaf/report_lines.h"
#include "import/aaf/sentences.h"
#include "import/aaf/words.gen.h"

namespace aaf {

using words::fill;
using words::Key;

void Report::reading(const Reading& now) {
  const auto percent = now.all_bytes == 0 ? 100 : now.bytes * 100 / now.all_bytes;
  progress_.tell(
      now.bytes, now.all_bytes,
      fill(Key::progress_read, {{"percent", std::to_string(percent)}, {"persons", counted(std::int64_t(now.persons), "person")}}));
}

void Report::read(const Read& read) {
  progress_.end();
  const int year = read.frame.school_year;
  out_ << fill(Key::title, {{"party", read.frame.party_name},
                            {"day", text::french_date(read.frame.dated)},
                            {"year", fmt::format("{}-{}", year, year + 1)}})
       << '\n'
       << fill(Key::read, {{"parts", counted(std::int64_t(read.parts), "part")},
                           {"schools", counted(std::int64_t(read.schools), "school")},
                           {"pupils", counted(std::int64_t(read.pupils), "pupil")},
                           {"guardians", counted(std::int64_t(read.guardians), "guardian")},
                           {"staff", counted(std::int64_t(read.staff), "staff")}})
       << '\n';
  for (const std::string& comment : read.comments) out_ << "  " << comment << '\n';
}

void Report::school(const Difference& difference) {
  const StagedSchool& school = difference.school;
  out_ << '\n' << school_line(school) << '\n';
  switch (school.aside) {
    case Aside::older:
      out_ << "  " << words::text(Key::aside_older) << '\n';
      return;
    case Aside::uai_of_another:
      out_ << "  " << words::text(Key::aside_uai_of_another) << '\n';
      return;
    case Aside::uai_changed:
      out_ << "  " << words::text(Key::aside_uai_changed) << '\n';
      return;
    default:
      break;
  }
  if (is_held(school.aside)) held(difference);
  for (const std::string& line : lines_of(difference)) out_ << "  " << line << '\n';
}

void Report::held(const Difference& difference) {
  const Turnover& people = difference.people;
  out_ << "  " << words::text(Key::held) << "\n  ";
  if (difference.school.aside == Aside::many_leave) {
    out_ << fill(Key::held_leave, {{"leaving", std::to_string(people.leaving)},
                                   {"present", std::to_string(people.present)},
                                   {"percent", std::to_string(people.leaving * 100 / people.present)}});
  } else {
    out_ << words::text(Key::held_class);
  }
  const std::string command = fmt::format("{} --apply --confirm {} --by \"Prénom Nom\"", command_, difference.school.uai);
  out_ << "\n  " << fill(Key::held_how, {{"command", command}}) << '\n';
}

void Report::group(const RemarkGroup& group) {
  const Key key = group.weight == Weight::refused ? Key::refused_group : Key::doubt_group;
  out_ << '\n' << fill(key, {{"n", std::to_string(group.count)}, {"sentence", sentence_of(group.code)}}) << '\n';
}

void Report::remark(const Remark& remark) { out_ << "  " << place_of(remark) << '\n'; }

void Report::applying(std::int64_t schools, std::int64_t of, std::int64_t persons) {
  progress_.tell(std::uint64_t(schools), std::uint64_t(of),
                 fill(Key::progress_apply,
                      {{"done", std::to_string(schools)}, {"all", counted(of, "school")}, {"persons", counted(persons, "person")}}));
}

void Report::done(const Totals& totals, bool applied) {
  progress_.end();
  out_ << '\n';
  if (totals.schools == 0) {
    out_ << words::text(Key::no_school) << '\n';
  } else if (!applied) {
    out_ << fill(Key::planned, {{"command", command_ + " --apply"}}) << '\n';
  } else if (totals.rows == 0) {
    out_ << words::text(Key::nothing_done) << '\n';
  } else {
    out_ << fill(Key::applied, {{"schools", counted(totals.changed, "school")},
                                {"persons", counted(totals.persons, "person")},
                                {"rows", counted(totals.rows, "row")}})
         << '\n';
  }
  if (totals.held > 0) out_ << fill(Key::held_total, {{"schools", counted(totals.held, "school")}}) << '\n';
  if (totals.aside > 0) out_ << fill(Key::aside_total, {{"schools", counted(totals.aside, "school")}}) << '\n';
}

void Report::refused(const Error& error, std::ostream& to) {
  progress_.end();
  to << sentence_of(error) << '\n';
}

}  // namespace aaf

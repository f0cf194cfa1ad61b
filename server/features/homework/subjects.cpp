#include "features/homework/subjects.h"

#include "base/text.h"
#include "features/homework/queries.gen.h"
#include "features/homework/rights.h"
#include "features/homework/trace.h"
#include "features/homework/verbs.h"
#include "features/homework/words.gen.h"
#include "features/homework/writing.h"

namespace homework {

namespace {

using enum Look;

constexpr std::size_t most_own = 40;
constexpr std::size_t longest_label = 40;
constexpr std::size_t longest_letter = 2;

struct Domain {
  std::string_view key;
  words::Key label;
  Look look;
  int first_cycle;
  int last_cycle;
};

constexpr Domain domains[] = {
    {"language", words::Key::language, flower, 1, 1},
    {"numbers", words::Key::numbers, hexagon, 1, 1},
    {"explore", words::Key::explore, leaf, 1, 1},
    {"french", words::Key::french, flower, 2, 3},
    {"reading", words::Key::reading, flower, 2, 3},
    {"spelling", words::Key::spelling, flower, 2, 3},
    {"poetry", words::Key::poetry, drop, 1, 3},
    {"maths", words::Key::maths, hexagon, 2, 3},
    {"world", words::Key::world, leaf, 2, 2},
    {"sciences", words::Key::sciences, leaf, 3, 3},
    {"history_geography", words::Key::history_geography, house, 3, 3},
    {"foreign_language", words::Key::foreign_language, diamond, 2, 3},
    {"arts", words::Key::arts, circle, 1, 3},
    {"music", words::Key::music, circle, 1, 3},
    {"sport", words::Key::sport, square, 1, 3},
    {"civics", words::Key::civics, house, 1, 3},
    {"class_life", words::Key::class_life, square, 1, 3},
};

wire::SubjectLine line_of(const Domain& domain) {
  const std::string label(words::text(domain.label));
  wire::SubjectLine line{std::string(domain.key), label, label.substr(0, 1), domain.look, {}, {}};
  for (int cycle = domain.first_cycle; cycle <= domain.last_cycle; ++cycle) line.cycles.push_back(cycle);
  return line;
}

SchoolId school_of(const Actor& actor) { return actor.schools(decide).front(); }

Result<wire::Subjects> offered(Tx& tx, SchoolId school) { return wire::Subjects{subjects_of(tx, school)}; }

}  // namespace

std::vector<wire::SubjectLine> subjects_of(Tx& tx, SchoolId school) {
  std::vector<wire::SubjectLine> all;
  for (const Domain& domain : domains) all.push_back(line_of(domain));
  for (OwnSubject& own : q::own_subjects(tx, school)) {
    all.push_back({to_text(own.id), std::move(own.label), std::move(own.letter), own.look, {1, 2, 3}, own.id});
  }
  return all;
}

std::optional<wire::Subject> find_subject(Tx& tx, SchoolId school, const std::string& key) {
  for (wire::SubjectLine& one : subjects_of(tx, school)) {
    if (one.key == key) return wire::Subject{std::move(one.key), std::move(one.label), std::move(one.letter), one.look};
  }
  return {};
}

Result<wire::Subjects> list_subjects(gate::Call<gate::NoInput>& call) { return offered(call.tx, school_of(call.actor)); }

Result<wire::Subjects> add_subject(gate::Call<AddSubject>& call) {
  Tx& tx = call.tx;
  const SchoolId school = school_of(call.actor);
  std::vector<FieldError> problems;
  const std::string label = read_line(call.in.label, longest_label, "/label", problems).value_or("");
  if (label.empty() && problems.empty()) problems.push_back({"/label", "required"});
  const std::string letter = read_line(call.in.letter, longest_letter, "/letter", problems).value_or("");
  if (letter.empty()) problems.push_back({"/letter", "homework.letter"});
  const auto known = subjects_of(tx, school);
  const auto same = [&](const wire::SubjectLine& one) { return text::fold(one.label) == text::fold(label); };
  if (std::any_of(known.begin(), known.end(), same)) problems.push_back({"/label", "homework.subject_known"});
  if (!problems.empty()) return refuse(std::move(problems));
  if (known.size() - std::size(domains) >= most_own) return conflict("homework.many_subjects");

  const auto id = tx.new_id<SubjectId>();
  q::add_subject(tx, school, id, label, letter, call.in.look, call.actor.person, tx.now());
  tell_audit(tx, call.actor, {"homework.add_subject", school, id});
  return offered(tx, school);
}

Result<wire::Subjects> retire_subject(gate::Call<RetireSubject>& call) {
  const SchoolId school = school_of(call.actor);
  if (q::retire_subject(call.tx, school, call.in.subject, call.tx.now()) == 0) return not_found("homework.no_subject");
  tell_audit(call.tx, call.actor, {"homework.retire_subject", school, call.in.subject});
  return offered(call.tx, school);
}

}  // namespace homework

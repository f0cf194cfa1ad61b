#include "import/aaf/report_lines.h"

#include "import/aaf/sentences.h"
#include "import/aaf/words.gen.h"

namespace aaf {

using words::fill;
using words::Key;

namespace {

constexpr std::size_t most_names = 20;

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (std::size_t i = 0; i < parts.size() && i < most_names; ++i) out += (i ? ", " : "") + parts[i];
  if (parts.size() > most_names) out += " " + fill(Key::more, {{"n", std::to_string(parts.size() - most_names)}});
  return out;
}

void add(std::vector<std::string>& lines, Key key, const std::vector<std::string>& names) {
  if (!names.empty()) lines.push_back(fill(key, {{"n", std::to_string(names.size())}, {"names", joined(names)}}));
}

void add_count(std::vector<std::string>& lines, Key key, std::int64_t n) {
  if (n > 0) lines.push_back(fill(key, {{"n", std::to_string(n)}}));
}

void add_pair(std::vector<std::string>& lines, Key key, std::int64_t added, std::int64_t ended) {
  if (added + ended > 0) lines.push_back(fill(key, {{"added", std::to_string(added)}, {"ended", std::to_string(ended)}}));
}

template <class Person>
std::string name_of(const Person& person) {
  return person.first_name + " " + person.last_name;
}

std::vector<std::string> names_of(const std::vector<Someone>& people) {
  std::vector<std::string> names;
  for (const Someone& person : people) names.push_back(name_of(person));
  return names;
}

/// Of a new school the labels alone; else what is new, renamed or vanishing.
std::vector<std::string> labels(const Difference& difference, std::string_view kind) {
  std::vector<std::string> out;
  for (const ClassLine& line : difference.classes) {
    if (line.kind != kind) continue;
    if (line.old_label) {
      out.push_back(fill(Key::class_renamed, {{"old", *line.old_label}, {"label", line.label}}));
    } else if (difference.school.known) {
      out.push_back(fill(kind == "pupil_of_group" ? Key::group_new : Key::class_new, {{"label", line.label}}));
    } else {
      out.push_back(line.label);
    }
  }
  for (const ClassLine& line : difference.vanishing) {
    if (line.kind == kind) out.push_back(fill(Key::class_vanishing, {{"label", line.label}}));
  }
  return out;
}

}  // namespace

std::string school_line(const StagedSchool& school) {
  return fill(school.commune.empty() ? Key::school_line : Key::school_line_commune,
              {{"kind", school.kind_words}, {"name", school.name}, {"commune", school.commune}, {"uai", school.uai}});
}

std::vector<std::string> lines_of(const Difference& difference) {
  const Counts& counts = difference.counts;
  std::vector<std::string> lines;
  if (difference.nothing()) return {std::string(words::text(Key::nothing))};
  if (!difference.school.known) {
    lines.push_back(fill(Key::new_school, {{"pupils", counted(counts.pupils, "pupil")},
                                           {"guardians", counted(counts.guardians, "guardian")},
                                           {"staff", counted(counts.staff, "staff")}}));
  }
  add(lines, Key::arrive, names_of(difference.arrivals));
  add(lines, Key::leave, names_of(difference.departures));
  std::vector<std::string> moves;
  for (const Move& move : difference.moves) {
    moves.push_back(fill(Key::moves_to, {{"name", name_of(move)}, {"from", move.from}, {"to", move.to}}));
  }
  add(lines, Key::move, moves);
  if (auto said = labels(difference, "pupil_of_class"); !said.empty()) lines.push_back(fill(Key::classes, {{"labels", joined(said)}}));
  if (auto said = labels(difference, "pupil_of_group"); !said.empty()) lines.push_back(fill(Key::groups, {{"labels", joined(said)}}));
  if (!difference.school.known) return lines;
  add_pair(lines, Key::links, counts.links_new, counts.links_ended);
  add_pair(lines, Key::roles, counts.roles_new, counts.roles_ended);
  add_count(lines, Key::renamed, counts.renamed);
  add_count(lines, Key::recoded, counts.recoded);
  add_count(lines, Key::local_kept, counts.local_kept);
  return lines;
}

std::string place_of(const Remark& remark) {
  static constexpr Key who[] = {Key::who_school, Key::who_pupil, Key::who_guardian, Key::who_staff};
  std::vector<std::string> parts;
  if (!remark.file.empty() && remark.line > 0) {
    parts.push_back(fill(Key::at_line, {{"file", remark.file}, {"line", std::to_string(remark.line)}}));
  } else if (!remark.file.empty()) {
    parts.push_back(remark.file);
  }
  if (!remark.key.empty()) parts.push_back(fill(who[std::size_t(remark.kind)], {{"key", remark.key}}));
  if (!remark.about.empty()) parts.push_back(remark.about);
  return joined(parts);
}

}  // namespace aaf

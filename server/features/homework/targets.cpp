#include "features/homework/targets.h"

#include <set>

#include "features/homework/queries.gen.h"
#include "features/homework/rights.h"

namespace homework {

namespace {

template <class T>
T as(const Uuid& id) {
  T out;
  out.bytes = id.bytes;
  return out;
}

struct Wished {
  std::vector<ClassId> classes;
  std::vector<GroupId> groups;
  std::vector<PersonId> children;
};

Wished sorted_out(const std::vector<ChooseTarget>& chosen) {
  Wished wished;
  for (const ChooseTarget& one : chosen) {
    switch (one.kind) {
      case TargetKind::school_class:
        wished.classes.push_back(as<ClassId>(one.id));
        break;
      case TargetKind::school_group:
        wished.groups.push_back(as<GroupId>(one.id));
        break;
      case TargetKind::child:
        wished.children.push_back(as<PersonId>(one.id));
        break;
    }
  }
  return wished;
}

}  // namespace

Result<std::vector<ChosenTarget>> choose_targets(Tx& tx, const Actor& actor, const std::vector<ChooseTarget>& chosen) {
  if (chosen.empty()) return invalid_at("/targets", "homework.no_target");
  if (chosen.size() > most_targets) return invalid_at("/targets", "too_long");
  const Wished wished = sorted_out(chosen);
  std::set<Uuid> asked;
  for (const ChooseTarget& one : chosen) asked.insert(one.id);
  std::vector<ChosenTarget> targets;
  std::set<Uuid> reached;
  for (ChosenTarget& target : q::targets_within(tx, actor.classes(write), wished.classes, wished.groups, wished.children, tx.today(),
                                                school_year_of(tx.today()))) {
    if (reached.insert(target.target).second) targets.push_back(std::move(target));  // a child of two classes is one child
  }
  if (reached != asked) return refused("homework.out_of_reach");
  return targets;
}

Result<> check_days(Tx& tx, const Actor& actor, std::span<const ChosenTarget> targets, Date given_on) {
  if (!writes_dated(actor)) return {};
  const auto held = q::held_days(tx, actor.self, actor.classes(write));
  const auto holds = [&](ClassId school_class) {
    return std::any_of(held.begin(), held.end(), [&](const HeldDays& days) {
      return days.school_class == school_class && days.from_on <= given_on && (!days.until_on || given_on <= *days.until_on);
    });
  };
  for (const ClassId school_class : classes_of(targets)) {
    if (!holds(school_class)) return refused("homework.not_your_days");
  }
  // a group has no class of its own: any day they hold a class at all
  const bool only_groups = classes_of(targets).empty();
  const auto any = actor.classes(write);
  if (only_groups && std::none_of(any.begin(), any.end(), holds)) return refused("homework.not_your_days");
  return {};
}

std::vector<TargetRow> rows_of(std::span<const ChosenTarget> targets, EntryId entry, Date given_on) {
  std::vector<TargetRow> rows;
  for (const ChosenTarget& one : targets) rows.push_back({entry, one.kind, one.target, one.school_class, one.label, given_on});
  return rows;
}

std::vector<ClassId> classes_of(std::span<const ChosenTarget> targets) {
  std::vector<ClassId> classes;
  for (const ChosenTarget& one : targets) {
    if (one.school_class) classes.push_back(*one.school_class);
  }
  std::sort(classes.begin(), classes.end());
  classes.erase(std::unique(classes.begin(), classes.end()), classes.end());
  return classes;
}

}  // namespace homework

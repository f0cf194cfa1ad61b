#include "features/liaison/stacks.h"

#include "features/liaison/outcome.h"
#include "features/liaison/questions.h"

namespace liaison {

namespace {

struct Family {
  wire::FollowedChild child;
  std::vector<PersonId> humans;  // of child.guardians, one for one
};

std::optional<std::vector<wire::Answer>> answers_if_any(const std::optional<std::string>& kept) {
  return kept ? std::optional(answers_of(*kept)) : std::nullopt;
}

Family family_of(const FollowedAdult& row) {
  Family family{};
  family.child.child = row.child;
  family.child.first_name = row.first_name;
  family.child.last_name = row.last_name;
  family.child.paper_at = row.slip_at;
  family.child.slip_answers = answers_if_any(row.slip_answers);
  return family;
}

void add_adult(Family& family, const FollowedAdult& row) {
  if (!row.person) return;
  const wire::Signer signer{*row.person,   *row.name,       row.ever_entered,
                            *row.may_sign, row.opened_at,   row.done_at,
                            row.way,       row.reminded_at, answers_if_any(row.answers),
                            row.device_at};
  const auto known = std::find(family.humans.begin(), family.humans.end(), *row.human);
  if (known == family.humans.end()) {
    family.humans.push_back(*row.human);
    family.child.guardians.push_back(signer);
    return;
  }
  wire::Signer& same = family.child.guardians[std::size_t(known - family.humans.begin())];
  same.may_sign = same.may_sign && signer.may_sign;
  same.ever_entered = same.ever_entered || signer.ever_entered;
  if (!same.opened_at) same.opened_at = signer.opened_at;
  if (!same.reminded_at) same.reminded_at = signer.reminded_at;
  if (!same.signed_at) {
    same.answers = signer.answers;
    same.signed_at = signer.signed_at;
    same.way = signer.way;
    same.device_at = signer.device_at;
  }
}

/// Reading is enough when nothing more is asked; a slip without a name settles a child whom only paper reaches.
bool is_done(Ask ask, const wire::FollowedChild& child, bool opened) {
  if (child.paper_at) return true;
  if (ask == Ask::read) return opened || child.signatures > 0;
  if (child.signatures == 0) return false;
  return ask == Ask::sign_one ||
         std::all_of(child.guardians.begin(), child.guardians.end(), [](const auto& one) { return !one.may_sign || one.signed_at; });
}

void judge(const Asked& asked, wire::FollowedChild& child) {
  const Ask ask = asked.ask;
  bool opened = false;
  std::int64_t may_sign = 0;
  for (const wire::Signer& one : child.guardians) {
    opened = opened || one.opened_at;
    may_sign += one.may_sign;
    child.signatures += one.signed_at.has_value();
  }
  if (child.paper_at) ++child.signatures;
  child.needed = ask == Ask::read ? 0 : ask == Ask::sign_one ? 1 : may_sign;
  const bool done = is_done(ask, child, opened);
  Outcome outcome = outcome_of(ask, asked.questions, child, done);
  child.opposite = outcome.opposite;
  child.decided = std::move(outcome.decided);
  if (done && !outcome.blocked) {
    child.stack = Stack::done;
  } else if (opened || child.signatures > 0) {
    child.stack = Stack::seen;
  }
}

}  // namespace

std::vector<wire::FollowedChild> stacked(const Asked& asked, const std::vector<FollowedAdult>& rows) {
  std::vector<Family> families;
  for (const FollowedAdult& row : rows) {
    if (families.empty() || families.back().child.child != row.child) families.push_back(family_of(row));
    add_adult(families.back(), row);
  }
  std::vector<wire::FollowedChild> children;
  for (Family& family : families) {
    judge(asked, family.child);
    children.push_back(std::move(family.child));
  }
  return children;
}

wire::Routes routes_of(const std::vector<wire::FollowedChild>& children) {
  wire::Routes routes{};
  for (const wire::FollowedChild& child : children) {
    const auto came = [&](Way way) {
      return std::any_of(child.guardians.begin(), child.guardians.end(), [&](const wire::Signer& one) { return one.way == way; });
    };
    const bool opened = std::any_of(child.guardians.begin(), child.guardians.end(), [](const auto& one) { return one.opened_at; });
    if (came(Way::screen) || (child.needed == 0 && opened))
      ++routes.screen;
    else if (came(Way::paper) || child.paper_at)
      ++routes.paper;
    else
      ++routes.none;
  }
  return routes;
}

}  // namespace liaison

#include "features/liaison/stacks.h"

namespace liaison {

namespace {

struct Family {
  wire::FollowedChild child;
  std::vector<PersonId> humans;  // of child.guardians, one for one
};

Family family_of(const FollowedAdult& row) {
  return {{row.child, row.first_name, row.last_name, Stack::to_chase, {}, row.slip_at, 0, 0}, {}};
}

void add_adult(Family& family, const FollowedAdult& row) {
  if (!row.person) return;
  const wire::Signer signer{*row.person, *row.name, row.ever_entered, *row.may_sign, row.opened_at, row.done_at, row.way};
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
  if (!same.signed_at) {
    same.signed_at = signer.signed_at;
    same.way = signer.way;
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

void judge(Ask ask, wire::FollowedChild& child) {
  bool opened = false;
  std::int64_t may_sign = 0;
  for (const wire::Signer& one : child.guardians) {
    opened = opened || one.opened_at;
    may_sign += one.may_sign;
    child.signatures += one.signed_at.has_value();
  }
  if (child.paper_at) ++child.signatures;
  child.needed = ask == Ask::read ? 0 : ask == Ask::sign_one ? 1 : may_sign;
  if (is_done(ask, child, opened)) {
    child.stack = Stack::done;
  } else if (opened || child.signatures > 0) {
    child.stack = Stack::seen;
  }
}

}  // namespace

std::vector<wire::FollowedChild> stacked(Ask ask, const std::vector<FollowedAdult>& rows) {
  std::vector<Family> families;
  for (const FollowedAdult& row : rows) {
    if (families.empty() || families.back().child.child != row.child) families.push_back(family_of(row));
    add_adult(families.back(), row);
  }
  std::vector<wire::FollowedChild> children;
  for (Family& family : families) {
    judge(ask, family.child);
    children.push_back(std::move(family.child));
  }
  return children;
}

}  // namespace liaison

#pragma once
#include <map>
#include <string>
#include <string_view>

#include "village/village.h"

/// Tests of the whole house: the rights table, and what a decision of custody does everywhere.
namespace house {

/// Which session somebody comes with.
enum class Came { signed_in, session_ended, account_closed, unconfirmed };

/// The village with life in it: each class, each school and one family has its note, each head has chosen hours. Every text that could
/// betray somebody is a canary (canary.h). Two worlds made alike hold the same bytes.
///
/// Notes, by key: ce2, cp, gs (every guardian signs), ms: of their class · adam: to one family of ce2 · tilleuls, oliviers: of the head,
/// to read · ancien: of a teacher who has left ce2 since · waiting: to ce2, not delivered yet · withdrawn: to ce2, taken back.
class World : public Village {
 public:
  World();

  /// Throws when the cast has nobody of that key; `sarah`, `mme_rossi`…
  PersonId person(std::string_view key) const;
  SchoolId school_of(std::string_view child) const;
  /// `ce2`, `gs`, `ce2_last_year`; `unknown` is a class that never was.
  ClassId school_class(std::string_view key) const;
  SchoolId school(std::string_view key) const;
  Uuid note(std::string_view key) const;  // also `unknown`
  Uuid session(std::string_view key);

  /// `who` is a person's key or `signed_out`; context "-" is none.
  Browser browser(std::string_view who, std::string_view context, Came = Came::signed_in);

 private:
  void rename();
  void enter();
  void choose_hours();
  void write_notes();
  void decide_custody();
  void send(const std::string& key, PersonId author, const std::string& context, const std::string& ask, const std::string& audience);
  std::string open(std::string_view who);

  std::map<std::string, Uuid, std::less<>> notes_;
  std::map<std::string, std::string, std::less<>> tokens_;
};

}  // namespace house

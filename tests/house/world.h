#pragma once
#include <map>
#include <string>
#include <string_view>

#include "village/village.h"

/// Tests of the whole house: the rights table, and what a decision of custody does everywhere.
namespace house {

/// Which session somebody comes with.
enum class Came { signed_in, session_ended, account_closed, unconfirmed };

/// How a page is given: its day, members put at the end as they are, and the key of the shorter version that these ask.
struct Paging {
  std::string given_on = "2026-09-10";
  std::string more = {};
  std::string short_key = {};
};

/// The village with life in it: each class, each school and one family has its note, each head has chosen hours. Every text that could
/// betray somebody is a canary (canary.h). Two worlds made alike hold the same bytes.
///
/// Notes, by key: ce2, cp, gs (every guardian signs), ms: of their class · adam: to one family of ce2 · tilleuls, oliviers: of the head,
/// to read · ancien: of a teacher who has left ce2 since · waiting: to ce2, not delivered yet · withdrawn: to ce2, taken back.
/// Exchanges: talk_tom (Sarah's), talk_both (Mathieu's, for both), talk_adam, talk_noe, talk_rose: with the child's class · talk_head
/// (Mathieu's): with the head · talk_waiting (Sarah's): not delivered yet.
///
/// Pages of the text book, by key: ce2, cp, gs, ms: of their class · long, and short in its place for adam: of ce2 · adam: for him alone ·
/// chorale: of the group of tom and zoe · ancien, substitute: of ce2, by them · waiting: of ce2, for tomorrow · withdrawn: of ce2, taken
/// back.
class World : public Village {
 public:
  using Ids = std::map<std::string, Uuid, std::less<>>;

  /// A copy of the first one, which lived through all that once a run.
  World();

  /// Throws when the cast has nobody of that key; `sarah`, `mme_rossi`…
  PersonId person(std::string_view key) const;
  SchoolId school_of(std::string_view child) const;
  /// `ce2`, `gs`, `ce2_last_year`; `unknown` is a class that never was.
  ClassId school_class(std::string_view key) const;
  SchoolId school(std::string_view key) const;
  Uuid note(std::string_view key) const;  // also `unknown`
  /// A note that asks a question, sent just now to the class, or the child, of that key; other keys are notes of before.
  Uuid outing(std::string_view key);
  /// A note that somebody sends just now to ce2.
  Uuid own_note(std::string_view author, const std::string& context);
  /// An exchange: talk_tom, talk_both, talk_head…; also `unknown`.
  Uuid talk(std::string_view key) const;
  Uuid session(std::string_view key);
  Uuid page(std::string_view key) const;       // also `unknown`
  Uuid told(std::string_view key) const;       // an absence told: of tom (today, by Sarah), noe (Karim), adam (M. Bernard); also `unknown`
  Uuid mark(std::string_view key) const;       // of tom and gabin, absent at ce2's roll call of this morning; also `unknown`
  Uuid page_file(std::string_view key) const;  // of the page of that key
  Uuid note_file(std::string_view key) const;  // of the note of that key
  Uuid subject(std::string_view key) const;    // garden, which les Oliviers added, or `unknown`
  Uuid begun(
      std::string_view key) const;  // of m_benali, mme_garcin (head), mme_sow (les Oliviers), m_remplacant: half sent; also `unknown`
  /// One target of a page, as JSON: ("class", "ce2"), ("group", "chorale"), ("child", "tom").
  std::string page_target(std::string_view kind, std::string_view key) const;

  /// `who` is a person's key or `signed_out`; context "-" is none.
  Browser browser(std::string_view who, std::string_view context, Came = Came::signed_in);

 private:
  void rename();
  void enter();
  void choose_hours();
  void write_notes();
  void write_to_school();
  void open_talk(const std::string& key, PersonId guardian, PersonId child, const std::string& addressee, bool for_both);
  void call_roll();
  void tell(const std::string& child, PersonId guardian, const std::string& on_day);
  void decide_custody();
  void begin_things();
  void begin_file(const std::string& key, PersonId author, const std::string& context);
  void begin_draft(const std::string& key, PersonId author, const std::string& context);
  void write_pages();
  void join_files();
  void give(const std::string& key, std::string_view author, const std::string& context, const std::string& target, const Paging& = {});
  void send(const std::string& key, PersonId author, const std::string& context, const std::string& ask, const std::string& audience);
  std::string open(std::string_view who);

  struct Lived;
  static const Lived& lived();
  explicit World(Beginning&);

  /// What this file's functions find by key.
  struct Known {
    Ids notes, talks, pages, subjects, page_files, note_files, told, marks, begun;
    std::map<std::string, std::string, std::less<>> tokens;
  };
  Known known_;
};

}  // namespace house

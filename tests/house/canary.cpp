#include "house/canary.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace house {

namespace {

/// Who sees what of others, written by hand from docs/sources.md#rights. Somebody in a context that is not here sees nothing.
struct Sight {
  std::string_view who;
  std::string_view context;
  std::string_view keys;
};

// A guardian: own children, their class and school, the notes sent to them, and who signs those notes. Never another family: neither
// the other parent (SC-01), nor the children of the class. A withdrawn note says nothing any more.
// A teacher: the families of own classes (contact data Rc), the staff of the school, the notes of those classes and of the school.
// A head: the school. Nobody outside it; nobody whose guardianship has ended or not begun.
constexpr Sight sights[] = {
    {"sarah", "parent",
     "tom lina class_ce2 class_gs school_tilleuls school_oliviers note_ce2 note_ancien note_gs note_tilleuls note_oliviers "
     "m_benali m_ancien mme_rossi mme_garcin m_lacaze"},
    {"mathieu", "parent",
     "tom lina class_ce2 class_gs school_tilleuls school_oliviers note_ce2 note_ancien note_gs note_tilleuls note_oliviers "
     "m_benali m_ancien mme_rossi mme_garcin m_lacaze"},
    {"karim", "parent", "noe class_gs school_oliviers note_gs note_oliviers mme_rossi m_lacaze"},
    {"julie", "parent", "noe class_gs school_oliviers note_gs note_oliviers mme_rossi m_lacaze"},
    {"m_bernard", "parent", "adam class_ce2 school_tilleuls note_ce2 note_ancien note_adam note_tilleuls m_benali m_ancien mme_garcin"},
    {"mme_informee", "parent", "adam class_ce2 school_tilleuls note_ce2 note_ancien note_adam note_tilleuls m_benali m_ancien mme_garcin"},
    {"mme_diallo", "parent", "rose class_ms school_oliviers note_ms note_oliviers mme_sow m_lacaze"},
    {"mme_petit", "parent", "zoe class_cp school_tilleuls note_cp note_tilleuls mme_garcin"},
    {"m_suspendu", "parent", ""},

    {"m_benali", "les-tilleuls-enseignant",
     "school_tilleuls class_ce2 tom adam gabin sarah mathieu m_bernard mme_informee login_sarah login_mathieu login_m_bernard "
     "login_mme_informee note_ce2 note_adam note_ancien note_waiting note_withdrawn note_tilleuls mme_garcin mme_petit mme_sow m_ancien "
     "mme_future"},
    {"mme_petit", "les-tilleuls-enseignant",
     "school_tilleuls class_cp zoe note_cp note_tilleuls mme_garcin m_benali mme_sow m_ancien mme_future"},
    {"mme_sow", "les-tilleuls-enseignant",
     "school_tilleuls class_cp zoe mme_petit login_mme_petit note_cp note_tilleuls mme_garcin m_benali m_ancien mme_future"},
    {"mme_garcin", "les-tilleuls-enseignant", "school_tilleuls class_cm note_tilleuls m_benali mme_petit mme_sow m_ancien mme_future"},
    {"m_ancien", "les-tilleuls-enseignant", "school_tilleuls mme_garcin m_benali mme_petit mme_sow mme_future"},
    {"mme_future", "les-tilleuls-enseignant", "school_tilleuls mme_garcin m_benali mme_petit mme_sow m_ancien"},
    {"mme_rossi", "les-oliviers-enseignant",
     "school_oliviers class_gs lina noe sarah_oliviers mathieu karim julie login_sarah login_mathieu login_karim login_julie note_gs "
     "note_oliviers m_lacaze mme_sow"},
    {"mme_sow", "les-oliviers-enseignant",
     "school_oliviers class_ms rose mme_diallo login_mme_diallo note_ms note_oliviers m_lacaze mme_rossi"},

    {"mme_garcin", "les-tilleuls-direction",
     "school_tilleuls class_cp class_ce2 class_cm class_ce2_last_year tom adam gabin zoe sarah mathieu m_bernard mme_informee m_suspendu "
     "mme_petit login_sarah login_mathieu login_m_bernard login_mme_informee login_mme_petit login_m_benali login_mme_sow login_m_ancien "
     "login_mme_future note_ce2 note_cp note_adam note_ancien note_waiting note_withdrawn note_tilleuls m_benali mme_sow m_ancien "
     "mme_future"},
    {"m_lacaze", "les-oliviers-direction",
     "school_oliviers class_gs class_ms lina noe rose sarah_oliviers mathieu karim julie mme_diallo login_sarah login_mathieu login_karim "
     "login_julie login_mme_diallo login_mme_rossi login_mme_sow note_gs note_ms note_oliviers mme_rossi mme_sow"},

    // without context: the names of the schools where one works; of a child, only what a code in hand proves
    {"mme_garcin", "-", "school_tilleuls"},
    {"m_benali", "-", "school_tilleuls"},
    {"mme_petit", "-", "school_tilleuls"},
    {"m_ancien", "-", "school_tilleuls"},
    {"mme_future", "-", "school_tilleuls"},
    {"m_lacaze", "-", "school_oliviers"},
    {"mme_rossi", "-", "school_oliviers"},
    {"mme_diallo", "-", "school_oliviers"},
    {"mme_sow", "-", "school_tilleuls school_oliviers"},
};

void add_words(std::set<std::string>& to, std::string_view words) {
  std::istringstream in{std::string(words)};
  for (std::string word; in >> word;) to.insert(word);
}

}  // namespace

std::string canary(std::string_view key) { return fmt::format("CNRY.{}.", key); }

std::set<std::string> canaries_in(std::string_view text) {
  constexpr std::string_view mark = "cnry.";
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  std::set<std::string> found;
  for (auto at = lower.find(mark); at != lower.npos; at = lower.find(mark, at + 1)) {
    const auto begin = at + mark.size();
    found.insert(lower.substr(begin, lower.find('.', begin) - begin));
  }
  return found;
}

bool is_content(std::string_view key) {
  constexpr std::string_view children[] = {"tom", "lina", "noe", "adam", "gabin", "zoe", "rose"};
  return key.starts_with("note_") || std::find(std::begin(children), std::end(children), key) != std::end(children);
}

std::set<std::string> may_see(std::string_view who, std::string_view context) {
  std::set<std::string> keys{std::string(who), "login_" + std::string(who), "device_" + std::string(who), "party"};
  for (const Sight& sight : sights) {
    if (sight.who == who && sight.context == context) add_words(keys, sight.keys);
  }
  return keys;
}

}  // namespace house

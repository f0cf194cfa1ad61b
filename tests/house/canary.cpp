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
     "m_benali m_ancien mme_rossi mme_garcin m_lacaze page_ce2 page_long page_ancien page_substitute page_chorale page_gs m_remplacant "
     "mme_petit"},
    {"mathieu", "parent",
     "tom lina class_ce2 class_gs school_tilleuls school_oliviers note_ce2 note_ancien note_gs note_tilleuls note_oliviers "
     "m_benali m_ancien mme_rossi mme_garcin m_lacaze page_ce2 page_long page_ancien page_substitute page_chorale page_gs m_remplacant "
     "mme_petit"},
    {"karim", "parent", "noe class_gs school_oliviers note_gs note_oliviers mme_rossi m_lacaze page_gs"},
    {"julie", "parent", "noe class_gs school_oliviers note_gs note_oliviers mme_rossi m_lacaze page_gs"},
    {"m_bernard", "parent",
     "adam class_ce2 school_tilleuls note_ce2 note_ancien note_adam note_tilleuls m_benali m_ancien mme_garcin page_ce2 page_long "
     "page_short page_adam page_ancien page_substitute m_remplacant"},
    {"mme_informee", "parent",
     "adam class_ce2 school_tilleuls note_ce2 note_ancien note_adam note_tilleuls m_benali m_ancien mme_garcin page_ce2 page_long "
     "page_short page_adam page_ancien page_substitute m_remplacant"},
    {"mme_diallo", "parent", "rose class_ms school_oliviers note_ms note_oliviers mme_sow m_lacaze page_ms"},
    {"mme_petit", "parent", "zoe class_cp school_tilleuls note_cp note_tilleuls mme_sow mme_garcin page_cp page_chorale"},
    {"m_suspendu", "parent", ""},

    {"m_benali", "les-tilleuls-enseignant",
     "school_tilleuls class_ce2 tom adam gabin sarah mathieu m_bernard mme_informee login_sarah login_mathieu login_m_bernard "
     "login_mme_informee note_ce2 note_adam note_ancien note_waiting note_withdrawn note_tilleuls mme_garcin mme_petit mme_sow m_ancien "
     "mme_future page_ce2 page_long page_short page_adam page_ancien page_substitute page_waiting page_chorale page_withdrawn "
     "m_remplacant"},
    {"mme_petit", "les-tilleuls-enseignant",
     "school_tilleuls class_cp zoe note_cp note_tilleuls mme_garcin m_benali mme_sow m_ancien mme_future page_cp page_chorale"},
    {"mme_sow", "les-tilleuls-enseignant",
     "school_tilleuls class_cp zoe mme_petit login_mme_petit note_cp note_tilleuls mme_garcin m_benali m_ancien mme_future page_cp "
     "page_chorale"},
    {"mme_garcin", "les-tilleuls-enseignant", "school_tilleuls class_cm note_tilleuls m_benali mme_petit mme_sow m_ancien mme_future"},
    {"m_ancien", "les-tilleuls-enseignant", "school_tilleuls mme_garcin m_benali mme_petit mme_sow mme_future"},
    {"mme_future", "les-tilleuls-enseignant", "school_tilleuls mme_garcin m_benali mme_petit mme_sow m_ancien"},
    {"mme_rossi", "les-oliviers-enseignant",
     "school_oliviers class_gs lina noe sarah_oliviers mathieu karim julie login_sarah login_mathieu login_karim login_julie note_gs "
     "note_oliviers m_lacaze mme_sow page_gs"},
    {"mme_sow", "les-oliviers-enseignant",
     "school_oliviers class_ms rose mme_diallo login_mme_diallo note_ms note_oliviers m_lacaze mme_rossi page_ms"},

    {"mme_garcin", "les-tilleuls-direction",
     "school_tilleuls class_cp class_ce2 class_cm class_ce2_last_year tom adam gabin zoe sarah mathieu m_bernard mme_informee m_suspendu "
     "mme_petit login_sarah login_mathieu login_m_bernard login_mme_informee login_mme_petit login_m_benali login_mme_sow login_m_ancien "
     "login_mme_future note_ce2 note_cp note_adam note_ancien note_waiting note_withdrawn note_tilleuls m_benali mme_sow m_ancien "
     "mme_future page_ce2 page_long page_short page_adam page_ancien page_substitute page_waiting page_chorale page_withdrawn page_cp "
     "m_remplacant"},
    {"m_lacaze", "les-oliviers-direction",
     "school_oliviers class_gs class_ms lina noe rose sarah_oliviers mathieu karim julie mme_diallo login_sarah login_mathieu login_karim "
     "login_julie login_mme_diallo login_mme_rossi login_mme_sow note_gs note_ms note_oliviers mme_rossi mme_sow page_gs page_ms"},

    // a pupil: what was given to them, who gave it, never another child
    {"tom", "les-tilleuls-eleve",
     "class_ce2 school_tilleuls page_ce2 page_long page_ancien page_substitute page_chorale m_benali m_ancien m_remplacant mme_petit"},
    {"adam", "les-tilleuls-eleve",
     "class_ce2 school_tilleuls page_ce2 page_long page_short page_adam page_ancien page_substitute m_benali m_ancien m_remplacant"},
    {"gabin", "les-tilleuls-eleve",
     "class_ce2 school_tilleuls page_ce2 page_long page_ancien page_substitute m_benali m_ancien m_remplacant"},
    {"zoe", "les-tilleuls-eleve", "class_cp school_tilleuls page_cp page_chorale mme_petit"},
    // a substitute: the class as its teacher has it, its pupils, its book and the notes to its families; no contact data
    {"m_remplacant", "les-tilleuls-remplacement",
     "school_tilleuls class_ce2 tom adam gabin page_ce2 page_long page_short page_adam page_ancien page_substitute page_waiting "
     "page_chorale page_withdrawn m_benali m_ancien mme_petit sarah mathieu m_bernard mme_informee note_ce2 note_adam note_ancien "
     "note_waiting note_withdrawn note_tilleuls mme_garcin"},

    // who writes with her in a conversation opened for both
    {"sarah", "parent", "mathieu"},
    {"mathieu", "parent", "sarah"},

    // the cards of pupils: the login of each, to those who print them
    {"m_benali", "les-tilleuls-enseignant", "login_tom login_adam login_gabin"},
    {"m_remplacant", "les-tilleuls-remplacement", "login_tom login_adam login_gabin"},
    {"mme_petit", "les-tilleuls-enseignant", "login_zoe"},
    {"mme_sow", "les-tilleuls-enseignant", "login_zoe"},
    {"mme_garcin", "les-tilleuls-direction", "login_tom login_adam login_gabin login_zoe"},
    {"tom", "-", "school_tilleuls"},

    // what was told of an absence, by whoever told it and by the school; never by the other parent (SC-01)
    {"sarah", "parent", "told_tom"},
    {"karim", "parent", "told_noe"},
    {"m_bernard", "parent", "told_adam"},
    {"m_benali", "les-tilleuls-enseignant", "told_tom"},
    {"m_remplacant", "les-tilleuls-remplacement", "told_tom"},
    {"mme_garcin", "les-tilleuls-direction", "told_tom"},

    // the head: what they keep to themself of a decision (its paper), where somebody of the school is signed in, who administers it
    {"mme_garcin", "les-tilleuls-direction",
     "paper mme_admin login_m_suspendu login_mme_admin login_m_remplacant device_sarah device_mathieu device_m_bernard device_m_suspendu "
     "device_mme_informee device_mme_petit device_m_benali device_mme_sow device_m_remplacant device_mme_admin device_m_ancien"},
    {"m_lacaze", "les-oliviers-direction",
     "device_sarah device_mathieu device_karim device_julie device_mme_diallo device_mme_rossi device_mme_sow"},
    // the administrator: who is in the school, and their logins; no decision, nobody to whom one leaves nothing, no note, no page
    {"mme_admin", "les-tilleuls-administration",
     "school_tilleuls class_cp class_ce2 class_cm class_ce2_last_year tom adam gabin zoe sarah mathieu m_bernard mme_informee mme_petit "
     "mme_garcin m_benali mme_sow m_ancien mme_future m_remplacant login_sarah login_mathieu login_m_bernard login_mme_informee "
     "login_mme_petit login_m_benali login_mme_sow login_m_ancien login_mme_future login_m_remplacant login_mme_garcin"},

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
  return key.starts_with("note_") || key.starts_with("page_") || key.starts_with("draft_") ||
         std::find(std::begin(children), std::end(children), key) != std::end(children);
}

std::set<std::string> may_see(std::string_view who, std::string_view context) {
  std::set<std::string> keys{std::string(who), "login_" + std::string(who), "device_" + std::string(who), "party"};
  for (const Sight& sight : sights) {
    if (sight.who == who && sight.context == context) add_words(keys, sight.keys);
  }
  return keys;
}

}  // namespace house

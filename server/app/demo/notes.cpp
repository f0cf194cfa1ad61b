#include "app/demo/notes.h"

#include <boost/json/parse.hpp>
#include <set>

#include "app/queries.gen.h"
#include "base/json.h"
#include "gate/accounts.h"
#include "gate/same_origin.h"

namespace app::demo {

namespace {

/// Somebody of the demo, signed in without typing, in one context. The session ends when this does.
class Visitor {
 public:
  Visitor(House& house, PersonId person, std::string context) : house_(house), context_(std::move(context)) {
    in_transaction([&](Tx& tx) { token_ = gate::open_session(tx, person, false, "Démonstration"); });
  }
  ~Visitor() { send("/api/sign-out", "{}"); }
  Visitor(const Visitor&) = delete;

  /// Posts, and returns the body; a refusal throws.
  std::string post(const std::string& path, const std::string& body) { return send("/api/c/" + context_ + path, body); }

 private:
  template <class Do>
  void in_transaction(Do work) {
    house_.database().write_now([&](Tx& tx) {
      work(tx);
      return true;
    });
  }

  std::string send(const std::string& path, const std::string& body) {
    static int intentions = 0;
    gate::Request request;
    request.method = gate::Method::POST;
    request.path = path;
    request.host = "localhost";
    request.origin = "http://localhost";
    request.peer = "127.0.0.1";
    request.cookie = fmt::format("{}={}", gate::session_cookie, token_);
    request.idempotency_key = fmt::format("demonstration-{:06}", ++intentions);
    request.body = body;
    gate::Reply answered;
    house_.gate().answer(std::move(request), [&](gate::Reply reply) { answered = std::move(reply); });
    if (answered.status >= 400) throw store::Fault(store::Cause::other, fmt::format("demo: {} answered {}", path, answered.body));
    return answered.body;
  }

  House& house_;
  std::string context_;
  std::string token_;
};

std::string quoted(std::string_view text) {
  std::string out;
  json::write_text(out, text);
  return out;
}

struct Letter {
  std::string_view teacher;
  std::string_view context;
  std::string_view label;  // of the class
  std::string_view kind;
  std::string_view ask;
  std::string_view title;
  std::string_view body;
  std::string_view facts;           // JSON
  std::string_view before;          // YYYY-MM-DD, or empty
  std::string_view questions = {};  // JSON, or empty
};

constexpr Letter letters[] = {
    {"Benali", "les-tilleuls-enseignant", "CE2", "information", "read", "Nos volcans en papier",
     "Bonjour,\n\nVendredi, les élèves ont construit des volcans en papier. Ils vous raconteront comment la lave sort.\n\nM. Benali", "{}",
     ""},
    {"Benali", "les-tilleuls-enseignant", "CE2", "authorisation", "sign_one", "Sortie à la ferme des Aubépines",
     "Bonjour à toutes et à tous,\n\nNous irons voir les brebis, traire une chèvre et faire du pain. Le bus part à 9 h précises devant "
     "l’école.\n\nMerci de prévoir des bottes, un manteau chaud et un pique-nique dans un petit sac à dos.",
     R"({"on":"2026-09-25","from_minute":540,"until_minute":960,"place":"ferme des Aubépines","price":"rien à payer"})", "2026-09-17",
     R"([{"kind":"yes_no","text":"Mon enfant vient à la ferme"},{"kind":"accompany","text":"Je peux accompagner"}])"},
    {"Rossi", "les-oliviers-enseignant", "GS", "meeting", "read", "Réunion de rentrée de la grande section",
     "Bonjour,\n\nJe vous présenterai la classe, les horaires et les projets de l’année. Les enfants peuvent venir.\n\nMme Rossi",
     R"({"on":"2026-09-21","from_minute":1080,"until_minute":1140,"place":"la classe de grande section"})", ""},
    {"Rossi", "les-oliviers-enseignant", "GS", "authorisation", "sign_all", "Trois jours à la mer en mai",
     "Bonjour,\n\nLa classe partira trois jours au bord de la mer, au mois de mai. Pour un voyage, chaque parent donne son accord.\n\n"
     "Mme Rossi",
     R"({"on":"2027-05-11","place":"Centre des Embruns"})", "2026-09-25"},
};

std::optional<StaffRow> teacher_of(House& house, std::string_view name, std::optional<ClassId>& school_class, std::string_view label) {
  std::optional<StaffRow> found;
  house.database().read_now([&](Tx& tx) {
    for (const StaffRow& staff : q::staff_named(tx, name, tx.today())) {
      school_class = q::class_labelled(tx, staff.school, label, school_year_of(tx.today()));
      if (school_class) {
        found = staff;
        return true;
      }
    }
    return true;
  });
  return found;
}

/// Of the families who have entered: of each six, two reply, two open, two have not looked yet. To an outing nearly everyone comes, one
/// adult in three accompanies, and one couple does not agree.
void answer(House& house, const std::string& note, ClassId school_class, const Letter& letter) {
  const std::string_view ask = letter.ask;
  std::vector<FamilyRow> families;
  house.database().read_now([&](Tx& tx) {
    families = q::entered_families(tx, school_class, tx.today());
    return true;
  });
  int number = 0;
  std::set<PersonId> settled;  // by one reply, when one is enough
  int contradicted = 0;
  for (const FamilyRow& family : families) {
    const int turn = ++number % 6;
    if (turn >= 4) continue;
    Visitor guardian(house, family.person, "parent");
    const std::string child = fmt::format(R"("child":"{}")", to_text(family.child));
    guardian.post("/liaison/notes/" + note + "/open", "{" + child + "}");
    if (ask == "read" || turn >= 2) continue;
    const bool first = settled.insert(family.child).second;
    if (ask == "sign_one" && !first && (letter.questions.empty() || contradicted++ > 0)) continue;
    if (letter.questions.empty()) {
      guardian.post("/liaison/notes/" + note + "/sign", "{" + child + R"(,"version":1})");
    } else {
      guardian.post("/liaison/notes/" + note + "/answer", fmt::format(R"({{{},"version":1,"answers":[{{"yes":{}}},{{"yes":{}}}]}})", child,
                                                                      first && number % 18 != 13, number % 3 == 0));
    }
  }
}

/// A family of the class asks a question, and the class answers.
void talk(House& house, Visitor& teacher, ClassId school_class) {
  std::vector<FamilyRow> families;
  house.database().read_now([&](Tx& tx) {
    families = q::entered_families(tx, school_class, tx.today());
    return true;
  });
  if (families.empty()) return;
  Visitor guardian(house, families.front().person, "parent");
  const auto opened = boost::json::parse(
      guardian.post("/liaison/conversations",
                    fmt::format(R"({{"child":"{}","addressee":"school_class","title":"Le cahier de poésie","body":{},"for_both":false}})",
                                to_text(families.front().child),
                                quoted("Bonjour,\n\nNous ne retrouvons pas le cahier de poésie. Est-il resté en classe ?"))));
  const std::string path = "/liaison/conversations/" + std::string(opened.at("conversation").as_string());
  teacher.post(path + "/open", "{}");
  teacher.post(path + "/messages", fmt::format(R"({{"body":{}}})", quoted("Bonjour, il est sur l’étagère. Je le lui rends ce matin.")));
}

}  // namespace

void write_notes(House& house) {
  for (const Letter& letter : letters) {
    std::optional<ClassId> school_class;
    const auto teacher = teacher_of(house, letter.teacher, school_class, letter.label);
    if (!teacher) continue;
    Visitor writer(house, teacher->person, std::string(letter.context));
    std::string body =
        fmt::format(R"({{"kind":"{}","ask":"{}","title":{},"body":{},"facts":{},"audience":[{{"kind":"school_class","id":"{}"}}])",
                    letter.kind, letter.ask, quoted(letter.title), quoted(letter.body), letter.facts, to_text(*school_class));
    if (!letter.questions.empty()) body += fmt::format(R"(,"questions":{})", letter.questions);
    if (!letter.before.empty()) body += fmt::format(R"(,"sign_before":"{}")", letter.before);
    const auto sent = boost::json::parse(writer.post("/liaison/notes", body + "}"));
    answer(house, std::string(sent.at("note").as_string()), *school_class, letter);
    if (!letter.questions.empty()) talk(house, writer, *school_class);
  }
}

}  // namespace app::demo

// Life in the schools of a benchmark, six weeks of it: each class has its teacher; the measured class sixty notes and twelve pieces of
// homework, every other a few, all sent through the gate as the browser would. The families of the measured class have opened and signed
// all notes but the last eight.
//
// usage: bench_life DATA MORNING…        a data folder that `preau import aaf` has filled; "2026-09-15T10:00", outside quiet hours, a week
//                                        apart, the last one yesterday or so
#include <fmt/format.h>

#include <map>

#include "bench/classes.h"
#include "bench/in_house.h"
#include "people/calendar.h"
#include "people/teaching.h"

// Standing in front of the C library's: thousands of days are written here, and none has to survive a power cut.
extern "C" int fdatasync(int) { return 0; }

namespace {

constexpr int notes_of_measured = 60;  // more than the fifty of a list
constexpr int unsigned_of_measured = 8;
constexpr int pieces_of_measured = 12;
constexpr int of_others = 3;

struct Teaching {
  ClassRow of;
  PersonId teacher;
  bool measured;
};

std::string target_of(const ClassRow& one) { return fmt::format(R"([{{"kind":"school_class","id":"{}"}}])", to_text(one.id)); }

std::string note(const ClassRow& one, int number) {
  return fmt::format(
      R"({{"kind":"authorisation","ask":"sign_one","title":"Sortie numéro {}","body":"Nous irons voir les brebis et faire du pain. Le bus part à 9 h précises devant l’école.","facts":{{"place":"la ferme"}},"audience":{}}})",
      number, target_of(one));
}

std::string homework(const ClassRow& one, Date given_on, Date due_on) {
  return fmt::format(
      R"({{"targets":{},"given_on":"{}","subject":"class_life","done":"Nous avons lu la lettre des correspondants.","work":{{"kind":"to_bring","task":"Apporte une photo de ta rue.","due_on":"{}"}}}})",
      target_of(one), to_text(given_on), to_text(due_on));
}

/// The next days on which any school has class.
std::vector<Date> school_days_after(Date today, int count) {
  const people::SchoolCalendar usual;
  std::vector<Date> days;
  for (Date day = today; int(days.size()) < count;) {
    day = usual.next_school_day(day).value();
    days.push_back(day);
  }
  return days;
}

std::vector<Teaching> give_teachers(InHouse& house) {
  std::vector<Teaching> all;
  for (const ClassRow& one : classes_of(house)) {
    const auto staff = teachers_of(house, one.school);
    const PersonId teacher = staff.at(all.size() % staff.size());
    house.write([&](Tx& tx) {
      Actor head;
      head.person = teacher;
      head.profile = Profile::head;
      head.self = {teacher};
      head.school = one.school;
      people::set_teachers(tx, head, {one.id, one.school, int(one.school_year)}, {teacher});
    });
    all.push_back({one, teacher, all.empty()});
  }
  return all;
}

/// Each child's first guardian opens and signs a note of the class.
void sign(InHouse& house, const std::vector<Pupil>& pupils, std::map<PersonId, std::string>& sessions, const std::string& id, int version) {
  for (const Pupil& pupil : pupils) {
    std::string& session = sessions[pupil.guardian];
    if (session.empty()) session = house.enter(pupil.guardian);
    const std::string child = to_text(pupil.child);
    house.post(session, "parent", "/liaison/notes/" + id + "/open", fmt::format(R"({{"child":"{}"}})", child));
    house.post(session, "parent", "/liaison/notes/" + id + "/sign", fmt::format(R"({{"child":"{}","version":{}}})", child, version));
  }
}

/// One week of one class: its part of the notes, the earlier of them signed.
void send_notes(InHouse& house, const Teaching& one, int week, int weeks) {
  const std::string context = one.of.slug + "-enseignant";
  const std::string token = house.enter(one.teacher);
  const int all = one.measured ? notes_of_measured : of_others;
  const auto pupils = one.measured ? pupils_of(house, one.of.id) : std::vector<Pupil>{};
  std::map<PersonId, std::string> sessions;
  for (int number = all * week / weeks; number < all * (week + 1) / weeks; ++number) {
    const auto sent = house.post(token, context, "/liaison/notes", note(one.of, number + 1));
    if (!one.measured || number >= all - unsigned_of_measured) continue;
    sign(house, pupils, sessions, std::string(sent.at("note").as_string()), int(sent.at("version").as_int64()));
  }
}

void give_homework(InHouse& house, const Teaching& one) {
  Date today;
  house.read([&](Tx& tx) { today = tx.today(); });
  const std::string token = house.enter(one.teacher);
  for (const Date due_on : school_days_after(today, one.measured ? pieces_of_measured : of_others)) {
    house.post(token, one.of.slug + "-enseignant", "/homework/entries", homework(one.of, today, due_on));
  }
}

}  // namespace

int main(int count, char** words) {
  const int weeks = count - 2;
  if (weeks < 1) return 2;
  std::vector<Teaching> all;
  for (int week = 0; week < weeks; ++week) {
    InHouse house(words[1], words[2 + week]);
    if (week == 0) all = give_teachers(house);
    for (const Teaching& one : all) send_notes(house, one, week, weeks);
    if (week == weeks - 1) {
      for (const Teaching& one : all) give_homework(house, one);
    }
    while (house->jobs().run_due() > 0) {
    }
  }
}

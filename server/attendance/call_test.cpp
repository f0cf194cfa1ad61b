#include "attendance/attendance.h"
#include "attendance/school_day_test.h"

using namespace attendance::tests;

TEST_CASE("attendance: the roll is called in one write, and whoever is not named is there") {
  Village v;
  auto teacher = v.as(v.m_benali);
  const auto before = teacher.get(roll(v.ce2));
  REQUIRE(before.status == 200);
  CHECK(before.json.at("half") == "morning");
  CHECK(before.json.at("may_call").as_bool());
  CHECK(before.json.at("school_day").as_bool());
  CHECK_FALSE(before.json.as_object().contains("called_at"));
  CHECK(before.statements == 2);

  const auto saved = call(teacher, v.ce2, absent(v.tom) + "," + present(v.adam) + "," + late(v.gabin, 525));
  REQUIRE(saved.status == 200);
  CHECK(saved.json.at("called_at") == v.now());
  const auto after = teacher.get(roll(v.ce2));
  CHECK(after.json.at("called_by") == "M. Benali");
  CHECK(is_absent(after, v.tom));
  CHECK(pupil_in(after, v.gabin).at("presence").at("arrived_minute") == 525);
  CHECK(pupil_in(after, v.adam).at("version") == 0);
  CHECK(v.count("attendance_mark") == 2);  // whoever is there leaves no row
}

TEST_CASE("attendance: everybody is there, and that too is a roll call") {
  Village v;
  REQUIRE(call(v.as(v.m_benali), v.ce2, "").status == 200);
  CHECK(v.count("attendance_call") == 1);
  CHECK(v.count("attendance_mark") == 0);
  CHECK(v.count("notices_delivery") == 0);
}

TEST_CASE("attendance: sent again from a telephone that had no network, a roll call changes nothing") {
  Village v;
  auto teacher = v.as(v.m_benali);
  const std::string body = roll_body(absent(v.tom) + "," + late(v.adam, 520));
  REQUIRE(teacher.put(roll(v.ce2), body, "journal-entry-0000001").status == 200);
  CHECK(teacher.put(roll(v.ce2), body, "journal-entry-0000001").status == 200);
  CHECK(teacher.put(roll(v.ce2), body, "journal-entry-0000002").status == 200);  // its key was lost with the browser
  CHECK(v.count("attendance_mark", "version = 1") == 2);
  CHECK(v.count("store_audit", "act = 'attendance.correct'") == 0);
  CHECK(v.count("notices_delivery") > 0);
  const auto notices = v.count("notices_delivery");
  CHECK(teacher.put(roll(v.ce2), body).status == 200);
  CHECK(v.count("notices_delivery") == notices);
}

TEST_CASE("attendance: two people call the same roll at once, and neither loses a tap") {
  Village v;
  auto teacher = v.as(v.m_benali);
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  REQUIRE(call(head, v.ce2, absent(v.tom)).status == 200);
  // he saw the roll before she sent hers
  const auto his = call(teacher, v.ce2, present(v.tom) + "," + absent(v.adam) + "," + present(v.gabin));
  REQUIRE(his.status == 200);
  REQUIRE(size_of(his.json.at("differing")) == 1);
  CHECK(his.json.at("differing").as_array().front().as_string() == to_text(v.tom));
  const auto now = teacher.get(roll(v.ce2));
  CHECK(is_absent(now, v.tom));  // hers stands
  CHECK(is_absent(now, v.adam));
  CHECK(pupil_in(now, v.tom).at("by_name") == "Mme Garcin");
  CHECK(call(teacher, v.ce2, late(v.tom, 530, 1)).json.at("differing").as_array().empty());  // seen, and known better
  CHECK(pupil_in(teacher.get(roll(v.ce2)), v.tom).at("presence").at("arrived_minute") == 530);
}

TEST_CASE("attendance: one's own later tap wins over one's earlier one, sent in order from the journal") {
  Village v;
  auto teacher = v.as(v.m_benali);
  REQUIRE(call(teacher, v.ce2, absent(v.tom)).status == 200);
  const auto second = call(teacher, v.ce2, late(v.tom, 540));  // written before the first was sent: version 0
  CHECK(size_of(second.json.at("differing")) == 0);
  CHECK(pupil_in(teacher.get(roll(v.ce2)), v.tom).at("presence").at("arrived_minute") == 540);
  CHECK(v.count("store_audit", "act = 'attendance.correct' AND code = 'absent>late'") == 1);
}

TEST_CASE("attendance: a roll is corrected the same day by who calls it, afterwards by the head, each with its trace") {
  Village v;
  auto teacher = v.as(v.m_benali);
  REQUIRE(call(teacher, v.ce2, absent(v.tom)).status == 200);
  v.clock().advance(hours(6));
  REQUIRE(call(teacher, v.ce2, present(v.tom, 1)).status == 200);
  v.clock().advance(days(1));
  CHECK(call(teacher, v.ce2, absent(v.tom, 2)).error == "attendance.day_over");
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  CHECK(call(head, v.ce2, absent(v.tom, 2)).status == 200);
  CHECK(v.count("store_audit", "act = 'attendance.correct' AND code = 'absent>present'") == 1);
  CHECK(v.count("store_audit", "act = 'attendance.correct' AND code = 'present>absent' AND profile = 'head'") == 1);
  CHECK(v.count("attendance_mark", "version = 3") == 1);
}

TEST_CASE("attendance: no roll on a day without class, nor tomorrow's, nor of a state that cannot be") {
  Village v;
  auto teacher = v.as(v.m_benali);
  CHECK(call(teacher, v.ce2, "", "morning", "2026-09-15").field("/on_day") == "attendance.date_future");
  CHECK(call(teacher, v.ce2, "", "morning", "2026-09-13").field("/on_day") == "attendance.not_a_school_day");
  CHECK(teacher.put(roll(v.ce2), roll_body(R"({"pupil":)" + quoted(v.tom) + R"(,"absent":true,"arrived_minute":520,"version":0})"))
            .field("/marks/0") == "attendance.presence");
  CHECK(v.count("attendance_call") == 0);
}

TEST_CASE("attendance: a roll is called by those who hold the class that day") {
  Village v;
  CHECK(call(v.as(v.mme_petit, "les-tilleuls-enseignant"), v.ce2, "").error == "attendance.no_class");
  CHECK(call(v.as(v.m_lacaze), v.ce2, "").status == 404);
  CHECK(call(v.as(v.m_ancien), v.ce2, "").status == 404);
  CHECK(call(v.as(v.sarah), v.ce2, "").status == 403);
  CHECK(v.count("attendance_call") == 0);
  CHECK(call(v.as(v.mme_sow, "les-tilleuls-enseignant"), v.cp, "").status == 200);  // one of two teachers
}

TEST_CASE("attendance: a substitute calls the roll of those days, and of no other") {
  Village v;
  auto substitute = v.as(v.m_remplacant, "les-tilleuls-remplacement");
  REQUIRE(call(substitute, v.ce2, absent(v.tom)).status == 200);
  CHECK(v.as(v.m_benali).get(roll(v.ce2)).json.at("called_by") == "M. Passage");
  CHECK(substitute.get("/home").json.at("cards").as_object().contains("attendance_call"));
  CHECK(call(substitute, v.cp, "").status == 404);
  v.clock().advance(days(7));  // the Monday after
  CHECK(substitute.get(roll(v.ce2)).status == 403);
  CHECK(is_absent(v.as(v.m_benali).get(roll(v.ce2) + "?on_day=2026-09-14&half=morning"), v.tom));  // what was called stays
}

TEST_CASE("attendance: whoever changes class is called in the new one from that day on") {
  Village v;
  const auto first = v.add_pupil({"Ilyes", "Brun", v.tilleuls, v.ce2, "CE2", date_of(2026, 9, 1), date_of(2026, 9, 14)});
  CHECK(pupil_in(v.as(v.m_benali).get(roll(v.ce2)), first).at("name") == "Ilyes");
  REQUIRE(call(v.as(v.m_benali), v.ce2, absent(first)).status == 200);
  v.clock().advance(days(1));
  CHECK(size_of(v.as(v.m_benali).get(roll(v.ce2)).json.at("pupils")) == 3);
  CHECK(call(v.as(v.m_benali), v.ce2, absent(first), "morning", "2026-09-15").status == 200);  // left out, the rest is kept
  CHECK(v.count("attendance_mark") == 1);
  CHECK(is_absent(v.as(v.m_benali).get(roll(v.ce2) + "?on_day=2026-09-14&half=morning"), first));
}

TEST_CASE("attendance: a class of last year is not called any more") {
  Village v;
  auto head = v.as(v.mme_garcin, "les-tilleuls-direction");
  CHECK(call(head, v.ce2_last_year, "").status == 404);
  CHECK(head.get(roll(v.ce2_last_year)).status == 404);
}

TEST_CASE("attendance: homonyms of a class are told apart by more of their names, never by a birth date") {
  Village v;
  const auto other = v.add_pupil({"Tom", "Leroy", v.tilleuls, v.ce2, "CE2", date_of(2026, 9, 1)});
  const auto reply = v.as(v.m_benali).get(roll(v.ce2));
  CHECK(pupil_in(reply, v.tom).at("name") == "Tom Delmas");
  CHECK(pupil_in(reply, other).at("name") == "Tom Leroy");
  CHECK(pupil_in(reply, v.adam).at("name") == "Adam");
}

TEST_CASE("attendance: the teacher's day opens with her roll calls") {
  Village v;
  const auto home = v.as(v.m_benali).get("/home");
  const auto& classes = home.json.at("cards").at("attendance_call").at("classes");
  REQUIRE(size_of(classes) == 1);
  CHECK(classes.as_array().front().at("label") == "CE2");
  CHECK(size_of(classes.as_array().front().at("pupils")) == 3);
}

TEST_CASE("attendance: who was away, for whoever prepares what to catch up with") {
  Village v;
  REQUIRE(call(v.as(v.m_benali), v.ce2, absent(v.tom)).status == 200);
  REQUIRE(tell(v.as(v.sarah), {v.tom, "2026-09-15"}).status == 200);
  const auto days_of = [&](PersonId pupil) {
    std::vector<Date> days;
    v.read([&](Tx& tx) { days = attendance::absent_days(tx, pupil, date_of(2026, 9, 1), date_of(2026, 9, 30)); });
    return days;
  };
  CHECK(days_of(v.tom) == std::vector{date_of(2026, 9, 14), date_of(2026, 9, 15)});
  CHECK(days_of(v.adam).empty());
  v.clock().advance(days(1));
  REQUIRE(call(v.as(v.m_benali), v.ce2, present(v.tom), "morning", "2026-09-15").status == 200);  // he came after all
  CHECK(days_of(v.tom) == std::vector{date_of(2026, 9, 14)});
}

#pragma once
#include <filesystem>
#include <vector>

#include "app/demo/diary.h"
#include "app/demo/story.h"
#include "app/demo/town.h"

namespace app::demo {

/// What every scene needs. Scenes only write into the diary; what they write down happens later, through the API.
struct Life {
  House& house;
  Visitors& visitors;
  Town& town;
  Diary& diary;
  std::filesystem::path folder;   // of the story and its files
  std::vector<Date> school_days;  // from the first of the year to the one that the demo shows; two at least

  const Zone& zone() const { return house.database().world().zone; }
  Date today() const { return zone().date(now()); }
  Millis now() const { return house.database().world().clock->now(); }
};

/// What the heads set: calendar, hours, decisions, who stands in for whom.
void plan_year(Life&, const Chapter&);
/// Notes to families, and what families do with them.
void plan_notes(Life&, const Chapter&);
/// What families write to the school, and what it answers.
void plan_talks(Life&, const Chapter&);
/// Lessons and work, and the ticks of pupils.
void plan_homework(Life&, const Chapter&);
/// Each roll call, and what families tell before and after it.
void plan_attendance(Life&, const Chapter&);

/// Sends a file of the story as the author would, and returns its id, for the note or the lesson that holds it.
std::string send_file(Life&, const Seat&, std::string_view name);

/// The same number for the same two, spread over 0 to `below` - 1: what differs from one family, day or note to the next.
int draw(std::size_t one, std::size_t other, int below);

}  // namespace app::demo

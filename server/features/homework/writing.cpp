#include "features/homework/writing.h"

#include "base/text.h"

namespace homework {

namespace {

using Problems = std::vector<FieldError>;

constexpr std::size_t longest_done = 4000;
constexpr std::size_t longest_task = 160;
constexpr std::size_t longest_help = 300;
constexpr std::int64_t most_minutes = 120;
constexpr std::int64_t minutes_of_day = 24 * 60;

std::optional<std::string> read_text(const std::optional<std::string>& typed, std::size_t longest, const char* path, Problems& problems) {
  std::string tidied;
  if (!typed) return {};
  if (!text::tidy(*typed, tidied) || text::length(tidied) > longest) problems.push_back({path, "too_long"});
  if (tidied.empty()) return {};
  return tidied;
}

void check_minutes(const std::optional<std::int64_t>& minutes, const char* path, Problems& problems) {
  if (minutes && (*minutes < 1 || *minutes > most_minutes)) problems.push_back({path, "range"});
}

void check_due(Date due_on, Date given_on, const people::SchoolCalendar& calendar, Problems& problems) {
  if (due_on <= given_on) {
    problems.push_back({"/work/due_on", "homework.due_before"});
  } else if (due_on > given_on + farthest_due) {
    problems.push_back({"/work/due_on", "homework.due_far"});
  } else if (!calendar.is_school_day(due_on)) {
    problems.push_back({"/work/due_on", "homework.day_off"});
  }
}

std::optional<std::string> read_help(const std::optional<std::string>& typed, const char* path, Problems& problems) {
  return typed ? read_line(*typed, longest_help, path, problems) : std::nullopt;
}

std::string read_task(const std::string& typed, const char* path, Problems& problems) {
  const std::size_t before = problems.size();
  auto task = read_line(typed, longest_task, path, problems);
  if (!task && problems.size() == before) problems.push_back({path, "homework.task_empty"});
  return task.value_or("");
}

}  // namespace

std::optional<std::string> read_line(const std::string& typed, std::size_t longest, const char* path, Problems& problems) {
  std::string tidied;
  const bool is_text = text::tidy(typed, tidied);
  std::replace_if(tidied.begin(), tidied.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  if (!is_text || text::length(tidied) > longest) problems.push_back({path, "too_long"});
  if (!is_text || tidied.empty()) return {};
  return tidied;
}

Written read_typed(const Typed& typed, const people::SchoolCalendar& calendar, Date today, Problems& problems) {
  Written written;
  if (school_year_of(typed.given_on) != school_year_of(today)) problems.push_back({"/given_on", "homework.other_year"});
  if (typed.from_minute && (*typed.from_minute < 0 || *typed.from_minute >= minutes_of_day)) problems.push_back({"/from_minute", "range"});
  written.done = read_text(typed.done, longest_done, "/done", problems);
  if (!written.done && !typed.work && problems.empty()) problems.push_back({"/done", "homework.nothing"});
  if (!typed.work) return written;
  wire::Work work = *typed.work;
  work.task = read_task(work.task, "/work/task", problems);
  work.help = read_help(work.help, "/work/help", problems);
  check_minutes(work.minutes, "/work/minutes", problems);
  check_due(work.due_on, typed.given_on, calendar, problems);
  written.work = std::move(work);
  return written;
}

wire::Work read_short(const ShortVersion& typed, const wire::Work& whole, Problems& problems) {
  wire::Work work = whole;
  work.task = read_task(typed.task, "/short_version/task", problems);
  work.help = read_help(typed.help, "/short_version/help", problems);
  check_minutes(typed.minutes, "/short_version/minutes", problems);
  work.minutes = typed.minutes;
  return work;
}

std::unexpected<Error> refuse(Problems problems) {
  std::string first = problems.front().code;
  return std::unexpected(Error{Fault::invalid, std::move(first), std::move(problems)});
}

}  // namespace homework

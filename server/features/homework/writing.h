#pragma once
#include "features/homework/verbs.h"
#include "people/calendar.h"

namespace homework {

/// The farthest a work may be due after the day it was given: queries look no further back.
inline constexpr int farthest_due = 70;

/// What a person typed of an entry.
struct Typed {
  Date given_on;
  std::optional<std::int64_t> from_minute;
  const std::optional<std::string>& done;
  const std::optional<wire::Work>& work;
};

/// The same, fit to be given.
struct Written {
  std::optional<std::string> done;
  std::optional<wire::Work> work;
};

/// Reads what was typed, and adds to `problems` all that must be mended:
///   /given_on      homework.other_year
///   /from_minute   range
///   /done          too_long (4000 characters), homework.nothing (neither done nor work)
///   /work/task     homework.task_empty, too_long (160)   /work/help  too_long (300)   /work/minutes  range
///   /work/due_on   homework.due_before (not after the day it is given), homework.due_far (70 days), homework.day_off
/// Source: TXT-01, TXT-04 (docs/requirements.md)
Written read_typed(const Typed&, const people::SchoolCalendar&, Date today, std::vector<FieldError>& problems);

/// The shorter version of a work, read the same way, at /short_version; the children are not looked at.
wire::Work read_short(const ShortVersion&, const wire::Work& whole, std::vector<FieldError>& problems);

/// One tidy line of at most `longest` characters; nothing when it is empty or not text.
std::optional<std::string> read_line(const std::string& typed, std::size_t longest, const char* path, std::vector<FieldError>& problems);

/// The refusal that says all of them; its code is the first one's.
std::unexpected<Error> refuse(std::vector<FieldError> problems);

}  // namespace homework

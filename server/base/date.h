#pragma once
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/clock.h"

/// A civil date, without hour or zone. JSON and SQLite: "2026-09-14".
struct Date {
  std::int32_t days = 0;  // since 1970-01-01
  auto operator<=>(const Date&) const = default;
};

struct YearMonthDay {
  int year;
  int month;  // 1 to 12
  int day;    // 1 to 31
};

constexpr Date operator+(Date d, int days) { return {d.days + days}; }
constexpr Date operator-(Date d, int days) { return {d.days - days}; }

Date date_of(int year, int month, int day);
YearMonthDay parts_of(Date);
/// 1 Monday to 7 Sunday.
int weekday_of(Date);
std::string to_text(Date);
/// Reads "2026-09-14" only; a day that does not exist is refused.
bool parse_date(std::string_view, Date&);
/// Reads "14/09/2026", as the directory feed writes it.
bool parse_french_date(std::string_view, Date&);

/// The school year a day belongs to, from 1 August: 2026 for 2026-2027.
int school_year_of(Date);

/// A time zone, by its IANA name ("Europe/Paris"). Cheap to copy; safe from many threads.
class Zone {
 public:
  struct Local {
    Date date;
    int minute;  // of the day, 0 to 1439
  };

  /// nullptr-like (`valid()` is false) when ICU does not know the name.
  static Zone named(std::string_view iana);
  bool valid() const { return !name_.empty(); }
  const std::string& name() const { return name_; }
  Local local(Millis) const;
  Date date(Millis at) const { return local(at).date; }
  /// The first instant of that civil minute; one that summer time skips becomes the next that exists.
  Millis instant(Date, int minute) const;

 private:
  std::string name_;
};

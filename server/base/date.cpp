#include "base/date.h"

#include <fmt/format.h>
#include <unicode/basictz.h>
#include <unicode/tztrans.h>

#include <chrono>
#include <map>
#include <memory>
#include <stdexcept>

namespace {
using namespace std::chrono;

constexpr Millis day_ms = ::days(1);
constexpr Millis minute_ms = ::minutes(1);

sys_days sys(Date date) { return sys_days{std::chrono::days{date.days}}; }

/// The number that text[at, at + count) writes in digits; -1 when it is anything else.
int number(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  for (char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool exists(int y, int m, int d, Date& date) {
  if (y < 1 || m < 1 || d < 1) return false;
  const year_month_day civil{year{y}, month{unsigned(m)}, day{unsigned(d)}};
  if (!civil.ok()) return false;
  date = date_of(y, m, d);
  return true;
}

/// ICU's zone objects are slow to make and shared badly between threads: each thread keeps its own.
const icu::BasicTimeZone& rules(const std::string& name) {
  thread_local std::map<std::string, std::unique_ptr<icu::BasicTimeZone>> known;
  auto& zone = known[name];
  if (!zone) {
    std::unique_ptr<icu::TimeZone> made(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
    zone.reset(dynamic_cast<icu::BasicTimeZone*>(made.get()));
    if (!zone || name.empty()) throw std::logic_error("a time zone without rules: " + name);
    made.release();
  }
  return *zone;
}

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU time zone: ") + u_errorName(status));
}
}  // namespace

Date date_of(int y, int m, int d) {
  const sys_days at = year_month_day{year{y}, month{unsigned(m)}, day{unsigned(d)}};
  return {static_cast<std::int32_t>(at.time_since_epoch().count())};
}

YearMonthDay parts_of(Date date) {
  const year_month_day civil{sys(date)};
  return {int(civil.year()), int(unsigned(civil.month())), int(unsigned(civil.day()))};
}

int weekday_of(Date date) { return int(weekday{sys(date)}.iso_encoding()); }

std::string to_text(Date date) {
  const auto [y, m, d] = parts_of(date);
  return fmt::format("{:04}-{:02}-{:02}", y, m, d);
}

bool parse_date(std::string_view text, Date& date) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  return exists(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2), date);
}

bool parse_french_date(std::string_view text, Date& date) {
  if (text.size() != 10 || text[2] != '/' || text[5] != '/') return false;
  return exists(number(text, 6, 4), number(text, 3, 2), number(text, 0, 2), date);
}

int school_year_of(Date date) {
  const auto civil = parts_of(date);
  return civil.month >= 8 ? civil.year : civil.year - 1;
}

Zone Zone::named(std::string_view iana) {
  const auto name = icu::UnicodeString::fromUTF8({iana.data(), int32_t(iana.size())});
  UErrorCode status = U_ZERO_ERROR;
  UBool of_the_database = false;  // "GMT+3" is a zone to ICU, but not a place
  icu::UnicodeString canonical;
  icu::TimeZone::getCanonicalID(name, canonical, of_the_database, status);
  Zone zone;
  if (U_SUCCESS(status) && of_the_database && canonical != UCAL_UNKNOWN_ZONE_ID) zone.name_ = iana;
  return zone;
}

Zone::Local Zone::local(Millis at) const {
  int32_t raw = 0;
  int32_t summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  rules(name_).getOffset(UDate(at), false, raw, summer, status);
  check(status);
  const auto here = milliseconds{at + raw + summer};
  const auto midnight = floor<std::chrono::days>(here);
  return {Date{std::int32_t(midnight.count())}, int(duration_cast<std::chrono::minutes>(here - midnight).count())};
}

Millis Zone::instant(Date date, int minute) const {
  const Millis wall = date.days * day_ms + minute * minute_ms;
  int32_t raw = 0;
  int32_t summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  rules(name_).getOffsetFromLocal(UDate(wall), UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER, raw, summer, status);
  check(status);
  const Millis at = wall - raw - summer;
  const Local got = local(at);
  if (got.date == date && got.minute == minute) return at;

  icu::TimeZoneTransition change;  // the minute was skipped: school starts again with the change itself
  if (!rules(name_).getPreviousTransition(UDate(at), true, change)) return at;
  return Millis(change.getTime());
}

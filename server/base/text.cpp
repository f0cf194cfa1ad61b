#include "base/text.h"

#include <fmt/format.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <memory>
#include <stdexcept>

#include "base/crypto.h"

namespace {
using icu::UnicodeString;

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
}

UnicodeString wide(std::string_view in) { return UnicodeString::fromUTF8({in.data(), int32_t(in.size())}); }

std::string narrow(const UnicodeString& in) {
  std::string out;
  return in.toUTF8String(out);
}

template <class Visit>
void each_character(const UnicodeString& in, Visit visit) {
  for (int32_t i = 0; i < in.length(); i = in.moveIndex32(i, 1)) visit(in.char32At(i));
}

bool is_mark(UChar32 c) { return U_GET_GC_MASK(c) & U_GC_M_MASK; }
bool is_apostrophe(UChar32 c) { return c == U'\'' || c == U'’' || c == U'‘' || c == U'ʼ'; }

/// Lower case, no accent, ligatures opened; spaces and punctuation stay.
UnicodeString plain(std::string_view in) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfkd = icu::Normalizer2::getNFKDInstance(status);
  check(status);
  UnicodeString split = nfkd->normalize(wide(in), status);
  check(status);
  UnicodeString out;
  each_character(split.foldCase(), [&](UChar32 c) {
    if (c == U'œ') {
      out.append(u"oe", 2);
    } else if (c == U'æ') {
      out.append(u"ae", 2);
    } else if (!is_mark(c)) {
      out.append(c);
    }
  });
  return out;
}

const icu::Collator& french_order() {
  thread_local const std::unique_ptr<icu::Collator> order = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale::getFrench(), status));
    check(status);
    made->setStrength(icu::Collator::TERTIARY);
    return made;
  }();
  return *order;
}

constexpr const char* day_names[] = {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"};
constexpr const char* month_names[] = {"janvier", "février", "mars",      "avril",   "mai",      "juin",
                                       "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};

std::string day_and_month(Date date) {
  const auto [year, month, day] = parts_of(date);
  return fmt::format("{}{} {}", day, day == 1 ? "er" : "", month_names[month - 1]);
}
}  // namespace

bool text::is_utf8(std::string_view in) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(in.data());
  for (std::size_t i = 0; i < in.size();) {
    UChar32 c;
    U8_NEXT(bytes, i, in.size(), c);
    if (c < 0) return false;
  }
  return true;
}

bool text::tidy(std::string_view in, std::string& out) {
  if (in.find('\0') != in.npos || !is_utf8(in)) return false;
  UnicodeString kept;
  each_character(wide(in), [&](UChar32 c) {
    if (c == '\t' || c == '\n' || u_charType(c) != U_CONTROL_CHAR) kept.append(c);
  });
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  check(status);
  kept = nfc->normalize(kept, status);
  check(status);
  // Every white space is one UTF-16 unit, so trimming may count units.
  int32_t from = 0;
  int32_t to = kept.length();
  while (from < to && u_isUWhiteSpace(kept[from])) ++from;
  while (to > from && u_isUWhiteSpace(kept[to - 1])) --to;
  out = narrow(kept.tempSubStringBetween(from, to));
  return true;
}

std::string text::fold(std::string_view in) {
  UnicodeString out;
  each_character(plain(in), [&](UChar32 c) {
    if (!u_isUWhiteSpace(c) && !u_hasBinaryProperty(c, UCHAR_DASH) && !is_apostrophe(c)) out.append(c);
  });
  return narrow(out);
}

std::string text::sort_key(std::string_view in) {
  const UnicodeString word = wide(in);
  std::vector<unsigned char> key(std::size_t(french_order().getSortKey(word, nullptr, 0)));
  french_order().getSortKey(word, key.data(), int32_t(key.size()));
  if (!key.empty()) key.pop_back();  // the closing zero orders nothing
  return crypto::hex(key);
}

std::string text::slug(std::string_view in) {
  std::string out;
  each_character(plain(in), [&](UChar32 c) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (kept) {
      out += char(c);
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  });
  if (out.size() > 60) out.resize(60);
  if (out.ends_with('-')) out.pop_back();
  return out;
}

std::string text::name_case(std::string_view in) {
  const UnicodeString came = wide(in);
  UnicodeString out;
  bool mixed = false;
  bool begins = true;
  each_character(came, [&](UChar32 c) {
    mixed = mixed || u_islower(c);
    out.append(begins ? u_totitle(c) : u_tolower(c));
    if (!is_mark(c)) begins = !u_isalpha(c);
  });
  return mixed ? std::string(in) : narrow(out);
}

std::size_t text::length(std::string_view in) {
  std::size_t count = 0;
  for (char c : in) count += (c & 0xc0) != 0x80;  // every byte but those that continue a character
  return count;
}

std::string text::french_day(Date date) { return fmt::format("{} {}", day_names[weekday_of(date) - 1], day_and_month(date)); }

std::string text::french_date(Date date) { return fmt::format("{} {}", day_and_month(date), parts_of(date).year); }

std::string text::french_time(int minute) {
  if (minute % 60 == 0) return fmt::format("{} h", minute / 60);
  return fmt::format("{} h {:02}", minute / 60, minute % 60);
}

#include "features/liaison/writing.h"

#include "base/text.h"

namespace liaison {

namespace {

using Problems = std::vector<FieldError>;

constexpr std::size_t longest_title = 120;
constexpr std::size_t longest_place = 120;
constexpr std::size_t longest_price = 60;
constexpr std::int64_t minutes_of_day = 24 * 60;

/// One tidy line; false when it is not text.
bool tidy_line(const std::string& typed, std::string& out) {
  if (!text::tidy(typed, out)) return false;
  std::replace_if(out.begin(), out.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return true;
}

void check_line(std::optional<std::string>& line, std::size_t longest, const char* path, Problems& problems) {
  if (!line) return;
  std::string tidied;
  if (!tidy_line(*line, tidied) || text::length(tidied) > longest) problems.push_back({path, "too_long"});
  if (tidied.empty()) {
    line.reset();
  } else {
    line = tidied;
  }
}

bool within_a_day(const std::optional<std::int64_t>& minute) { return !minute || (*minute >= 0 && *minute < minutes_of_day); }

wire::Facts read_facts(wire::Facts facts, Kind kind, Problems& problems) {
  if (kind == Kind::meeting && !facts.on) problems.push_back({"/facts/on", "required"});
  if (kind == Kind::meeting && !facts.from_minute) problems.push_back({"/facts/from_minute", "required"});
  if (!within_a_day(facts.from_minute)) problems.push_back({"/facts/from_minute", "range"});
  if (!within_a_day(facts.until_minute)) {
    problems.push_back({"/facts/until_minute", "range"});
  } else if (facts.until_minute && (!facts.from_minute || *facts.until_minute <= *facts.from_minute)) {
    problems.push_back({"/facts/until_minute", "liaison.until_before_from"});
  }
  check_line(facts.place, longest_place, "/facts/place", problems);
  check_line(facts.price, longest_price, "/facts/price", problems);
  return facts;
}

richtext::Document read_body(const std::string& typed, Problems& problems) {
  auto body = richtext::from_typed(typed);
  if (!body) {
    problems.push_back({"/body", body.error().code});
    return {};
  }
  if (body->empty()) problems.push_back({"/body", "liaison.body_empty"});
  return *std::move(body);
}

}  // namespace

std::string read_title(const std::string& typed, Problems& problems) {
  std::string title;
  if (!tidy_line(typed, title) || title.empty()) problems.push_back({"/title", "liaison.title_empty"});
  if (text::length(title) > longest_title) problems.push_back({"/title", "liaison.title_long"});
  return title;
}

Written read_typed(const Typed& typed, Kind kind, Ask ask, Date today, Problems& problems) {
  Written written;
  written.facts = read_facts(typed.facts, kind, problems);
  written.title = read_title(typed.title, problems);
  written.body = read_body(typed.body, problems);
  if (ask != Ask::read) written.sign_before = typed.sign_before;
  if (written.sign_before && *written.sign_before < today) problems.push_back({"/sign_before", "liaison.date_past"});
  return written;
}

std::unexpected<Error> refuse(Problems problems) {
  std::string first = problems.front().code;
  return std::unexpected(Error{Fault::invalid, std::move(first), std::move(problems)});
}

}  // namespace liaison

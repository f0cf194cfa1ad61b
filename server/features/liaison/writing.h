#pragma once
#include "features/liaison/wire.h"

namespace liaison {

/// What a person typed of a note.
struct Typed {
  const std::string& title;
  const std::string& body;
  const wire::Facts& facts;
  std::optional<Date> sign_before;
};

/// The same, fit to be sent.
struct Written {
  std::string title;
  richtext::Document body;
  wire::Facts facts;
  std::optional<Date> sign_before;
};

/// Reads what was typed, and adds to `problems` all that must be mended, in the order of the page:
///   /facts/on, /facts/from_minute  required (a meeting)
///   /facts/from_minute, /facts/until_minute  range, liaison.until_before_from
///   /facts/place, /facts/price     too_long
///   /title        liaison.title_empty, liaison.title_long (120 characters)
///   /body         liaison.body_empty, richtext.too_long, richtext.not_text
///   /sign_before  liaison.date_past
Written read_typed(const Typed&, Kind, Ask, Date today, std::vector<FieldError>& problems);

/// One tidy line of 1 to 120 characters; problems are at /title.
std::string read_title(const std::string& typed, std::vector<FieldError>& problems);

/// The refusal that says all of them; its code is the first one's.
std::unexpected<Error> refuse(std::vector<FieldError> problems);

}  // namespace liaison

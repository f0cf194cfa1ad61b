#pragma once
#include <boost/describe.hpp>
#include <string>

#include "base/clock.h"

namespace drafts::wire {

struct Draft {
  std::string content;   // the text the page saved, JSON of its own
  std::int64_t version;  // name it in the next save
  Millis saved_at;
};
BOOST_DESCRIBE_STRUCT(Draft, (), (content, version, saved_at))

struct Saved {
  std::int64_t version;
  Millis saved_at;
};
BOOST_DESCRIBE_STRUCT(Saved, (), (version, saved_at))

}  // namespace drafts::wire

#pragma once
#include <boost/describe.hpp>
#include <cstdint>

namespace notices::wire {

struct Bell {
  std::int64_t unread;  // things, whatever the number of children they are about
};
BOOST_DESCRIBE_STRUCT(Bell, (), (unread))

}  // namespace notices::wire

#pragma once
#include <cstdint>
#include <functional>

#include "import/aaf/records.h"

namespace aaf {

/// A record that could not be taken; the rest of the file goes on. Never holds a value of the file but the key.
struct Refused {
  std::string file;
  std::uint64_t line = 0;
  Kind kind = Kind::school;
  std::string key;   // empty when the key itself is wrong
  std::string code;  // aaf.…
  bool operator==(const Refused&) const = default;
};
BOOST_DESCRIBE_STRUCT(Refused, (), (file, line, kind, key, code))

/// Something taken with a doubt.
struct Warning {
  std::string file;
  std::uint64_t line = 0;  // 0: about the whole delivery, or on purpose, when the line would point at one child
  Kind kind = Kind::school;
  std::string key;    // of the person or school; of the class or group when the doubt is about its label
  std::string code;   // aaf.…
  std::string about;  // the name of an attribute, or empty: never a value
  bool operator==(const Warning&) const = default;
};
BOOST_DESCRIBE_STRUCT(Warning, (), (file, line, kind, key, code, about))

template <class Record>
using Sink = std::function<void(Record&&)>;

/// Where a reader puts what it reads, in file order. A sink may throw; an empty one drops what it is given.
struct Sinks {
  Sink<SchoolRecord> school;
  Sink<PupilRecord> pupil;
  Sink<GuardianRecord> guardian;
  Sink<StaffRecord> staff;
  Sink<Refused> refused;
  Sink<Warning> warning;
  std::function<void(std::uint64_t)> bytes_read;  // for progress: each time, the bytes read since the last
};

}  // namespace aaf

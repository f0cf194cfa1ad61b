#include "import/aaf/reader.h"

#include <fstream>

#include "import/aaf/part_reader.h"
#include "import/aaf/xml.h"

namespace aaf {
namespace {

template <class Record>
void give(const Sink<Record>& sink, Record&& record) {
  if (sink) sink(std::forward<Record>(record));
}

}  // namespace

Reader::Reader(Sinks sinks, bool accept_invented_uai) : sinks_(std::move(sinks)), building_{.accept_invented_uai = accept_invented_uai} {}

Result<void> Reader::read(const Part& part) {
  std::ifstream stream(part.path, std::ios::binary);
  if (!stream) return invalid_at(part.file, "aaf.unreadable");
  return read(stream, part.kind, part.file);
}

Result<void> Reader::read(std::istream& stream, Kind kind, const std::string& file) {
  building_.warn = [&](Warning&& warning) {
    warning.file = file;
    give(sinks_.warning, std::move(warning));
  };
  auto take = [&](auto&& record, const auto& sink, const Object& object) {
    if (record) return give(sink, std::move(*record));
    give(sinks_.refused, Refused{file, object.line, kind, is_key(object.id) ? object.id : "", record.error().code});
  };
  PartReader part(kind, [&](Object&& object) {
    ++counts_[static_cast<std::size_t>(kind)];
    if (!object.refused.empty()) return take(Result<PupilRecord>(invalid(object.refused)), sinks_.pupil, object);
    switch (kind) {
      case Kind::school:
        return take(school_of(object, building_), sinks_.school, object);
      case Kind::pupil:
        return take(pupil_of(object, building_), sinks_.pupil, object);
      case Kind::guardian:
        return take(guardian_of(object, building_), sinks_.guardian, object);
      case Kind::staff:
        return take(staff_of(object, building_), sinks_.staff, object);
    }
  });
  part.on_unknown = [&](std::string name, std::uint64_t line) {
    if (unknown_.size() >= 100 || !unknown_.insert(name).second) return;
    give(sinks_.warning, Warning{file, line, kind, "", "aaf.attribute_unknown", std::move(name)});
  };
  part.on_comment = [&](std::string comment) {
    if (comments_.size() < 20) comments_.insert(std::move(comment));
  };
  part.on_bytes = sinks_.bytes_read;

  if (auto done = read_xml(stream, part); !done) {
    return invalid_at(file + ":" + std::to_string(done.error().line), done.error().code);
  }
  return {};
}

Result<void> Reader::finish() const {
  for (Kind kind : {Kind::school, Kind::pupil, Kind::guardian, Kind::staff}) {
    if (count(kind) == 0) return invalid_at(std::string(feed_name(kind)), "aaf.kind_empty");
  }
  return {};
}

}  // namespace aaf

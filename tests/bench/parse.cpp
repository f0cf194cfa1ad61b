// The reader of the academic directory beside bare expat with empty handlers, over the same files, in turn.
//
// usage: bench_parse FOLDER ROUNDS        prints JSON: seconds of each, medians, and how many records were read
#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <vector>

#include "import/aaf/reader.h"

namespace {

using std::chrono::steady_clock;

constexpr int piece = 64 * 1024;

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

template <class Work>
double seconds_of(Work&& work) {
  const auto began = steady_clock::now();
  work();
  return std::chrono::duration<double>(steady_clock::now() - began).count();
}

/// As the importer reads; the records go nowhere.
std::uint64_t read_all(const aaf::Delivery& delivery) {
  std::uint64_t records = 0;
  aaf::Sinks sinks;
  sinks.school = [&](auto&&) { ++records; };
  sinks.pupil = [&](auto&&) { ++records; };
  sinks.guardian = [&](auto&&) { ++records; };
  sinks.staff = [&](auto&&) { ++records; };
  sinks.refused = [](auto&&) {};
  sinks.warning = [](auto&&) {};
  sinks.bytes_read = [](std::uint64_t) {};
  aaf::Reader reader(sinks, true);
  for (const aaf::Part& part : delivery.parts) {
    if (const auto read = reader.read(part); !read) throw std::runtime_error(part.file + ": " + read.error().code);
  }
  return records;
}

void parse_bare(const aaf::Delivery& delivery) {
  for (const aaf::Part& part : delivery.parts) {
    std::ifstream file(part.path, std::ios::binary);
    XML_Parser parser = XML_ParserCreate(nullptr);
    XML_SetElementHandler(parser, [](void*, const XML_Char*, const XML_Char**) {}, [](void*, const XML_Char*) {});
    XML_SetCharacterDataHandler(parser, [](void*, const XML_Char*, int) {});
    while (file) {
      void* room = XML_GetBuffer(parser, piece);
      file.read(static_cast<char*>(room), piece);
      if (XML_ParseBuffer(parser, int(file.gcount()), !file) != XML_STATUS_OK) throw std::runtime_error(part.file + " is not XML");
    }
    XML_ParserFree(parser);
  }
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) return 2;
  const auto delivery = aaf::find_delivery(words[1]);
  if (!delivery) return std::cerr << delivery.error().code << "\n", 1;
  std::vector<double> ours;
  std::vector<double> bare;
  std::uint64_t records = 0;
  for (int round = 0; round < std::stoi(words[2]); ++round) {
    ours.push_back(seconds_of([&] { records = read_all(*delivery); }));
    bare.push_back(seconds_of([&] { parse_bare(*delivery); }));
  }
  fmt::print(R"({{"records":{},"bytes":{},"reader":{:.4f},"expat":{:.4f}}})"
             "\n",
             records, delivery->size_bytes, median(ours), median(bare));
}

// What a write costs at least: the rows it left, written by prepared statements and nothing else, in one durable transaction.
//
// usage: bench_rows note DATA COOKIE CONTEXT BODY    sends one note with that body and finds every row it changed; then, for each number of
//                                                    seconds read from its input, writes the like again and again under fresh ids
//        bench_rows import DATA FRESH                writes all rows of DATA's database that FRESH's (only migrated) has not
// Prints JSON.
#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <iostream>
#include <numeric>

#include "bench/in_house.h"
#include "bench/raw_rows.h"

namespace {

using std::chrono::duration;
using std::chrono::steady_clock;

double ms_since(steady_clock::time_point began) { return duration<double, std::milli>(steady_clock::now() - began).count(); }

/// Writes for so many seconds and tells of it.
void write_for(RawRows& rows, Millis since, double seconds) {
  std::vector<double> took;
  const auto until = steady_clock::now() + duration<double>(seconds);
  const double cpu = cpu_seconds();
  while (steady_clock::now() < until) {
    const auto began = steady_clock::now();
    rows.write_again(since);
    took.push_back(ms_since(began));
  }
  const double cpu_ms = (cpu_seconds() - cpu) * 1000 / double(took.size());
  const double all = std::accumulate(took.begin(), took.end(), 0.0);
  std::ranges::sort(took);
  fmt::print(R"({{"rows":{},"rate":{:.1f},"cpu_ms":{:.4f},"p50":{:.3f},"p99":{:.3f}}})", rows.count(), double(took.size()) * 1000 / all,
             cpu_ms, took[took.size() / 2], took[took.size() * 99 / 100]);
  fmt::print("\n");
  std::fflush(stdout);
}

int note(const std::string& data, char** words) {
  const std::string file = data + "/preau.sqlite";
  const std::string before = data + "/before.sqlite";
  std::filesystem::copy_file(file, before, std::filesystem::copy_options::overwrite_existing);
  const Millis sent_at = SystemClock().now();
  InHouse(data).post(words[0], words[1], "/liaison/notes", words[2]);
  RawRows rows(file);
  rows.find_new(before);
  for (double seconds = 0; std::cin >> seconds;) write_for(rows, sent_at, seconds);
  return 0;
}

int import(const std::string& data, const std::string& fresh) {
  RawRows rows(fresh + "/preau.sqlite");
  rows.find_new_of(data + "/preau.sqlite");
  const auto began = steady_clock::now();
  rows.write();
  fmt::print(R"({{"rows":{},"seconds":{:.3f}}})"
             "\n",
             rows.count(), ms_since(began) / 1000);
  return 0;
}

}  // namespace

int main(int count, char** words) {
  const std::string_view what = count > 1 ? words[1] : "";
  try {
    if (what == "note" && count == 6) return note(words[2], words + 3);
    if (what == "import" && count == 4) return import(words[2], words[3]);
  } catch (const std::exception& wrong) {
    std::cerr << wrong.what() << "\n";
    return 1;
  }
  return 2;
}

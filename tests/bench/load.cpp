// Asks a server of this machine the same thing over a number of connections, each waiting for its answer, and looks at every answer.
//
// usage: bench_load --port N --connections N --seconds S [--rate N] --request FILE [--expect FILE] [--head TEXT] [--values FILE] [--status
// N]…
//        FILE holds a request without Content-Length. In it {n} is a number never given twice (ten digits, from --first on), {a} an
//        address made of it, {v} the next line of --values. An answer's status must be one of those told (200), its head hold the text of
//        --head, its body be the expected one, byte for byte but where that has a NUL: an instant or an id.
// Prints JSON: answers, by status, seconds, percentiles in ms. Stops at the first answer that is not as expected, and shows it.
#include <CLI/CLI.hpp>
#include <iostream>

#include "bench/asker.h"

int main(int count, char** words) {
  Plan plan;
  std::string request;
  std::string expected;
  std::string values;
  CLI::App app{"load"};
  app.add_option("--port", plan.port)->required();
  app.add_option("--connections", plan.connections)->required();
  app.add_option("--seconds", plan.seconds)->required();
  app.add_option("--rate", plan.rate);
  app.add_option("--request", request)->required();
  app.add_option("--expect", expected);
  app.add_option("--head", plan.head_holds);
  app.add_option("--values", values);
  app.add_option("--status", plan.statuses);
  app.add_option("--first", plan.first);
  CLI11_PARSE(app, count, words);
  try {
    plan.request = file_content(request);
    if (!expected.empty()) plan.body = file_content(expected);
    if (!values.empty()) plan.values = lines_of(file_content(values));
    std::cout << told(ask_all(plan)) << "\n";
  } catch (const std::exception& wrong) {
    std::cerr << wrong.what() << "\n";
    return 1;
  }
}

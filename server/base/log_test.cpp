#include "base/log.h"

#include <catch2/catch.hpp>
#include <stdexcept>
#include <system_error>
#include <thread>

namespace {
bool holds(const std::string& line, std::string_view part) { return line.find(part) != std::string::npos; }
}  // namespace

TEST_CASE("log: a refusal is one JSON line of ids, codes and numbers") {
  logs::Capture capture;
  Uuid person;
  REQUIRE(parse_uuid("01910000-0000-7000-8000-00000000000a", person));

  logs::info("gate.refused", logs::id("person", person), logs::code("error", "mail.out_of_reach"), logs::number("took_ms", 12),
             logs::flag("write", true), logs::route("route", "/mail/drafts/{draft}/send"));

  REQUIRE(capture.lines().size() == 1);
  const std::string line = capture.lines()[0];
  CHECK(line.starts_with("{\"at\":\"2"));
  CHECK(holds(line,
              "\"level\":\"info\",\"event\":\"gate.refused\",\"person\":\"01910000-0000-7000-8000-00000000000a\","
              "\"error\":\"mail.out_of_reach\",\"took_ms\":12,\"write\":true,\"route\":\"/mail/drafts/{draft}/send\"}"));
}

TEST_CASE("log: what a person wrote cannot pass for a word of the program") {
  logs::Capture capture;

  logs::info("test", logs::word("kind", "Mme Diallo"), logs::word("kind", ""), logs::word("kind", "mail\",\"x\":\""),
             logs::route("route", "/c/parent/notes/01910000-0000-7000-8000-00000000000a"), logs::state("sqlstate", "né le"),
             logs::code("error", Error{Fault::invalid, "Léa n'a pas signé"}));

  for (const std::string_view text : {"Diallo", "x\":", "01910000", "né", "Léa"}) CHECK_FALSE(holds(capture.lines()[0], text));
  CHECK(holds(capture.lines()[0], "\"kind\":\"?\",\"kind\":\"?\",\"kind\":\"?\",\"route\":\"?\",\"sqlstate\":\"?\",\"error\":\"?\""));
}

TEST_CASE("log: a surprise is told by its type, never by its message") {
  logs::Capture capture;

  logs::error("gate.surprise", logs::cause(std::runtime_error("duplicate key (login)=(mariam.diallo)")));
  logs::error("gate.surprise", logs::cause(std::system_error(ENOSPC, std::system_category(), "/data/mme-diallo.jpg")));
  logs::error("gate.surprise", logs::state("sqlstate", "40P01"), logs::word("query", "liaison.notes_of"));

  CHECK(holds(capture.lines()[0], "\"cause\":\"std::runtime_error\"}"));
  CHECK(holds(capture.lines()[1], "\"cause\":\"std::system_error 28\"}"));
  CHECK(holds(capture.lines()[2], "\"sqlstate\":\"40P01\",\"query\":\"liaison.notes_of\"}"));
  for (const auto& line : capture.lines()) CHECK_FALSE(holds(line, "diallo"));
}

TEST_CASE("log: lines of several threads stay whole") {
  logs::Capture capture;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([] {
      for (int n = 0; n < 250; ++n) logs::debug("test.line", logs::number("n", n));
    });
  for (auto& thread : threads) thread.join();

  CHECK(capture.lines().size() == 1000);
  for (const auto& line : capture.lines()) CHECK((line.front() == '{' && line.back() == '}'));
}

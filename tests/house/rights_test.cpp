#include <catch2/catch.hpp>
#include <iostream>

#include "house/canary.h"
#include "house/example.h"

using namespace house;

namespace {

Came came(const Cell& cell) {
  if (cell.relation == "session_ended") return Came::session_ended;
  if (cell.relation == "account_closed") return Came::account_closed;
  if (cell.relation == "unconfirmed") return Came::unconfirmed;
  return Came::signed_in;
}

TestReply ask(World& w, const Cell& cell) {
  const Asked asked = example(w, cell);
  Browser browser = w.browser(cell.who, cell.context, came(cell));
  if (cell.method == "GET") return browser.get(asked.path);
  if (cell.method == "DELETE") return browser.del(asked.path);
  if (asked.bytes) return browser.put_bytes(asked.path, asked.body);
  return cell.method == "PUT" ? browser.put(asked.path, asked.body) : browser.post(asked.path, asked.body);
}

/// All that leaves: where a canary may sit.
std::string everything(const TestReply& reply) {
  std::string all = std::to_string(reply.status) + "\n";
  for (const auto& [name, value] : reply.headers) all += name + ": " + value + "\n";
  return all + reply.body;
}

std::string joined(const std::set<std::string>& keys) {
  std::string all;
  for (const std::string& key : keys) all += " " + key;
  return all;
}

std::set<std::string> without(const std::set<std::string>& keys, const std::set<std::string>& others) {
  std::set<std::string> left;
  std::set_difference(keys.begin(), keys.end(), others.begin(), others.end(), std::inserter(left, left.begin()));
  return left;
}

/// Empty when the reply is what the table says.
std::string difference(const Cell& cell, const TestReply& reply) {
  const auto seen = canaries_in(everything(reply));
  std::string told;
  if (reply.status != cell.status) told += fmt::format(" expected {}, got {} {}", cell.status, reply.status, reply.error);
  std::set<std::string> allowed;
  if (reply.status < 300) {
    allowed = may_see(cell.who, cell.context);
    allowed.insert(cell.shows.begin(), cell.shows.end());
  }
  if (const auto leaked = without(seen, allowed); !leaked.empty()) told += " LEAK:" + joined(leaked);
  if (cell.shows_are_told && cell.succeeds() && reply.status < 300) {
    std::set<std::string> content;
    std::copy_if(seen.begin(), seen.end(), std::inserter(content, content.begin()), is_content);
    if (content != cell.shows) told += fmt::format(" shows:{} instead of:{}", joined(content), joined(cell.shows));
  }
  return told.empty() ? told : cell.words() + ":" + told;
}

/// What a refused write must not touch.
std::vector<std::int64_t> state(World& w) {
  return {w.count("liaison_note"),
          w.count("liaison_note", "withdrawn_at IS NOT NULL"),
          w.count("liaison_version"),
          w.count("liaison_signature"),
          w.count("liaison_answer"),
          w.count("liaison_reminder"),
          w.count("liaison_conversation"),
          w.count("liaison_message"),
          w.count("homework_entry"),
          w.count("homework_entry", "withdrawn_at IS NOT NULL"),
          w.count("homework_version"),
          w.count("homework_tick"),
          w.count("homework_decision"),
          w.count("homework_subject", "retired_at IS NULL"),
          w.count("homework_opening"),
          w.count("notices_delivery"),
          w.count("notices_delivery", "opened_at IS NOT NULL"),
          w.count("notices_delivery", "done_at IS NOT NULL"),
          w.count("notices_delivery", "cancelled_at IS NOT NULL"),
          w.count("attendance_told", "version = 1"),
          w.count("attendance_call"),
          w.count("attendance_mark", "version = 1"),
          w.count("attendance_phoned"),
          w.count("attendance_hours"),
          w.count("uploads_upload"),
          w.count("uploads_part"),
          w.count("drafts_draft", "version = 1"),
          w.count("people_relation"),
          w.count("people_relation", "until_on IS NOT NULL"),
          w.count("people_custody"),
          w.count("people_merge"),
          w.count("people_protection"),
          w.count("people_suspension"),
          w.count("people_contact"),
          w.count("people_week"),
          w.count("people_holiday"),
          w.count("people_quiet_hours", "version = 1"),
          w.count("gate_account"),
          w.count("gate_credential"),
          w.count("gate_code"),
          w.count("gate_session", "ended_at IS NULL AND device <> 'CNRY.device_other.'")};
}

}  // namespace

TEST_CASE("house: each route has its cells in the rights table, and each cell a route") {
  World w;
  std::set<std::string> listed;
  for (const auto& one : w.gate().listed()) {
    static constexpr const char* names[] = {"GET", "HEAD", "POST", "PUT", "DELETE"};
    listed.insert(fmt::format("{} {}{}", names[int(one.route->method)], one.in_context ? "/c/{context}" : "", one.route->pattern));
  }
  std::set<std::string> in_table;
  for (const Cell& cell : read_table()) in_table.insert(cell.method + " " + cell.route);
  for (const std::string& route : listed) {
    INFO(route);
    CHECK(in_table.contains(route));
    CHECK(has_example(route));
  }
  for (const std::string& route : in_table) {
    INFO(route);
    CHECK(listed.contains(route));
  }
}

TEST_CASE("house: a cell is written once") {
  std::set<std::string> known;
  for (const Cell& cell : read_table()) {
    INFO(cell.words());
    CHECK(known.insert(cell.method + cell.route + cell.who + cell.context + cell.thing + cell.relation).second);
  }
}

TEST_CASE("house: whoever asks, of any route and for anything, gets what the rights table says and no canary of others") {
  World shared;
  const auto before = state(shared);
  const auto cells = read_table();
  std::string differing;
  int count = 0;
  for (const Cell& cell : cells) {
    std::string told;
    if (prepares(cell) || (cell.writes() && cell.succeeds())) {
      World own;
      told = difference(cell, ask(own, cell));
    } else {
      told = difference(cell, ask(shared, cell));
    }
    if (told.empty()) continue;
    differing += "\n" + told;
    ++count;
  }
  INFO(count << " of " << cells.size() << " cells differ:" << differing);
  CHECK(count == 0);
  CHECK(cells.size() >= 5000);
  // everything refused above left nothing behind
  CHECK(state(shared) == before);
}

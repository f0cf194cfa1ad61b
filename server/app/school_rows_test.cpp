#include "app/school_rows.h"

#include <catch2/catch.hpp>

#include <set>

#include "store/backup/references.h"
#include "village/village.h"

using store::backup::Belonging;

namespace {

std::map<std::string, Belonging> classified() {
  std::map<std::string, Belonging> all;
  for (const Belonging& one : app::school_rows()) CHECK(all.emplace(std::string(one.table), one).second);
  return all;
}

}  // namespace

TEST_CASE("restoring one school: every table says whether its rows are a school's, and no other table is named") {
  Village v;
  const auto all = classified();
  std::set<std::string> tables;
  v.read([&](Tx& tx) {
    for (const auto& table : store::backup::in_order(tx)) tables.insert(table);
  });
  for (const auto& table : tables) {
    INFO(table << ": say in app/school_rows.cpp what becomes of it when one school alone is restored");
    CHECK(all.contains(table));
  }
  for (const auto& [table, belonging] : all) {
    INFO(table);
    CHECK(tables.contains(table));
  }
}

TEST_CASE("restoring one school: a row that names the school is the school's, or stays as it is for a reason") {
  // Codes and the trace of acts name a school, but must not come back to life; a suspension is put back, never taken away.
  const std::set<std::string> apart{"gate_code", "store_audit", "people_suspension"};
  Village v;
  const auto all = classified();
  v.read([&](Tx& tx) {
    for (const auto& [table, belonging] : all) {
      const auto columns = store::backup::columns(tx, table);
      const bool names_school = std::ranges::any_of(columns, [](const auto& column) { return column.name == "school"; });
      INFO(table);
      if (names_school) CHECK((belonging.own == "school = $1") != apart.contains(table));
    }
  });
}

TEST_CASE("restoring one school: what a restored row names comes back with it") {
  Village v;
  const auto all = classified();
  v.read([&](Tx& tx) {
    for (const auto& one : store::backup::references(tx)) {
      const Belonging& from = all.at(one.name);
      if (from.own.empty() && from.back.empty()) continue;
      INFO(one.name << "." << one.column << " names " << one.target);
      CHECK((!all.at(one.target).own.empty() || !all.at(one.target).back.empty()));
    }
  });
}

TEST_CASE("backup: every column that names a file is known") {
  Village v;
  std::set<std::string> known;
  for (const auto& one : app::file_columns()) known.insert(std::string(one.table) + "." + std::string(one.column));
  v.read([&](Tx& tx) {
    for (const auto& table : store::backup::in_order(tx)) {
      for (const auto& column : store::backup::columns(tx, table)) {
        INFO(table);
        if (column.name == "blob" || column.name.ends_with("_blob")) CHECK(known.contains(table + "." + column.name));
      }
    }
  });
}

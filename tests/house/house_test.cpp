#include <catch2/catch.hpp>

#include <set>

#include "app/features.h"
#include "app/migrations.h"
#include "village/village.h"

TEST_CASE("house: every statement of every room is prepared on this engine, and its columns are the members of its type") {
  Village v;
  int rooms = 0;
  for (const gate::Plug& plug : app::features("https://preau.exemple.fr")) {
    if (!plug.check_queries) continue;
    INFO(plug.name);
    v.read([&](Tx& tx) { CHECK_NOTHROW(plug.check_queries(tx)); });
    ++rooms;
  }
  CHECK(rooms >= 5);
}

TEST_CASE("house: every table says whose data it holds, why, and until when") {
  std::set<std::string> declared;
  for (const PersonalData& one : app::personal_data(app::features("https://preau.exemple.fr"))) {
    INFO(one.table);
    CHECK(declared.insert(std::string(one.table)).second);
    CHECK_FALSE(one.purpose.empty());
    const bool about_someone = !one.person_columns.empty();
    CHECK(about_someone != one.activity.empty());
    if (!about_someone || one.on_erasure == PersonalData::OnErasure::keep) CHECK_FALSE(one.reason.empty());
    CHECK((one.on_erasure == PersonalData::OnErasure::blank) == !one.blanked.empty());
  }
  for (const store::Migration& step : app::migrations()) {
    std::string_view sql = step.sql ? step.sql : step.sqlite_sql;
    for (auto at = sql.find("CREATE TABLE "); at != sql.npos; at = sql.find("CREATE TABLE ")) {
      sql.remove_prefix(at + 13);
      const std::string table(sql.substr(0, sql.find(' ')));
      INFO(table);
      CHECK(declared.contains(table));
    }
  }
}

#include "store/bulk.h"

#include <catch2/catch.hpp>

#include "village/village.h"

namespace {

enum class Colour { red, blue };
BOOST_DESCRIBE_ENUM(Colour, red, blue)

struct Row {
  std::string text;
  std::optional<std::string> perhaps;
  std::int64_t number = 0;
  bool flag = false;
  Date day;
  Colour colour = Colour::red;
  std::optional<PersonId> person;
  bool operator==(const Row&) const = default;
};
BOOST_DESCRIBE_STRUCT(Row, (), (text, perhaps, number, flag, day, colour, person))

const store::Temporary<Row> rows_table{"trial_row"};
const store::Query every_row{"trial.rows", "SELECT text, perhaps, number, flag, day, colour, person FROM trial_row ORDER BY number"};

}  // namespace

TEST_CASE("store: what is laid in a temporary table comes back as it was, and goes with the session") {
  Village v;
  const std::vector<Row> laid{
      {"", std::nullopt, 1, false, date_of(1999, 12, 31), Colour::red, std::nullopt},
      {"tab\tand\nline, back\\slash, \\N and \\.", "", 2, true, date_of(2026, 9, 14), Colour::blue, v.mme_garcin},
      {"Zoé d’Œuvre", "x", -3, true, date_of(1969, 1, 1), Colour::blue, v.mme_garcin},
  };
  std::vector<Row> found;
  auto outcome = v.database().write_in_bulk([&](Tx& tx) {
    rows_table.make(tx);
    rows_table.load(tx, laid);
    rows_table.index(tx, "number, colour");
    rows_table.gather_statistics(tx);
    return true;
  });
  REQUIRE(outcome.cause == "");
  outcome = v.database().write_in_bulk([&](Tx& tx) {  // the next transaction of the session still sees it
    found = store::all<Row>(tx, every_row, {});
    rows_table.drop(tx);
    return true;
  });
  REQUIRE(outcome.cause == "");
  CHECK(found == std::vector<Row>{laid[2], laid[0], laid[1]});
  CHECK(v.database().write_in_bulk([&](Tx& tx) { return store::all<Row>(tx, every_row, {}).empty(); }).end == store::End::failed);
}

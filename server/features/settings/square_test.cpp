#include "features/settings/square.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <vector>

TEST_CASE("settings: the code square draws its three corners and stays on its grid") {
  const auto square = settings::square_of("https://preau.exemple.fr/feuille#K7P42MQ9X3TD");

  CHECK(square.size >= 21);
  CHECK((square.size - 17) % 4 == 0);  // a version of the standard
  std::vector<std::vector<bool>> black(std::size_t(square.size), std::vector<bool>(std::size_t(square.size)));
  std::istringstream path(square.path);
  for (std::string letter_x; std::getline(path, letter_x, 'z');) {
    int x = 0, y = 0, run = 0;
    REQUIRE(std::sscanf(letter_x.c_str(), "M%d %dh%dv1h-", &x, &y, &run) == 3);
    REQUIRE((x >= 0 && y >= 0 && run >= 1 && x + run <= square.size && y < square.size));
    for (int i = 0; i < run; ++i) black[std::size_t(y)][std::size_t(x + i)] = true;
  }
  const auto corner = [&](int left, int top) {
    for (int y = 0; y < 7; ++y) {
      for (int x = 0; x < 7; ++x) {
        const bool ring = x == 1 || x == 5 || y == 1 || y == 5;
        const bool edge = x == 0 || x == 6 || y == 0 || y == 6;
        CHECK(black[std::size_t(top + y)][std::size_t(left + x)] == (edge || !ring));
      }
    }
  };
  corner(0, 0);
  corner(square.size - 7, 0);
  corner(0, square.size - 7);
}

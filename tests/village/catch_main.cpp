// g++ 12 sees an uninitialised value inside std::regex of Catch's own main, which nobody reads.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>

#pragma once
#include <boost/json/object.hpp>
#include <filesystem>
#include <vector>

#include "base/date.h"

namespace app::demo {

/// One file of the story: what happens in a class, or what the head of a school does. Tables of TOML as JSON, ready for the API: dates are
/// text, hours of the day are minutes, moments are instants.
using Chapter = boost::json::object;

/// Every chapter of `folder`, by name.
/// Throws store::Fault, with file and line, when one cannot be read.
std::vector<Chapter> read_story(const std::filesystem::path& folder, const Zone&);

// ---- what a table holds, or what it would hold if it said it

const boost::json::array& list(const boost::json::object&, std::string_view name);
std::string text(const boost::json::object&, std::string_view name);
std::int64_t number(const boost::json::object&, std::string_view name, std::int64_t otherwise = 0);
bool flag(const boost::json::object&, std::string_view name);
Date date(const boost::json::object&, std::string_view name);

/// The members of that name, of those it has.
boost::json::object only(const boost::json::object&, std::initializer_list<std::string_view> names);

}  // namespace app::demo

#pragma once
#include "house/example.h"

namespace house {

/// The parts of a cell's thing, "ce2/tom" as two.
using Parts = std::vector<std::string>;
using Make = Asked (*)(World&, const Cell&, const Parts&);

inline std::string quoted(const Uuid& id) { return "\"" + to_text(id) + "\""; }
inline std::string after_context(const Cell& cell) {
  const std::string context = "/c/{context}";
  return cell.route.starts_with(context) ? cell.route.substr(context.size()) : cell.route;
}
/// The path with the id of its thing.
inline std::string filled(std::string path, const Uuid& id) {
  const auto open = path.find('{');
  return path.replace(open, path.find('}') - open + 1, to_text(id));
}
inline Asked plain(World&, const Cell& cell, const Parts&) { return {after_context(cell), "{}"}; }

/// How to ask the routes of the text book; their things are pages of World.
const std::map<std::string, Make>& homework_makers();
/// How to ask the routes of presence; their things are children, classes, and what World tells and marks.
const std::map<std::string, Make>& attendance_makers();
/// How to ask for a person, the calendar, and those named for a time; their things are persons and classes.
const std::map<std::string, Make>& settings_makers();

/// How to ask for files on their way and for drafts; their things are those that World begins.
const std::map<std::string, Make>& uploads_makers();

}  // namespace house

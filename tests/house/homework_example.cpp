#include "house/asking.h"

namespace house {

namespace {

constexpr const char* both_weeks = "?from_on=2026-09-07&until_on=2026-09-20";

Asked items(World& w, const Cell& cell, const Parts& parts) {
  const std::string child = parts[0] == "-" ? "" : "&child=" + to_text(w.person(parts[0]));
  return {after_context(cell) + both_weeks + child, {}};
}
Asked book(World& w, const Cell& cell, const Parts& parts) {
  const std::string of = parts[0] == "-" ? "" : "&school_class=" + to_text(w.school_class(parts[0]));
  return {after_context(cell) + both_weeks + of, {}};
}
Asked one_page(World& w, const Cell& cell, const Parts& parts) { return {filled(after_context(cell), w.page(parts[0])), {}}; }
Asked ticked(World& w, const Cell& cell, const Parts& parts) { return {filled(after_context(cell), w.page(parts[0])), R"({"done":true})"}; }
/// "class:ce2/child:tom": for both.
Asked new_page(World& w, const Cell& cell, const Parts& parts) {
  std::string targets;
  for (const std::string& part : parts) {
    const auto colon = part.find(':');
    targets += (targets.empty() ? "" : ",") + w.page_target(part.substr(0, colon), part.substr(colon + 1));
  }
  return {after_context(cell),
          fmt::format(R"({{"targets":[{}],"given_on":"2026-09-14","subject":"maths","done":"Au tableau."}})", targets)};
}
Asked changed_page(World& w, const Cell& cell, const Parts& parts) {
  return {filled(after_context(cell), w.page(parts[0])), R"({"version":1,"subject":"maths","done":"Autre chose."})"};
}
Asked version_of_page(World& w, const Cell& cell, const Parts& parts) {
  return {filled(after_context(cell), w.page(parts[0])), R"({"version":1})"};
}
Asked copied_week(World& w, const Cell& cell, const Parts& parts) {
  return {filled(after_context(cell), w.school_class(parts[0])), R"({"from_monday":"2026-08-31","to_monday":"2026-09-21"})"};
}
Asked opening(World& w, const Cell& cell, const Parts& parts) {
  return {filled(after_context(cell), w.school_class(parts[0])), R"({"open":true})"};
}
Asked decision(World&, const Cell& cell, const Parts&) {
  return {after_context(cell), R"({"allowed":true,"reason":"Conseil","decided_on":"2026-09-10","version":0})"};
}
Asked new_subject(World&, const Cell& cell, const Parts&) {
  return {after_context(cell), R"({"label":"Théâtre","letter":"T","look":"house"})"};
}
Asked old_subject(World& w, const Cell& cell, const Parts& parts) { return {filled(after_context(cell), w.subject(parts[0])), "{}"}; }
Asked page_file(World& w, const Cell& cell, const Parts& parts) {
  return {filled(filled(after_context(cell), w.page(parts[0])), w.page_file(parts[parts.size() - 1])), {}};
}
Asked words(World&, const Cell& cell, const Parts&) { return {after_context(cell) + "?words=cnry", {}}; }

}  // namespace

const std::map<std::string, Make>& homework_makers() {
  static const std::map<std::string, Make> all{
      {"GET /c/{context}/homework/items", items},
      {"POST /c/{context}/homework/entries/{entry}/tick", ticked},
      {"GET /c/{context}/homework/book", book},
      {"GET /c/{context}/homework/entries/{entry}", one_page},
      {"GET /c/{context}/homework/desk", plain},
      {"POST /c/{context}/homework/entries", new_page},
      {"PUT /c/{context}/homework/entries/{entry}", changed_page},
      {"POST /c/{context}/homework/entries/{entry}/withdraw", version_of_page},
      {"POST /c/{context}/homework/classes/{school_class}/copy", copied_week},
      {"PUT /c/{context}/homework/classes/{school_class}/opening", opening},
      {"GET /c/{context}/homework/written-work", plain},
      {"PUT /c/{context}/homework/written-work", decision},
      {"GET /c/{context}/homework/subjects", plain},
      {"POST /c/{context}/homework/subjects", new_subject},
      {"POST /c/{context}/homework/subjects/{subject}/retire", old_subject},
      {"GET /c/{context}/homework/search", words},
      {"GET /c/{context}/homework/entries/{entry}/files/{upload}", page_file},
  };
  return all;
}

}  // namespace house

#include "house/asking.h"

namespace house {

namespace {

/// "tom": an absence of Thursday 17.
Asked new_absence(World& w, const Cell& cell, const Parts& parts) {
  return {after_context(cell),
          fmt::format(R"({{"child":{},"from_on":"2026-09-17","part":"day","reason":"family"}})", quoted(w.person(parts[0])))};
}
/// "noe": what was told of him.
Asked changed_absence(World& w, const Cell& cell, const Parts& parts) {
  return {filled(after_context(cell), w.told(parts[0])), R"({"version":1,"part":"morning","reason":"family"})"};
}
Asked withdrawn_absence(World& w, const Cell& cell, const Parts& parts) {
  return {filled(after_context(cell), w.told(parts[0])), R"({"version":1})"};
}
/// "tom": the reason of an absence of Monday 14.
Asked explained(World& w, const Cell& cell, const Parts& parts) {
  return {after_context(cell), fmt::format(R"({{"child":{},"on_day":"2026-09-14","reason":"ill"}})", quoted(w.person(parts[0])))};
}
Asked opened(World& w, const Cell& cell, const Parts& parts) { return {filled(after_context(cell), w.mark(parts[0])), "{}"}; }
Asked of_class(World& w, const Cell& cell, const Parts& parts) { return {filled(after_context(cell), w.school_class(parts[0])), {}}; }
/// "ce2/tom": the roll of this morning, with one absent.
Asked rolled(World& w, const Cell& cell, const Parts& parts) {
  return {filled(after_context(cell), w.school_class(parts[0])),
          fmt::format(R"({{"on_day":"2026-09-14","half":"morning","marks":[{{"pupil":{},"absent":true,"version":0}}]}})",
                      quoted(w.person(parts[1])))};
}
Asked phoned(World& w, const Cell& cell, const Parts& parts) {
  return {filled(after_context(cell), w.person(parts[0])), R"({"on_day":"2026-09-14","phoned":true})"};
}
Asked hour(World&, const Cell& cell, const Parts&) { return {after_context(cell), R"({"until_minute":525,"version":0})"}; }

}  // namespace

const std::map<std::string, Make>& attendance_makers() {
  static const std::map<std::string, Make> all{
      {"GET /c/{context}/attendance/family", plain},
      {"POST /c/{context}/attendance/told", new_absence},
      {"PUT /c/{context}/attendance/told/{told}", changed_absence},
      {"POST /c/{context}/attendance/told/{told}/withdraw", withdrawn_absence},
      {"POST /c/{context}/attendance/explain", explained},
      {"POST /c/{context}/attendance/missed/{mark}/open", opened},
      {"GET /c/{context}/attendance/classes/{school_class}/call", of_class},
      {"PUT /c/{context}/attendance/classes/{school_class}/call", rolled},
      {"GET /c/{context}/attendance/classes/{school_class}/register", of_class},
      {"GET /c/{context}/attendance/today", plain},
      {"PUT /c/{context}/attendance/pupils/{pupil}/phoned", phoned},
      {"GET /c/{context}/attendance/unexplained", plain},
      {"GET /c/{context}/attendance/hours", plain},
      {"PUT /c/{context}/attendance/hours", hour},
  };
  return all;
}

}  // namespace house

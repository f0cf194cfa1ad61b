#include "features/homework/policy.h"

#include "features/homework/author.h"
#include "features/homework/queries.gen.h"
#include "features/homework/rights.h"
#include "features/homework/trace.h"
#include "features/homework/writing.h"

namespace homework {

namespace {
constexpr std::size_t longest_reason = 300;
}

wire::WrittenWork written_work_of(Tx& tx, SchoolId school) {
  wire::WrittenWork out{false, 0, {}};
  for (DecisionRow& row : q::decisions_of(tx, school)) {
    out.version = std::max(out.version, row.version);
    out.decisions.push_back({row.allowed, std::move(row.reason), row.decided_on, std::move(row.made_by_name), row.made_at});
  }
  out.allowed = !out.decisions.empty() && out.decisions.front().allowed;
  return out;
}

Result<wire::WrittenWork> find_written(gate::Call<gate::NoInput>& call) {
  return written_work_of(call.tx, call.actor.schools(decide).front());
}

Result<wire::WrittenWork> decide_written(gate::Call<DecideWritten>& call) {
  Tx& tx = call.tx;
  const DecideWritten& in = call.in;
  const SchoolId school = call.actor.schools(decide).front();
  std::vector<FieldError> problems;
  const auto reason = read_line(in.reason, longest_reason, "/reason", problems);
  if (!reason && problems.empty()) problems.push_back({"/reason", "homework.reason_empty"});
  if (in.decided_on > tx.today()) problems.push_back({"/decided_on", "homework.date_future"});
  if (!problems.empty()) return refuse(std::move(problems));

  if (written_work_of(tx, school).version != in.version) return stale("homework.stale");
  if (q::add_decision(tx, school, in.version + 1, in.allowed, *reason, in.decided_on, call.actor.person,
                      name_of_author(tx, call.actor.person), tx.now()) == 0) {
    return stale("homework.stale");
  }
  tell_audit(tx, call.actor, {in.allowed ? "homework.allow_written" : "homework.refuse_written", school});
  return written_work_of(tx, school);
}

}  // namespace homework

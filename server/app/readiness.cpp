#include "app/readiness.h"

#include <boost/describe.hpp>
#include <filesystem>

#include "app/migrations.h"
#include "base/json.h"
#include "gate/reply.h"
#include "store/jobs.h"
#include "store/migrations.h"

namespace app {

namespace {

constexpr std::uintmax_t least_room = std::uintmax_t{128} << 20;  // bytes: a school day of notes and photographs

struct Ready {
  bool ready;
  std::vector<std::string> reasons;
};
BOOST_DESCRIBE_STRUCT(Ready, (), (ready, reasons))

}  // namespace

Readiness::Readiness(store::Database& database, const Config& config) : database_(database), data_(config.data) {}

bool Readiness::disk_has_room() const {
  std::error_code ec;
  const auto space = std::filesystem::space(data_, ec);
  return !ec && space.available >= least_room;
}

void Readiness::answer(gate::Done done) const {
  auto reasons = std::make_shared<std::vector<std::string>>();
  auto ask = [reasons](Tx& tx) {
    reasons->clear();
    if (store::schema_fit(tx, migrations()) != store::Fit::same) reasons->push_back("schema");
    if (store::count_jobs(tx).overdue > 0) reasons->push_back("jobs");
    return true;
  };
  auto tell = [reasons, room = disk_has_room(), done = std::move(done)](const store::Outcome& outcome) {
    if (outcome.end != store::End::committed) *reasons = {"database"};
    if (!room) reasons->push_back("disk");
    const bool ready = reasons->empty();
    done(gate::json_reply(ready ? 200 : 503, json::to_json(Ready{ready, *reasons})));
  };
  database_.read(std::move(ask), std::move(tell));
}

}  // namespace app

#include "app/house.h"

#include <filesystem>

#include "app/features.h"

namespace app {

namespace {

std::unique_ptr<Clock> clock_of(const Config& config, const Zone& zone) {
  if (config.demo_clock.empty()) return std::make_unique<SystemClock>();
  const auto at = demo_instant(config.demo_clock, zone);
  return at ? std::make_unique<DemoClock>(*at) : nullptr;
}

}  // namespace

std::optional<Millis> demo_instant(const std::string& text, const Zone& zone) {
  Date date;
  int hour = 0;
  int minute = 0;
  if (text.size() != 16 || !parse_date(text.substr(0, 10), date) || std::sscanf(text.c_str() + 10, "T%2d:%2d", &hour, &minute) != 2)
    return {};
  return zone.instant(date, hour * 60 + minute);
}

Result<std::unique_ptr<House>> House::open(const Config& config, bool threads, std::string build, Outside outside) {
  std::unique_ptr<House> house(new House);
  house->config_ = config;
  std::error_code ignored;
  if (std::filesystem::create_directories(config.data, ignored))
    std::filesystem::permissions(config.data, std::filesystem::perms::owner_all, ignored);
  const Zone zone = Zone::named(config.zone);
  house->clock_ = outside.clock ? std::move(outside.clock) : clock_of(config, zone);
  if (!house->clock_) return invalid("app.demo_clock");
  SystemRandom of_the_machine;
  auto keys = TRY(crypto::KeyFile::open_or_make(config.key_file(), of_the_machine));
  house->keys_ = std::make_unique<crypto::KeyFile>(std::move(keys));
  house->random_ = outside.random ? std::move(outside.random) : std::make_unique<SystemRandom>();
  store::World world{house->clock_.get(), house->random_.get(), zone, house->keys_.get(), listeners()};
  try {
    house->blobs_ = std::make_unique<store::Blobs>(config.files_folder());
    world.blobs = house->blobs_.get();
    house->database_ = store::Database::open(config.store_options(threads), world);
  } catch (const store::Fault& fault) {
    if (fault.cause == store::Cause::busy) return busy("app.database_busy", 0);
    return invalid("app.database");
  }
  house->hash_pool_ = std::make_unique<gate::HashPool>(threads ? std::max(1, int(config.workers) / 2) : 0, 64);
  house->plugs_ = features(config.origin(), config.upload_settings(threads));
  std::map<std::string, store::Jobs::Run> runs;
  for (const gate::Plug& plug : house->plugs_) runs.insert(plug.jobs.begin(), plug.jobs.end());
  house->jobs_ = std::make_unique<store::Jobs>(*house->database_, std::move(runs));
  house->gate_ = std::make_unique<gate::Gate>(*house->database_, *house->hash_pool_,
                                              gate::Settings{std::move(build), config.origin(), !config.demo_clock.empty()}, house->plugs_);
  return house;
}

}  // namespace app

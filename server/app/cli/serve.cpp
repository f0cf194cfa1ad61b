#include "app/cli/serve.h"

#include <fmt/format.h>

#include <csignal>
#include <fstream>

#include "app/cli/cli.h"
#include "app/cli/hatch.h"
#include "app/cli/opened.h"
#include "app/front.h"
#include "app/metrics.h"
#include "app/migrations.h"
#include "base/log.h"
#include "edge/server.h"

namespace app::cli {

namespace {

/// Waits for a signal to stop, and writes down once a minute when sessions were last seen.
void wait_until_told(gate::Gate& gate) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  for (;;) {
    const timespec minute{60, 0};
    const int got = sigtimedwait(&signals, nullptr, &minute);
    gate.flush_seen();
    if (got == SIGTERM || got == SIGINT) return;
  }
}

void block_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // before any thread: they all inherit it
  std::signal(SIGPIPE, SIG_IGN);
}

/// A text file of the web build, empty when it is not there.
std::string built(const Config& config, const char* name) {
  std::ifstream file(config.web + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The build id, as the shell's page carries it.
std::string build_id(const Config& config) {
  std::string id = built(config, "build.txt");
  while (!id.empty() && id.back() == '\n') id.pop_back();
  return id;
}

/// The demo's clock is refused on an installation that was not made by `preau demo load`.
bool demo_allowed(House& house) { return house.config().demo_clock.empty() || is_demo(house.database()); }

int not_built(const Config& config) {
  fmt::print(stderr, "Les pages ne sont pas construites dans « {} ». Lancez ./dev build, ou réglez web.\n", config.web);
  return usage;
}

}  // namespace

int serve(const Config& config) {
  block_signals();
  auto loaded = edge::Assets::load(config.web);
  if (!loaded) return not_built(config);
  auto assets = std::make_shared<const edge::Assets>(std::move(*loaded));
  const auto shell = login::local::Shell::built(built(config, "doors.html"));
  if (!shell) return not_built(config);
  const auto opened = open_house(config, true, build_id(config));
  if (!opened.house) return opened.exit;
  House& house = *opened.house;
  const auto fit = store::schema_fit(house.database(), migrations());
  if (fit != store::Fit::same) {
    fmt::print(stderr, "{}\n",
               fit == store::Fit::older ? "La base est plus ancienne que ce programme : lancez d’abord « preau migrate »."
                                        : "La base est plus récente que ce programme : installez la version qui l’a créée.");
    return refused;
  }
  if (!demo_allowed(house)) {
    fmt::print(stderr, "demo_clock ne vaut que pour la démonstration (« preau demo load »). Retirez ce réglage.\n");
    return usage;
  }
  Front front(house, assets, *shell);
  edge::Settings street;
  street.address = config.address;
  street.ports = {std::uint16_t(config.port)};
  street.io_threads = std::max(1, int(config.workers) / 2);
  street.trusted_proxies = config.trusted_proxies;
  street.assets = assets;
  street.limits.body_bytes_of = [&gate = house.gate()](std::string_view path) { return gate.most_body_bytes(path); };
  street.handler = [&front](gate::Request request, gate::Done done) { front.answer(std::move(request), std::move(done)); };
  edge::Server server(std::move(street));
  if (const auto started = server.start(); !started) {
    fmt::print(stderr, "L’adresse {}:{} ne peut pas être ouverte : elle est prise, ou n’est pas à cette machine.\n", config.address,
               config.port);
    return refused;
  }
  std::unique_ptr<edge::Server> metrics;
  if (config.metrics_port > 0) {
    auto started = serve_metrics(house, server, std::uint16_t(config.metrics_port));
    if (!started) {
      fmt::print(stderr, "Le port {} (metrics_port) est pris sur cette machine.\n", config.metrics_port);
      return refused;
    }
    metrics = std::move(*started);
  }
  house.database().on_hints([&server](const std::vector<store::Hint>& hints) { server.tell(hints); });
  house.database().write_now([](Tx& tx) {
    for (const char* kind : {"gate.clean_up", "uploads.sweep", "drafts.clean_up"})
      store::add_job_once(tx, kind, "{}", tx.now() + minutes(1));
    return true;
  });
  house.jobs().start();
  const auto hatch = Hatch::open(house);
  if (!hatch) logs::warning("hatch.closed");
  logs::info("preau.ready", logs::number("port", server.port()));
  fmt::print("Préau est ouvert sur http://localhost:{}\n", server.port());
  std::fflush(stdout);
  wait_until_told(house.gate());
  house.database().on_hints({});
  metrics.reset();
  server.stop();
  logs::info("preau.stopped");
  return done;
}

}  // namespace app::cli

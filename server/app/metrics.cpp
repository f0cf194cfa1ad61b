#include "app/metrics.h"

#include <fmt/format.h>
#include <unistd.h>

#include <fstream>

namespace app {

namespace {

constexpr const char* methods[] = {"GET", "HEAD", "POST", "PUT", "DELETE"};

class Page {
 public:
  std::string text;

  void head(std::string_view name, std::string_view type, std::string_view help) {
    text += fmt::format("# HELP {} {}\n# TYPE {} {}\n", name, help, name, type);
  }
  void line(std::string_view name, std::string_view labels, double value) {
    text += labels.empty() ? fmt::format("{} {}\n", name, value) : fmt::format("{}{{{}}} {}\n", name, labels, value);
  }
  void histogram(const std::string& name, const std::string& labels, const Histogram::Counts& counts) {
    std::uint64_t so_far = 0;
    for (std::size_t i = 0; i < counts.of_step.size(); ++i) {
      so_far += counts.of_step[i];
      const std::string until = i < Histogram::steps_s.size() ? fmt::format("{}", Histogram::steps_s[i]) : "+Inf";
      line(name + "_bucket", fmt::format("{},le=\"{}\"", labels, until), double(so_far));
    }
    line(name + "_sum", labels, counts.total_s);
    line(name + "_count", labels, double(so_far));
  }
};

std::string route_label(const gate::Traffic::Line& line) {
  if (!line.route) return "route=\"none\"";
  return fmt::format("route=\"{} /api{}{}\"", methods[int(line.route->method)], line.in_context ? "/c/{context}" : "", line.route->pattern);
}

void add_requests(Page& page, const gate::Traffic& traffic) {
  const auto lines = traffic.lines();
  page.head("preau_requests_total", "counter", "Requests of the API by route and status; status 0 is a rare one.");
  for (const auto& line : lines) {
    for (const auto& one : line.statuses) {
      page.line("preau_requests_total", fmt::format("{},status=\"{}\"", route_label(line), one.status), double(one.count));
    }
  }
  page.head("preau_request_seconds", "histogram", "From the whole request to its reply, without the network.");
  for (const auto& line : lines) page.histogram("preau_request_seconds", route_label(line), line.durations);
}

void add_database(Page& page, House& house) {
  const store::Load load = house.database().load();
  page.head("preau_queue_seconds", "histogram", "How long transactions waited for a worker.");
  page.histogram("preau_queue_seconds", "queue=\"read\"", load.read_waits);
  page.histogram("preau_queue_seconds", "queue=\"write\"", load.write_waits);
  page.head("preau_commits_total", "counter", "Shared write transactions (SQLite).");
  page.line("preau_commits_total", "", double(load.commits));
  page.head("preau_committed_writes_total", "counter", "Requests that were in them.");
  page.line("preau_committed_writes_total", "", double(load.committed_writes));

  store::JobCounts jobs;
  const auto outcome = house.database().read_now([&](Tx& tx) {
    jobs = store::count_jobs(tx);
    return true;
  });
  page.head("preau_database_up", "gauge", "Whether the database answered.");
  page.line("preau_database_up", "", outcome.end == store::End::committed ? 1 : 0);
  page.head("preau_jobs", "gauge", "Jobs that wait, that should have run long ago, that failed for good.");
  page.line("preau_jobs", "state=\"waiting\"", double(jobs.waiting));
  page.line("preau_jobs", "state=\"overdue\"", double(jobs.overdue));
  page.line("preau_jobs", "state=\"dead\"", double(jobs.dead));
}

/// Resident memory, as the kernel counts it.
double memory_bytes() {
  std::ifstream file("/proc/self/statm");
  double all_pages = 0;
  double resident_pages = 0;
  file >> all_pages >> resident_pages;
  return resident_pages * double(::sysconf(_SC_PAGESIZE));
}

}  // namespace

std::string metrics_text(House& house, const edge::Counts& counts) {
  Page page;
  add_requests(page, house.gate().traffic());
  add_database(page, house);
  page.head("preau_sockets", "gauge", "Open connections, and pages that wait for hints.");
  page.line("preau_sockets", "kind=\"connection\"", double(counts.connections));
  page.line("preau_sockets", "kind=\"listener\"", double(counts.listeners));
  page.head("process_resident_memory_bytes", "gauge", "Resident memory.");
  page.line("process_resident_memory_bytes", "", memory_bytes());
  return std::move(page.text);
}

Result<std::unique_ptr<edge::Server>> serve_metrics(House& house, const edge::Server& street, std::uint16_t port) {
  edge::Settings settings;
  settings.address = "127.0.0.1";
  settings.ports = {port};
  settings.handler = [&house, &street](const gate::Request& request, const gate::Done& done) {
    if (request.path != "/metrics" || request.method != gate::Method::GET) return done({.status = 404});
    done({.content_type = "text/plain; version=0.0.4; charset=utf-8", .body = metrics_text(house, street.counts())});
  };
  auto server = std::make_unique<edge::Server>(std::move(settings));
  TRY(server->start());
  return server;
}

}  // namespace app

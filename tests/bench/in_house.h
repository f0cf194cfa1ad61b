#pragma once
#include <boost/json/value.hpp>

#include "app/house.h"

/// What the programs of the bench share: a house opened in this process, without threads, asked as a browser would ask it.
class InHouse {
 public:
  /// `morning`: "2026-09-15T10:00", the instant at which its clock starts; empty: now.
  explicit InHouse(const std::string& data, const std::string& morning = "");

  app::House& operator*() { return *house_; }
  app::House* operator->() { return house_.get(); }

  /// Throws unless it is kept.
  void write(const std::function<void(Tx&)>&);
  void read(const std::function<void(Tx&)>&);
  /// A session of that person: its token.
  std::string enter(PersonId);
  /// Posts a body to a context's path; throws unless it succeeds.
  boost::json::value post(const std::string& token, const std::string& context, const std::string& path, std::string body);

 private:
  std::unique_ptr<app::House> house_;
  std::string prefix_;  // of this process's idempotency keys
  long keys_ = 0;
};

/// The way to a route under a context: nullptr when there is none.
const gate::Route* route_to(app::House&, gate::Method, std::string_view pattern);

/// CPU seconds of this process until now, user and system.
double cpu_seconds();

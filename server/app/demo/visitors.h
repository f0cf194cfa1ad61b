#pragma once
#include <boost/json/value.hpp>
#include <map>

#include "app/house.h"

namespace app::demo {

/// Somebody of the demo, in one of their contexts ("parent", "les-tilleuls-enseignant").
struct Seat {
  PersonId person;
  std::string context;
};

/// The demo's people, who use Préau through its API as their browsers would. They are signed in without typing a password.
class Visitors {
 public:
  explicit Visitors(House& house) : house_(house) {}

  /// `path` after the context: "/liaison/notes". A refusal throws store::Fault: it is a bug of the demo itself.
  boost::json::value get(const Seat&, const std::string& path);
  boost::json::value post(const Seat&, const std::string& path, const boost::json::value& body);
  boost::json::value put(const Seat&, const std::string& path, const boost::json::value& body);
  void put_bytes(const Seat&, const std::string& path, std::string bytes);
  /// What belongs to no context: "/codes".
  boost::json::value post_own(PersonId, const std::string& path, const boost::json::value& body);

  /// Everybody signs out.
  void leave();

 private:
  gate::Request request_of(PersonId, gate::Method, std::string path);
  boost::json::value ask(gate::Request);
  void leave_one(PersonId);

  House& house_;
  std::map<PersonId, std::string> tokens_;
  int intentions_ = 0;
};

}  // namespace app::demo

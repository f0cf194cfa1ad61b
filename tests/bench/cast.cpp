// Signs the people of a benchmark in: prints, as JSON, who asks, with the cookie of a fresh session.
//
// usage: bench_cast DATA        a data folder where bench_life has been
#include <boost/json/serialize.hpp>
#include <iostream>

#include "base/crypto.h"
#include "bench/classes.h"
#include "gate/accounts.h"

namespace {

constexpr std::int64_t with_password = 150;  // who sign in: each school has as many guardians
constexpr std::int64_t with_session = 450;   // who listen: a person has at most 24 sockets
constexpr std::string_view password = "trois pommes vertes";

boost::json::object signed_in(InHouse& house, PersonId person, const std::string& context) {
  return {{"cookie", house.enter(person)}, {"context", context}};
}

/// The logins of people who all have the one password.
boost::json::array logins(InHouse& house) {
  boost::json::array names;
  const auto people = guardians(house, with_password);
  house.write([&](Tx& tx) {
    const std::string verifier = crypto::hash_password(tx.keys(), password, tx.random());
    for (const PersonId person : people) {
      names.push_back(boost::json::string(gate::reserve_login(tx, person)));
      gate::set_password(tx, person, verifier);
    }
  });
  return names;
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) return 2;
  InHouse house(words[1]);
  const auto classes = classes_of(house);
  const ClassRow& measured = classes.front();
  boost::json::object out;
  out["teacher"] = signed_in(house, teacher_of(house, measured.id), measured.slug + "-enseignant");
  out["class"] = to_text(measured.id);
  out["family"] = signed_in(house, family_of_one(house, measured.id), "parent");
  if (const auto two = family_of_two(house, measured.id)) out["two_schools"] = signed_in(house, *two, "parent");
  out["password"] = password;
  out["logins"] = logins(house);
  boost::json::array listeners;
  for (const PersonId person : guardians(house, with_session)) listeners.push_back(boost::json::string(house.enter(person)));
  out["listeners"] = std::move(listeners);
  std::cout << boost::json::serialize(out) << "\n";
}

#pragma once
#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "base/date.h"
#include "people/ids.h"

namespace settings::wire {

struct PupilCard {
  PersonId pupil;
  std::string first_name;
  std::string last_name;
  std::string class_label;
  std::string login;
  std::string phrase;  // three words, two spaces
  std::string qr;      // SVG path data of the address with the login in it, never the words
  int qr_size;         // modules
};
BOOST_DESCRIBE_STRUCT(PupilCard, (), (pupil, first_name, last_name, class_label, login, phrase, qr, qr_size))

struct PupilCards {
  std::string school_name;
  std::string address;  // "https://…/entrer/eleve"
  Date made_on;
  std::vector<PupilCard> cards;  // by name
  std::int64_t already;          // pupils of the class who keep the card they have
  std::int64_t too_young;        // of cycle 1: no card here
};
BOOST_DESCRIBE_STRUCT(PupilCards, (), (school_name, address, made_on, cards, already, too_young))

}  // namespace settings::wire

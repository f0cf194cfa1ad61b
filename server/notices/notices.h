#pragma once
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "gate/plug.h"
#include "people/actor.h"
#include "store/tx.h"

namespace notices {

enum class Way { screen, paper };
BOOST_DESCRIBE_ENUM(Way, screen, paper)

/// A thing that somebody must know: its kind is "room.noun", its edition counts from 1.
struct Thing {
  std::string_view kind;
  Uuid id;
  std::int64_t edition;
  PartyId party;
  SchoolId school;
};

/// One adult about one child; no adult: only paper reaches the child.
struct Recipient {
  PersonId about_child;
  std::optional<PersonId> person;
};
BOOST_DESCRIBE_STRUCT(Recipient, (), (about_child, person))

/// A desk of the school, held by whoever holds it that day: a class's by its teachers (substitutes while they hold it), a school's by its
/// head. One of the two.
struct Desk {
  std::optional<ClassId> school_class;
  std::optional<SchoolId> school;
};

/// What one recipient holds of a thing.
struct Held {
  Uuid thing;
  std::int64_t edition;
  Recipient by;
};

/// Gives a thing to its recipients, from `deliver_at` on: until then it does not exist for them. Each recipient once.
void deliver(Tx&, const Thing&, Millis deliver_at, std::span<const Recipient>);

/// The same to a desk, about one child.
void deliver_to_desk(Tx&, const Thing&, Millis deliver_at, const Desk&, PersonId about_child);

/// Tells those who hold a thing of it again, from `remind_at` on: behind the bell it is new once more. Who holds nothing, or only later,
/// is told nothing.
void remind(Tx&, const Thing&, Millis remind_at, std::span<const Recipient>);

/// Gives the next edition (`thing.edition`) to those who had the last one, and returns them. Until `deliver_at` the last one stays
/// readable; from then on the new one stands alone, neither opened nor answered by anyone.
std::vector<Recipient> replace(Tx&, const Thing&, Millis deliver_at);

/// Takes a thing back at once, quiet hours or not: it reaches nobody any more, and nobody new.
void take_back(Tx&, const Uuid& thing);

/// Marks as opened, for this actor, what they see of a thing about one child. False when they see none.
bool open(Tx&, const Actor&, const Uuid& thing, PersonId child);

/// The same at the desks this actor holds today. False when nothing reached them.
bool open_at_desk(Tx&, const Actor&, const Uuid& thing);

/// What was awaited of that recipient is done. On paper, an adult who had not received the thing is told of it now.
void done(Tx&, const Thing&, const Recipient&, Way);
/// It is not done any more; false when it was not done that way.
bool undone(Tx&, const Held&, Way);

/// Bell of every profile: what reached this person, or the desk they hold, and is not opened.
inline constexpr Right read{
    "notices.read",
    Does::informs,
    {{Profile::guardian, Reach::k}, {Profile::teacher, Reach::c}, {Profile::substitute, Reach::c}, {Profile::head, Reach::s}}};

/// The bell: its route, its card, and the jobs that listen to custody and to the hours of a school.
gate::Plug plug();

}  // namespace notices

#pragma once
#include "features/settings/pupil_card_wire.h"
#include "gate/call.h"

/// A pupil of cycles 2 and 3 enters with a login and three words, printed on a card. The words travel in this one answer: what is kept
/// opens only with them. Who cannot read yet has no card here: pictures and a badge are another door.
/// Source: DIR-13 (docs/requirements.md)
namespace settings {

struct ClassCards {
  ClassId school_class;
};
BOOST_DESCRIBE_STRUCT(ClassCards, (), (school_class))

/// A card for each pupil of the class who has none. Those who have one keep it.
/// Errors: not_found — settings.no_class (none that this actor reaches)
Result<gate::Hashing<wire::PupilCards>> class_cards(gate::Call<ClassCards>&, const std::string& origin);

struct PupilCardOf {
  PersonId pupil;
};
BOOST_DESCRIBE_STRUCT(PupilCardOf, (), (pupil))

/// A new card for a pupil who lost theirs, told it to somebody, or waits behind the door: the former words and every session end, and
/// the door counts anew.
/// Errors: not_found — settings.no_pupil (none that this actor reaches, or one of cycle 1)
Result<gate::Hashing<wire::PupilCards>> pupil_card(gate::Call<PupilCardOf>&, const std::string& origin);

}  // namespace settings

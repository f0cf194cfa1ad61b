#include "features/settings/pupil_cards.h"

#include "base/crypto.h"
#include "base/phrases.h"
#include "features/settings/queries.gen.h"
#include "features/settings/rights.h"
#include "features/settings/square.h"
#include "gate/accounts.h"
#include "people/cycle.h"
#include "store/audit.h"

namespace settings {

namespace {

struct Drawn {
  SchoolId school;
  std::string verifier;
};

/// Cards already drawn, and what hashing adds to each.
struct Drawing {
  wire::PupilCards out;
  std::vector<Drawn> drawn;  // one a card, in its order
};

void draw(Tx& tx, Drawing& drawing, PupilRow row, const std::string& origin) {
  wire::PupilCard card{*row.pupil,
                       std::move(row.first_name),
                       std::move(row.last_name),
                       std::move(row.label),
                       gate::reserve_login(tx, *row.pupil),
                       phrases::make(tx.random()),
                       {},
                       0};
  Square square = square_of(origin + "/entrer/eleve?nom=" + card.login);
  card.qr = std::move(square.path);
  card.qr_size = square.size;
  drawing.out.cards.push_back(std::move(card));
  drawing.drawn.push_back({row.school, {}});
}

gate::Hashing<wire::PupilCards> in_parts(Tx& tx, const Actor& actor, std::shared_ptr<Drawing> drawing) {
  gate::Hashing<wire::PupilCards> parts;
  parts.hash = [drawing, &keys = tx.keys(), &random = tx.random()] {
    for (std::size_t i = 0; i < drawing->drawn.size(); ++i) {
      drawing->drawn[i].verifier = crypto::hash_password(keys, phrases::as_kept(drawing->out.cards[i].phrase), random);
    }
  };
  parts.finish = [drawing, author = actor.person, profile = std::string(described::name_of(actor.profile))](Tx& later) {
    for (std::size_t i = 0; i < drawing->drawn.size(); ++i) {
      const PersonId pupil = drawing->out.cards[i].pupil;
      gate::give_phrase(later, pupil, drawing->drawn[i].verifier);
      store::audit(
          later, {.act = "settings.pupil_card", .person = author, .profile = profile, .school = drawing->drawn[i].school, .child = pupil});
    }
    return Result<wire::PupilCards>(drawing->out);
  };
  return parts;
}

std::shared_ptr<Drawing> begin(const Tx& tx, const std::string& school_name, const std::string& origin) {
  auto drawing = std::make_shared<Drawing>();
  drawing->out = {school_name, origin + "/entrer/eleve", tx.today(), {}, 0, 0};
  return drawing;
}

}  // namespace

Result<gate::Hashing<wire::PupilCards>> class_cards(gate::Call<ClassCards>& call, const std::string& origin) {
  const auto& [tx, actor, session, in] = call;
  auto rows = q::pupils_of_class(tx, actor.classes(pupil_cards), actor.schools(pupil_cards), in.school_class, tx.today());
  if (rows.empty()) return not_found("settings.no_class");
  auto drawing = begin(tx, rows[0].school_name, origin);
  for (PupilRow& row : rows) {
    if (!row.pupil) continue;
    if (people::cycle_of(row.grade) == 1) {
      ++drawing->out.too_young;
    } else if (row.has_card) {
      ++drawing->out.already;
    } else {
      draw(tx, *drawing, std::move(row), origin);
    }
  }
  return in_parts(tx, actor, std::move(drawing));
}

Result<gate::Hashing<wire::PupilCards>> pupil_card(gate::Call<PupilCardOf>& call, const std::string& origin) {
  const auto& [tx, actor, session, in] = call;
  auto row = q::pupil_within(tx, actor.classes(pupil_cards), actor.schools(pupil_cards), in.pupil, tx.today());
  if (!row || people::cycle_of(row->grade) == 1) return not_found("settings.no_pupil");
  auto drawing = begin(tx, row->school_name, origin);
  draw(tx, *drawing, std::move(*row), origin);
  return in_parts(tx, actor, std::move(drawing));
}

}  // namespace settings

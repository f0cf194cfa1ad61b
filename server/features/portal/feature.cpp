#include "features/portal/portal.h"
#include "features/portal/queries.gen.h"
#include "features/portal/rights.h"

namespace portal {

namespace {

Result<wire::Children> children_card(Tx& tx, const Actor& actor) {
  return wire::Children{q::children_of(tx, actor.children(see_children), tx.today())};
}

Result<wire::Classes> classes_card(Tx& tx, const Actor& actor) {
  return wire::Classes{q::classes_of(tx, actor.classes(see_classes), school_year_of(tx.today()), tx.today())};
}

}  // namespace

gate::Plug plug() {
  gate::Plug plug;
  plug.name = "portal";
  plug.cards = {gate::card("portal_children", see_children, children_card), gate::card("portal_classes", see_classes, classes_card)};
  plug.check_queries = q::check;
  return plug;
}

}  // namespace portal

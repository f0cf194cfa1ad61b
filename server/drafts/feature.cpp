#include "drafts/drafts.h"
#include "drafts/queries.gen.h"
#include "drafts/rights.h"
#include "drafts/verbs.h"

namespace drafts {

namespace {

using gate::Method;
using gate::route;

constexpr Millis kept_for = days(30);
constexpr std::int64_t longest = 64 * 1024;  // bytes of one draft

/// Once a day, at night or not: nobody is told.
Result<> clean_up(Tx& tx, std::string_view) {
  q::forget_drafts(tx, tx.now() - kept_for);
  store::add_job(tx, "drafts.clean_up", "{}", tx.now() + days(1));
  return {};
}

}  // namespace

gate::Plug plug() {
  return {.name = "drafts",
          .routes = {route<Method::GET>("/drafts/{kind}/{thing}", keep, find_draft),
                     route<Method::PUT>("/drafts/{kind}/{thing}", keep, save_draft).taking(longest),
                     route<Method::DELETE>("/drafts/{kind}/{thing}", keep, drop_draft)},
          .personal_data = {{.table = "drafts_draft",
                             .person_columns = {"person"},
                             .activity = "A-CFE",
                             .purpose = "ce qu'une personne écrit et n'a pas encore envoyé, pour elle seule",
                             .kept_for_months = 1}},
          .jobs = {{"drafts.clean_up", clean_up}},
          .check_queries = q::check};
}

}  // namespace drafts

#include "import/aaf/apply.h"

#include "import/aaf/queries.gen.h"
#include "store/audit.h"

namespace aaf {

Written apply_school(Tx& tx, const Frame& frame, const StagedSchool& school, bool confirmed, const std::optional<std::string>& by) {
  const SchoolId id = school.school;
  const Millis now = tx.now();
  Written written;
  if (!school.known) {
    written.others += q::add_party(tx, frame.party, frame.party_name, frame.dated, now);
    written.others += q::add_school(tx, id, frame.academy, frame.party, frame.dated, now);
  } else {
    written.others += q::update_school(tx, id, frame.dated);
  }
  written.persons += q::add_persons(tx, id, frame.academy, now);
  written.persons += q::update_persons(tx, id);
  written.others += q::add_classes(tx, id, frame.school_year, now);
  written.others += q::update_classes(tx, id);
  written.others += q::add_groups(tx, id, frame.school_year, now);
  written.others += q::update_groups(tx, id);

  written.relations += q::end_relations(tx, id, frame.dated - 1);
  written.relations += q::reopen_relations(tx, id);
  written.relations += q::recode_relations(tx, id);
  written.relations += q::open_relations(tx, id, frame.dated, now);

  if (written.rows() == 0) return written;
  if (written.relations > 0) store::all_standing_changed(tx);
  store::audit(tx, {.act = confirmed ? "aaf.confirm" : "aaf.apply", .school = id, .by_name = by});
  return written;
}

}  // namespace aaf

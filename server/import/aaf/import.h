#pragma once
#include "import/aaf/apply.h"
#include "import/aaf/difference.h"
#include "import/aaf/staging.h"
#include "store/database.h"

/// The delivery of an academy's directory, from a folder to the tables of people: staged, planned, and applied school by school.
namespace aaf {

struct Import {
  std::filesystem::path folder;
  bool apply = false;                  // false: plan only; no permanent table is touched
  std::optional<std::string> school;   // this UAI alone
  std::optional<std::string> academy;  // when the files do not say it
  std::optional<Date> dated;           // when the names of the files do not, or say a day far away
  std::vector<std::string> confirmed;  // UAI of held schools to apply; needs `by`
  std::optional<std::string> by;       // who decides, kept in the audit
  bool accept_invented_uai = false;
};

/// What was read and decided, before any school.
struct Read {
  Frame frame;
  std::uint64_t parts = 0;
  std::uint64_t schools = 0;
  std::uint64_t pupils = 0;
  std::uint64_t guardians = 0;
  std::uint64_t staff = 0;
  std::set<std::string> comments;
};

struct Totals {
  std::int64_t schools = 0;  // asked for
  std::int64_t changed = 0;  // schools in which something was written
  std::int64_t held = 0;     // until a named person confirms
  std::int64_t aside = 0;    // for another reason
  std::int64_t persons = 0;  // rows written
  std::int64_t rows = 0;     // all of them, persons too; 0 when a delivery is replayed
};

/// Who is told how an import goes on, in this order: reading…, read, school…, remarks, applying…, done.
class Listener {
 public:
  virtual ~Listener() = default;
  virtual void reading(const Reading&) {}
  virtual void read(const Read&) {}
  virtual void school(const Difference&) {}
  virtual void group(const RemarkGroup&) {}
  /// How many remarks of one group it wants to hear.
  virtual std::int64_t most_remarks() const { return 5; }
  virtual void remark(const Remark&) {}
  virtual void applying(std::int64_t /*schools*/, std::int64_t /*of*/, std::int64_t /*persons*/) {}
  virtual void done(const Totals&, bool /*applied*/) {}
};

/// Runs one import.
///
/// In:     a migrated database; everything runs on the calling thread's connection, and the temporary tables go at the end.
/// Out:    one transaction for each school: an import that is killed leaves everything or nothing of each.
/// Errors: those of find_delivery, Reader and make_plan: nothing was written;
///         invalid — aaf.date_missing, aaf.date_far, aaf.confirm_without_name
///         busy — aaf.import_running, aaf.database_busy
///         out_of_space — aaf.disk_full; surprise — aaf.database_failed, with the cause as path.
///         When one of these comes while applying, the schools applied before stay, whole.
/// Source: DIR-01 to DIR-06, DIR-17, NFR-08
Result<Totals> run(store::Database&, const Import&, Listener&);

}  // namespace aaf

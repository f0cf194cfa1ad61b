#pragma once
#include "import/aaf/import.h"
#include "import/aaf/progress.h"

namespace aaf {

/// The plan and what came of it, in French, for the person at the terminal. Names of persons go there and nowhere else.
class Report : public Listener {
 public:
  /// `command` is the line that would run this import, without --apply: "preau import aaf DOSSIER --dated 2026-09-01".
  Report(std::ostream& out, std::ostream& progress, bool terminal, std::string command)
      : out_(out), progress_(progress, terminal), command_(std::move(command)) {}

  void reading(const Reading&) override;
  void read(const Read&) override;
  void school(const Difference&) override;
  void group(const RemarkGroup&) override;
  void remark(const Remark&) override;
  void applying(std::int64_t schools, std::int64_t of, std::int64_t persons) override;
  void done(const Totals&, bool applied) override;
  /// Says why the import was refused.
  void refused(const Error&, std::ostream& to);

 private:
  void held(const Difference&);

  std::ostream& out_;
  Progress progress_;
  std::string command_;
};

}  // namespace aaf

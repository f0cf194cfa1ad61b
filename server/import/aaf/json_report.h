#pragma once
#include "import/aaf/import.h"

namespace aaf {

/// The same for programs: one JSON document, written as it comes, with everybody and every remark.
class JsonReport : public Listener {
 public:
  explicit JsonReport(std::ostream& out) : out_(out) {}

  void read(const Read&) override;
  void school(const Difference&) override;
  std::int64_t most_remarks() const override;
  void remark(const Remark&) override;
  void done(const Totals&, bool applied) override;
  /// Closes the document when the import was refused.
  void refused(const Error&);

 private:
  void begin_list(std::string_view name);

  std::ostream& out_;
  std::string list_;    // the one that is open
  bool begun_ = false;  // the document
};

}  // namespace aaf

#pragma once
#include "import/aaf/delivery.h"
#include "import/aaf/links.h"
#include "import/aaf/reader.h"

namespace aaf {

struct Reading {
  std::uint64_t bytes = 0;
  std::uint64_t all_bytes = 0;
  std::uint64_t persons = 0;
};

/// Lays a delivery down in the temporary tables, a few thousand rows at a time: memory does not grow with the delivery.
class Staging {
 public:
  /// Makes the tables, empty.
  Staging(Tx&, Date dated, bool accept_invented_uai);

  /// Errors: those of Reader
  Result<void> read(const Delivery&, const std::function<void(const Reading&)>& told);

  std::uint64_t count(Kind kind) const { return reader_.count(kind); }
  const std::set<std::string>& comments() const { return reader_.comments(); }

 private:
  Sinks sinks();
  void lay(Laid&&);
  void remark(Remark&&);
  void flush(std::size_t at_least);
  void finish();

  Tx& tx_;
  Date dated_;
  Reader reader_;
  std::string file_;
  std::int64_t number_ = 0;
  std::int64_t remarked_ = 0;
  Reading reading_;
  std::function<void(const Reading&)> told_;
  std::vector<StagedSchool> schools_;
  std::vector<StagedPerson> persons_;
  std::vector<StagedLink> links_;
  std::vector<Remark> remarks_;
};

}  // namespace aaf

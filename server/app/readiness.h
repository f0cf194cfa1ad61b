#pragma once
#include "app/config.h"
#include "gate/http.h"
#include "store/database.h"

namespace app {

/// Whether this node should be sent requests: its database answers and has the schema this program knows, its disk has room, its jobs are
/// not stuck.
class Readiness {
 public:
  Readiness(store::Database&, const Config&);
  /// {"ready": true, "reasons": []}, or 503 with words among database, schema, disk, jobs. Nothing about anybody: anyone may ask.
  void answer(gate::Done) const;

 private:
  bool disk_has_room() const;

  store::Database& database_;
  std::string data_;
};

}  // namespace app

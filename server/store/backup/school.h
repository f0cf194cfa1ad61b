#pragma once
#include "store/backup/beside.h"

namespace store::backup {

/// What becomes of a table's rows when one school alone is restored. Conditions are SQL over the table's columns; $1 is the school's id,
/// and `{table}` stands for a table where the rows are being read: in the backup, or today.
struct Belonging {
  std::string_view table;
  /// Rows that belong to the school: they become again exactly what they were. Empty: none.
  std::string_view own = {};
  /// Rows that the whole territory shares, put back when they are gone, and otherwise left as they are: nobody's protection or right of
  /// today is undone. `needed`: those that a row put back or restored names. Empty: none.
  std::string_view back = {};
};
inline constexpr std::string_view needed = "needed";

struct TableRestored {
  std::string table;
  std::int64_t removed = 0;   // made since the backup
  std::int64_t written = 0;   // changed or removed since
  std::int64_t put_back = 0;  // shared, and gone
};

/// In one transaction. A row of another school that names one made since the backup makes it fail: nothing is then changed.
/// Throws Fault, which names the table.
std::vector<TableRestored> restore_rows(Tx&, std::span<const Belonging>, const Uuid& school);

/// How many saved rows of that table are the school's own.
std::int64_t saved_rows(Tx&, const Belonging&, const Uuid& school);

/// The keys of files that the school's saved rows name, in order.
std::vector<std::string> files_of_school(Tx&, std::span<const Belonging>, std::span<const FileColumn>, const Uuid& school);

}  // namespace store::backup

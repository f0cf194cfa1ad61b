#pragma once
#include "store/database.h"

namespace store {

std::unique_ptr<Database> open_sqlite(const Options&, const World&);
std::unique_ptr<Database> open_postgres(const Options&, const World&);
/// A copy in memory of a SQLite file: tests begin with one.
std::unique_ptr<Database> open_sqlite_copy(const std::string& template_path, const World&);

/// Waits for the outcome of the transaction that `post` queues.
Outcome waited(const std::function<void(After)>& post);

}  // namespace store

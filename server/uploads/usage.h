#pragma once
#include "uploads/rows.h"

/// What a school holds, and letting go of it.
namespace uploads {

/// Counts so many bytes more (or fewer) for a school, never past `most`.
/// Errors: out_of_space — uploads.school_full
Result<> count(Tx&, SchoolId, PartyId, std::int64_t bytes, std::int64_t most);

/// Removes an upload that no thing holds: its rows now, its bytes right after the commit.
void let_go(Tx&, const Known&);

/// Removes files from the disk, right after the commit.
void forget_files(Tx&, const std::vector<BlobId>&);
/// The job that does.
Result<> forget_files_now(Tx&, std::string_view payload);

/// Every five minutes: what was never finished, what nothing holds, and, one folder of the disk after another, files without a row.
Result<> sweep(Tx&, std::string_view);

}  // namespace uploads

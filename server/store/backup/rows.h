#pragma once
#include <span>

#include "store/backup/manifest.h"
#include "store/migrations.h"

/// How each engine lays its rows down in a folder and takes them back. SQLite: one compact copy of the file. PostgreSQL: a file of COPY's
/// text format for each table, by the connection that is there anyway, so that no tool of another version is needed.
namespace store::backup {

/// The rows as one instant had them, whatever is written meanwhile; fills engine, steps, tables and the parts it made.
void lay_rows(const Options&, const path& folder, Manifest&);

/// Whether the saved rows are whole in themselves, beyond their hashes: nothing, or what is wrong ("rows.people_person").
std::vector<std::string> wrong_rows(const path& folder, const Manifest&);

/// The keys of files that a column of the saved rows names, as store/blobs spells them: 32 hex digits, in no order.
std::vector<std::string> saved_keys(const path& folder, const Manifest&, std::string_view table, std::string_view column);

/// Puts the saved rows where there are none: an absent SQLite file, a schema without tables. The schema becomes that of the backup;
/// `known` are this program's migrations. Throws Fault when something is there already, or the backup is newer than the program.
void take_rows(const Options&, const World&, const path& folder, const Manifest&, std::span<const Migration> known);

/// Whether the database holds tables already.
bool has_rows(const Options&);

}  // namespace store::backup

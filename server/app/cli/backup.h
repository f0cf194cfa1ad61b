#pragma once
#include "app/cli/verbs.h"
#include "store/backup/backup.h"

namespace app::cli {

/// `preau backup DIR [--with-key]`, `preau backup DIR --check`, `preau restore DIR [--replace]`, `preau restore DIR --school UAI --by NAME`
void add_backup(CLI::App&, const AddVerb&);

store::backup::Installation installation_of(const Config&);

struct RestoreSchool {
  std::string folder;
  std::string uai;
  std::string by;  // kept in the audit
};
int restore_school(const Config&, const RestoreSchool&, const Screen&);

/// A code of store/backup as a sentence that says what to do.
std::string sentence_of_backup(const Error&, const std::string& folder);

}  // namespace app::cli

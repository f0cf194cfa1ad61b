#pragma once
#include "app/cli/screen.h"
#include "app/cli/verbs.h"

namespace app::cli {

/// The words of `preau import aaf`.
struct ImportAaf {
  std::string path;
  bool plan = false;  // what happens without a word, too
  bool apply = false;
  std::optional<std::string> school;
  std::optional<std::string> academy;
  std::optional<std::string> by;
  std::string dated;  // YYYY-MM-DD, or empty
  std::vector<std::string> confirm;
  bool accept_invented_uai = false;
  bool json = false;
};

/// Exit codes: done (planned, applied, or nothing to do), refused (the delivery, or every school), usage, held (applied but for schools
/// that are held or set aside), busy (another import).
int import_aaf(store::Database&, const ImportAaf&, const Screen&);

/// `preau import aaf PATH [--plan|--apply] …`
void add_import(CLI::App&, const AddWriting&);

}  // namespace app::cli

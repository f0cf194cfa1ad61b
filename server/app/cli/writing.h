#pragma once
#include "app/cli/verbs.h"

namespace app::cli {

/// The verbs that write while a server may run: an explicit list, for the command line and for the server's hatch alike.
void add_writing(CLI::App&, const AddWriting&);

/// Reads the words of one of them ("import", "aaf", …) and runs it inside; its exit code. Settings among the words are not looked at:
/// the server has its own.
int run_writing(std::vector<std::string> words, Inside&);

}  // namespace app::cli

#pragma once

namespace app::cli {

/// Exit codes of every verb (docs/architecture.md): 0 done, 1 refused, 2 wrong words or settings, 3 partly held (import),
/// 4 the database is held by a running server.
enum Exit { done = 0, refused = 1, usage = 2, held = 3, busy = 4 };

/// The command line, from its words to an exit code.
int main(int argc, char** argv);

}  // namespace app::cli

#include "app/cli/screen.h"

#include <unistd.h>

#include <iostream>

namespace app::cli {

Screen own_screen() { return {std::cout, std::cerr, isatty(STDERR_FILENO) == 1}; }

}  // namespace app::cli

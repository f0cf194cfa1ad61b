#include "app/cli/import_aaf.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "aaf/territory.h"
#include "app/cli/cli.h"

using namespace aaf::trial;
namespace cli = app::cli;

TEST_CASE("command line: what an import answers to the one who runs it") {
  Territory t;
  std::ostringstream out;
  std::ostringstream err;
  const cli::Screen screen{out, err};
  Export full;
  full.ground().crowd(20);
  Export shrunk("20260915");
  shrunk.ground().crowd(16);
  const std::string folder = full.folder().string();

  CHECK(cli::import_aaf(t.database(), {.path = folder}, screen) == cli::done);
  CHECK(t.count("people_school") == 0);
  CHECK(cli::import_aaf(t.database(), {.path = folder, .apply = true}, screen) == cli::done);
  CHECK(cli::import_aaf(t.database(), {.path = folder, .apply = true}, screen) == cli::done);  // nothing to do
  CHECK(t.count("people_school") == 1);

  const std::string held = shrunk.folder().string();
  CHECK(cli::import_aaf(t.database(), {.path = held}, screen) == cli::done);  // a plan may hold
  CHECK(cli::import_aaf(t.database(), {.path = held, .apply = true}, screen) == cli::held);
  CHECK(cli::import_aaf(t.database(), {.path = held, .apply = true, .confirm = {"0999990W"}}, screen) == cli::usage);
  CHECK(cli::import_aaf(t.database(), {.path = held, .apply = true, .by = "Anne Roy", .confirm = {"0999990W"}}, screen) == cli::done);
  CHECK(cli::import_aaf(t.database(), {.path = folder, .apply = true}, screen) == cli::refused);  // older now
  CHECK(cli::import_aaf(t.database(), {.path = folder + "/absent"}, screen) == cli::refused);
  CHECK(cli::import_aaf(t.database(), {.path = folder, .dated = "demain"}, screen) == cli::usage);
  CHECK(err.str().find("Ce dossier n’existe pas") != std::string::npos);
}

TEST_CASE("command line: an export whose every school is refused says so") {
  Territory t;
  std::ostringstream out;
  Export e;
  e.school("900001", "0999990X").guardian("600001", "SARAH", "DELMAS").staff("500001", "ANNE", "SUD", {}).crowd(1);
  CHECK(cli::import_aaf(t.database(), {.path = e.folder().string(), .apply = true}, {out, out}) == cli::refused);
  CHECK(out.str().find("école 900001") != std::string::npos);
  CHECK(out.str().find("Aucune école") != std::string::npos);
  CHECK(t.count("people_person") == 0);
}

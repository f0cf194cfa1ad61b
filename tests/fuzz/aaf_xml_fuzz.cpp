#include <sstream>

#include "fuzz.h"
#include "import/aaf/reader.h"

// A part of an academic feed: the first byte chooses its kind, the rest is the file. What is given has a key.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  constexpr std::array kinds{aaf::Kind::school, aaf::Kind::pupil, aaf::Kind::guardian, aaf::Kind::staff};
  aaf::Sinks sinks;
  sinks.pupil = [](aaf::PupilRecord&& pupil) { fuzz::promise(!pupil.key.empty()); };
  sinks.staff = [](aaf::StaffRecord&& staff) { fuzz::promise(!staff.key.empty()); };
  aaf::Reader reader(std::move(sinks), bytes[0] & 4);
  std::istringstream in{std::string(fuzz::text(bytes + 1, size - 1))};
  (void)reader.read(in, kinds[bytes[0] & 3], "part.xml");
  (void)reader.finish();
  return 0;
}

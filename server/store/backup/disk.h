#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

/// Files of a backup: written once, hashed on their way, on stable storage before anything is said of them.
/// Throws store::Fault: Cause::full when the disk is, else Cause::io, with the name of the step and never a content.
namespace store::backup {

using std::filesystem::path;

/// What a file holds.
struct Print {
  std::int64_t size_bytes = 0;
  std::string sha256;  // 64 hex digits
  bool operator==(const Print&) const = default;
};

/// A new file, readable by its owner alone; one that exists is refused.
class Written {
 public:
  explicit Written(const path&);
  ~Written();
  Written(const Written&) = delete;
  void append(std::string_view);
  /// On stable storage when it returns.
  Print close();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Throws when it cannot be read; `each` hears its content piece by piece.
void read_pieces(const path&, const std::function<void(std::string_view)>& each);
std::string read_whole(const path&);
Print print_of(const path&);
/// Keeps the age, by which the sweeper of files judges.
Print keep_copy(const path& from, const path& to);
/// Makes a file that something else wrote durable.
void flush(const path& file_or_folder);
void make_folder(const path&);

}  // namespace store::backup

#include "uploads/workshop.h"

#include <filesystem>

namespace uploads {

namespace {

constexpr std::size_t most_waiting = 64;

std::string beside_this_program() {
  std::error_code none;
  return (std::filesystem::read_symlink("/proc/self/exe", none).parent_path() / "preau-thumbnail").string();
}

}  // namespace

Workshop::Workshop(const Settings& settings)
    : program_(settings.thumbnail_program.empty() ? beside_this_program() : settings.thumbnail_program),
      threads_(settings.threads, most_waiting) {}

std::unique_ptr<Painter> Workshop::take() {
  const std::lock_guard lock(mutex_);
  while (!idle_.empty()) {
    auto painter = std::move(idle_.back());
    idle_.pop_back();
    if (painter->still_there()) return painter;
  }
  return nullptr;
}

Result<Painted> Workshop::paint(std::string_view picture) {
  std::unique_ptr<Painter> painter = take();
  const bool fresh = !painter;
  if (fresh) painter = std::make_unique<Painter>(program_);
  Painted painted;
  Fate fate = painter->paint(picture, painted);
  if (fate == Fate::died && !fresh) {  // perhaps of what came before: one that has seen nothing decides
    painter = std::make_unique<Painter>(program_);
    fate = painter->paint(picture, painted);
  }
  if (fate == Fate::late) return busy("uploads.slow", 30);
  if (fate != Fate::died && painter->painted() < Painter::most_pictures) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(painter));
  }
  if (fate != Fate::painted) return refusal(Fault::unsupported, "uploads.not_readable");
  return painted;
}

}  // namespace uploads

#include "thumbnail/paint.h"

#include <dlfcn.h>
#include <fmt/format.h>
#include <gmodule.h>
#include <cstdlib>
#include <filesystem>
#include <vips/vips8>

#include "thumbnail/samples.h"

namespace thumbnail {

namespace {

using vips::VImage;

constexpr int quality_of_whole = 88;
constexpr int quality_of_small = 78;

/// Where Debian keeps HEIC: a module of libvips. The others (ImageMagick, PDF, slides…) are never loaded.
bool load_heic() {
  if (vips_type_find("VipsForeignLoad", "heifload_buffer") != 0) return true;  // built in
  Dl_info library{};
  if (::dladdr(reinterpret_cast<void*>(&vips_init), &library) == 0) return false;
  const auto folder = fmt::format("vips-modules-{}.{}", VIPS_MAJOR_VERSION, VIPS_MINOR_VERSION);
  const auto module = std::filesystem::path(library.dli_fname).parent_path() / folder / "vips-heif.so";
  return g_module_open(module.c_str(), G_MODULE_BIND_LAZY) != nullptr;
}

void allow_only_ours() {
  vips_operation_block_set("VipsForeignLoad", TRUE);
  for (const char* loader : {"VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadHeif"})
    vips_operation_block_set(loader, FALSE);
}

Type type_of(std::string_view picture) {
  if (picture.starts_with("\x89PNG")) return Type::png;
  if (picture.starts_with("RIFF")) return Type::webp;
  return Type::jpeg;
}

VImage fitted(const VImage& from, int side) {
  return from.thumbnail_image(side, VImage::option()->set("height", side)->set("size", VIPS_SIZE_DOWN)).copy_memory();
}

std::string taken(void* bytes, std::size_t size) {
  std::string content(static_cast<const char*>(bytes), size);
  g_free(bytes);
  return content;
}

Made written(const VImage& image, Type type, int quality) {
  const VImage flat = type == Type::jpeg && image.has_alpha() ? image.flatten(VImage::option()->set("background", 255.0)) : image;
  void* bytes = nullptr;
  std::size_t size = 0;
  int wrong = 0;
  switch (type) {
    case Type::png:
      wrong = vips_pngsave_buffer(flat.get_image(), &bytes, &size, "strip", TRUE, "compression", 6, nullptr);
      break;
    case Type::webp:
      wrong = vips_webpsave_buffer(flat.get_image(), &bytes, &size, "strip", TRUE, "Q", quality, nullptr);
      break;
    default:
      wrong = vips_jpegsave_buffer(flat.get_image(), &bytes, &size, "strip", TRUE, "Q", quality, "optimize_coding", TRUE, nullptr);
  }
  if (wrong != 0) throw vips::VError();
  return {type, flat.width(), flat.height(), taken(bytes, size)};
}

/// The pixels alone: writers leave out what they find, but each has its own idea of what a colour profile is.
VImage bare(const VImage& image) {
  VImage copy = image.copy();
  for (const char* field : {VIPS_META_ICC_NAME, VIPS_META_EXIF_NAME, VIPS_META_XMP_NAME, VIPS_META_IPTC_NAME}) {
    if (copy.get_typeof(field) != 0) copy.remove(field);
  }
  return copy.copy_memory();
}

/// Upright, in sRGB, 8 bits, decoded once and to its end.
VImage decoded(std::string_view picture) {
  VipsImage* made = nullptr;
  const int wrong = vips_thumbnail_buffer(const_cast<char*>(picture.data()), picture.size(), &made, whole_side, "height", whole_side,
                                          "size", VIPS_SIZE_DOWN, "export_profile", "srgb", "fail_on", VIPS_FAIL_ON_ERROR, nullptr);
  if (wrong != 0) throw vips::VError();
  return bare(VImage(made));
}

}  // namespace

std::vector<Made> paint(std::string_view picture) {
  try {
    const VImage whole = decoded(picture);
    const VImage large = fitted(whole, large_side);
    const VImage small = fitted(large, small_side);
    return {written(whole, type_of(picture), quality_of_whole), written(large, Type::webp, quality_of_small),
            written(large, Type::jpeg, quality_of_small), written(small, Type::webp, quality_of_small),
            written(small, Type::jpeg, quality_of_small)};
  } catch (const vips::VError&) {
    vips_error_clear();
    return {};
  }
}

bool warm_up(const char* program) {
  ::setenv("VIPSHOME", "/nonexistent", 1);  // no module by itself
  ::setenv("VIPS_NOVECTOR", "1", 1);        // no code written while running
  ::setenv("VIPS_CONCURRENCY", "1", 1);
  g_log_set_writer_func([](GLogLevelFlags, const GLogField*, gsize, gpointer) { return G_LOG_WRITER_HANDLED; }, nullptr, nullptr);
  if (VIPS_INIT(program) != 0 || !load_heic()) return false;
  vips_concurrency_set(1);
  vips_cache_set_max(0);
  allow_only_ours();
  const VImage black =
      VImage::black(16, 16, VImage::option()->set("bands", 3)).copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
  for (const Type type : {Type::jpeg, Type::png, Type::webp}) {
    if (paint(written(black, type, quality_of_small).content).empty()) return false;
  }
  return !paint({reinterpret_cast<const char*>(heic_sample.data()), heic_sample.size()}).empty();
}

}  // namespace thumbnail

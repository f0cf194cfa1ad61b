#include "uploads/header.h"
#include "uploads/names.h"
#include "uploads/sending_test.h"
#include "uploads/workshop.h"

namespace {

std::string png_of(std::uint32_t width, std::uint32_t height) {
  std::string file = sample("see_through.png");
  for (int i = 0; i < 4; ++i) {
    file[std::size_t(16 + i)] = char(width >> (24 - 8 * i));
    file[std::size_t(20 + i)] = char(height >> (24 - 8 * i));
  }
  return file;
}

std::string refusal_of(Browser& who, const std::string& name, const std::string& content) {
  const auto reply = send_whole(who, name, content);
  return reply.status == 200 ? "taken" : reply.error;
}

/// Children of this process that are confined, as the kernel says.
int confined_children() {
  int confined = 0;
  for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
    std::ifstream children(task.path() / "children");
    for (std::string child; children >> child;) {
      std::ifstream status("/proc/" + child + "/status");
      const std::string text{std::istreambuf_iterator<char>(status), {}};
      if (text.find("Seccomp:\t2") != text.npos && text.find("NoNewPrivs:\t1") != text.npos) ++confined;
    }
  }
  return confined;
}

}  // namespace

TEST_CASE("uploads: a name says nothing: disguised files are refused by what they are") {
  Village v;
  auto benali = v.as(v.m_benali);
  for (const std::string content : {
           "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
           "<!DOCTYPE html><script>alert(1)</script>",
           "PK\x03\x04 an archive, or a document of an office",
           "GIF89a\x01\x01",
           "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
           "\xFF\xD8\xFF",
           "\x89PNG\r\n\x1A\n",
           "RIFF\x10\x00\x00\x00WEBPVP8 ",
           "%PDF-1.4\n",
           " ",
       })
    CHECK(refusal_of(benali, "photo.jpg", content) == "uploads.not_a_type");
  CHECK(v.count("uploads_form") == 0);
}

TEST_CASE("uploads: a file cut short anywhere is refused, and never brings the reader down") {
  for (const char* name : {"turned.jpg", "see_through.png", "drawing.webp", "phone.heic", "letter.pdf"}) {
    INFO(name);
    const std::string file = sample(name);
    REQUIRE(uploads::read_header(file));
    std::size_t taken = 0;
    for (std::size_t length = 0; length + 2 < file.size(); ++length) taken += uploads::read_header(file.substr(0, length)).has_value();
    CHECK(taken == 0);
  }
}

TEST_CASE("uploads: whatever byte of a header is spoilt, reading it ends, and stays within the file") {
  for (const char* name : {"turned.jpg", "see_through.png", "drawing.webp", "phone.heic", "letter.pdf"}) {
    const std::string file = sample(name);
    for (std::size_t at = 0; at < file.size(); ++at) {
      for (const char byte : {'\0', '\1', '\x7F', '\x80', '\xFF'}) {
        std::string spoilt = file;
        spoilt[at] = byte;
        uploads::read_header(spoilt);
      }
    }
  }
}

TEST_CASE("uploads: a picture that would fill the memory is refused by the size it declares") {
  Village v;
  auto benali = v.as(v.m_benali);
  CHECK(refusal_of(benali, "bombe.png", png_of(20'000, 20'000)) == "uploads.too_many_pixels");
  CHECK(refusal_of(benali, "bombe.png", png_of(65'000, 10)) == "uploads.too_many_pixels");
  CHECK(refusal_of(benali, "bombe.png", png_of(0xFFFFFFFF, 0xFFFFFFFF)) == "uploads.too_many_pixels");
  CHECK(refusal_of(benali, "vide.png", png_of(0, 10)) == "uploads.not_a_type");
}

TEST_CASE("uploads: a picture with a sound header and nonsense behind it is refused, and the next one is read") {
  Village v;
  auto benali = v.as(v.m_benali);
  CHECK(refusal_of(benali, "photo.png", png_of(3'000, 3'000)) == "uploads.not_readable");
  CHECK(refusal_of(benali, "photo.jpg", sample("turned.jpg")) == "taken");
}

TEST_CASE("uploads: what was hidden in a picture does not leave with it, and behind a PDF nothing may hide") {
  Village v;
  auto benali = v.as(v.m_benali);
  const std::string hidden = "PK\x03\x04<script>alert(1)</script>";
  const auto photo = send_whole(benali, "photo.jpg", sample("turned.jpg") + hidden);
  REQUIRE(photo.status == 200);
  v.write([&](Tx& tx) {
    const uploads::UploadId id = upload_id(photo);
    REQUIRE(uploads::attach(tx, teacher_of_ce2(v), std::span(&id, 1), {"liaison.note", a_thing()}));
    for (const auto size : {uploads::Size::whole, uploads::Size::large, uploads::Size::small}) {
      for (const auto format : {uploads::Format::webp, uploads::Format::jpeg}) {
        const auto file = uploads::find_file(tx, id, {"liaison.note", a_thing()}, size, format);
        REQUIRE(file);
        CHECK(content_of(*file).find("script") == std::string::npos);
      }
    }
  });
  CHECK(refusal_of(benali, "mot.pdf", sample("letter.pdf") + hidden) == "uploads.not_a_type");
}

TEST_CASE("uploads: pictures are opened by a confined process, and one that lies or dies brings nothing down") {
  uploads::Settings settings;
  uploads::Workshop workshop(settings);
  CHECK(workshop.paint(sample("turned.jpg")));
  CHECK(confined_children() == 1);
  CHECK_FALSE(workshop.paint("not a picture"));
  CHECK(workshop.paint(sample("phone.heic")));
  CHECK(confined_children() == 1);  // the same one

  settings.thumbnail_program = "/bin/cat";  // answers with what it is asked
  CHECK_FALSE(uploads::Workshop(settings).paint(sample("turned.jpg")));
  settings.thumbnail_program = "/bin/false";
  CHECK_FALSE(uploads::Workshop(settings).paint(sample("turned.jpg")));
}

TEST_CASE("uploads: names keep what a teacher wrote, and lose what could mislead") {
  CHECK(uploads::tidy_name("Sortie au bois.jpg") == "Sortie au bois.jpg");
  CHECK(uploads::tidy_name("../../etc/passwd") == "passwd");
  CHECK(uploads::tidy_name("C:\\photos\\été.png") == "été.png");
  CHECK(uploads::tidy_name("photo\u202Egpj.exe") == "photogpj.exe");
  CHECK(uploads::tidy_name("...") == "fichier");
  CHECK(uploads::tidy_name("") == "fichier");
  std::string long_name;
  for (int i = 0; i < 2000; ++i) long_name += "é";
  CHECK(uploads::tidy_name(long_name).size() == 115 * 2);
  CHECK(uploads::named("archive.tar", uploads::Type::png) == "archive.tar.png");
  CHECK(uploads::named(".jpg", uploads::Type::jpeg) == ".jpg.jpg");
}

#include "house/asking.h"
#include "uploads/sending_test.h"

namespace house {

namespace {

Asked announced(World&, const Cell& cell, const Parts&) { return {after_context(cell), R"({"name":"photo.jpg","size_bytes":10})"}; }
Asked one_file(World& w, const Cell& cell, const Parts& parts) { return {filled(after_context(cell), w.begun(parts[0])), "{}"}; }
/// The second and last part: one byte.
Asked part(World& w, const Cell& cell, const Parts& parts) {
  const std::string path = filled(after_context(cell), w.begun(parts[0]));
  return {path.substr(0, path.find('{')) + "1", "x", true};
}
/// It lacks a part: whoever reaches it is told so. "whole": one that lacks nothing.
Asked finished(World& w, const Cell& cell, const Parts& parts) {
  if (parts[0] == "whole") {
    Browser browser = w.browser(cell.who, cell.context);
    const std::string letter = sample("letter.pdf");
    const std::string id = id_of(announce(browser, "mot.pdf", letter.size()));
    send_part(browser, id, letter, 0);
    return {"/uploads/" + id + "/finish", fmt::format(R"({{"sha256":"{}"}})", crypto::hex(crypto::sha256(letter)))};
  }
  return {filled(after_context(cell), w.begun(parts[0])), fmt::format(R"({{"sha256":"{}"}})", std::string(64, '0'))};
}

const std::string draft = "/drafts/liaison.note/new";
Asked own_draft(World&, const Cell&, const Parts&) { return {draft, {}}; }
/// "1": over the version that was saved before; "0": the first words.
Asked saved_draft(World&, const Cell&, const Parts& parts) { return {draft + "?version=" + parts[0], R"({"text":"Bonjour"})", true}; }

}  // namespace

const std::map<std::string, Make>& uploads_makers() {
  static const std::map<std::string, Make> all{
      {"GET /c/{context}/uploads", plain},
      {"POST /c/{context}/uploads", announced},
      {"GET /c/{context}/uploads/{upload}", one_file},
      {"PUT /c/{context}/uploads/{upload}/parts/{part}", part},
      {"POST /c/{context}/uploads/{upload}/finish", finished},
      {"DELETE /c/{context}/uploads/{upload}", one_file},
      {"GET /c/{context}/drafts/{kind}/{thing}", own_draft},
      {"PUT /c/{context}/drafts/{kind}/{thing}", saved_draft},
      {"DELETE /c/{context}/drafts/{kind}/{thing}", own_draft},
  };
  return all;
}

}  // namespace house

#include "login/local/controls.h"
#include "login/local/pages.h"
#include "login/local/words.gen.h"

namespace login::local {

using words::Key;

namespace {

Page told(Key title, const Html& why, std::string_view again, Key button, int status) {
  return {std::string(words::text(title)),
          narrow({}, words::text(title),
                 html(R"({}<p><a class="bouton fort" href="{}">{}</a></p>
)",
                      why, again, words::text(button))),
          status};
}

Html said(std::string_view sentence) { return html("<p>{}</p>\n", sentence); }

}  // namespace

std::optional<Page> trouble(const Error& error, std::string_view again) {
  const int status = int(error.fault);
  if (error.fault == Fault::too_many) {
    const std::string minutes = std::to_string(std::max(2, (error.retry_after_s + 59) / 60));
    Html why = said(words::fill(Key::slow_why, {{"minutes", minutes}}));
    why += said(words::text(Key::slow_help));
    return told(Key::slow_title, why, again, Key::again, status);
  }
  if (error.fault == Fault::busy) return told(Key::busy_title, said(words::text(Key::busy_why)), again, Key::again, status);
  if (error.fault == Fault::out_of_space) return told(Key::failed_title, said(words::text(Key::full_why)), again, Key::again, status);
  if (error.fault != Fault::surprise) return {};
  const std::string incident = error.fields.empty() ? "" : error.fields.front().code;
  return told(Key::failed_title, said(words::fill(Key::failed_why, {{"incident", incident}})), again, Key::again, status);
}

Page no_place_today() { return told(Key::closed_title, said(words::text(Key::closed_why)), "/", Key::to_entrance, 403); }

}  // namespace login::local

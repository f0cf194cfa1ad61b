#include "login/local/sentences.h"

#include <array>
#include <utility>

#include "login/local/words.gen.h"

namespace login::local {

std::string_view sentence_of(std::string_view code) {
  using words::Key;
  constexpr std::array<std::pair<std::string_view, Key>, 12> sentences{{
      {"gate.form_old", Key::errors_form_old},
      {"gate.wrong_password", Key::errors_wrong_password},
      {"gate.code_unreadable", Key::errors_code_unreadable},
      {"gate.code_unknown", Key::errors_code_unknown},
      {"gate.code_used", Key::errors_code_used},
      {"gate.code_expired", Key::errors_code_expired},
      {"gate.code_void", Key::errors_code_void},
      {"gate.code_has_account", Key::errors_code_has_account},
      {"gate.password_short", Key::errors_password_short},
      {"gate.password_long", Key::errors_password_long},
      {"gate.password_common", Key::errors_password_common},
      {"gate.password_is_name", Key::errors_password_is_name},
  }};
  for (const auto& [known, key] : sentences) {
    if (known == code) return words::text(key);
  }
  return {};
}

}  // namespace login::local

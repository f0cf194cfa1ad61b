#pragma once
#include <string>

#include "login/local/html.h"
#include "login/local/words.gen.h"

namespace login::local {

/// One field of a form: its label, its help, what is wrong with it, tied together for those who do not see them.
struct Field {
  std::string_view name;  // also its id
  std::string_view label;
  std::string_view help = {};
  std::string_view wrong = {};  // a sentence: the field then takes the focus
  std::string_view value = {};
  Html attributes = {};  // type, autocomplete…
  Html after = {};       // under the input
};
Html field(const Field&);

Html hidden(std::string_view name, std::string_view value);
/// "Cet appareil est à moi", with what it means not to tick it.
Html own_device_box(bool ticked, words::Key label = words::Key::own, words::Key help = words::Key::own_help);
/// A sentence above a form.
Html alert(std::string_view sentence);
Html notice(const Html& inside);
/// A narrow page: title, then the rest.
Html narrow(const Html& before_title, std::string_view title, const Html& rest);
Html back_link(std::string_view href, std::string_view text);

}  // namespace login::local

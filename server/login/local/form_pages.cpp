#include "login/local/controls.h"
#include "login/local/marks.h"
#include "login/local/pages.h"
#include "login/local/sentences.h"
#include "login/local/way_back.h"
#include "login/local/words.gen.h"

namespace login::local {

using words::Key;

namespace {

constexpr std::string_view form_old = "gate.form_old";

/// A page that came too late says so above its form; all else is said at its field.
Html above(std::string_view wrong) { return wrong == form_old ? alert(sentence_of(form_old)) : Html(); }
std::string_view at_field(std::string_view wrong) { return wrong == form_old ? std::string_view() : sentence_of(wrong); }

Html submit(Key key) {
  return html(R"(<button class="bouton fort large">{}</button>
)",
              words::text(key));
}

Html form(std::string_view action, std::string_view mark, const Html& inside) {
  return html(R"(<form class="carte pile" method="post" action="{}">
{}{}</form>
)",
              action, hidden("form", mark), inside);
}

std::string sheet_line(const gate::SheetOwner& owner) {
  if (!owner.child_first_name) return words::fill(Key::for_staff, {{"name", owner.name}, {"school", owner.school_name}});
  return words::fill(Key::for_guardian, {{"name", owner.name}, {"child", *owner.child_first_name}, {"school", owner.school_name}});
}

}  // namespace

Page sign_in_page(const SignInForm& shown) {
  const Key title = shown.door == Door::parent ? Key::parent_title : Key::school_title;
  const std::string wanted = shown.page_wanted.empty() ? "" : "?retour=" + in_address(shown.page_wanted);
  Html inside = shown.page_wanted.empty() ? Html() : hidden("retour", shown.page_wanted);
  inside += field({.name = "login",
                   .label = words::text(Key::login),
                   .help = words::text(Key::login_help),
                   .value = shown.login,
                   .attributes = html(R"( autocomplete="username" autocapitalize="none" spellcheck="false" required)")});
  inside += field({.name = "password",
                   .label = words::text(Key::password),
                   .wrong = at_field(shown.wrong),
                   .attributes = html(R"( type="password" autocomplete="current-password" required)")});
  inside += own_device_box(shown.own_device);
  inside += submit(Key::enter);
  inside += html(R"(<div class="actions"><a class="lien" href="/aide#oublie">{}</a></div>
)",
                 words::text(Key::forgotten));
  Html rest = html(R"(<p class="doux">{}</p>
)",
                   words::text(Key::enter_how));
  rest += above(shown.wrong);
  rest += form(shown.door == Door::parent ? "/entrer/parent" : "/entrer/ecole", shown.mark, inside);
  rest += html(R"(<p><a class="lien" href="/feuille">{}{}</a></p>
)",
               icon(icons::ticket), words::text(Key::have_sheet));
  return {std::string(words::text(title)), narrow(back_link("/" + wanted, words::text(Key::change)), words::text(title), rest)};
}

Page pupil_page(const SignInForm& shown) {
  const std::string wanted = shown.page_wanted.empty() ? "" : "?retour=" + in_address(shown.page_wanted);
  Html inside = shown.page_wanted.empty() ? Html() : hidden("retour", shown.page_wanted);
  inside += field({.name = "login",
                   .label = words::text(Key::pupil_login),
                   .help = words::text(Key::pupil_login_help),
                   .value = shown.login,
                   .attributes = html(R"( autocomplete="username" autocapitalize="none" spellcheck="false" required)")});
  // shown as it is typed: a child who writes slowly must see the letters, and three words over a shoulder are changed in a minute
  inside += field({.name = "password",
                   .label = words::text(Key::pupil_words),
                   .help = words::text(Key::pupil_words_help),
                   .wrong = at_field(shown.wrong),
                   .attributes = html(R"( autocomplete="off" autocapitalize="none" spellcheck="false" required)")});
  inside += own_device_box(shown.own_device, Key::pupil_own, Key::pupil_own_help);
  inside += submit(Key::enter);
  Html rest = above(shown.wrong);
  rest += form("/entrer/eleve", shown.mark, inside);
  rest += html(R"(<p class="doux">{}</p>
)",
               words::text(Key::pupil_lost));
  return {std::string(words::text(Key::pupil_title)),
          narrow(back_link("/" + wanted, words::text(Key::change)), words::text(Key::pupil_title), rest)};
}

Page code_page(const CodeForm& shown) {
  Html rest;
  if (!shown.account_page.empty()) {
    rest += notice(
        html(R"(<p>{}</p><p><a href="{}">{}</a></p>)", words::text(Key::already_in), shown.account_page, words::text(Key::add_to_account)));
  }
  rest += html(R"(<p class="doux">{}</p>
)",
               words::text(shown.account_page.empty() ? Key::sheet_how : Key::someone_else));
  rest += above(shown.wrong);
  Html inside = field({.name = "code",
                       .label = words::text(Key::code),
                       .help = words::text(Key::code_help),
                       .wrong = at_field(shown.wrong),
                       .value = shown.code,
                       .attributes = html(R"( autocomplete="off" autocapitalize="characters" spellcheck="false" required)")});
  inside += submit(Key::go_on);
  rest += form("/feuille", shown.mark, inside);
  return {std::string(words::text(Key::sheet_title)),
          narrow(back_link("/", words::text(Key::change)), words::text(Key::sheet_title), rest)};
}

Page password_page(const PasswordForm& shown) {
  Html inside = hidden("code", shown.code);
  inside += field({.name = "login",
                   .label = words::text(Key::your_login),
                   .value = shown.owner.login,
                   .attributes = html(R"( autocomplete="username" readonly)")});
  inside += field({.name = "password",
                   .label = words::text(Key::password),
                   .help = words::text(Key::password_rules),
                   .wrong = at_field(shown.wrong),
                   .attributes = html(R"( type="password" autocomplete="new-password" required)"),
                   .after = html(R"(<button class="lien" type="button" data-shows="password" aria-pressed="false" hidden>{}</button>)",
                                 words::text(Key::show_password))});
  inside += own_device_box(shown.own_device);
  inside += submit(Key::enter);
  Html rest = html("<p>{}</p>\n", sheet_line(shown.owner));
  rest += above(shown.wrong);
  rest += form("/feuille", shown.mark, inside);
  return {std::string(words::text(Key::choose_title)),
          narrow(back_link("/feuille", words::text(Key::not_my_sheet)), words::text(Key::choose_title), rest)};
}

}  // namespace login::local

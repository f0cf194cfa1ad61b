#include "base/text.h"
#include "login/local/controls.h"
#include "login/local/marks.h"
#include "login/local/pages.h"
#include "login/local/way_back.h"
#include "login/local/words.gen.h"

namespace login::local {

using words::Key;

namespace {

std::string capital(std::string sentence) {
  if (!sentence.empty() && sentence[0] >= 'a' && sentence[0] <= 'z') sentence[0] = char(sentence[0] - 'a' + 'A');
  return sentence;
}

Html door(std::string_view href, const Html& mark, Key who, Key hint) {
  return html(R"(<li><a class="carte porte" href="{}">{}<span><b>{}</b>{}</span>{}</a></li>
)",
              href, mark, words::text(who), words::text(hint), icon(icons::next));
}

Html command(Key why, std::string_view typed) { return html("<li>{}<pre><code>{}</code></pre></li>\n", words::text(why), typed); }

}  // namespace

Page who_are_you(Date today, const std::string& page_wanted) {
  const std::string wanted = page_wanted.empty() ? "" : "?retour=" + in_address(page_wanted);
  Html text = html(R"(<p class="date-jour"><time datetime="{}">{}</time></p>
<h1>{} <span class="nb">{}</span></h1>
)",
                   to_text(today), capital(text::french_day(today)), words::text(Key::hello), words::text(Key::who));
  if (!page_wanted.empty()) text += html(R"(<p class="doux">{}</p>)", words::text(Key::to_go_on));
  text += html(R"(<ul class="portes">
{}{}{}</ul>
<p><a class="lien" href="/feuille">{}{}</a></p>
)",
               door("/entrer/eleve" + wanted, sticker(shapes::flower, "rose", icons::satchel), Key::pupil, Key::pupil_hint),
               door("/entrer/parent" + wanted, sticker(shapes::drop, "soleil", icons::person), Key::parent, Key::parent_hint),
               door("/entrer/ecole" + wanted, sticker(shapes::house, "mer", icons::school), Key::school, Key::school_hint),
               icon(icons::ticket), words::text(Key::have_sheet));
  return {std::string(words::text(Key::enter_title)), html("<div>{}</div>\n<div>{}</div>\n", courtyard(words::text(Key::courtyard)), text),
          200, true};
}

Page first_start(bool one_at_a_time) {
  Html rest = html(R"(<p>{}</p>
<div class="carte pile"><ol>
{}{}</ol>
<p class="petit doux">{}</p></div>
)",
                   words::text(Key::fresh_why), command(Key::fresh_import, "preau import aaf DOSSIER --apply"),
                   command(Key::fresh_invite, "preau account invite --uai 0000000A --profile head"), words::text(Key::fresh_import_note));
  if (one_at_a_time) rest += notice(html("<p>{}</p>", words::text(Key::fresh_stop)));
  rest += html("<p>{}</p>\n", words::text(Key::fresh_then));
  return {std::string(words::text(Key::fresh_title)), narrow({}, words::text(Key::fresh_title), rest)};
}

Page unsafe_address(const std::string& origin, const std::string& better) {
  Html rest = html("<p>{}</p>\n<p>{}</p>\n", words::fill(Key::unsafe_why, {{"address", origin}}), words::text(Key::unsafe_family));
  if (better.starts_with("https://")) {
    rest += html(R"(<p><a class="bouton fort" href="{}">{}</a></p>
)",
                 better, words::fill(Key::unsafe_go, {{"address", better}}));
  }
  rest += notice(html("<p>{}</p>", words::text(Key::unsafe_host)));
  return {std::string(words::text(Key::unsafe_title)), narrow({}, words::text(Key::unsafe_title), rest), 403};
}

Page nowhere() {
  return {std::string(words::text(Key::nowhere_title)),
          narrow({}, words::text(Key::nowhere_title),
                 html(R"(<p>{}</p>
<p><a class="bouton fort" href="/">{}</a></p>
)",
                      words::text(Key::nowhere_why), words::text(Key::to_entrance))),
          404};
}

Page help() {
  struct Part {
    std::string_view id;
    Key title;
    Key text;
  };
  constexpr std::array<Part, 7> parts{{
      {"entrer", Key::help_enter, Key::help_enter_text},
      {"feuille", Key::help_sheet, Key::help_sheet_text},
      {"oublie", Key::help_forgotten, Key::help_forgotten_text},
      {"eleve", Key::help_pupil, Key::help_pupil_text},
      {"enfants", Key::help_children, Key::help_children_text},
      {"appareil", Key::help_device, Key::help_device_text},
      {"papier", Key::help_paper, Key::help_paper_text},
  }};
  Html sections;
  for (const Part& part : parts) {
    sections += html(R"(<section class="carte texte" id="{}"><h2>{}</h2><p>{}</p></section>
)",
                     part.id, words::text(part.title), words::text(part.text));
  }
  return {std::string(words::text(Key::help_title)),
          narrow(back_link("/", words::text(Key::to_entrance)), words::text(Key::help_title), sections)};
}

}  // namespace login::local

#include "login/local/controls.h"

#include "login/local/marks.h"
#include "login/local/words.gen.h"

namespace login::local {

namespace {

Html described_by(const Field& f) {
  if (f.help.empty() && f.wrong.empty()) return {};
  const Html help = f.help.empty() ? Html() : html("{}-aide", f.name);
  const Html wrong = f.wrong.empty() ? Html() : html("{}-faute", f.name);
  return html(R"( aria-describedby="{}{}{}")", wrong, help.empty() || wrong.empty() ? Html() : html(" "), help);
}

}  // namespace

Html field(const Field& f) {
  const bool wrong = !f.wrong.empty();
  Html out = html(R"(<div class="champ{}"><label for="{}">{}</label>)", wrong ? " en-faute" : "", f.name, f.label);
  if (!f.help.empty()) out += html(R"(<p class="aide" id="{}-aide">{}</p>)", f.name, f.help);
  out += html(R"(<input class="saisie" id="{}" name="{}" value="{}"{}{}{}/>)", f.name, f.name, f.value, f.attributes, described_by(f),
              wrong ? html(R"( aria-invalid="true" autofocus)") : Html());
  if (wrong) out += html(R"(<p class="faute" id="{}-faute">{}{}</p>)", f.name, icon(icons::warning, " ic-p"), f.wrong);
  out += f.after;
  out += html("</div>\n");
  return out;
}

Html hidden(std::string_view name, std::string_view value) { return html(R"(<input type="hidden" name="{}" value="{}"/>)", name, value); }

Html own_device_box(bool ticked, words::Key label, words::Key help) {
  return html(R"(<div><label class="coche"><input type="checkbox" name="own" value="yes" aria-describedby="own-aide"{}/>{}</label>)"
              R"(<p class="petit doux" id="own-aide">{}</p></div>
)",
              ticked ? html(" checked") : Html(), words::text(label), words::text(help));
}

Html alert(std::string_view sentence) {
  return html(R"(<div class="avis attention" role="alert">{}<p>{}</p></div>
)",
              icon(icons::warning), sentence);
}

Html notice(const Html& inside) {
  return html(R"(<div class="avis"><div>{}</div></div>
)",
              inside);
}

Html narrow(const Html& before_title, std::string_view title, const Html& rest) {
  return html(R"(<div class="fiche">
{}<h1>{}</h1>
{}</div>
)",
              before_title, title, rest);
}

Html back_link(std::string_view href, std::string_view text) {
  return html(R"(<a class="lien" href="{}">{}{}</a>
)",
              href, icon(icons::back), text);
}

}  // namespace login::local

#include "login/local/shell.h"

#include "login/local/marks.h"
#include "login/local/words.gen.h"

namespace login::local {

namespace {

constexpr std::string_view title_place = "%TITLE%";
constexpr std::string_view body_place = "%BODY%";

Html demo_banner() {
  return html(R"(<aside aria-label="{}"><p class="avis attention">{}{}</p></aside>)", words::text(words::Key::demo_name),
              icon(icons::clock), words::text(words::Key::demo));
}

}  // namespace

Shell::Shell()
    : Shell("<!doctype html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\" /><title>", "</title></head><body>", "</body></html>\n") {}

std::optional<Shell> Shell::built(std::string_view doors_html) {
  const auto title = doors_html.find(title_place);
  const auto body = doors_html.find(body_place);
  if (title == doors_html.npos || body == doors_html.npos || body < title) return {};
  const auto after_title = title + title_place.size();
  return Shell(doors_html.substr(0, title), doors_html.substr(after_title, body - after_title),
               doors_html.substr(body + body_place.size()));
}

std::string Shell::written(const Page& page, bool demo) const {
  const Html body = html(
      R"(<a class="evitement" href="#contenu">{}</a>
<div class="seuil">
<header><a class="marque" href="/">{}<span>Préau</span></a><a class="lien" href="/aide">{}{}</a></header>
{}<main id="contenu"{}>
{}</main>
</div>
)",
      words::text(words::Key::skip), brand(), icon(icons::help), words::text(words::Key::help), demo ? demo_banner() : Html(),
      page.side_by_side ? html(R"( class="deux")") : Html(), page.main);
  return before_title_ + escaped(words::fill(words::Key::page_title, {{"page", page.title}})) + before_body_ + body.text() + after_body_;
}

}  // namespace login::local

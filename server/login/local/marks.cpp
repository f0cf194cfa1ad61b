#include "login/local/marks.h"

namespace login::local {

Html icon(std::string_view path, std::string_view size) {
  return html(R"(<svg class="ic{}" viewBox="0 0 24 24" aria-hidden="true"><path d="{}"/></svg>)", size, path);
}

Html sticker(std::string_view shape, std::string_view colour, std::string_view icon_path) {
  return html(R"svg(<span class="gommette c-{}" aria-hidden="true"><svg viewBox="0 0 48 48">
<path class="ombre" d="{}" transform="translate(0 2.5)"/><path class="face" d="{}"/></svg>{}</span>)svg",
              colour, shape, shape, icon(icon_path, " ic-g"));
}

Html brand() {
  return html(R"svg(<svg viewBox="0 0 48 48" aria-hidden="true">
<path fill="var(--mer)" d="M3 20 22 6.5q2-1.5 4 0L45 20q2 1.5 1.5 3.5T44 26H4q-2 0-2.5-2.5T3 20z"/>
<path fill="var(--encre)" d="M6 28h5v15H6zM37 28h5v15h-5z"/>
<circle cx="25" cy="36.5" r="6.5" fill="#f2b632"/>
</svg>)svg");
}

Html courtyard(std::string_view said) {
  return html(R"svg(<svg class="cour" viewBox="0 16 560 284" role="img" aria-label="{}">
<g stroke="var(--trait)" stroke-width="3.5" stroke-linejoin="round" stroke-linecap="round">
<path d="M0 232h560v68H0z" fill="var(--sol)" stroke="none"/>
<path d="M0 232h560" stroke="var(--tranche)"/>
<circle cx="486" cy="58" r="30" fill="var(--g-soleil)"/>
<path d="M46 130h12v104H46zM306 130h12v104h-12z" fill="#9a6a3f"/>
<path d="M14 112 166 44q16-7 32 0l152 68q8 4 6 12l-2 8q-1 6-8 6H18q-7 0-8-6l-2-8q-2-8 6-12z" fill="#0b5c7a"/>
<path d="M30 118h304" stroke="#9fd2e6"/>
<path d="M120 200h108v10H120zM126 178h96v8h-96z" fill="#f2b632"/>
<path d="M132 186v48M216 186v48"/>
<path d="M426 168h14v66h-14z" fill="#9a6a3f"/>
<path d="M433 84c18 0 28 10 31 22 17 2 30 15 30 33 0 20-16 36-38 36h-46c-22 0-38-16-38-36 0-18 13-31 30-33 3-12 13-22 31-22z" fill="#4f9a63"/>
<path d="M433 200v-56M433 164l15-14M433 154l-12-12"/>
<g fill="#fff">
<path d="M262 286l14-22h30l-10 22zM306 264h28l-6 22h-32z"/>
<path d="M334 264h30l-4 22h-32zM318 264l8-18h22l-6 18zM346 246h24l-4 18h-24z"/>
</g>
<path d="M364 264h26q12 10-4 22h-26z" fill="#f39b7f"/>
<path d="M83 252v20M101 252v20M101 272h5M83 272h-5"/>
<path d="M110 226l20 10"/>
<path d="M70 254c0-28 7-46 22-46s22 18 22 46z" fill="#d9573b"/>
<circle cx="92" cy="196" r="17" fill="#e8b08c"/>
<path d="M75 195c1-22 33-22 34 0-11-7-23-7-34 0z" fill="#3b2a20"/>
<path d="M86 199v1M98 199v1M88 205c2 3 6 3 8 0"/>
<circle cx="148" cy="256" r="17" fill="#fff"/>
<path d="M132 252c10 4 22 4 33-1M146 240c4 10 4 22 1 33"/>
<g transform="translate(-92 10)">
<path d="M409 248v20M427 248v20M427 268h5M409 268h-5"/>
<path d="M402 222l-22-16M434 222l20-18"/>
<circle cx="404" cy="180" r="7" fill="#1b1410"/>
<circle cx="432" cy="180" r="7" fill="#1b1410"/>
<path d="M396 250c0-28 7-46 22-46s22 18 22 46z" fill="#f2b632"/>
<circle cx="418" cy="192" r="17" fill="#9c6b46"/>
<path d="M401 191c1-22 33-22 34 0-11-7-23-7-34 0z" fill="#1b1410"/>
<path d="M412 195v1M424 195v1M414 201c2 3 6 3 8 0"/>
</g>
</g>
</svg>)svg",
              said);
}

}  // namespace login::local

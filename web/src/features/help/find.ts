import type { HelpBlock, HelpPage } from "../../page/room";

/** The pages that hold every word of what was typed, whatever the accents and capitals; all of them for nothing typed. */
export function findHelp(pages: readonly HelpPage[], typed: string): readonly HelpPage[] {
  const wanted = fold(typed).split(/\s+/).filter(Boolean);
  return pages.filter((page) => {
    const text = fold([page.title, ...page.blocks.map(textOf)].join(" "));
    return wanted.every((word) => text.includes(word));
  });
}

/** The pages that help on that screen, then the others. */
export function partedAt(pages: readonly HelpPage[], screen: string | null): [HelpPage[], HelpPage[]] {
  const helps = (page: HelpPage) => screen !== null && page.screens.includes(screen);
  return [pages.filter(helps), pages.filter((page) => !helps(page))];
}

/** The plain text of a block. */
export function textOf(block: HelpBlock): string {
  if (block.type === "heading") return block.text;
  const inlines = block.type === "list" ? block.items.flat() : block.inlines;
  return inlines.map((inline) => inline.text).join("");
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase();
}

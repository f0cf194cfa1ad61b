/**
 * A band to read along, over the page: it follows the finger, the mouse, and the focus of the keyboard, and lets every click
 * through. Gives what takes it away.
 */
export function readingRuler(page: Document = document): () => void {
  const band = page.createElement("div");
  band.className = "regle";
  band.setAttribute("aria-hidden", "true");
  page.body.append(band);

  const place = (middle: number, height: number) => {
    band.style.setProperty("--regle-haut", `${Math.round(middle - height / 2)}px`);
    band.style.setProperty("--regle-hauteur", `${Math.round(height)}px`);
  };
  // Two lines of the text that is there: tall enough for large letters, low enough to hold one line in sight.
  const line = (at: Element | null) => {
    const style = getComputedStyle(at ?? page.body);
    return Math.max(40, 1.6 * (parseFloat(style.lineHeight) || 1.5 * parseFloat(style.fontSize)));
  };
  const pointed = (event: PointerEvent) =>
    place(event.clientY, line(event.target instanceof Element ? event.target : null));
  const focused = (event: FocusEvent) => {
    if (!(event.target instanceof Element) || !event.target.matches(":focus-visible")) return;
    const { top, height } = event.target.getBoundingClientRect();
    place(top + height / 2, Math.max(line(event.target), Math.min(height + 12, innerHeight / 2)));
  };

  page.addEventListener("pointermove", pointed, { passive: true });
  page.addEventListener("pointerdown", pointed, { passive: true });
  page.addEventListener("focusin", focused);
  return () => {
    page.removeEventListener("pointermove", pointed);
    page.removeEventListener("pointerdown", pointed);
    page.removeEventListener("focusin", focused);
    band.remove();
  };
}

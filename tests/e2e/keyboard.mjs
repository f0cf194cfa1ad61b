// A page with the keyboard alone: what is reached is seen, nothing is left out, nothing holds the focus.

/** Walks through the page with Tab, from its very beginning; one sentence for each thing that is wrong. */
export async function keyboardAlone(page) {
  const problems = [];
  await page.evaluate(forgetStops);
  await page.evaluate(() => {
    document.activeElement?.blur?.();
    getSelection()?.removeAllRanges();
    document.body.setAttribute("tabindex", "-1");
    document.body.focus();
    document.body.removeAttribute("tabindex");
    scrollTo(0, 0);
  });
  for (let stops = 0; stops < 400; stops += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(atFocus);
    if (stop.gone) break;
    if (stops === 0 && !stop.skip) problems.push(`the first stop is not the way to the content: ${stop.what}`);
    problems.push(...stop.problems);
  }
  problems.push(...(await page.evaluate(notReached)));
  return [...new Set(problems)].slice(0, 12);
}

/** Presses Tab until what bears that name holds the focus; throws when a stop on the way is not seen, or nothing bears it. */
export async function tabTo(page, name) {
  await page.evaluate(forgetStops);
  const passed = [];
  for (let stops = 0; stops < 80; stops += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(atFocus);
    if (stop.gone) continue; // round the end of the page, and in again at its top
    if (stop.problems.length > 0) throw new Error(stop.problems.join("; "));
    if (stop.name.startsWith(name)) return;
    passed.push(stop.name);
  }
  throw new Error(`nothing named “${name}” among: ${passed.join(" · ")}`);
}

/** The first Tab offers to skip to the content, and does. */
export async function skipsToContent(page) {
  await page.reload();
  await page.locator("h1").first().waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const there = await page.evaluate(() => document.activeElement?.id || document.querySelector(":target")?.id);
  return there === "contenu" ? [] : [`the skip link leads to “${there}”`];
}

/** What is smaller than a finger: 44 px, for all but links within a sentence. One sentence each. */
export async function smallTargets(page) {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll("button, summary, input:not([type=hidden]), select, textarea, a.bouton, a.lien, a.rond, .rail a, .visage"))
      .filter((element) => element.checkVisibility?.() && !element.closest(".seul-lu"))
      .flatMap((element) => {
        const boxes = [element, element.closest("label")].filter(Boolean).map((one) => one.getBoundingClientRect());
        const height = Math.max(...boxes.map((box) => box.height));
        const width = Math.max(...boxes.map((box) => box.width));
        if (height >= 43.5 && width >= 43.5) return [];
        return [`${Math.round(width)} × ${Math.round(height)} px: ${(element.textContent.trim() || element.ariaLabel || element.localName).slice(0, 60)}`];
      }),
  );
}

// Runs in the page.
function forgetStops() {
  globalThis.reached = new Set();
  globalThis.last = undefined;
}

// Runs in the page.
function atFocus() {
  const element = document.activeElement;
  // A date has several stops inside: day, month, year.
  const again = globalThis.reached.has(element) && element === globalThis.last;
  if (!element || element === document.body || element === document.documentElement || (globalThis.reached.has(element) && !again)) {
    return { gone: true };
  }
  globalThis.reached.add(element);
  globalThis.last = element;
  const name = (element.ariaLabel || (element.closest("label") ?? element).textContent.trim() || element.name || "").replace(/\s+/g, " ");
  const what = `<${element.localName}> ${name.slice(0, 50)}`;
  const problems = [];
  // A radio drawn as a chip shows its focus on the chip.
  const ringed = [element, element.closest("label")].some((one) => {
    const style = one && getComputedStyle(one);
    return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
  // Past the first stop of a date, the browser rings its own parts.
  if (!ringed && !again) problems.push(`the focus does not show: ${what}`);
  if (element.tabIndex > 0) problems.push(`out of order (tabindex ${element.tabIndex}): ${what}`);
  const { left, right, top, bottom } = (element.getClientRects()[0] ?? element.getBoundingClientRect());
  const middle = [(Math.max(left, 0) + Math.min(right, innerWidth)) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
  const there = document.elementFromPoint(...middle);
  const own = there && (element.contains(there) || there.contains(element) || element.closest("label")?.contains(there));
  if (!own) problems.push(`focused out of sight, or under ${there ? `<${there.localName} class="${there.getAttribute("class") ?? ""}">` : "nothing"}: ${what}`);
  return { name, what, problems, skip: element.classList.contains("evitement") };
}

// Runs in the page.
function notReached() {
  const reached = globalThis.reached;
  const groups = new Set([...reached].filter((one) => one.type === "radio").map((one) => one.name));
  return Array.from(document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary"))
    .filter((element) => element.checkVisibility?.({ visibilityProperty: true }) && !element.disabled && element.tabIndex >= 0)
    .filter((element) => !reached.has(element) && !(element.type === "radio" && groups.has(element.name)))
    .map((element) => `not reached by the keyboard: <${element.localName}> ${(element.textContent.trim() || element.ariaLabel || element.name).slice(0, 50)}`);
}

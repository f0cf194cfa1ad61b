/** How a person wants to read, in the words the server keeps it in. */
export interface Choices {
  size: "usual" | "large" | "larger" | "largest";
  spacing: "usual" | "wide" | "wider";
  face: "usual" | "andika" | "opendyslexic";
  scheme: "device" | "light" | "dark";
  contrast: boolean; // reinforced
  ruler: boolean; // a band to read along
  still: boolean; // nothing moves
  aloud: boolean; // texts have a button that reads them
}

/** What everybody has who chose nothing. */
export const usual: Choices = {
  size: "usual",
  spacing: "usual",
  face: "usual",
  scheme: "device",
  contrast: false,
  ruler: false,
  still: false,
  aloud: true,
};

const name = "preau.comfort";

/** What the styles of ui/css/comfort.css read, on <html>. What is usual leaves no mark. */
export function apply(choices: Choices, root: HTMLElement, device: (query: string) => boolean = asked): void {
  const marks: Record<string, string | false> = {
    taille: choices.size !== "usual" && choices.size,
    espace: choices.spacing !== "usual" && choices.spacing,
    police: choices.face !== "usual" && choices.face,
    theme: { device: false as const, light: "jour", dark: "nuit" }[choices.scheme],
    contraste: (choices.contrast || device("(prefers-contrast: more)")) && "",
    calme: choices.still && "",
  };
  for (const [mark, value] of Object.entries(marks)) {
    if (value === false) delete root.dataset[mark];
    else root.dataset[mark] = value;
  }
  // The browser's own frame follows the page: each colour is for one scheme, unless that scheme was chosen.
  for (const meta of root.querySelectorAll<HTMLMetaElement>("meta[data-scheme]")) {
    const own = meta.dataset.scheme!;
    if (choices.scheme === "device") meta.media = `(prefers-color-scheme: ${own})`;
    else meta.media = own === choices.scheme ? "all" : "not all";
  }
}

/** What this device was told last, or nothing: a shared device forgets with its tab. A browser may refuse to keep anything. */
export function kept(): Choices {
  try {
    return choicesFrom(JSON.parse(sessionStorage.getItem(name) ?? localStorage.getItem(name) ?? "{}"));
  } catch {
    return usual;
  }
}

/** Keeps the choices where the next page finds them before it paints: until the tab closes, or longer on one's own device. */
export function keep(choices: Choices, ownDevice: boolean): void {
  try {
    sessionStorage.removeItem(name);
    (ownDevice ? localStorage : sessionStorage).setItem(name, JSON.stringify(choices));
  } catch {
    // Nothing is kept here; the account still is.
  }
}

/** What a shared device does when its person leaves. */
export function forget(): void {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}

/** Reads what was kept, perhaps by an older release: what is not understood is as usual. */
export function choicesFrom(found: unknown): Choices {
  const known: Record<string, readonly unknown[]> = {
    size: ["usual", "large", "larger", "largest"],
    spacing: ["usual", "wide", "wider"],
    face: ["usual", "andika", "opendyslexic"],
    scheme: ["device", "light", "dark"],
  };
  const given = Object.entries(Object(found)).filter(([key, value]) =>
    key in known ? known[key].includes(value) : key in usual && typeof value === "boolean",
  );
  return { ...usual, ...Object.fromEntries(given) };
}

const asked = (query: string) => matchMedia(query).matches;

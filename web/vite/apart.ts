import type { Plugin } from "vite";

// Modules that only list constants, each of which some page uses and most do not.
const lists = /\/(words\.gen|ui\/icons|ui\/drawings)\.ts$/;
const one = "?one=";

/**
 * Makes each constant of a list a module of its own, so that a sentence or an icon travels with the pages that show it. Whole, the
 * list would be in the first view as soon as the home names one line of it.
 */
export function apart(): Plugin {
  const parts = new Map<string, string>();
  return {
    name: "preau-apart",
    apply: "build",
    enforce: "pre",
    resolveId: (id) => (parts.has(id) ? id : null),
    load: (id) => (parts.has(id) ? { code: parts.get(id)!, moduleSideEffects: false } : null),
    transform(code, id) {
      if (!lists.test(id)) return null;
      const names = [];
      for (const [name, text] of constants(code)) {
        parts.set(`${id}${one}${name}.ts`, text);
        names.push(`export { ${name} } from ${JSON.stringify(`${id}${one}${name}.ts`)};`);
      }
      return { code: names.join("\n"), map: null, moduleSideEffects: false };
    },
  };
}

/** Each `export const` of a list, with its name; what stands between them (types, comments) is for the compiler alone. */
export function constants(code: string): [name: string, text: string][] {
  return code.split(/^(?=export )/m).flatMap((text) => {
    const name = /^export const (\w+)/.exec(text)?.[1];
    return name ? [[name, text] as [string, string]] : [];
  });
}

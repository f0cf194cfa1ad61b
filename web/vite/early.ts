import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";

const entry = fileURLToPath(new URL("../src/ui/comfort/early.ts", import.meta.url));
const name = "comfort.js";

/**
 * Puts src/ui/comfort/early.ts in the head of the doors, as a small classic script: it runs before anything is painted, which a
 * module does not, and from a file, since the content policy refuses inline scripts.
 */
export function early(): Plugin {
  let serving = false;
  return {
    name: "preau-early",
    configResolved(config) {
      serving = config.command === "serve";
    },
    async buildStart() {
      if (!serving)
        this.emitFile({ type: "asset", name, source: await compiled(this.environment.config.build.target) });
    },
    transformIndexHtml: {
      order: "post",
      handler(_, { bundle }) {
        if (serving)
          return [{ tag: "script", attrs: { type: "module", src: "/src/ui/comfort/early.ts" }, injectTo: "head" }];
        const file = Object.values(bundle ?? {}).find((one) => one.type === "asset" && one.names.includes(name));
        if (!file) throw new Error(`${name} is not in the bundle`);
        return [{ tag: "script", attrs: { src: `/${file.fileName}` }, injectTo: "head" }];
      },
    },
  };
}

/**
 * Lets the shell be painted only once its script has run, which begins with src/ui/comfort/early.ts: until then the shell is empty,
 * so nothing waits for it, and no request is spent. A browser that does not know `blocking` shows an empty page a moment earlier.
 */
export function paintAfterScript(): Plugin {
  return {
    name: "preau-paint-after-script",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (html) => html.replace('<script type="module"', '<script type="module" blocking="render"'),
    },
  };
}

async function compiled(target: string | string[] | false): Promise<string> {
  const made = await build({
    configFile: false,
    publicDir: false,
    logLevel: "error",
    build: { write: false, target: target || undefined, lib: { entry, formats: ["iife"], name: "early" } },
  });
  const [bundle] = Array.isArray(made) ? made : [made];
  if (!("output" in bundle)) throw new Error("nothing was built");
  return bundle.output[0].code;
}

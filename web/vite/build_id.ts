import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/**
 * Names this build by its files: in the shell (`<meta name="preau-build">`) and in dist/build.txt, which the server reads
 * and says in /api/me. When the two differ, the page is older than the server.
 */
export function buildId(): Plugin {
  return {
    name: "preau-build-id",
    enforce: "post",
    apply: "build",
    generateBundle(_, bundle) {
      const names = Object.keys(bundle).filter((name) => name.startsWith("assets/"));
      const id = createHash("sha256").update(names.sort().join("\n")).digest("hex").slice(0, 16);
      const shell = bundle["index.html"];
      if (shell?.type === "asset") shell.source = String(shell.source).replace("%PREAU_BUILD%", id);
      this.emitFile({ type: "asset", fileName: "build.txt", source: `${id}\n` });
    },
  };
}

import type { Plugin } from "vite";

/**
 * Lists what a device needs to open any page without network (dist/files.json): every script and style, and the two faces
 * that all pages read with. Faces that few choose are left to the network.
 */
export function offlineFiles(): Plugin {
  return {
    name: "preau-offline-files",
    apply: "build",
    generateBundle(_, bundle) {
      const needed = Object.keys(bundle).filter(
        (name) => /\.(js|css)$/.test(name) || /(hyperlegible|playwrite).*\.woff2$/.test(name),
      );
      const files = needed.filter((name) => name.startsWith("assets/")).map((name) => `/${name}`);
      this.emitFile({ type: "asset", fileName: "files.json", source: JSON.stringify(files.sort()) });
    },
  };
}

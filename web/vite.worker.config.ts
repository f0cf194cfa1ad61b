import { readFileSync } from "node:fs";
import { defineConfig } from "vite";

// The service worker stands alone at the root, where it may serve every page; it comes last, for it names the files of the
// build before it.
export default defineConfig(() => ({
  publicDir: false as const,
  define: {
    PREAU_BUILD: JSON.stringify(readFileSync("dist/build.txt", "utf8").trim()),
    PREAU_FILES: readFileSync("dist/files.json", "utf8"),
  },
  build: {
    target: ["es2021", "chrome100", "safari15", "firefox102"],
    emptyOutDir: false,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: "src/worker.ts",
      output: { format: "iife" as const, entryFileNames: "sw.js" },
    },
  },
}));

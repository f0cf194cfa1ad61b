import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import { apart } from "./vite/apart.ts";
import { buildId } from "./vite/build_id.ts";
import { paintAfterScript } from "./vite/early.ts";
import { offlineFiles } from "./vite/files.ts";
import { help } from "./vite/help.ts";
import { pseudo } from "./vite/pseudo.ts";

// Where the words of an invented language are, when the pages are built in it (tests/e2e/pseudo.mjs).
const invented = process.env.PREAU_PSEUDO_WORDS;

export default defineConfig({
  plugins: [
    help(),
    svelte(),
    apart(),
    paintAfterScript(),
    buildId(),
    offlineFiles(),
    ...(invented ? [pseudo(invented)] : []),
  ],
  build: {
    // The oldest browsers of the schools (docs/requirements.md, NFR-12).
    target: ["es2021", "chrome100", "safari15", "firefox102"],
    // The content policy refuses data: URIs and inline scripts: everything is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // The frame and the homes are one file; each other room is one more when it is first opened, with the
            // components that only rooms use beside them.
            { name: "first", tags: ["$initial"], priority: 3 },
            { name: "ui", test: /src\/(ui|page|api)\//, priority: 2 },
            ...["attendance", "liaison", "settings", "help", "account", "comfort"].map((room) => ({
              name: room,
              test: new RegExp(`src/(features|frame)/${room}/`),
              priority: 1,
            })),
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": "http://localhost:8080" } },
  resolve: process.env.VITEST ? { conditions: ["browser"] } : undefined,
  test: { include: ["src/**/*.test.ts", "vite/**/*.test.ts"] },
});

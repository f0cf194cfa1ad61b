import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import { buildId } from "./vite/build_id.ts";
import { help } from "./vite/help.ts";

export default defineConfig({
  plugins: [help(), svelte(), buildId()],
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
            ...["liaison", "settings", "help", "account"].map((room) => ({
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

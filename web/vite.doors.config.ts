import { defineConfig } from "vite";
import { early } from "./vite/early.ts";

// The doors are plain pages that the server writes (server/login/local): this builds the sheet they are written on, its style
// and its few lines of script, beside the rest. Apart, so that nothing of the rooms is loaded before one has entered.
export default defineConfig({
  plugins: [early()],
  publicDir: false,
  build: {
    target: ["es2021", "chrome100", "safari15", "firefox102"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    emptyOutDir: false,
    rolldownOptions: { input: "doors.html" },
  },
});

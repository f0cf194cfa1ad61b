// The gallery of components, as `npm run dev` shows it at /ui: in both schemes nothing for axe to say; and no trace of it in a build.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { device } from "./browser.mjs";
import { freePort, pictures } from "./house.mjs";
import { keyboardAlone, smallTargets } from "./keyboard.mjs";
import { askAxe, outOfPlace } from "./looks.mjs";
import { seen, step, told } from "./steps.mjs";

const root = new URL("../..", import.meta.url).pathname;
const port = await freePort();
const serving = spawn("npx", ["vite", "--port", String(port), "--strictPort", "--logLevel", "error"], {
  cwd: join(root, "web"),
  stdio: "inherit",
  detached: true, // npx has a child of its own: they end together
});
let visitor;

try {
  await step("every component in every state, by day and by night", async () => {
    const origin = `http://localhost:${port}`;
    for (let tries = 0; tries < 200; tries += 1) {
      if (await fetch(`${origin}/ui`).then((reply) => reply.ok, () => false)) break;
      await new Promise((later) => setTimeout(later, 100));
    }
    visitor = await device("developer", origin);
    const { page } = visitor;
    await page.goto("/ui");
    await page.getByRole("heading", { name: "Composants" }).waitFor({ timeout: 60_000 });
    await page.waitForTimeout(500); // « La page arrive » comes after 300 ms
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        const where = `gallery at ${width} px, ${colorScheme}`;
        seen(`${where}: axe`, await askAxe(page));
        seen(`${where}: nothing out of place`, await outOfPlace(page));
        await page.screenshot({ path: join(pictures, `ui-${width}-${colorScheme}.png`), fullPage: true });
      }
      await page.emulateMedia({ colorScheme: null });
      seen(`gallery at ${width} px: keyboard alone`, (await keyboardAlone(page)).filter((one) => !one.includes("way to the content")));
      seen(`gallery at ${width} px: large enough to touch`, await smallTargets(page));
    }
    await page.getByRole("button", { name: "Jeter l’album" }).click();
    await page.getByRole("dialog").waitFor();
    seen("gallery, dialog: axe", await askAxe(page));
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), "Jeter l’album", "the focus is not given back");
  });

  await step("nothing of the gallery is in a build", async () => {
    const dist = join(root, process.env.PREAU_WEB ?? "web/dist");
    const files = (await readdir(dist, { recursive: true })).filter((file) => /\.(js|html|css)$/.test(file));
    assert.ok(files.length > 0, "nothing is built");
    for (const file of files) {
      const text = await readFile(join(dist, file), "utf8");
      assert.ok(!/galerie|Tout ce que les pages emploient/.test(text) && !file.endsWith("ui.html"), `${file} holds the gallery`);
    }
  });
} finally {
  await visitor?.close();
  process.kill(-serving.pid, "SIGTERM");
}
process.exitCode = told();

// A newer build of the pages: the same code under other names, as a build of other code would have, so that nothing of the older one
// is found where it was.
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const written = /\.(js|css|html|json|txt|webmanifest)$/;

/** Copies a build into `to` with every asset renamed; gives the new build's name, as dist/build.txt says it. */
export async function newerBuild(from, to) {
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  await cp(from, to, { recursive: true });
  const older = (await readFile(join(to, "build.txt"), "utf8")).trim();
  const newer = [...older].reverse().join("");
  const names = new Map([[older, newer]]);
  for (const name of await readdir(join(to, "assets"))) {
    const other = name.replace(/\.(\w+)$/, "-2.$1");
    names.set(name, other);
    await rename(join(to, "assets", name), join(to, "assets", other));
  }
  for (const file of await readdir(to, { recursive: true })) {
    if (!written.test(file)) continue;
    let text = await readFile(join(to, file), "utf8");
    for (const [name, other] of names) text = text.replaceAll(name, other);
    await writeFile(join(to, file), text);
  }
  return newer;
}

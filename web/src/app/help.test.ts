import { expect, test } from "vitest";
import { rooms } from "./features";

const apart = ["help"]; // nobody is helped to read the help

test("each screen has its help, for each profile that sees it (HLP-01)", async () => {
  const help = (await Promise.all(rooms.flatMap((room) => room.help?.() ?? []))).flatMap((module) => module.default);
  const without = rooms
    .filter(({ name }) => !apart.includes(name))
    .flatMap(({ pages }) => pages.flatMap(({ path, profiles }) => profiles.map((profile) => ({ path, profile }))))
    .filter(({ path, profile }) => !help.some((one) => one.screens.includes(path) && one.profiles.includes(profile)));
  expect(without).toEqual([]);
});

test("no help speaks of a screen that its reader does not have", async () => {
  const help = (await Promise.all(rooms.flatMap((room) => room.help?.() ?? []))).flatMap((module) => module.default);
  const pages = rooms.flatMap((room) => room.pages);
  const astray = help.flatMap(({ title, screens, profiles }) =>
    profiles
      .filter((profile) => !pages.some((page) => screens.includes(page.path) && page.profiles.includes(profile)))
      .map((profile) => `${title}: ${profile}`),
  );
  expect(astray).toEqual([]);
  const paths = new Set(pages.map(({ path }) => path));
  expect(help.flatMap(({ screens }) => screens).filter((screen) => !paths.has(screen))).toEqual([]);
});

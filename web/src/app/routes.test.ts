import { describe, expect, test } from "vitest";
import type { Page, Room } from "../page/room";
import { address } from "./address";
import { find, placeAround, placeOf } from "./routes";

const page = (path: string, profiles: Page["profiles"]): Page => ({ path, profiles, load: () => Promise.reject() });
const rooms: Room[] = [
  { name: "portal", pages: [page("/", ["guardian"]), page("/", ["head"])], places: [] },
  {
    name: "liaison",
    pages: [
      page("/carnet", ["guardian"]),
      page("/carnet/{note}", ["guardian"]),
      page("/carnet/ecrire", ["teacher", "guardian"]),
    ],
    places: [],
  },
];

describe("addresses", () => {
  test("the context is the first part, whatever follows", () => {
    expect(placeOf("/c/parent")).toEqual({ slug: "parent", path: "/" });
    expect(placeOf("/c/parent/")).toEqual({ slug: "parent", path: "/" });
    expect(placeOf("/c/tilleuls-enseignant/carnet/12/")).toEqual({ slug: "tilleuls-enseignant", path: "/carnet/12" });
    expect(placeOf("/aide")).toBeUndefined();
  });

  test("a page is written back as it was read", () => {
    expect(address("parent", "/carnet", { enfant: "a b", avant: undefined })).toBe("/c/parent/carnet?enfant=a+b");
  });
});

describe("finding a page", () => {
  test("each profile has its own home", () => {
    expect(find(rooms, "guardian", "/")?.page).toBe(rooms[0].pages[0]);
    expect(find(rooms, "head", "/")?.page).toBe(rooms[0].pages[1]);
  });

  test("a plain part wins over one in braces", () => {
    expect(find(rooms, "guardian", "/carnet/ecrire")?.page.path).toBe("/carnet/ecrire");
    expect(find(rooms, "guardian", "/carnet/12")?.params).toEqual({ note: "12" });
  });

  test("a page of another profile is as absent as one that does not exist", () => {
    expect(find(rooms, "head", "/carnet")).toBeUndefined();
    expect(find(rooms, "guardian", "/nulle-part")).toBeUndefined();
  });
});

test("a place stays current on the pages under it, the home on itself alone", () => {
  const places = [{ path: "/" }, { path: "/carnet" }];
  expect(placeAround(places, "/carnet/12")).toBe(places[1]);
  expect(placeAround(places, "/")).toBe(places[0]);
  expect(placeAround(places, "/compte")).toBeUndefined();
});

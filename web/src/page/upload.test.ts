import { describe, expect, test } from "vitest";
import { Refusal, type Api } from "../api/client";
import { mostBytes, Uploads, type Tools } from "./upload.svelte";

const partBytes = 4;

/** A server that keeps what it gets, and a line that breaks when told. */
function school() {
  const parts = new Map<number, string>();
  const asked: string[] = [];
  const line = { cutAt: -1, refuse: "", spoilt: 0 };
  let size = 0;
  const api = {
    post: async (path: string, body: { size_bytes?: number; name?: string }) => {
      asked.push(`POST ${path}`);
      if (path === "/uploads") {
        if (line.refuse) throw new Refusal(507, line.refuse);
        size = body.size_bytes!;
        return { upload: "u", part_bytes: partBytes, parts: Math.ceil(size / partBytes) };
      }
      if (line.spoilt-- > 0) throw new Refusal(400, "uploads.corrupt");
      return { upload: "u", name: "photo.jpg", type: "jpeg", size_bytes: size };
    },
    get: async () => ({ received: [...parts.keys()].sort() }),
    putBytes: async (path: string, bytes: Blob) => {
      const number = Number(path.split("/").at(-1));
      asked.push(`PUT ${number}`);
      if (number === line.cutAt) {
        line.cutAt = -1;
        throw new Refusal(0, "network");
      }
      parts.set(number, await bytes.text());
    },
    drop: async (path: string) => void asked.push(`DELETE ${path}`),
  } as unknown as Api;
  return { api, parts, asked, line };
}

const waits: number[] = [];
const tools: Tools = {
  reduce: async (file) => ({ blob: file, name: file.name }),
  sha256: async () => "hash",
  show: () => "blob:preview",
  hide: () => undefined,
  wait: async (ms) => void waits.push(ms),
};
const photo = (content = "0123456789") => new File([content], "IMG_1.HEIC", { type: "image/heic" });

describe("a photo", () => {
  test("is sent in parts, and is named as the server found it", async () => {
    const { api, parts } = school();
    const uploads = new Uploads(api, [], tools);
    await uploads.add([photo()]);
    expect([...parts.values()]).toEqual(["0123", "4567", "89"]);
    expect(uploads.ids).toEqual(["u"]);
    expect(uploads.busy).toBe(false);
    expect(uploads.files[0]).toMatchObject({ name: "photo.jpg", sending: "ready", share: 1 });
  });

  test("goes on after a cut, with what is missing", async () => {
    const { api, parts, asked, line } = school();
    line.cutAt = 1;
    waits.length = 0;
    await new Uploads(api, [], tools).add([photo()]);
    expect(waits).toEqual([2000]);
    expect(asked.filter((one) => one.startsWith("PUT"))).toEqual(["PUT 0", "PUT 1", "PUT 1", "PUT 2"]);
    expect(parts.size).toBe(3);
  });

  test("spoilt on its way is sent once more, whole", async () => {
    const { api, asked, line } = school();
    line.spoilt = 1;
    const uploads = new Uploads(api, [], tools);
    await uploads.add([photo()]);
    expect(asked.filter((one) => one.startsWith("PUT"))).toHaveLength(6);
    expect(uploads.ids).toEqual(["u"]);
  });

  test("too large, or of a full school, is told, and is not among what is sent", async () => {
    const { api, line } = school();
    const uploads = new Uploads(api, [], tools);
    await uploads.add([new File([new Uint8Array(mostBytes + 1)], "film.mov")]);
    line.refuse = "uploads.school_full";
    await uploads.add([photo()]);
    expect(uploads.files.map((one) => one.refusal?.error)).toEqual(["uploads.too_large", "uploads.school_full"]);
    expect(uploads.ids).toEqual([]);
    expect(uploads.busy).toBe(false);
  });

  test("is one of five at most, and gives its place back when it is removed", async () => {
    const { api, asked } = school();
    const uploads = new Uploads(api, [], tools);
    await uploads.add(Array.from({ length: 7 }, () => photo()));
    expect(uploads.files).toHaveLength(5);
    await uploads.remove(uploads.files[0]);
    expect(uploads.left).toBe(1);
    expect(asked.at(-1)).toBe("DELETE /uploads/u");
  });

  test("of a draft is back while the server has it", async () => {
    const file = { upload: "u", name: "photo.jpg", type: "jpeg", size_bytes: 10 };
    const get = async (path: string) => {
      if (path !== "/uploads/u") throw new Refusal(404, "uploads.no_upload");
      return { upload: "u", received: [], file };
    };
    const uploads = new Uploads({ get } as unknown as Api, [], tools);
    await uploads.restore([file, { ...file, upload: "gone" }] as never);
    expect(uploads.ids).toEqual(["u"]);
    expect(uploads.there).toEqual([file]);
  });

  test("that the thing already has stays", () => {
    const already = { upload: "old", name: "plan.pdf", type: "pdf", size_bytes: 10 } as const;
    const uploads = new Uploads(school().api, [already], tools);
    expect(uploads.ids).toEqual(["old"]);
  });
});

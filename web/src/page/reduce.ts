/** Longest side of a photo that leaves this device, in pixels: enough to print an A5 page. */
const longest = 2048;
/** A photo lighter than this, and no larger, leaves as it is. */
const light = 1_000_000;
const quality = 0.85;

/** What leaves: the photo made smaller, without what its file says of its place and time, or the file as it was chosen. */
export interface Reduced {
  blob: Blob;
  name: string;
}

/**
 * Makes a photo smaller before it is sent, on this device. What cannot be opened here (HEIC in most browsers) leaves as it is: the
 * server makes it anew in any case.
 */
export async function reduce(file: File): Promise<Reduced> {
  const asItIs = { blob: file, name: file.name };
  if (file.type === "application/pdf") return asItIs;
  const picture = await opened(file);
  if (!picture) return asItIs;
  const { naturalWidth: width, naturalHeight: height } = picture;
  const share = Math.min(1, longest / Math.max(width, height));
  if (share === 1 && (file.size <= light || file.type === "image/png")) return asItIs;
  const type = file.type === "image/png" ? "image/png" : "image/jpeg";
  const drawn = await redrawn(picture, Math.round(width * share), Math.round(height * share), type);
  if (!drawn || (share === 1 && drawn.size >= file.size)) return asItIs;
  return { blob: drawn, name: type === "image/jpeg" ? file.name.replace(/\.\w{2,5}$/, "") + ".jpg" : file.name };
}

async function opened(file: File): Promise<HTMLImageElement | undefined> {
  const address = URL.createObjectURL(file);
  const picture = new Image();
  picture.src = address;
  try {
    await picture.decode();
    return picture;
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function redrawn(picture: HTMLImageElement, width: number, height: number, type: string): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")?.drawImage(picture, 0, 0, width, height); // upright: the browser turns it
  return new Promise((done) => canvas.toBlob(done, type, quality));
}

/** Of the whole content, 64 hexadecimal digits. */
export async function sha256(blob: Blob): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await blob.arrayBuffer()));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

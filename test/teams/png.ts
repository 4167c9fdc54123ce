/** Reads the pixels of a PNG of eight bits a colour, without interlacing, as the icons are. */
import { inflateSync } from "node:zlib";

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and how opaque, each from 0 to 255. */
  pixel(x: number, y: number): readonly [number, number, number, number];
}

const SIGNATURE = "89504e470d0a1a0a";
/** Bytes a pixel, by the colour type: without and with transparency. */
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/** Throws for any other kind of picture. */
export function readPng(file: Buffer): Picture {
  if (file.subarray(0, 8).toString("hex") !== SIGNATURE) throw new Error("not a PNG");
  const chunks = chunksOf(file);
  const header = chunks.find(({ type }) => type === "IHDR")?.data ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, colour = 0, , , interlaced] = header.subarray(8);
  const channels = CHANNELS[colour];
  if (depth !== 8 || interlaced !== 0 || !channels) throw new Error("a PNG of another kind");
  const packed = chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data);
  const rows = unfiltered(inflateSync(Buffer.concat(packed)), width * channels, height, channels);
  return {
    width,
    height,
    pixel(x, y) {
      const [red = 0, green = 0, blue = 0, alpha = 255] =
        rows[y]?.subarray(x * channels, (x + 1) * channels) ?? [];
      return [red, green, blue, alpha];
    },
  };
}

function chunksOf(file: Buffer): { type: string; data: Buffer }[] {
  const chunks = [];
  for (let start = 8; start < file.length; ) {
    const size = file.readUInt32BE(start);
    const data = file.subarray(start + 8, start + 8 + size);
    chunks.push({ type: file.toString("latin1", start + 4, start + 8), data });
    start += size + 12;
  }
  return chunks;
}

/** Each row begins with how it was foretold from its neighbours. */
function unfiltered(bytes: Buffer, size: number, height: number, channels: number): Buffer[] {
  const rows: Buffer[] = [];
  for (let y = 0; y < height; y += 1) {
    const filter = bytes[y * (size + 1)] ?? 0;
    const row = Buffer.from(bytes.subarray(y * (size + 1) + 1, (y + 1) * (size + 1)));
    const above = rows[y - 1];
    for (let x = 0; x < size; x += 1) {
      const corner = above?.[x - channels] ?? 0;
      row[x] = (row[x] ?? 0) + foretold(filter, row[x - channels] ?? 0, above?.[x] ?? 0, corner);
    }
    rows.push(row);
  }
  return rows;
}

function foretold(filter: number, left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const nearest = [left, up, corner].sort((a, b) => Math.abs(guess - a) - Math.abs(guess - b))[0] ?? 0;
  return [0, left, up, Math.floor((left + up) / 2), nearest][filter] ?? 0;
}

// Writes pixels as a PNG file (ISO/IEC 15948), packed in another thread: the one that came with the drawing
// holds up everybody for 20 to 40 ms a picture.
import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const packed = promisify<Buffer, { level: number }, Buffer>(deflate);

export type Pixels = {
  /** Red, green, blue and alpha of each, from the top left. */
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
};

export const pixelsAsPng = async ({ pixels, width, height }: Pixels): Promise<Uint8Array> =>
  Buffer.concat([
    signature,
    chunk('IHDR', headerOf(width, height)),
    chunk('IDAT', await packed(unfiltered({ pixels, width, height }), { level: 2 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Eight bits a channel, with alpha, not interlaced. */
const headerOf = (width: number, height: number): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6], 8);
  return header;
};

/** Each row begins with the filter it was written by: 0 is none, best for flat colours. */
const unfiltered = ({ pixels, width, height }: Pixels): Buffer => {
  const row = width * 4;
  const rows = Buffer.alloc((row + 1) * height);
  for (let at = 0; at < height; at += 1)
    rows.set(pixels.subarray(at * row, (at + 1) * row), at * (row + 1) + 1);
  return rows;
};

const chunk = (name: string, content: Uint8Array): Buffer => {
  const bytes = Buffer.alloc(content.length + 12);
  bytes.writeUInt32BE(content.length, 0);
  bytes.write(name, 4, 'latin1');
  bytes.set(content, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, content.length + 8)), content.length + 8);
  return bytes;
};

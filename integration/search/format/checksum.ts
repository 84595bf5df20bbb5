// The first line of every file of an index: a checksum of the rest. A file that was cut short on its way, changed by
// a proxy, or replaced by a host's page for missing files is known by it.

/** Eight hexadecimal digits and a line break. */
export const CHECKSUM_LENGTH = 9;

/** CRC-32 (ISO 3309), as gzip and PNG have it. */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function checksumOf(bytes: Uint8Array): string {
  let value = 0xffffffff;
  for (let at = 0; at < bytes.length; at++)
    value = (value >>> 8) ^ (table[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return (~value >>> 0).toString(16).padStart(8, '0');
}

/** @returns a file with these contents */
export function sealed(contents: Uint8Array): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(CHECKSUM_LENGTH + contents.length);
  new TextEncoder().encodeInto(`${checksumOf(contents)}\n`, file);
  file.set(contents, CHECKSUM_LENGTH);
  return file;
}

/** @returns the contents of a file; nothing where they are not what was written */
export function unsealed(file: Uint8Array): Uint8Array | undefined {
  const contents = file.subarray(CHECKSUM_LENGTH);
  const line = String.fromCharCode(...file.subarray(0, CHECKSUM_LENGTH));
  return line === `${checksumOf(contents)}\n` ? contents : undefined;
}

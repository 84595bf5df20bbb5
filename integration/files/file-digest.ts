// Digests of files of any size.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

const CHUNK_BYTES = 2 ** 20;

/**
 * @returns size and SHA-256 of a file, and the SHA-256 of its first `prefixSize` bytes; the latter is empty where it has
 * fewer
 */
export async function digestFile(
  file: string,
  prefixSize = 0,
): Promise<{ size: number; prefix: string; digest: string }> {
  const whole = createHash('sha256');
  let prefix = '';
  let size = 0;
  const chunks: AsyncIterable<Buffer> = createReadStream(file, { highWaterMark: CHUNK_BYTES });
  for await (const chunk of chunks) {
    if (size < prefixSize && size + chunk.length >= prefixSize) {
      const rest = prefixSize - size;
      whole.update(chunk.subarray(0, rest));
      prefix = whole.copy().digest('hex');
      whole.update(chunk.subarray(rest));
    } else {
      whole.update(chunk);
    }
    size += chunk.length;
  }
  return { size, prefix, digest: whole.digest('hex') };
}

// A static host for a built site, as plain as hosts come: a folder's index.html, 404.html where there is none, and
// the headers that the site's own _headers asks for.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { headersFor, readHeaders } from '../headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

export interface Host {
  /** What it serves. */
  folder: string;
  /** `http://127.0.0.1:…` */
  origin: string;
  close(): Promise<void>;
}

/**
 * Serves a folder on a free port of this machine.
 * @param base path it is served under, with a slash at both ends
 */
export async function serve(folder: string, base = '/'): Promise<Host> {
  const rules = await readHeaders(folder);
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const name = pathname.startsWith(base) ? decodeURIComponent(pathname.slice(base.length)) : 'nowhere';
    const file = path.join(folder, name === '' || name.endsWith('/') ? `${name}index.html` : name);
    const found = await readFile(file).catch(() => undefined);
    response.statusCode = found ? 200 : 404;
    response.setHeader(
      'content-type',
      TYPES[found ? path.extname(file) : '.html'] ?? 'application/octet-stream',
    );
    for (const [header, value] of headersFor(pathname, rules)) response.setHeader(header, value);
    response.end(found ?? (await readFile(path.join(folder, '404.html'))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    folder,
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

// One build at a time in a project: two would write to one cache. The lock is a socket, which the operating system closes
// with its process, however that ends: a lock of a build that is gone is known by that nobody answers.
import { hash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { explainWriteError } from '../files/writable.ts';

const OWN = `process ${process.pid}`;
/** In milliseconds: a build that renders may take a moment to say who it is. */
const ANSWER_WITHIN = 3000;

/**
 * Takes the lock of a project.
 * @param folder that builds of the project share
 * @returns a function that gives it back; the end of the process does so as well
 * @throws Error where another build has it, with who that is
 */
export async function takeBuildLock(folder: string): Promise<() => void> {
  const address = addressOf(folder);
  for (;;) {
    const server = await listen(address);
    if (server) return keep(server, address);
    const holder = await ask(address);
    // A build that failed in this process, which went on.
    if (holder === OWN) return () => {};
    if (holder) {
      throw new Error(
        `Another build of this project is under way (${holder}), and both would write to ${folder}. Wait for its end, ` +
          'or end it.',
      );
    }
    // Left by a build that was killed.
    rmSync(address, { force: true });
  }
}

/** Sockets have short names, whatever the folder's is. */
function addressOf(folder: string): string {
  const name = `wirecopy-${userInfo().uid}-${hash('sha256', path.resolve(folder), 'hex').slice(0, 16)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(tmpdir(), `${name}.sock`);
}

/** @returns nothing where the address is taken */
function listen(address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((asking) => {
      asking.on('error', () => asking.destroy());
      asking.end(OWN);
    });
    server.on('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(undefined);
      else reject(explainWriteError(error, address));
    });
    server.listen(address, () => resolve(server));
  });
}

/** @returns who has the lock; nothing where nobody has it any more */
function ask(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(address);
    socket.setEncoding('utf8');
    socket.setTimeout(ANSWER_WITHIN, () => socket.destroy(new Error('No answer.')));
    let isThere = false;
    socket.on('connect', () => {
      isThere = true;
    });
    socket.on('data', (data) => {
      said += data;
    });
    // Nobody listens, or nobody answered in time; the one that closes says which.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(isThere ? said || 'a process that is busy' : undefined));
  });
}

function keep(server: Server, address: string): () => void {
  server.unref();
  const release = () => {
    process.off('exit', release);
    server.close();
    rmSync(address, { force: true });
  };
  process.once('exit', release);
  return release;
}

// Loads and answers of `astro dev`, which take turns.
import { EventEmitter } from 'node:events';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { Turns } from '../../integration/dev/turns.ts';

/** An answer that ends when it is told to. */
function answer() {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  return { request, response, end: () => response.emit('close') };
}

/** A load that ends when it is told to. */
function load() {
  const events = new EventEmitter();
  return {
    run: () => new Promise<void>((resolve) => events.once('end', resolve)),
    end: () => events.emit('end'),
  };
}

test('what is asked for while dumps are loaded is answered after that, and after what follows a load', async () => {
  const turns = new Turns();
  const done: string[] = [];
  turns.afterLoads(() => done.push('told'));
  const { run, end } = load();
  const loaded = turns.load(async () => {
    await run();
    done.push('loaded');
  });
  const { request, response } = answer();
  const passed = turns.wait(request, response, () => done.push('answered'));
  await Promise.resolve();
  expect(done).toEqual([]);
  setImmediate(end);
  await Promise.all([loaded, passed]);
  expect(done).toEqual(['loaded', 'told', 'answered']);
});

test('dumps are loaded once what was asked for before is answered', async () => {
  const turns = new Turns();
  const done: string[] = [];
  const { request, response, end } = answer();
  await turns.wait(request, response, () => done.push('asked'));
  const loaded = turns.load(async () => done.push('loaded'));
  done.push('answered');
  end();
  await loaded;
  expect(done).toEqual(['asked', 'answered', 'loaded']);
});

test('an answer that never ends does not keep dumps from being loaded', async () => {
  const turns = new Turns(1);
  const { request, response } = answer();
  await turns.wait(request, response, () => {});
  expect(await turns.load(async () => 'loaded')).toBe('loaded');
});

test('what is to follow a load no longer does once it is ended', async () => {
  const turns = new Turns();
  const done: string[] = [];
  const stop = turns.afterLoads(() => done.push('told'));
  stop();
  await turns.load(async () => done.push('loaded'));
  expect(done).toEqual(['loaded']);
});

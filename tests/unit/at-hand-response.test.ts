// Responses whose body is kept at hand: nobody can tell them from Node's own.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bodyBytes, keepBodiesAtHand } from '../../integration/astro/at-hand-response.ts';

const Own = globalThis.Response;
let readAsEver: () => void;
beforeEach(() => {
  readAsEver = keepBodiesAtHand();
});
afterEach(() => readAsEver());

type Arguments = ConstructorParameters<typeof Response>;
const BODIES: Record<string, () => Arguments> = {
  'a page': () => [new TextEncoder().encode('<p>ä</p>'), { headers: { 'Content-Type': 'text/html' } }],
  'a string': () => ['Grüße'],
  'a string with a type': () => ['<rss/>', { headers: { 'Content-Type': 'application/rss+xml' } }],
  'an empty string': () => [''],
  nothing: () => [null],
  'no page': () => ['Not here.', { status: 404, statusText: 'Not Found' }],
  'a stream': () => [new Blob(['streamed']).stream()],
  'a form': () => ['a=1&b=2', { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }],
};

const told = async (response: Response) => ({
  status: response.status,
  statusText: response.statusText,
  ok: response.ok,
  headers: [...response.headers],
  hasBody: response.body !== null,
  text: await response.text(),
  used: response.bodyUsed,
});

describe.each(Object.entries(BODIES))('a response of %s', (_, body) => {
  test('is what Node’s own is', async () => {
    expect(await told(new Response(...body()))).toEqual(await told(new Own(...body())));
    expect(await told(new Response(...body()).clone())).toEqual(await told(new Own(...body()).clone()));
    const bytes = new Uint8Array(await new Own(...body()).arrayBuffer());
    expect(new Uint8Array(await new Response(...body()).arrayBuffer())).toEqual(bytes);
    expect(await new Response(...body()).bytes()).toEqual(bytes);
    expect(new Uint8Array(await (await new Response(...body()).blob()).arrayBuffer())).toEqual(bytes);
    expect(await bodyBytes(new Response(...body()))).toEqual(bytes);
  });

  test('can be made into another, and be read once', async () => {
    const response = new Response(...body());
    const wrapped = new Response(response.body, response);
    expect(await wrapped.text()).toBe(await new Own(...body()).text());
    if (response.body) await expect(bodyBytes(response)).rejects.toThrow();
  });
});

test('what a page’s bytes are taken from keeps none, and was read', async () => {
  const response = new Response('once');
  expect(await bodyBytes(response)).toEqual(new TextEncoder().encode('once'));
  expect(response.bodyUsed).toBe(true);
  await expect(response.text()).rejects.toThrow();
  await expect(bodyBytes(response)).rejects.toThrow();
  expect(response.status).toBe(200);
});

test('a copy is read apart from what it was copied from', async () => {
  const response = new Response('twice');
  const copy = response.clone();
  expect([await copy.text(), await response.text()]).toEqual(['twice', 'twice']);
  await expect(response.text()).rejects.toThrow();
  expect(() => response.clone()).toThrow();
});

test('forms and JSON are read from it', async () => {
  expect([...(await new Response(...(BODIES['a form']?.() ?? [])).formData())]).toEqual([
    ['a', '1'],
    ['b', '2'],
  ]);
  expect(await new Response('{"a":1}').json()).toEqual({ a: 1 });
});

test('bytes that change later are not what was answered', async () => {
  const bytes = new TextEncoder().encode('before');
  const response = new Response(bytes);
  bytes.fill(0);
  expect(await response.text()).toBe('before');
});

test('responses of either kind are instances of the global class, and Node’s own comes back', () => {
  expect(new Own('x') instanceof Response).toBe(true);
  expect(Response.json({}) instanceof Response).toBe(true);
  expect(new Response('x') instanceof Own).toBe(true);
  expect(Object(1) instanceof Response).toBe(false);
  readAsEver();
  expect(globalThis.Response).toBe(Own);
});

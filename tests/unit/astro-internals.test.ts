// What reaches into Astro beyond its public interface: where Astro is not as expected, a build is slower and still right.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cspDigests } from '../../integration/astro/csp-digests.ts';
import { dependencyHash } from '../../integration/astro/dependency-hash.ts';
import { noOptimizer } from '../../integration/astro/no-optimizer.ts';
import { plainError, withPlainErrors } from '../../integration/astro/plain-errors.ts';
import { captureSetup, loadPrerenderApp } from '../../integration/astro/prerender-app.ts';
import { readInputs } from '../../integration/astro/read-inputs.ts';
import { reloadBrowsers } from '../../integration/astro/reload-browsers.ts';
import { renderingCode } from '../../integration/astro/rendering-code.ts';
import { reportPages } from '../../integration/astro/reported-pages.ts';
import { collectErrorMetadata } from '../../node_modules/astro/dist/core/errors/dev/utils.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wirecopy-astro-'));
});
afterAll(() => rm(folder, { recursive: true }));

const NOWHERE = path.join(tmpdir(), 'wirecopy-there-is-no-such-folder');

describe('the app for prerendering', () => {
  test('without its folder or its entry, nothing is captured, and pages are rendered by Astro alone', async () => {
    expect((await captureSetup(NOWHERE))()).toBeUndefined();
    expect((await captureSetup(folder))()).toBeUndefined();
  });

  test.each([
    ['no app', 'export const other = 1;'],
    ['an app without the methods', 'export const app = { render() {} };'],
    [
      'an app without routes',
      'export const app = { render() {}, setInternals() {}, setOptions() {}, manifest: {} };',
    ],
  ])('with an entry that exports %s, nothing is captured', async (name, code) => {
    const file = path.join(folder, `${name.replaceAll(' ', '-')}.mjs`);
    await writeFile(file, code);
    expect(await loadPrerenderApp(pathToFileURL(file).href)).toBeUndefined();
  });

  test('what Astro passes in another form than expected is not passed on', async () => {
    const code =
      'export const app = { render() {}, setInternals() {}, setOptions() {}, manifest: { routes: [] } };';
    const own = await mkdtemp(path.join(folder, 'app-'));
    await writeFile(path.join(own, 'prerender-entry.abcdefgh.mjs'), code);
    const setup = await captureSetup(own);
    const app = await loadPrerenderApp(pathToFileURL(path.join(own, 'prerender-entry.abcdefgh.mjs')).href);
    app?.setInternals({ pagesByKeys: [] });
    app?.setOptions({});
    expect(setup()).toBeUndefined();
    app?.setInternals({ pagesByKeys: new Map([['a', { styles: [1], more: 2 }]]) });
    app?.setOptions({ settings: { scripts: [] } });
    expect(setup()?.pagesByKeys).toEqual(new Map([['a', { styles: [1] }]]));
  });
});

describe('the hash of the code that renders', () => {
  const hashOf = async (code: string, name = 'chunk_abcdefgh.mjs') => {
    const own = await mkdtemp(path.join(folder, 'code-'));
    await writeFile(path.join(own, name), code);
    const files = renderingCode(own, () => true) ?? [];
    return dependencyHash(files, [pathToFileURL('/home/editor/site/')]);
  };

  test('is not known where the code is not found', () => {
    expect(renderingCode(NOWHERE, () => true)).toBeUndefined();
  });

  test('stays where only names of chunks, the secret, the order of modules or the machine differ', async () => {
    const one =
      'import "./x_aaaaaaaa.mjs"; { "key":"1", "entryModules":{"a":1,"b":2} } "/home/editor/site/x"';
    const other = 'import "./x_bbbbbbbb.mjs"; { "key":"2", "entryModules":{"b":2,"a":1} } "/x"';
    expect(await hashOf(one)).toBe(await hashOf(other, 'chunk_12345678.mjs'));
  });

  test('stays whatever command started the build, or none that says so', async () => {
    const code = (variables: string) => `if (Object.assign({ DEV: false }, ${variables})?.DEV) log();`;
    const none = await hashOf(code('{}'));
    expect(await hashOf(code('{ _: "/usr/bin/npm" }'))).toBe(none);
    expect(await hashOf(code('{\n\t_: "/usr/bin/say \\"npm\\"",\n}'))).toBe(none);
    const one = await hashOf(code('{ KIND: "daily" }'));
    expect(one).not.toBe(none);
    expect(await hashOf(code('{\n\t_: "/usr/bin/npm",\n\tKIND: "daily"\n}'))).toBe(one);
    expect(await hashOf(code('{ KIND: "weekly" }'))).not.toBe(one);
  });

  test('changes with anything else, an unknown form of the manifest included: then every page is made', async () => {
    expect(await hashOf('{ secret: "1" }')).not.toBe(await hashOf('{ secret: "2" }'));
  });
});

describe('the code that renders pages of ours', () => {
  /** An entry as Astro builds it, and chunks. */
  async function built(entry: string) {
    const own = await mkdtemp(path.join(folder, 'rendering-'));
    const chunks = {
      'prerender-entry.abcdefgh.mjs': entry,
      'story.mjs': 'import "./shared.mjs";',
      'shared.mjs': 'export const layout = 1;',
      'notes.mjs': 'import "./shared.mjs"; import("./content.mjs");',
      'content.mjs': 'export default ["a note"];',
      'middleware.mjs': 'export const onRequest = 1;',
    };
    for (const [name, code] of Object.entries(chunks)) await writeFile(path.join(own, name), code);
    const files = renderingCode(own, (component) => component.startsWith('ours/')) ?? [];
    return files.map(({ file }) => path.basename(file)).sort();
  }
  const PAGES = `var _page0 = () => import("./story.mjs"); var _page1 = () => import("./notes.mjs");
    const other = () => import("./middleware.mjs");`;

  test('is what its chunks import, and not the pages of the project and their content', async () => {
    const entry = `${PAGES} var pageMap = new Map([["ours/stories/[id].astro", _page0], ["src/pages/notes.astro", _page1]]);`;
    expect(await built(entry)).toEqual([
      'middleware.mjs',
      'prerender-entry.abcdefgh.mjs',
      'shared.mjs',
      'story.mjs',
    ]);
  });

  test('is all code where the entry has no map of pages, or imports what is not there', async () => {
    expect(await built(PAGES)).toHaveLength(6);
    const entry = `import "./gone.mjs"; ${PAGES} new Map([["ours/a", _page0], ["b", _page1]]);`;
    expect(await built(entry)).toHaveLength(6);
  });

  test('depends on files whose paths it has, and on variables of the environment that it names', async () => {
    const code = [
      { file: 'a.mjs', code: "readFileSync('./data/banner.txt'); process.env.WIRECOPY_TEST_BANNER;" },
    ];
    const root = await mkdtemp(path.join(folder, 'root-'));
    const states = new Set([readInputs(code, root)]);
    await mkdir(path.join(root, 'data'));
    await writeFile(path.join(root, 'data/banner.txt'), 'one');
    states.add(readInputs(code, root));
    await writeFile(path.join(root, 'data/banner.txt'), 'two');
    states.add(readInputs(code, root));
    process.env.WIRECOPY_TEST_BANNER = 'three';
    states.add(readInputs(code, root));
    delete process.env.WIRECOPY_TEST_BANNER;
    expect(states.size).toBe(4);
    expect(states).toContain(readInputs(code, root));
  });
});

test('digests of the policy are made at once, and are those that Astro makes', async () => {
  const require = createRequire(import.meta.url);
  const astro = path.join(path.dirname(require.resolve('astro/package.json')), 'dist/core/encryption.js');
  const { transform } = Object(cspDigests());
  expect(transform.filter.id.test(astro)).toBe(true);
  const code = await readFile(astro, 'utf8');
  expect(code).toContain(transform.filter.code);
  const file = path.join(path.dirname(astro), `encryption-${process.pid}.mjs`);
  await writeFile(file, transform.handler(code).code);
  try {
    const [ours, theirs] = [await import(pathToFileURL(file).href), await import(pathToFileURL(astro).href)];
    for (const algorithm of ['SHA-256', 'SHA-384', 'SHA-512']) {
      for (const data of ['', 'p { color: teal }', 'ä \u{1f6a2}'])
        expect(await ours.generateCspDigest(data, algorithm)).toBe(
          await theirs.generateCspDigest(data, algorithm),
        );
    }
  } finally {
    await rm(file);
  }
});

test('a build’s own server prepares no packages for a browser', () => {
  const { apply, configResolved } = Object(noOptimizer());
  const optimizeDeps = { noDiscovery: false, include: ['astro > aria-query'] };
  const client = { optimizeDeps: { ...optimizeDeps } };
  configResolved({ command: 'build', environments: { client } });
  expect(client).toEqual({ optimizeDeps });
  configResolved({ command: 'serve', environments: { client } });
  expect(client).toEqual({ optimizeDeps: { noDiscovery: true, include: [] } });
  // Astro would take it out of a build.
  expect(apply).toBeUndefined();
});

test('pages are reported to every integration that has the hook, and no other is touched', async () => {
  const seen: string[] = [];
  const without: AstroIntegration = { name: 'without', hooks: {} };
  const withHook: AstroIntegration = {
    name: 'with',
    hooks: { 'astro:build:done': ({ pages }) => void seen.push(...pages.map(({ pathname }) => pathname)) },
  };
  reportPages([without, withHook], () => ['stories/a/']);
  expect(without.hooks).toEqual({});
  const options: unknown = { pages: [{ pathname: 'about/' }] };
  await Reflect.apply(withHook.hooks['astro:build:done'] ?? fail, undefined, [options]);
  expect(seen).toEqual(['about/', 'stories/a/']);
});

test('a load counts up in the loader’s own facts, whatever stood there', () => {
  const facts = new Map<string, string>();
  const meta = {
    get: (key: string) => facts.get(key),
    set: (key: string, value: string) => void facts.set(key, value),
    has: (key: string) => facts.has(key),
    delete: (key: string) => void facts.delete(key),
  };
  reloadBrowsers({ meta });
  reloadBrowsers({ meta });
  expect([...facts.values()]).toEqual(['2']);
});

function fail(): never {
  throw new Error('The hook is gone.');
}

test('an error of a hook stands for itself, and what is said later is said', async () => {
  const said: string[] = [];
  const logger = { error: (message: string) => void said.push(message) };
  const hook = () => {
    throw new Error('The disk is full.');
  };
  await expect(withPlainErrors(logger, hook)).rejects.toThrow('The disk is full.');
  logger.error('An unhandled error occurred while running the "astro:config:setup" hook');
  logger.error('Something else.');
  expect(said).toEqual(['Something else.']);
});

test('an error that names a document or an encoding of Windows is not taken for one of a browser', () => {
  const hintOf = (error: unknown) => collectErrorMetadata(error).hint;
  const said = 'It looks like a PDF document, or is in windows-1252.';
  expect(hintOf(new Error(said))).toContain('Browser APIs');
  const plain = plainError(new Error(said));
  expect([hintOf(plain), Object(plain).message]).toEqual([undefined, said]);
});

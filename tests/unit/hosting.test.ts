// What hosts are told of a site, and what a deployment has to send.
import { mkdir, mkdtemp, rm, unlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type assetHosts,
  sitePolicy,
  wantsPolicy,
} from '../../integration/hosting/content-security-policy.ts';
import { exceededLimits } from '../../integration/hosting/host-limits.ts';
import { runCli } from './cli.ts';

describe('the policy of pages', () => {
  const policy = (assetsPrefix: Parameters<typeof assetHosts>[0]) => sitePolicy({ build: { assetsPrefix } });

  test('allows the hosts that assets come from, whatever part of them', () => {
    const { directives, scriptDirective, styleDirective } = policy({
      js: 'https://js.example/a',
      css: 'https://css.example',
      fallback: 'https://js.example',
    });
    const sources = ["'self'", 'https://css.example', 'https://js.example'];
    expect(directives).toContain(`img-src ${sources.join(' ')}`);
    expect(directives).toContain(`connect-src ${sources.join(' ')}`);
    expect([scriptDirective?.resources, styleDirective?.resources]).toEqual([sources, sources]);
  });

  test.each([undefined, '/assets'])('names no other host where assets are the site’s own (%s)', (prefix) => {
    expect(JSON.stringify(policy(prefix))).not.toContain('http');
  });

  test('is there by itself only where the project has no page of its own', async () => {
    const root = await mkdtemp(path.join(tmpdir(), 'wirecopy-policy-'));
    const srcDir = pathToFileURL(`${root}/`);
    const wanted = (csp?: boolean) => wantsPolicy([{ base: '/', csp }], { srcDir, security: { csp: false } });
    try {
      expect(wanted()).toBe(true);
      await mkdir(path.join(root, 'pages/blog'), { recursive: true });
      await writeFile(path.join(root, 'pages/blog/_draft.md'), 'What begins with an underscore is no page.');
      expect(wanted()).toBe(true);
      await writeFile(
        path.join(root, 'pages/blog/[...slug].astro'),
        '<p style="color: red">A page of the project’s</p>',
      );
      expect([wanted(), wanted(true)]).toEqual([false, true]);
    } finally {
      await rm(root, { recursive: true });
    }
    const own = new URL('../../src/', import.meta.url);
    expect(wantsPolicy([{ base: '/' }], { srcDir: own, security: { csp: false } })).toBe(true);
  });
});

describe('limits of hosts', () => {
  const files = (count: number, size: number) =>
    Array.from({ length: count }, (_, at) => ({ name: `stories/${at}/index.html`, size }));

  test('are said where a site exceeds them, with what it has', () => {
    expect(exceededLimits('cloudflare', files(20_001, 10))).toEqual([
      expect.stringMatching(/^Cloudflare Pages takes 20,000 files a site, and this one has 20,001\./u),
    ]);
    expect(exceededLimits('cloudflare', files(1, 26 * 2 ** 20))[0]).toContain(
      'stories/0/index.html has 28 MB',
    );
    expect(exceededLimits('github', files(11, 1e8))[0]).toContain('sites of 1,000 MB');
  });

  test('are not spoken of where a site keeps to them', () => {
    expect(exceededLimits('cloudflare', files(20_000, 25 * 2 ** 20))).toEqual([]);
    expect(exceededLimits('github', files(10, 1e8))).toEqual([]);
  });
});

describe('“wirecopy changed”', () => {
  const home = process.cwd();
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'wirecopy-changed-'));
    process.chdir(folder);
    await mkdir('dist/stories/a', { recursive: true });
    for (const name of ['index.html', 'stories/a/index.html', 'rss.xml'])
      await writeFile(`dist/${name}`, name);
  });
  afterAll(async () => {
    process.chdir(home);
    await rm(folder, { recursive: true });
  });
  const names = async (...args: string[]) => (await runCli('changed', ...args)).out.split('\n').slice(0, -1);

  test('prints every file before the first deployment is marked, and what changed since the last', async () => {
    expect(await names()).toEqual(['index.html', 'rss.xml', 'stories/a/index.html']);
    expect(await names('--mark')).toEqual([]);
    expect(await names('--since-deploy')).toEqual([]);
    await writeFile('dist/index.html', 'another front');
    await writeFile('dist/new.html', 'new');
    await unlink('dist/stories/a/index.html');
    // Written again, with the same bytes.
    await utimes('dist/rss.xml', 1, 1);
    expect(await names()).toEqual(['index.html', 'new.html', 'stories/a/index.html']);
    expect(await names('--written')).toEqual(['index.html', 'new.html']);
    expect(await names('--deleted')).toEqual(['stories/a/index.html']);
    await runCli('changed', '--mark');
    expect(await names()).toEqual([]);
  });

  test('says where there is no site', async () => {
    const { code, err } = await runCli('changed', '--dir', 'public');
    expect(code).toBe(2);
    expect(err).toContain('Build the site first');
  });
});

// The workflows of the repository: that they ask for no more than they need, and that the shards which the matrix
// builds are those that the merge expects. What only a runner can tell is not tested here.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readShard } from '../../integration/build/shard.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, '.github/workflows');
const manifest: { version: string } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
const text = z.union([z.string(), z.number(), z.boolean()]);
const stepSchema = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), text).optional(),
});
const workflowSchema = z.object({
  permissions: z.record(z.string(), z.string()),
  concurrency: z.object({ group: z.string() }),
  jobs: z.record(
    z.string(),
    z.object({
      needs: z.union([z.string(), z.array(z.string())]).optional(),
      permissions: z.record(z.string(), z.string()).optional(),
      'timeout-minutes': z.int(),
      strategy: z.object({ matrix: z.record(z.string(), z.string()) }).optional(),
      env: z.record(z.string(), text).optional(),
      steps: z.array(stepSchema),
    }),
  ),
});

/** As a workflow has the runner work something out. */
const expression = (text: string) => `\${{ ${text} }}`;
const SHARD_NUMBER = expression('matrix.shard');
const SHARD_COUNT = expression('needs.plan.outputs.count');

const read = (name: string) => workflowSchema.parse(parse(readFileSync(path.join(FOLDER, name), 'utf8')));
const publish = read('publish.yml');
const stepsOf = (job: string, { jobs } = publish) => jobs[job]?.steps ?? [];
const commandsOf = (job: string, workflow = publish) =>
  stepsOf(job, workflow).flatMap(({ run }) => run ?? []);

/** What a job may write: where it publishes, and proof of which workflow did. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  'publish.yml deploy': ['pages', 'id-token'],
  'release.yml publish': ['id-token'],
};

describe.each(readdirSync(FOLDER))('%s', (name) => {
  const workflow = read(name);

  test('may read the repository, and write nothing but to where it publishes, in the job that does', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const [job, { permissions = {} }] of Object.entries(workflow.jobs)) {
      const written = Object.entries(permissions).filter(([, level]) => level === 'write');
      expect(written.map(([scope]) => scope)).toEqual(WRITTEN[`${name} ${job}`] ?? []);
    }
  });

  test('pins every action to a major version, and keeps no token in the checkout', () => {
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
    for (const { uses, with: options } of steps.filter((step) => step.uses)) {
      expect(uses).toMatch(/^actions\/[a-z-]+@v\d+$/u);
      if (uses?.startsWith('actions/checkout@')) expect(options).toEqual({ 'persist-credentials': false });
    }
  });

  test('passes nothing into a script but by the environment', () => {
    for (const { run } of Object.values(workflow.jobs).flatMap((job) => job.steps)) {
      // A shard's number comes from the workflow itself.
      expect(run?.replaceAll(SHARD_NUMBER, '') ?? '').not.toContain('${{');
    }
  });
});

describe('publish.yml', () => {
  /** Runs the step that plans the shards. */
  function plan(shards: string): { code: number | null; outputs: Record<string, string> } {
    const folder = mkdtempSync(path.join(tmpdir(), 'wirecopy-plan-'));
    const file = path.join(folder, 'output');
    writeFileSync(file, '');
    const script = commandsOf('plan')[0] ?? '';
    const { status } = spawnSync('bash', ['-e', '-c', script], {
      env: { ...process.env, SHARDS: shards, GITHUB_OUTPUT: file },
    });
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    rmSync(folder, { recursive: true });
    return { code: status, outputs: Object.fromEntries(lines.map((line) => line.split('='))) };
  }

  test.each(['1', '4', '256'])('plans %s shards, each of which SHARD understands', (count) => {
    const { code, outputs } = plan(count);
    expect(code).toBe(0);
    const list = z.array(z.int()).parse(JSON.parse(outputs.list ?? ''));
    expect(list).toHaveLength(Number(count));
    for (const [position, shard] of list.entries()) {
      const SHARD = String(publish.jobs.build?.env?.SHARD)
        .replace(SHARD_NUMBER, String(shard))
        .replace(SHARD_COUNT, outputs.count ?? '');
      expect(readShard(SHARD)).toEqual({ index: position + 1, count: Number(count) });
    }
  });

  test.each(['0', '257', 'x', '-1', '4; echo', ''])('refuses to plan %j shards', (count) => {
    expect(plan(count).code).not.toBe(0);
  });
});

describe('release.yml', () => {
  const release = read('release.yml');
  const commands = commandsOf('publish', release);

  test.each([
    { tag: `v${manifest.version}`, code: 0 },
    { tag: 'v99.0.0', code: 1 },
    { tag: 'v$(exit 3)', code: 1 },
  ])('a tag $tag gives $code', ({ tag, code }) => {
    const { status } = spawnSync('bash', ['-e', '-c', commands[0] ?? ''], {
      cwd: ROOT,
      env: { ...process.env, GITHUB_REF_NAME: tag },
    });
    expect(status).toBe(code);
  });
});

test('every changeset says in its first lines how much of a change it is', () => {
  const folder = path.join(ROOT, '.changeset');
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.md'))) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    expect(text, name).toMatch(/^---\n'astro-wirecopy': (?:patch|minor|major)\n---\n\n\S/u);
  }
});

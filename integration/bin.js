#!/usr/bin/env node
// The wirecopy command's first step: says which Node it needs before anything an older one can't read is loaded.
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const [least = 0, andThen = 0] = engines.node.replace('>=', '').split('.').map(Number);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < least || (major === least && minor < andThen)) {
  console.error(
    `wirecopy needs Node ${least}.${andThen} or newer; this is Node ${process.versions.node}. ` +
      'In a project that has it installed, "npx wirecopy" uses the project\'s own Node (npm i -D node@24).',
  );
  process.exitCode = 2;
} else {
  // Whoever reads the output may have enough of it ("wirecopy check … | head"): then there is nothing left to do.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(process.exitCode);
  });
  const { limitHeap } = await import('./terminal/heap-limit.ts');
  const onTick = limitHeap();
  const { main } = await import('./cli.ts');
  process.exitCode = await main(process.argv.slice(2), process.stdout, process.stderr, onTick);
}

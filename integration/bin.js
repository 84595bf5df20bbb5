#!/usr/bin/env node
// The wirecopy command's first step: says which Node it needs before anything an older one can't read is loaded.
import module from 'node:module';
import { nodeTooOld } from './node-version.js';

const tooOld = nodeTooOld();
if (tooOld) {
  console.error(
    `${tooOld} In a project that has it installed, "npx wirecopy" uses the project's own Node (npm i -D node@24).`,
  );
  process.exitCode = 2;
} else {
  // Whoever reads the output may have enough of it ("wirecopy check … | head"): then there is nothing left to do.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(process.exitCode);
  });
  // The next run then compiles nothing again, which is half of its start; nothing comes of it where there is no room.
  module.enableCompileCache?.();
  const { limitHeap } = await import('./terminal/heap-limit.ts');
  const onTick = limitHeap();
  const { main } = await import('./cli.ts');
  process.exitCode = await main(process.argv.slice(2), process.stdout, process.stderr, onTick);
}

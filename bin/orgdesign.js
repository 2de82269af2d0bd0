#!/usr/bin/env node
// CommonJS (see package.json beside it): the loader of ES modules would take a tenth of the start.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');

// A reader that closes early (`| head`) is not a fault; a full disk is none of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code === 'EPIPE') return;
    process.exitCode = 2;
    if (stream === process.stdout)
      process.stderr.write(`error: Cannot write the output: ${error.message}.\n`);
  });
}

const [first] = process.argv.slice(2);
if (first === '--version' || first === '-V') {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8'));
  process.stdout.write(`${version}\n`);
} else {
  // Before flags are set: after that V8 refuses the code that Node has with it of its own modules.
  const { start } = require('../dist/start.cjs');
  // Most functions run for less than a second in all: V8 would spend longer on optimising them than it gains. It waits four
  // times as long as it does by itself; with more than that an import, which is a few hot loops, takes longer.
  // Later versions of V8 have no such flag, and complain of it; they optimise otherwise, and keep what they compiled.
  // Patterns are compiled to machine code at once and not first to be interpreted: that takes twice as long where each is used a
  // few times.
  // Collecting garbage is done by the one thread that has nothing else to do meanwhile: waking others takes longer, of 100,000
  // people too.
  if (process.versions.v8.startsWith('11.'))
    for (const flag of [
      '--interrupt-budget=270336',
      '--no-regexp-tier-up',
      '--no-parallel-scavenge',
      '--no-concurrent-sweeping',
    ])
      setFlagsFromString(flag);
  // No process.exit before that: it would cut off what is still on its way into a pipe. With nothing left to wait for it only
  // spares taking the heap apart.
  start().then((code) => {
    process.exitCode ??= code;
    process.once('beforeExit', () => process.exit());
  });
}

// Time of checking a changed organisation against its baseline, as a ratio to loading the two. Nothing is asserted.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeOrganisation } from './bench-organisation.js';
import { medianSeconds } from './bench-process.js';
import { load } from './load.js';

const PEOPLE = 10_000;
const CUSTOMERS = 2_000;
const ROUNDS = 11;
/** Every so many people move to the department of the one before. */
const MOVED = 25;
const TARGET = 2.5;

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'orgdesign-bench-check-'));
// Another build than that of dist, as bench-check.js --program /tmp/build/bin/orgdesign.js
const [flag, given] = process.argv.slice(2);
const command = flag === '--program' ? given : join(root, 'bin/orgdesign.js');

const POLICY = `version: 1
extends: recommended
failOn: note
maxMoved: 0.25
measures:
  silos.effective: { max: 2, tolerance: 0.05 }
  reporting.dualConflicts: { max: 0 }
  layers.count: { max: 8 }
`;

/** The same organisation with some people elsewhere; gives its file. */
const changed = (file, into) => {
  cpSync(join(file, '..'), into, { recursive: true });
  const people = join(into, 'people.csv');
  const rows = readFileSync(people, 'utf8').trimEnd().split('\n');
  const department = (row) => row.split(',')[2];
  const moved = rows.map((row, at) => {
    if (at < 200 || at % MOVED !== 0) return row;
    const cells = row.split(',');
    cells[2] = department(rows[at - 150]);
    return cells.join(',');
  });
  writeFileSync(people, `${moved.join('\n')}\n`);
  return join(into, 'org.yaml');
};

const print = (what, over, under) =>
  console.log(
    `${what.padEnd(60)} ${(over / under).toFixed(2).padStart(6)}  target ${TARGET}  ${over.toFixed(3)} s / ${under.toFixed(3)} s`,
  );

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** In one process, where neither starting nor loading the program counts. */
const inProcess = async (before, after, policyFile) => {
  const { loadOrganisation, structureFrom, targetOf, loadPolicy, check, disk } = await load(`
    export { loadOrganisation, structureFrom, targetOf, loadPolicy, check } from './src/index.ts';
    export { disk } from './src/cli/io/disk.ts';
  `);
  const policy = await loadPolicy(policyFile, disk);
  const times = { reading: [], loading: [], all: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const begin = performance.now();
    const loaded = [await loadOrganisation(before, disk), await loadOrganisation(after, disk)];
    times.reading.push((performance.now() - begin) / 1000);
    const was = await structureFrom(loaded[0]);
    const target = await targetOf(loaded[1], undefined, { structure: was, revision: null });
    times.loading.push((performance.now() - begin) / 1000);
    const found = check([target], { policy, today: '2026-11-02', version: '0' });
    times.all.push((performance.now() - begin) / 1000);
    if (found.structures[0].moved.moved === 0) throw new Error('Nobody was moved: nothing was measured.');
  }
  return { reading: median(times.reading), loading: median(times.loading), all: median(times.all) };
};

try {
  const size = { people: PEOPLE, customers: CUSTOMERS };
  const { file: before } = writeOrganisation(join(folder, 'before'), size);
  const after = changed(before, join(folder, 'after'));
  const policy = join(folder, 'policy.yaml');
  writeFileSync(policy, POLICY);
  const what = `${PEOPLE.toLocaleString('en')} people`;

  const { reading, loading, all } = await inProcess(before, after, policy);
  print(`checking ${what} against a baseline / loading both`, all, loading);
  print('the same / reading the rows of both, with nothing linked', all, reading);

  const output = ['--format', 'json', '-o', join(folder, 'check.json')];
  const loadBoth = `
    import { readFile, realpath } from 'node:fs/promises';
    import { loadOrganisation, structureFrom } from ${JSON.stringify(join(command, '../../dist/index.js'))};
    const disk = { read: (path) => readFile(path), realPath: (path) => realpath(path) };
    for (const file of ${JSON.stringify([before, after])})
      await structureFrom(await loadOrganisation(file, disk));`;
  const [whole, both] = medianSeconds(
    [
      [command, 'check', after, '--baseline', before, '--policy', policy, ...output],
      ['--input-type=module', '-e', loadBoth],
    ],
    ROUNDS,
  );
  print('the whole command / a program that loads both', whole, both);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

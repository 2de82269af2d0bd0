// Tries 20,000 spoiled files on all commands; `npm run fuzz -- 500 7` tries 500 of another seed.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const [cases = '20000', seed] = process.argv.slice(2);
const { status } = spawnSync('npx', ['vitest', 'run', 'test/fuzz'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  stdio: 'inherit',
  env: { ...process.env, FUZZ_CASES: cases, ...(seed === undefined ? {} : { FUZZ_SEED: seed }) },
});
process.exitCode = status ?? 1;

// Packs the package, installs it elsewhere, and uses it as a stranger would: the command, the API, the types.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const folder = mkdtempSync(join(tmpdir(), 'orgdesign-package-'));
const installed = join(folder, 'node_modules', name);

const execute = (command, args, cwd = folder, allowed = [0]) => {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if (allowed.includes(error.status)) return error.stdout;
    throw new Error(
      `${command} ${args.join(' ')} ended with ${error.status}\n${error.stdout}${error.stderr}`,
    );
  }
};

const orgdesign = (...args) =>
  execute(process.execPath, [join(folder, 'node_modules/.bin', name), ...args], folder, [0, 1]);

const expect = (truth, what) => {
  if (!truth) throw new Error(`expected ${what}`);
};

/** What only the declarations are made of: no command may need it. */
const OF_TYPES = ['yaml', 'zod'];

const API = `
import { evaluate } from '${name}';
import schema from '${name}/schemas/v1/org.schema.json' with { type: 'json' };
console.log(typeof evaluate, schema.title);
`;

const TYPES = `
import { evaluate } from '${name}';
// Fails to compile where the declarations are missing, since the function would then be of type any.
export const proof: 0 extends 1 & typeof evaluate ? never : string = evaluate.name;
`;

const checks = {
  'packs and installs': () => {
    const [{ filename, entryCount, size }] = JSON.parse(
      execute(npm, ['pack', '--json', '--pack-destination', folder], root),
    );
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
    execute(npm, ['install', '--no-audit', '--no-fund', '--prefer-offline', '--omit=dev', `./${filename}`]);
    return `${filename}: ${entryCount} files, ${Math.round(size / 1024)} KiB`;
  },
  'holds what it should': () => {
    const needed = [
      'LICENSE',
      'README.md',
      'CHANGELOG.md',
      'bin/package.json',
      'dist/start.cjs',
      'dist/cli.js',
      'dist/cli-evaluation.js',
      'dist/cli-seldom.js',
      'dist/solver-worker.js',
      'dist/fonts/Arimo-Regular.ttf',
      'dist/fonts/OFL.txt',
      'dist/types/index.d.ts',
      'schemas/v1',
    ];
    for (const file of needed) expect(existsSync(join(installed, file)), `${file} in the package`);
    expect(!existsSync(join(installed, 'src')), 'no source in the package');
    return needed.join(', ');
  },
  'tells its version': () => {
    const printed = orgdesign('--version').trim();
    expect(printed === version, `version ${version}, not ${printed}`);
    return printed;
  },
  'evaluates an example': () => {
    const report = JSON.parse(
      orgdesign('evaluate', join(installed, 'examples/halden/org.yaml'), '--format', 'json'),
    );
    expect(report.designs.length > 1, 'more than one design');
    return `${report.organisation.name}: ${report.designs.map(({ id }) => id).join(', ')}`;
  },
  'explains itself': () => {
    const [first] = orgdesign('explain', 'cluster').split('\n');
    expect(first.startsWith('cluster'), `an explanation, not ${first}`);
    return first;
  },
  'needs at run time no more than it names': () => {
    const { dependencies, optionalDependencies } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    );
    const named = { ...dependencies, ...optionalDependencies };
    const bundle = readdirSync(join(installed, 'dist')).filter((file) => /\.c?js$/.test(file));
    const loaded = new Set(
      bundle.flatMap((file) =>
        [
          ...readFileSync(join(installed, 'dist', file), 'utf8').matchAll(
            /(?:\bfrom\s*|\b(?:import|require)\s*\(\s*)["'](@?[a-z][^"':]*)["']/g,
          ),
        ].map(([, specifier]) => specifier),
      ),
    );
    for (const one of loaded)
      expect(isBuiltin(one) || Object.hasOwn(named, one), `${one} among the dependencies`);
    // The declarations of the API are made of its types; what runs is in the bundle.
    for (const one of Object.keys(named).filter((one) => !OF_TYPES.includes(one)))
      expect(loaded.has(one), `${one} to be loaded`);
    // With no dependencies of their own, a pinned version of each is all that there is to lock.
    for (const [one, range] of Object.entries(dependencies)) {
      const { version: found, dependencies: own = {} } = JSON.parse(
        readFileSync(join(folder, 'node_modules', one, 'package.json'), 'utf8'),
      );
      expect(found === range && Object.keys(own).length === 0, `${one} to be pinned, and alone`);
    }
    return [...loaded].filter((one) => !isBuiltin(one)).join(', ');
  },
  'runs every command': () => {
    const file = join(installed, 'examples/halden/org.yaml');
    // An answer is written into the file.
    const own = join(folder, 'answered/org.yaml');
    cpSync(dirname(file), dirname(own), { recursive: true });
    writeFileSync(join(folder, 'people.csv'), 'id,name,title,manager\n1,Ada,Head,\n2,Bo,Clerk,1\n');
    const lines = {
      criteria: [file],
      evaluate: [file],
      answer: [own, 'context.collaboration=good'],
      report: [file, '-o', 'report.html'],
      chart: [file, '--kind', 'org', '-o', 'org.svg'],
      simulate: [file, '--design', 'cluster', '-o', 'proposed.yaml'],
      diff: [file, `${file}#cluster`],
      check: [file, '--baseline', file, '--format', 'sarif'],
      consult: [file, `${file}#cluster`, '-o', 'pack.docx'],
      progress: [file, `${file}#cluster`, file],
      suggest: [file],
      assess: [file],
      charter: [`${file}#cluster`],
      validate: [file],
      import: ['people.csv', '-o', 'imported/org.yaml'],
      export: [file, '-o', 'plan.xlsx'],
      init: ['begun.yaml'],
      explain: ['silos.count'],
      completion: ['bash'],
    };
    for (const one of OF_TYPES) rmSync(join(folder, 'node_modules', one), { recursive: true, force: true });
    try {
      const help = orgdesign('--help');
      const named = [...help.matchAll(/^ {2}([a-z]+) .*\[options\]/gm)].map(([, one]) => one);
      for (const one of named) expect(Object.hasOwn(lines, one), `a line for ${one}`);
      for (const [one, args] of Object.entries(lines)) orgdesign(one, ...args);
      return Object.keys(lines).join(', ');
    } finally {
      execute(npm, ['install', '--no-audit', '--no-fund', '--prefer-offline', '--omit=dev']);
    }
  },
  'imports as an API': () => {
    writeFileSync(join(folder, 'api.js'), API);
    const printed = execute(process.execPath, ['--no-warnings', 'api.js']).trim();
    expect(printed.startsWith('function'), `a function, not ${printed}`);
    return printed;
  },
  'resolves its types': () => {
    writeFileSync(join(folder, 'types.ts'), TYPES);
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023'];
    execute(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...options, 'types.ts']);
    return 'compiles under --strict';
  },
};

let [passed, failed] = [0, 0];
try {
  for (const [what, check] of Object.entries(checks)) {
    try {
      console.log(`ok      ${what}: ${check()}`);
      passed += 1;
    } catch (error) {
      console.log(`FAILED  ${what}: ${error.message}`);
      failed += 1;
      // Without an installed package the other checks say nothing.
      if (passed === 0) break;
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

// npm run new KIND NAME: writes the file of a rule, measure, source or format, its entry in the list, and a test to begin with.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import process from 'node:process';
import { root } from './load.js';

const camel = (id) => id.replace(/[-.]([a-z])/g, (_, letter) => letter.toUpperCase());

const read = (file) => readFileSync(root + file, 'utf8');

/** Puts an import at the top of a list's file, and an entry before the end of the list that begins with `opening`. */
const enter = (list, opening, file, name, entry = `${name},`) => {
  const text = read(list);
  const start = text.indexOf(opening);
  const end = text.indexOf('\n]', start);
  if (start === -1 || end === -1) throw new Error(`${list} has no list that begins with: ${opening}`);
  const from = `./${relative(dirname(list), file)}`;
  const imported = entry === `${name},` ? `import { ${name} } from '${from}';\n` : '';
  writeFileSync(root + list, `${imported}${text.slice(0, end)}\n  ${entry}${text.slice(end)}`);
};

/** Puts a word at the end of a list of words. */
const enterWord = (list, opening, word) => {
  const text = read(list);
  const end = text.indexOf('\n]', text.indexOf(opening));
  writeFileSync(root + list, `${text.slice(0, end)}\n  '${word}',${text.slice(end)}`);
};

const rule = (id) => {
  const name = camel(id);
  const file = `src/rules/structure/${id}.ts`;
  const example = (called) => `
version: 1
name: ${called}
people:
  - { id: m1, title: Finance Manager, department: finance }
  - { id: a1, name: ${called}, title: Accountant, department: finance, manager: m1 }
  - { id: a2, title: Accountant, department: finance, manager: m1 }
  - { id: a3, title: Accountant, department: finance, manager: m1 }
`;
  return {
    list: ['src/rules/index.ts', 'export const rules', file, name],
    files: {
      [file]: `import { defineRule } from '../rule.ts';

// To be written: what it finds, why that matters and who says so, and two examples.
export const ${name} = defineRule({
  id: '${id}',
  about: 'structure',
  severity: 'note',
  summary: 'Somebody is called Replace me.',
  why: { text: 'A finding needs a reason.', source: 'orgdesign' },
  options: [],
  examples: {
    bad: \`${example('Replace me')}\`,
    good: \`${example('Ann Stone')}\`,
  },
  *check(view) {
    const { people } = view.organisation;
    for (let seat = 0; seat < people.count; seat++)
      if (people.name[seat] === 'Replace me')
        yield {
          message: \`\${view.person(seat)} is called Replace me.\`,
          value: null,
          limit: null,
          entity: { kind: 'person', id: people.id[seat]! },
          at: people.origin(seat),
        };
  },
});
`,
      [`test/rules/structure/${id}.test.ts`]: `import { expect, test } from 'vitest';
import { ${name} } from '../../../src/rules/structure/${id}.ts';
import { findingsOfRule } from '../findings.ts';

test('names who it is about', async () => {
  const [finding] = await findingsOfRule('${id}', ${name}.examples.bad);
  expect(finding!.message).toContain('{person:a1}');
});
`,
    },
  };
};

const measure = (id) => {
  const name = camel(id);
  const kebab = id.replaceAll('.', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const file = `src/measures/structure/${kebab}.ts`;
  return {
    list: ['src/measures/index.ts', 'export const measures', file, name],
    files: {
      [file]: `import { defineMeasure } from '../measure.ts';

// To be written: definition, unit, edge cases, source.
export const ${name} = defineMeasure({
  id: '${id}',
  label: 'To be named',
  summary: 'How many seats there are.',
  formula: 'Number of seats, open ones included. Nobody: 0.',
  unit: 'seats',
  better: 'none',
  source: 'orgdesign',
  change: 'People (\`people:\`).',
  take: (view) => ({ value: view.organisation.people.count }),
});
`,
      [`test/measures/structure/${kebab}.test.ts`]: `import { expect, test } from 'vitest';
import { ${name} } from '../../../src/measures/structure/${kebab}.ts';
import { viewFrom } from '../../support/organisations.ts';

test('is a number that can be counted by hand', async () => {
  const view = await viewFrom({ version: 1, name: 'A', people: [{ id: 'p1' }, { id: 'p2', manager: 'p1' }] });
  expect(${name}.take(view, view).value).toBe(2);
});
`,
    },
  };
};

const source = (id) => {
  const name = camel(id);
  const file = `src/import/sources/${id}.ts`;
  return {
    list: ['src/import/sources/sources.ts', 'export const sources', file, name],
    // --help names the sources without loading them.
    also: ['src/cli/options/reading.ts', 'export const FROM', id],
    files: {
      [file]: `import { judgeStatus } from '../people/status.ts';
import { defineSource } from './source.ts';

// To be written: the headers it is known by, and what is special.
export const ${name} = defineSource({
  id: '${id}',
  name: '${id}',
  notes: ['To be written.'],
  needs: [['${id} id'], ['${id} manager']],
  columns: {
    id: ['${id} id'],
    name: ['name'],
    title: ['title'],
    department: ['department'],
    manager: ['${id} manager'],
  },
  row: judgeStatus,
});
`,
      [`test/import/fixtures/${id}.csv`]: `${id} id,name,title,department,${id} manager
1,Ann Stone,Chief Executive Officer,Board,
2,Bo Reed,Head of Sales,Sales,1
`,
      [`test/import/sources/${id}.test.ts`]: `import { expect, test } from 'vitest';
import { recogniseSource } from '../../../src/import/sources/sources.ts';

test('is known by its headers', () => {
  const cells = ['${id} id', 'name', 'title', 'department', '${id} manager'];
  expect(recogniseSource(cells, 'auto').source.id).toBe('${id}');
});
`,
    },
  };
};

const format = (id) => {
  const name = camel(id);
  const renderer = `render${name[0].toUpperCase()}${name.slice(1)}`;
  const file = `src/render/${id}.ts`;
  const entry = `{
    id: '${id}',
    summary: () => 'To be written.',
    extension: 'txt',
    medium: 'page',
    load: async () => (await import('./${id}.ts')).${renderer},
  },`;
  return {
    list: ['src/render/formats.ts', 'export const formats', file, renderer, entry],
    files: {
      [file]: `import { printable, withoutCommands } from '../base/text.ts';
import { type Block, plainText } from './block.ts';
import type { Renderer } from './format.ts';

const linesOf = (block: Block): string[] => {
  if (block.kind === 'section') return [block.title, ...block.blocks.flatMap(linesOf)];
  if (block.kind === 'together') return block.blocks.flatMap(linesOf);
  return block.kind === 'title' || block.kind === 'text' ? [plainText(block.text)] : [];
};

// To be written: every kind of block.
export const ${renderer}: Renderer = ({ blocks }) =>
  withoutCommands(\`\${blocks.flatMap(linesOf).map(printable).join('\\n')} \\n\`);
`,
      [`test/render/${id}.test.ts`]: `import { expect, test } from 'vitest';
import { text } from '../../src/render/block.ts';
import { ${renderer} } from '../../src/render/${id}.ts';

test('says what a text says', () => {
  const content = { value: null, blocks: [text('Four people.')] };
  expect(${renderer}(content, { columns: 80, color: false, quiet: false })).toContain('Four people.');
});
`,
    },
  };
};

const KINDS = { rule, measure, source, format };

const [kind, id] = process.argv.slice(2);
const NAME = kind === 'measure' ? /^[a-z]+\.[a-zA-Z]+$/ : /^[a-z][a-zA-Z0-9-]*$/;
if (KINDS[kind] === undefined || !NAME.test(id ?? '')) {
  console.error(`Usage: npm run new ${Object.keys(KINDS).join('|')} NAME`);
  console.error('as in: npm run new rule team-without-name, npm run new measure teams.median');
  process.exitCode = 2;
} else {
  const { list, also, files } = KINDS[kind](id);
  const taken = Object.keys(files).find((file) => existsSync(root + file));
  if (taken !== undefined) {
    console.error(`${taken} is there already.`);
    process.exitCode = 2;
  } else {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(root + file), { recursive: true });
      writeFileSync(root + file, text);
    }
    enter(...list);
    if (also !== undefined) enterWord(...also);
    const written = [...Object.keys(files), list[0]].filter((file) => file.endsWith('.ts'));
    execFileSync(
      process.execPath,
      ['node_modules/@biomejs/biome/bin/biome', 'check', '--write', ...written],
      {
        cwd: root,
        stdio: 'ignore',
      },
    );
    for (const file of [...Object.keys(files), list[0], ...(also ?? []).slice(0, 1)]) console.log(file);
    console.log('Then: npm run generate');
  }
}

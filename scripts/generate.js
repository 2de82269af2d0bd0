// Writes what derives from the source: JSON Schemas, and parts of the README. --check only compares.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { load, root } from './load.js';

const EXAMPLE = 'examples/halden/org.yaml';

const {
  organisation,
  assessment,
  charterDocument,
  suggestions,
  report,
  validation,
  diff,
  sweep,
  check,
  policySchema,
  reference,
  formats,
  checkFormats,
  subjects,
  sources,
} = await load(`
  export { organisation } from './src/schema/input/organisation.ts';
  export { assessment } from './src/schema/documents/assessment.ts';
  export { charterDocument } from './src/schema/documents/charter.ts';
  export { suggestions } from './src/schema/documents/suggestions.ts';
  export { report } from './src/schema/documents/report.ts';
  export { validation } from './src/schema/documents/validation.ts';
  export { diff } from './src/schema/documents/diff.ts';
  export { sweep } from './src/schema/documents/sweep.ts';
  export { check } from './src/schema/documents/check.ts';
  export { policySchema } from './src/policy/policy.ts';
  export { SUBJECTS as subjects } from './src/rules/rule.ts';
  export { reference } from './src/cli/reference.ts';
  export { formats } from './src/documents/report/index.ts';
  export { checkFormats } from './src/documents/check/formats.ts';
  export { sources } from './src/import/sources/sources.ts';
`);

const jsonSchema = (schema, io, title) => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-07' });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
};

const cell = (text) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');

const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const entries = reference();
const ofKind = (kind) => entries.filter((entry) => entry.kind === kind);

/** What the command prints for the example, up to its first finding. */
const output = () => {
  let text;
  try {
    text = execFileSync(process.execPath, ['bin/orgdesign.js', 'evaluate', EXAMPLE], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    // Findings, which the example has on purpose.
    if (error.status !== 1) throw error;
    text = error.stdout;
  }
  const lines = text.trimEnd().split('\n');
  const findings = lines.findIndex((line) => line.startsWith('as-is  '));
  const end = lines.findIndex((line, index) => index > findings + 1 && /^( {2}\S|$)/.test(line));
  return `\`\`\`text\n${lines.slice(0, end).join('\n')}\n  …\n\`\`\``;
};

const formatTable = (known) =>
  table(
    ['format', 'what it is'],
    [...known].map(([name, { summary }]) => [`\`${name}\``, summary]),
  );

const parts = {
  output,
  formats: () => formatTable(formats),
  'check-formats': () => formatTable(checkFormats),
  sources: () =>
    table(
      ['`--from`', 'system', 'what is special'],
      sources.map(({ id, name, notes }) => [`\`${id}\``, name, notes.join(' ')]),
    ),
  measures: () =>
    table(
      ['measure', 'what it says', 'unit', 'better'],
      ofKind('measure').map(({ id, summary, facts }) => [`\`${id}\``, summary, facts.unit, facts.better]),
    ),
  rules: () =>
    subjects
      .map((subject) => {
        const about = ofKind('rule').filter(({ facts }) => facts.about === subject);
        const rows = about.map(({ id, summary, facts }) => [
          `\`${id}\`${facts.askedBy === undefined ? '' : ' *'}`,
          facts.severity,
          summary,
          facts.source,
        ]);
        return table([`about ${subject}`, 'severity', 'what it finds', 'source'], rows);
      })
      .join('\n\n'),
  designs: () =>
    table(
      ['design', 'what it is', 'source'],
      ofKind('design').map(({ id, summary, facts }) => [`\`${id}\``, summary, facts.source]),
    ),
  thresholds: () =>
    table(
      ['threshold', 'default', 'what it sets'],
      ofKind('threshold').map(({ id, summary, facts }) => [`\`${id}\``, facts.default, summary]),
    ),
};

const filled = (readme) => {
  let text = readme;
  for (const [name, make] of Object.entries(parts)) {
    const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
    const [before, rest] = text.split(start);
    const after = rest?.split(end)[1];
    if (after === undefined) throw new Error(`README.md lacks ${start} … ${end}`);
    text = `${before}${start}\n${make()}\n${end}${after}`;
  }
  return text;
};

const read = (file) => {
  try {
    return readFileSync(root + file, 'utf8');
  } catch {
    return '';
  }
};

const wanted = {
  'schemas/v1/org.schema.json': jsonSchema(organisation, 'input', 'Organisation'),
  'schemas/v1/report.schema.json': jsonSchema(report, 'output', 'Report'),
  'schemas/v1/assessment.schema.json': jsonSchema(assessment, 'output', 'Assessment'),
  'schemas/v1/charter.schema.json': jsonSchema(charterDocument, 'output', 'Charters'),
  'schemas/v1/validation.schema.json': jsonSchema(validation, 'output', 'Validation'),
  'schemas/v1/diff.schema.json': jsonSchema(diff, 'output', 'Diff'),
  'schemas/v1/sweep.schema.json': jsonSchema(sweep, 'output', 'Sweep'),
  'schemas/v1/check.schema.json': jsonSchema(check, 'output', 'Check'),
  'schemas/v1/suggestions.schema.json': jsonSchema(suggestions, 'output', 'Suggestions'),
  'schemas/v1/policy.schema.json': jsonSchema(policySchema, 'input', 'Policy'),
  'README.md': filled(read('README.md')),
};

const firstDifference = (before, after) => {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const line = now.findIndex((text, index) => text !== old[index]);
  const at = line === -1 ? now.length : line;
  return `  line ${at + 1}\n  - ${old[at] ?? '(end)'}\n  + ${now[at] ?? '(end)'}`;
};

let drifted = 0;
for (const [file, text] of Object.entries(wanted)) {
  const before = read(file);
  if (before === text) continue;
  drifted += 1;
  if (process.argv.includes('--check')) {
    console.error(`${file} is not what the source gives:\n${firstDifference(before, text)}`);
  } else {
    mkdirSync(`${root}schemas/v1`, { recursive: true });
    writeFileSync(root + file, text);
    console.log(`wrote ${file}`);
  }
}
if (process.argv.includes('--check') && drifted > 0) {
  console.error('Run: npm run generate');
  process.exitCode = 1;
}

// Writes what derives from the source: JSON Schemas, docs/reference, and the picture in the README. --check only compares.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { load, root } from './load.js';
import { referencePages } from './reference.js';

const EXAMPLE = 'examples/halden/org.yaml';

const {
  organisation,
  assessment,
  charterDocument,
  criteriaDocument,
  suggestions,
  report,
  validation,
  diff,
  sweep,
  check,
  progress,
  consultation,
  policySchema,
  reference,
  formats,
  checkFormats,
  subjects,
  sources,
  createProgram,
} = await load(`
  export { organisation } from './src/schema/input/organisation.ts';
  export { assessment } from './src/schema/documents/assessment.ts';
  export { charterDocument } from './src/schema/documents/charter.ts';
  export { criteriaDocument } from './src/schema/documents/criteria.ts';
  export { suggestions } from './src/schema/documents/suggestions.ts';
  export { report } from './src/schema/documents/report.ts';
  export { validation } from './src/schema/documents/validation.ts';
  export { diff } from './src/schema/documents/diff.ts';
  export { sweep } from './src/schema/documents/sweep.ts';
  export { check } from './src/schema/documents/check.ts';
  export { consultation } from './src/schema/documents/consultation.ts';
  export { progress } from './src/schema/documents/progress.ts';
  export { policySchema } from './src/policy/policy.ts';
  export { SUBJECTS as subjects } from './src/rules/rule.ts';
  export { reference } from './src/documents/reference/index.ts';
  export { createProgram } from './src/cli/program.ts';
  export { formats } from './src/documents/report/document.ts';
  export { checkFormats } from './src/documents/check/document.ts';
  export { sources } from './src/import/sources/sources.ts';
`);

const jsonSchema = (schema, io, title) => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-07' });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
};

/** What the command prints for the example. */
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
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\``;
};

/** The README with what the example prints. */
const withOutput = (readme) => {
  const [start, end] = ['<!-- output:start -->', '<!-- output:end -->'];
  const [before, rest] = readme.split(start);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`README.md lacks ${start} … ${end}`);
  return `${before}${start}\n${output()}\n${end}${after}`;
};

const read = (file) => {
  try {
    return readFileSync(root + file, 'utf8');
  } catch {
    return '';
  }
};

const printed = {
  report: jsonSchema(report, 'output', 'Report'),
  assessment: jsonSchema(assessment, 'output', 'Assessment'),
  charter: jsonSchema(charterDocument, 'output', 'Charters'),
  criteria: jsonSchema(criteriaDocument, 'output', 'Criteria'),
  validation: jsonSchema(validation, 'output', 'Validation'),
  diff: jsonSchema(diff, 'output', 'Diff'),
  sweep: jsonSchema(sweep, 'output', 'Sweep'),
  check: jsonSchema(check, 'output', 'Check'),
  suggestions: jsonSchema(suggestions, 'output', 'Suggestions'),
  consultation: jsonSchema(consultation, 'output', 'Consultation'),
  progress: jsonSchema(progress, 'output', 'Progress'),
};

const nothing = { stdout: { write: () => {} }, stderr: { write: () => {} } };

const pages = referencePages({
  entries: reference(),
  subjects,
  sources,
  commands: createProgram(nothing, () => {}).commands,
  formats: { evaluate: formats, check: checkFormats },
  schemas: Object.fromEntries(
    Object.values(printed).map((text) => {
      const schema = JSON.parse(text);
      return [schema.title, schema];
    }),
  ),
});

const named = (folder, texts, ending = '') =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${folder}/${name}${ending}`, text]));

const wanted = {
  'schemas/v1/org.schema.json': jsonSchema(organisation, 'input', 'Organisation'),
  'schemas/v1/policy.schema.json': jsonSchema(policySchema(), 'input', 'Policy'),
  ...named('schemas/v1', printed, '.schema.json'),
  ...named('docs/reference', pages),
  'README.md': withOutput(read('README.md')),
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
    mkdirSync(dirname(root + file), { recursive: true });
    writeFileSync(root + file, text);
    console.log(`wrote ${file}`);
  }
}
if (process.argv.includes('--check') && drifted > 0) {
  console.error('Run: npm run generate');
  process.exitCode = 1;
}

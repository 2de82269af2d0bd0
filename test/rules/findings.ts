import { readFileSync } from 'node:fs';
import { memo } from '../../src/base/memo.ts';
import { designs } from '../../src/designs/index.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import { viewOf } from '../../src/model/view.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { type Purpose, runRules } from '../../src/rules/run.ts';
import type { DesignId } from '../../src/schema/input/designs.ts';
import { organisationOf } from '../support/organisations.ts';

/** The table that an example shows in comments: `#   id,title`, after a line that names people.csv. */
export function tablesOf(yaml: string): Record<string, string> {
  const rows = [...yaml.matchAll(/^# {3}(.*)$/gm)].map(([, row]) => row);
  return /^#.*people\.csv/m.test(yaml) ? { 'people.csv': rows.join('\n') } : {};
}

/** What small companies, as those of the examples, always have: it is tested where it is decided. */
const ON_POOR_DATA = ['poor-data', 'no-customers'];

/** All findings on a design of the organisation in a YAML text, in spite of its data and but for that they are poor. */
export const findingsOf = async (...asked: Parameters<typeof allFindingsOf>) =>
  (await allFindingsOf(...asked)).filter(({ rule }) => !ON_POOR_DATA.includes(rule));

const findingsOn = memo((organisation: Organisation, design: DesignId, purpose: Purpose) => {
  const baseline = viewOf(organisation);
  const result = designs.find(({ id }) => id === design)!.apply(organisation);
  if (result.organisation === null)
    throw new Error(`${design} is impossible: ${result.explanation.join(' ')}`);
  const context = { design, baseline, ...(result.basis === undefined ? {} : { basis: result.basis }) };
  return runRules(viewOf(result.organisation), context, purpose);
});

const allFindingsOf = async (
  yaml: string,
  design: DesignId = 'as-is',
  files: Readonly<Record<string, string>> = tablesOf(yaml),
  purpose: Purpose = 'evaluate',
): Promise<readonly Finding[]> => findingsOn(await organisationOf(yaml, files), design, purpose);

/** The findings of one rule. */
export const findingsOfRule = async (id: string, ...rest: Parameters<typeof findingsOf>) =>
  (await allFindingsOf(...rest)).filter(({ rule }) => rule === id);

/** An example of the repository. */
export const exampleFile = (path: string): string =>
  readFileSync(new URL(`../../examples/${path}`, import.meta.url), 'utf8');

/** `rule` or `rule ×3`, in the order in which they are reported. */
export const summary = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ rule, count }) => (count === 1 ? rule : `${rule} ×${count}`));

import { counted, printable, withoutCommands } from '../../base/text.ts';
import type { Check } from '../../schema/documents/check.ts';
import { COUNTING } from '../../schema/documents/check.ts';
import type { Severity } from '../../schema/documents/finding.ts';
import { type FindingPlace, gravestFirst, located, pathOf, policyText, sentenceOf } from './located.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/** What a workflow command would take for its own, in its message. */
const inMessage = (text: string): string => printable(text).replaceAll('%', '%25');
/** The same, among its properties. */
const inProperty = (text: string): string => inMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

const command = (
  name: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string => {
  const given = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${inProperty(String(value))}`],
  );
  return `::${name} ${given.join(',')}::${inMessage(message)}`;
};

const annotation = (one: FindingPlace): string => {
  const { severity, rule, state, at } = one.finding;
  const { file, line, column, endLine, endColumn, generated } = at;
  const columns = generated === true ? {} : { col: column, endColumn };
  const title = state === 'worse' ? `${rule} (worse)` : rule;
  return command(
    COMMANDS[severity],
    { file: pathOf(file), line, endLine, ...columns, title },
    sentenceOf(one),
  );
};

/**
 * Workflow commands, one a line: why the check fails, then what counts, the gravest first, as only the first ten of a kind
 * are shown. The last line says in words whether it passes.
 */
export const renderGithub = (check: Check): string => {
  const { pass, reasons } = check.verdict;
  const findings = gravestFirst(located(check, COUNTING));
  const lines = [
    ...(pass ? [] : [command('error', { title: 'orgdesign check' }, reasons.join(' '))]),
    ...findings.map(annotation),
    withoutCommands(policyText(check)),
    `orgdesign check ${pass ? 'passed' : 'failed'}: ${counted(findings.length, 'finding')} new or worse.`,
  ];
  return `${lines.join('\n')}\n`;
};

import { printable } from '../../base/text.ts';
import type { Check, CheckedFinding, Gate } from '../../schema/documents/check.ts';
import { type FindingPlace, filled, located, pathOf, policyText, sentenceOf } from './located.ts';

/** Characters that XML 1.0 has no place for, beside those that are not printable. */
const NO_CHARACTER = /[\ufffe\uffff]/g;

/** Also without the `[` of `##[`, which the runner of GitHub Actions takes for a command wherever it is printed. */
const inXml = (text: string): string =>
  printable(text)
    .replace(NO_CHARACTER, '\ufffd')
    .replace(/[<>&"'[]/g, (character) => `&#${character.charCodeAt(0)};`);

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${inXml(filled(String(value)))}"`)
    .join('');

/** A test: what it says, and whether it passes. */
interface Case {
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly status: 'passed' | 'failed' | 'skipped';
  readonly type: string;
  readonly message: string;
}

const skippedFor = ({ reason, owner, expires }: NonNullable<CheckedFinding['waiver']>): string =>
  `Waived by ${owner}${expires === null ? '' : ` until ${expires}`}: ${reason}`;

function findingCase(one: FindingPlace): Case {
  const { rule, entity, severity, at, fails, waiver } = one.finding;
  return {
    attributes: {
      name: `${rule} (${entity.kind} ${entity.id})`,
      classname: rule,
      file: pathOf(at.file),
      line: at.line,
    },
    status: waiver !== undefined ? 'skipped' : fails ? 'failed' : 'passed',
    type: severity,
    message: waiver === undefined ? sentenceOf(one) : skippedFor(waiver),
  };
}

/** A gate is a test of its own unless it fails by findings, which are tests themselves. */
const gateCases = (gates: readonly Gate[]): Case[] =>
  gates
    .filter(({ status, gate }) => status !== 'fail' || gate === 'max-warnings')
    .map(({ gate, status, message }) => ({
      attributes: { name: gate, classname: 'gates' },
      status: status === 'fail' ? 'failed' : status === 'pass' ? 'passed' : 'skipped',
      type: 'gate',
      message,
    }));

function testcase({ attributes: own, status, type, message }: Case): string[] {
  const inside =
    status === 'failed'
      ? `<failure${attributes({ message, type })}>${inXml(message)}</failure>`
      : status === 'skipped'
        ? `<skipped${attributes({ message })}/>`
        : `<system-out>${inXml(message)}</system-out>`;
  return [`    <testcase${attributes(own)}>`, `      ${inside}`, '    </testcase>'];
}

const tally = (cases: readonly Case[]) => {
  const of = (status: Case['status']) => cases.filter((one) => one.status === status).length;
  return { tests: cases.length, failures: of('failed'), errors: 0, skipped: of('skipped') };
};

/** What counts or is waived; what is as it was, better or gone is no test. */
const TESTED = ['new', 'worse', 'waived'] as const;

/**
 * JUnit XML, for which there is no schema but custom: a suite for each structure and one for the check as a whole, a test for
 * each finding that counts or is waived, and for each gate.
 */
export const renderJunit = (check: Check): string => {
  const { structures, policy, gates } = check;
  const suites = [
    ...structures.map((structure) => ({
      attributes: { name: structure.name, file: pathOf(structure.file) },
      cases: [
        ...gateCases(structure.gates),
        ...located({ structures: [structure], policy: null }, TESTED).map(findingCase),
      ],
    })),
    {
      attributes: { name: 'orgdesign check' },
      cases: [...gateCases(gates), ...located({ structures: [], policy }, TESTED).map(findingCase)],
    },
  ].filter(({ cases }) => cases.length > 0);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'orgdesign check', ...tally(suites.flatMap(({ cases }) => cases)) })}>`,
    ...suites.flatMap(({ attributes: own, cases }) => [
      `  <testsuite${attributes({ ...own, ...tally(cases) })}>`,
      '    <properties>',
      `      <property${attributes({ name: 'policy', value: policyText(check) })}/>`,
      '    </properties>',
      ...cases.flatMap(testcase),
      '  </testsuite>',
    ]),
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
};

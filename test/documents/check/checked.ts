import { buildCheck, type CheckOptions, loadPolicy, targetOf } from '../../../src/documents/check/index.ts';
import { structureFrom } from '../../../src/documents/structure.ts';
import {
  type Check,
  type CheckedFinding,
  FINDING_STATES,
  type FindingState,
} from '../../../src/schema/documents/check.ts';
import type { DesignId } from '../../../src/schema/input/designs.ts';
import { loadOrganisation } from '../../../src/schema/read/load.ts';
import { memoryFiles } from '../../source/memory-files.ts';
import { ruleIds } from '../../support/organisations.ts';

export const loadText = (text: string | object, file = 'org.yaml') => {
  const content = typeof text === 'string' ? text : JSON.stringify(text);
  return loadOrganisation(file, memoryFiles({ [file]: content }), { ruleIds });
};

export const policyOf = (text: string) =>
  loadPolicy('orgdesign.config.yaml', memoryFiles({ 'orgdesign.config.yaml': text }));

interface Given extends Partial<Omit<CheckOptions, 'policy' | 'baseline'>> {
  readonly before?: string | object;
  readonly policy?: string;
  readonly design?: DesignId;
  readonly file?: string;
}

/** The check of an organisation, against another one where `before` is given; the policy as the text of its file. */
export async function checked(after: string | object, given: Given = {}): Promise<Check> {
  const { before, policy, design, file, ...options } = given;
  const baseline =
    before === undefined
      ? null
      : { structure: await structureFrom(await loadText(before, file)), revision: null };
  const target = await targetOf(await loadText(after, file), design, baseline);
  return buildCheck([target], {
    policy: policy === undefined ? null : await policyOf(`version: 1\n${policy}`),
    today: '2026-11-02',
    version: '0',
    ...options,
  });
}

export const findingsOf = (check: Check, rule?: string): readonly CheckedFinding[] =>
  check.structures.flatMap(({ findings }) =>
    findings.filter((one) => rule === undefined || one.rule === rule),
  );

/** What became of each finding of a rule: `s1 new`. */
export const statesOf = (check: Check, rule: string): string[] =>
  findingsOf(check, rule).map(({ entity, state }) => `${entity.id} ${state satisfies FindingState}`);

/** A company of departments with a head and as many people below as it says. */
export const company = (sizes: Readonly<Record<string, number>>, more = '') => {
  const people = Object.entries(sizes).flatMap(([department, size]) => [
    `  - { id: ${department}, name: Winnow ${department}, title: Finance Manager, department: ${department}, manager: chief }`,
    ...Array.from(
      { length: size },
      (_, at) =>
        `  - { id: ${department}-${at + 1}, title: Accountant, department: ${department}, manager: ${department} }`,
    ),
  ]);
  return `version: 1
name: Ledger & Co
people:
  - { id: chief, name: Winnow Chief, title: Chief Executive Officer }
${people.join('\n')}
${more}`;
};

/** A company that changes: of what is found something is new, worse, better, gone and waived. */
export const COMPARED = {
  before: company({ two: 2, three: 3, four: 7, six: 2 }),
  after: company({ one: 2, two: 2, three: 5, four: 6 }),
  policy: `failOn: warning
maxWarnings: 0
maxMoved: 0.1
measures: { layers.count: { max: 1 } }
waivers:
  - { rule: team-too-small, entity: two, reason: two are to come, owner: Ada, expires: 2027-01-01 }
  - { rule: team-too-small, entity: zwei, reason: none, owner: Ada, expires: 2027-01-01 }`,
};

/** A check with findings of every state there is, with suggestions, and with something that a design made. */
export async function ofEveryState(): Promise<Check> {
  const { before, after, policy } = COMPARED;
  const compared = await checked(after, { before, policy, names: true });
  const structure = compared.structures[0]!;
  const finding = structure.findings.find(({ waiver }) => waiver === undefined)!;
  const { waiver } = structure.findings.find((one) => one.waiver !== undefined)!;
  const findings = FINDING_STATES.flatMap((state): CheckedFinding[] => {
    const waived = state === 'waived' ? { waiver } : {};
    return [
      {
        ...finding,
        ...waived,
        state,
        fails: false,
        fingerprint: state,
        before: { severity: 'note', value: null, count: 2 },
      },
      {
        ...finding,
        ...waived,
        ...{ state, fails: state === 'new' || state === 'worse', fingerprint: `${state} 2` },
        at: { ...finding.at, generated: true },
        suggestion: {
          text: 'Join one and two.',
          moves: 1,
          redrawn: 0,
          changes: [{ person: { id: 'one' }, manager: { from: null, to: { id: 'two' } } }],
        },
      },
    ];
  });
  return { ...compared, structures: [{ ...structure, findings }] };
}

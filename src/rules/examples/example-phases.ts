import { team } from './example-people.ts';

const ALL_FLOWS: Readonly<Record<string, string>> = {
  insight: '{ from: identify, to: acquire, what: what prospects look for, kind: prospect-insight }',
  toIdentify: '{ from: retain, to: identify, what: what customers say, kind: customer-feedback }',
  toAcquire: '{ from: retain, to: acquire, what: what customers say, kind: customer-feedback }',
  exit: '{ from: retain, to: acquire, what: why customers left, kind: exit-reasons }',
};

/** Metrics of a phase as an inline list of its scorecard. */
const scorecard = (metrics: readonly string[]): string =>
  metrics.length === 0 ? '' : `, scorecard: [${metrics.map((metric) => `{ metric: ${metric} }`).join(', ')}]`;

/** A company in three phases that tell each other everything, but for what is left out. */
export function phased(
  name: string,
  {
    without = [],
    metrics = {},
  }: {
    readonly without?: readonly string[];
    readonly metrics?: Readonly<Record<string, readonly string[]>>;
  },
): string {
  const flows = Object.entries(ALL_FLOWS).flatMap(([key, text]) =>
    without.includes(key) ? [] : [`  - ${text}`],
  );
  const phases = [
    ['identify', 'Marketing Specialist'],
    ['acquire', 'Product Developer'],
    ['retain', 'Customer Support Agent'],
  ] as const;
  return `
version: 1
name: ${name}
departments:
${phases
  .map(
    ([phase]) =>
      `  - { id: ${phase}, kind: phase, phase: ${phase}, head: ${phase}-1, accountable: true${scorecard(metrics[phase] ?? [])} }`,
  )
  .join('\n')}
people:
  - { id: chief, title: Chief Executive Officer }
${phases
  .map(
    ([phase, title]) =>
      `  - { id: ${phase}-1, title: ${title}, department: ${phase}, manager: chief }\n${team(
        title,
        phase,
        `${phase}-1`,
        [2, 3, 4].map((n) => `${phase}-${n}`),
      )}`,
  )
  .join('\n')}
flows:
${flows.join('\n')}
`;
}

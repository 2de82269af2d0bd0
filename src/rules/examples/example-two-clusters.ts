import { team } from './example-people.ts';

const SKILLS = [
  ['marketing', 'Marketing Specialist'],
  ['sales', 'Sales Executive'],
  ['account-management', 'Account Manager'],
] as const;
const CLUSTERS = ['retail', 'energy'] as const;

/** A customer of each industry and region, with a retention. */
type Row = readonly [industry: string, region: string, retention: number];

/** Two clusters, for retail and for energy, with centres of expertise that they exchange with. */
export function twoClusters(
  name: string,
  {
    centres = SKILLS.map(([skill]) => skill),
    customers = [],
    scorecard = '',
  }: {
    /** The skills that have a centre. */
    readonly centres?: readonly string[];
    readonly customers?: readonly Row[];
    /** The scorecard of the centres, as inline YAML. */
    readonly scorecard?: string;
  } = {},
): string {
  const held = SKILLS.filter(([skill]) => centres.includes(skill));
  const practice = (from: string, to: string) =>
    `  - { from: ${from}, to: ${to}, what: what works, kind: best-practice }`;
  const serving = customers.length > 0;
  const journey = SKILLS.map(([skill], at) => {
    const phase = ['identify', 'acquire', 'retain'][at]!;
    return `      - { phase: ${phase}, capability: ${skill} }`;
  });
  return `
version: 1
name: ${name}
departments:
${CLUSTERS.map(
  (id) =>
    `  - { id: ${id}, kind: cluster, head: vp-${id}${serving ? `, serves: { where: { industry: [${id}] } }` : ''} }`,
).join('\n')}
${held
  .map(
    ([skill]) =>
      `  - { id: ${skill}, kind: centre-of-expertise, head: head-${skill}, decides: [processes], servesUnits: [retail, energy]${scorecard} }`,
  )
  .join('\n')}
people:
  - { id: chief, title: Chief Executive Officer }
${CLUSTERS.map(
  (id) =>
    `  - { id: vp-${id}, title: Customer Cluster VP, capability: leadership, department: ${id}, manager: chief }\n${SKILLS.map(
      ([skill, title]) => team(title, id, `vp-${id}`, [`${id}-${skill}-1`, `${id}-${skill}-2`]),
    ).join('\n')}`,
).join('\n')}
${held
  .map(
    ([skill, title]) =>
      `  - { id: head-${skill}, title: ${title}, department: ${skill}, manager: chief }\n${team(
        title,
        skill,
        `head-${skill}`,
        [1, 2, 3].map((n) => `${skill}-${n}`),
      )}`,
  )
  .join('\n')}
flows:
${CLUSTERS.flatMap((id) => [practice(id, held[0]![0]), practice(held[0]![0], id)]).join('\n')}
${
  serving
    ? `journeys:
  - id: sale
    steps:
${journey.join('\n')}
customers:
${customers
  .map(
    ([industry, region, retention], at) =>
      `  - { id: c${at + 1}, market: b2b, revenue: 1000, retention: ${retention}, attributes: { industry: ${industry}, region: ${region} } }`,
  )
  .join('\n')}`
    : ''
}
`;
}

import { REDESIGNS } from '../../rules/fit/fit.ts';
import { rules } from '../../rules/index.ts';
import { DESIGN_IDS, type DesignId } from '../../schema/input/designs.ts';
import type { PracticeId } from '../../schema/input/practices.ts';
import { components, conditions, levels } from '../maturity/profile.ts';
import { PART_NAMES, readinessItems } from './readiness.ts';

/** What readiness is for, by design. */
const READINESS_OF: Partial<Record<DesignId, string>> = { cluster: 'clusters', lifecycle: 'phases' };

/** Designs that a verdict is on, by the key of the file that rules about fit read. */
export function verdictsOn(): ReadonlyMap<string, readonly DesignId[]> {
  const found = new Map<string, Set<DesignId>>();
  for (const { fit } of rules)
    for (const key of fit?.reads ?? []) {
      const designs = found.get(key) ?? new Set<DesignId>();
      for (const arm of fit!.arms) for (const design of arm.designs) designs.add(design);
      found.set(key, designs);
    }
  return new Map([...found].map(([key, designs]) => [key, DESIGN_IDS.filter((id) => designs.has(id))]));
}

/** The verdict on some designs, where there is one. */
export function verdict(designs: readonly DesignId[] | undefined): readonly string[] {
  if (designs === undefined) return [];
  const every = REDESIGNS.every((id) => designs.includes(id));
  return [`the verdict on ${every ? 'every design' : designs.join(', ')}`];
}

/** Readiness for what asks for an item, in which part. */
const readinessFor = (id: PracticeId): readonly string[] => [
  ...new Set(
    [...readinessItems].flatMap(([design, items]) =>
      items.flatMap(({ reads = [], part }) =>
        reads.includes(id)
          ? [`readiness for ${READINESS_OF[design]} (${PART_NAMES[part].toLowerCase()})`]
          : [],
      ),
    ),
  ),
];

/** What an item of the questionnaire tells, verdicts on designs first. */
export function feedsOf(id: PracticeId): readonly string[] {
  const headings = [...levels, ...components, ...conditions].filter(({ items }) => items.includes(id));
  return [
    ...verdict(verdictsOn().get(`practices.${id}`)),
    ...readinessFor(id),
    ...headings.map(({ name }) => `maturity (${name.toLowerCase()})`),
  ];
}

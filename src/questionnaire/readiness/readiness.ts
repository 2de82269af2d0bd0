import { given } from '../../base/given.ts';
import type { Design } from '../../designs/design.ts';
import type { View } from '../../model/view.ts';
import type { DesignOutcome } from '../../rules/context.ts';
import { placeOf } from '../../rules/finding.ts';
import { READINESS_PARTS } from '../../schema/choices.ts';
import type {
  Readiness,
  ReadinessPart,
  ReportedReadinessItem,
  ReportedReadinessPart,
} from '../../schema/documents/assessment.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import { answersOf } from '../answers/answers.ts';
import { clusterDesign } from './design.ts';
import { fromPractices, type ReadinessCase, type ReadinessItem, together } from './evidence.ts';
import { foundations } from './foundations.ts';
import { infrastructure } from './infrastructure.ts';
import { phaseItems } from './phases.ts';

/** What has to be there, by design, in the order in which they are told; of other designs the sources say nothing. */
export const readinessItems: ReadonlyMap<DesignId, readonly ReadinessItem[]> = new Map<
  DesignId,
  readonly ReadinessItem[]
>([
  ['cluster', [...foundations, ...clusterDesign, ...infrastructure]],
  ['lifecycle', phaseItems],
]);

/** The parts, as they are called. */
export const PART_NAMES: Readonly<Record<ReadinessPart, string>> = {
  foundations: 'Foundations',
  design: 'Design',
  infrastructure: 'Common infrastructure',
};

function judge(item: ReadinessItem, subject: ReadinessCase): ReportedReadinessItem {
  const { id, name, blocks, source, reads = [] } = item;
  const evidence = [...(item.look?.(subject) ?? []), ...fromPractices(subject, reads)];
  return {
    id,
    name,
    state: together(evidence.map(({ state }) => state)),
    blocks,
    evidence: evidence.map(({ text, state, at, change }) => given({ text, state, at: placeOf(at), change })),
    source,
  };
}

/** `2 of 5 in place, 1 in part, 1 open that blocks, 1 unknown`. */
function summary(items: readonly ReportedReadinessItem[]): string {
  const count = (state: ReportedReadinessItem['state'], blocks?: boolean) =>
    items.filter((item) => item.state === state && (blocks === undefined || item.blocks === blocks)).length;
  const said: readonly (readonly [number, string])[] = [
    [count('proposed'), 'proposed'],
    [count('partly'), 'in part'],
    [count('open', true), count('open', true) === 1 ? 'open that blocks' : 'open that block'],
    [count('open', false), 'open'],
    [count('unknown'), 'unknown'],
  ];
  return [
    `${count('in-place')} of ${items.length} in place`,
    ...said.flatMap(([number, words]) => (number > 0 ? [`${number} ${words}`] : [])),
  ].join(', ');
}

function partOf(id: ReadinessPart, items: readonly ReportedReadinessItem[]): ReportedReadinessPart {
  const count = (state: ReportedReadinessItem['state']) =>
    items.filter((item) => item.state === state).length;
  return {
    id,
    name: PART_NAMES[id],
    counts: {
      inPlace: count('in-place'),
      proposed: count('proposed'),
      partly: count('partly'),
      open: count('open'),
      unknown: count('unknown'),
    },
    blocking: items.filter(({ state, blocks }) => blocks && state !== 'in-place' && state !== 'proposed')
      .length,
    summary: summary(items),
    items: [...items],
  };
}

/**
 * Whether what a design needs is there, item by item with what it was read from: facts and answers of today's organisation, and
 * where it is about the design, the design itself. undefined for designs of which the sources say nothing.
 */
export function readinessOf(
  today: View,
  design: Pick<Design, 'id' | 'name'>,
  result: DesignOutcome,
  then: View | null,
): Readiness | undefined {
  const items = readinessItems.get(design.id);
  if (items === undefined) return undefined;
  const subject: ReadinessCase = { today, answers: answersOf(today), design: design.id, result, then };
  return {
    design: design.id,
    name: design.name,
    status: result.status,
    parts: READINESS_PARTS.flatMap((part) => {
      const own = items.filter((item) => item.part === part).map((item) => judge(item, subject));
      return own.length === 0 ? [] : [partOf(part, own)];
    }),
  };
}

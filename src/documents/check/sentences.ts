import { percent, whole } from '../../base/figures.ts';
import { counted } from '../../base/text.ts';
import type { CheckedMeasure, CheckedStructure, FindingState } from '../../schema/documents/check.ts';
import type { Moves } from './moved.ts';

/** What the states of findings are called, from what matters most. */
export const HEADINGS: readonly (readonly [FindingState, string])[] = [
  ['new', 'new'],
  ['worse', 'worse'],
  ['waived', 'waived'],
  ['improved', 'better'],
  ['gone', 'gone'],
];

/** Whose structure it is, how large, and what it is held against; `asked` is the baseline that was asked for. */
export function factsOf({ organisation, people, baseline }: CheckedStructure, asked: string | null): string {
  const design = baseline?.design ? `#${baseline.design.id}` : '';
  const against =
    baseline === null
      ? asked === null
        ? ''
        : ` · not in ${asked}, so all is new`
      : baseline.revision === null
        ? ` · against ${baseline.file}${design}`
        : ` · against ${baseline.revision.name} (${baseline.revision.commit.slice(0, 7)})`;
  return `${organisation} · ${counted(people, 'person', 'people')}${against}`;
}

/** `≥ 2, ≤ 4`, or how much worse a measure may get; '' for no limit. */
export function limitText({ limit }: CheckedMeasure, format: (value: number | null) => string): string {
  if (limit === null) return '';
  const { min, max, tolerance } = limit;
  if (min === null && max === null) return tolerance === 0 ? 'no worse' : `no worse by ${format(tolerance)}`;
  return [min === null ? '' : `≥ ${format(min)}`, max === null ? '' : `≤ ${format(max)}`]
    .filter((part) => part !== '')
    .join(', ');
}

/** How many move, join and leave; undefined where nobody does, or nobody can tell. */
export function movedText(moved: Moves | null): string | undefined {
  if (moved === null || moved.moved + moved.joined + moved.left === 0) return undefined;
  const share = moved.share === null ? '' : ` (${percent(moved.share)})`;
  return `${whole(moved.moved)} of ${counted(moved.inBoth, 'person', 'people')} ${moved.moved === 1 ? 'moves' : 'move'} to another unit${share}; ${whole(moved.joined)} new, ${whole(moved.left)} gone.`;
}

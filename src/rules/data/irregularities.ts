import { memo } from '../../base/memo.ts';
import { listed } from '../../model/listed.ts';
import type { Index, Irregularity, Organisation } from '../../model/organisation.ts';
import { qualityOf } from '../../model/quality.ts';
import { reportsOf } from '../../model/tree.ts';
import type { View } from '../../model/view.ts';

/** What was seen of one kind while the organisation was built; nothing in a design. */
export const irregularitiesOf = (
  organisation: Organisation,
  kind: Irregularity['kind'],
): readonly Irregularity[] => organisation.irregularities.filter((one) => one.kind === kind);

/** The only irregularity of a kind that is gathered into one, if there is any. */
export const irregularityOf = (
  organisation: Organisation,
  kind: Irregularity['kind'],
): Irregularity | undefined => organisation.irregularities.find((one) => one.kind === kind);

/** Seats that report to nobody, by why: as the file says, or because a line of theirs was left out. */
interface Roots {
  /** Those that the file gives no manager, in the order of the tree. */
  readonly written: readonly Index[];
  /** Whoever the others stand beside: the seat with most people below; where nobody leads, the first that was written so. */
  readonly top: Index;
  /** Those given no manager who lead nobody either, the top left out. */
  readonly orphans: readonly Index[];
  /** Those at which a reporting cycle was cut. */
  readonly cut: readonly Index[];
  readonly all: readonly Index[];
}

export function rootsOf(view: View): Roots {
  const { organisation } = view;
  const [first, ...others] = view.tree().roots;
  const all = first === undefined ? [] : [first, ...listed(others, organisation.people)];
  const cycles = irregularitiesOf(organisation, 'reporting-cycle');
  const cutIds = new Set(cycles.map(({ detail }) => detail[0]!));
  const dropped = new Set(
    [
      ...irregularitiesOf(organisation, 'unknown-manager'),
      ...irregularitiesOf(organisation, 'self-report'),
    ].flatMap(({ members }) => members),
  );
  const isCut = (seat: Index) => cutIds.has(organisation.people.id[seat]!);
  const written = all.filter((seat) => !isCut(seat) && !dropped.has(seat));
  const leads = (seat: Index) => reportsOf(view.tree(), seat) > 0;
  const top = (all.some(leads) ? all[0] : written[0]) ?? -1;
  return {
    all,
    top,
    cut: all.filter(isCut),
    written,
    orphans: written.filter((seat) => seat !== top && !leads(seat)),
  };
}

/** Whether every root there is was made by cutting a cycle. */
export const hasNoRoot = ({ all, cut }: Roots): boolean => all.length > 0 && cut.length === all.length;

/** A cycle as `p1 → p2 → p1`, the middle of a long one left out. */
export function cycleText(view: View, members: readonly Index[], from: Index): string {
  const start = Math.max(0, members.indexOf(from));
  const turned = [...members.slice(start), ...members.slice(0, start)].map(view.person);
  const shown = turned.length > 8 ? [...turned.slice(0, 6), '…', turned.at(-1)!] : turned;
  return [...shown, turned[0]!].join(' → ');
}

/** Whether it is told of a seat that its data cannot bear figures, which says what is the matter. */
export const isToldAsPoor = ({ organisation }: View, seat: Index): boolean =>
  organisation.despiteData !== true && seatsOfPoorData(organisation).has(seat);

const seatsOfPoorData = memo(
  (organisation: Organisation): ReadonlySet<Index> =>
    new Set(qualityOf(organisation).closed.flatMap(({ seats }) => seats)),
);

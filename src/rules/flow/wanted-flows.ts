import type { Flow, Index } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import { PHASES, type Phase } from '../../schema/input/common.ts';
import type { FlowKind } from '../../schema/input/flow.ts';
import { membersBelow } from '../structure/small-units.ts';

type Units = ReadonlySet<Index>;

/** Knowledge that units are to pass on, whichever of `from` to whichever of `to`. */
export interface WantedFlow {
  readonly kind: FlowKind;
  /** As a sentence without its stop: `identify tells …`. */
  readonly what: string;
  readonly from: Units;
  readonly to: Units;
}

/** The units of each phase; null where one of the three has none. */
export function phaseUnits({ organisation: { units } }: View): Readonly<Record<Phase, Units>> | null {
  const of = (wanted: Phase): Units =>
    new Set(units.flatMap(({ kind, phase }, at) => (kind === 'phase' && phase === wanted ? [at] : [])));
  const found = { identify: of('identify'), acquire: of('acquire'), retain: of('retain') };
  return PHASES.every((phase) => found[phase].size > 0) ? found : null;
}

/** Units with somebody who develops the product, in them or below. */
function developing(view: View): Units {
  const { people, capabilities, units } = view.organisation;
  const product = capabilities.findIndex(({ id }) => id === 'product-development');
  const found = new Set<Index>();
  units.forEach((_, at) => {
    for (const seat of membersBelow(view, at))
      if (people.capability[seat] === product) {
        found.add(at);
        return;
      }
  });
  return found;
}

/**
 * What three phases tell each other: prospects’ wishes to whoever develops the product (nobody: to acquire), and what
 * customers say from retain to both others. Of a phase that develops the product itself nothing is wanted. None without
 * three phases. Source: Jameane.
 */
export function wantedFeedback(view: View): readonly WantedFlow[] {
  const phases = phaseUnits(view);
  if (phases === null) return [];
  const { identify, acquire, retain } = phases;
  const product = developing(view);
  const inside = [...identify].some((at) => product.has(at));
  return [
    ...(inside
      ? []
      : [
          {
            kind: 'prospect-insight' as const,
            what: 'identify tells product development what prospects look for',
            from: identify,
            to: product.size === 0 ? acquire : product,
          },
        ]),
    {
      kind: 'customer-feedback',
      what: 'retain tells identify what customers say',
      from: retain,
      to: identify,
    },
    { kind: 'customer-feedback', what: 'retain tells acquire what customers say', from: retain, to: acquire },
  ];
}

/** Whether a flow is the one that is wanted, whatever it is said to carry. */
export const joins = ({ from, to }: WantedFlow, flow: Flow): boolean =>
  from.has(flow.from) && to.has(flow.to);

/** Whether some flow is the one that is wanted, of its kind. */
export const isThere = (wanted: WantedFlow, flows: readonly Flow[]): boolean =>
  flows.some((flow) => flow.kind === wanted.kind && joins(wanted, flow));

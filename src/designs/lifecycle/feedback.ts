import { alternatives } from '../../base/text.ts';
import type { Flow, Index, Organisation } from '../../model/organisation.ts';
import { PHASES, type Phase } from '../../schema/input/fields.ts';
import { bySeniority, mostSenior } from '../hierarchy/seniority.ts';

const MOST_NAMED = 3;

/** A phase in a design: its unit, who is in it, and the id of its head. */
export interface PhaseUnit {
  readonly unit: Index;
  readonly seats: readonly Index[];
  readonly head: string;
}

/**
 * What the phases let each other know (Jameane): the market researchers of identify tell product development what prospects
 * look for, retain tells both others what customers stay and leave for, and why those who left did. Each flow says by id who tells whom; the
 * sentences say what there is nobody for.
 */
export function feedbackOf(
  organisation: Organisation,
  phases: Readonly<Record<Phase, PhaseUnit>>,
): { readonly flows: readonly Flow[]; readonly sentences: readonly string[] } {
  const { people, capabilities } = organisation;
  const holders = (phase: Phase, id: string): readonly Index[] => {
    const capability = capabilities.findIndex((one) => one.id === id);
    return phases[phase].seats.filter(
      (seat) => people.capability[seat] === capability && people.vacant[seat] === 0,
    );
  };
  const { identify, acquire, retain } = phases;
  const researchers = bySeniority(organisation, holders('identify', 'market-research'));
  // Product development is mostly in acquire; where shares or pins put it elsewhere, it is told there.
  const developing = PHASES.map((phase) => holders(phase, 'product-development'));
  const most = developing.reduce((a, b) => (b.length > a.length ? b : a));
  const to = most.length === 0 ? acquire : phases[PHASES[developing.indexOf(most)]!];
  const ids = (seats: readonly Index[]) =>
    alternatives(
      seats.slice(0, MOST_NAMED).map((seat) => people.id[seat]!),
      'and',
    );
  const from =
    researchers.length > 0
      ? `market research (${ids(researchers)})`
      : `the head of identify (${identify.head})`;
  const towards =
    most.length > 0
      ? `product development (${people.id[mostSenior(organisation, most)]})`
      : `the head of acquire (${acquire.head})`;
  const tells = `what customers stay and leave for, from the head of retain (${retain.head})`;
  const flows = [
    {
      from: identify.unit,
      to: to.unit,
      what: `what prospects look for, from ${from} to ${towards}`,
      kind: 'prospect-insight' as const,
    },
    ...[identify, acquire].map((other, at) => ({
      from: retain.unit,
      to: other.unit,
      what: `${tells} to that of ${PHASES[at]} (${other.head})`,
      kind: 'customer-feedback' as const,
    })),
    {
      from: retain.unit,
      to: acquire.unit,
      what: `why customers left, from the head of retain (${retain.head}) to that of acquire (${acquire.head})`,
      kind: 'exit-reasons' as const,
    },
  ].filter((flow) => flow.from !== flow.to);
  const missing = [
    ...(researchers.length === 0 ? ['does market research in identify'] : []),
    ...(most.length === 0 ? ['develops products'] : []),
  ];
  return {
    flows,
    sentences:
      missing.length === 0
        ? []
        : [
            `Nobody ${alternatives(missing)}: until somebody does, the heads of the phases pass on what prospects look for.`,
          ],
  };
}

import { alternatives, counted, sentenceCase } from '../../base/text.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { reportsOf, treeOf } from '../../model/tree.ts';
import { PHASES } from '../../schema/input/fields.ts';
import { examples } from '../consequences.ts';
import type { Draft } from '../draft.ts';
import { isOverFunctions } from '../hierarchy/executives.ts';
import type { RebuiltUnit } from '../hierarchy/hierarchy.ts';
import { hasGrades, standingsOf } from '../hierarchy/seniority.ts';
import { isExecutive } from '../hierarchy/who-stays.ts';
import { PINNED, reasonByCapability, type WhyHere } from '../reasons.ts';
import { tradesOf } from './phase-leads.ts';
import { type ChosenPhases, phasesInTitles } from './phases.ts';

/** How the seats came to be divided over the phases, what was not heeded, and who is left alone. */
export function phaseSentences(
  draft: Draft,
  chosen: ChosenPhases,
  members: readonly (readonly Index[])[],
): string[] {
  const { minimum, idlePins, idleShares } = chosen;
  const sizes = PHASES.map((phase, at) => `${phase} ${counted(members[at]!.length, 'seat')}`);
  const small = PHASES.filter((_, at) => members[at]!.length < minimum);
  const alone = leftAlone(draft);
  return [
    `Seats: ${sizes.join(', ')}. Which skill works in which phase follows ${sharesFollowed(chosen)}.`,
    ...outside(draft.source, chosen),
    ...(small.length > 0
      ? [
          `${sentenceCase(alternatives(small, 'and'))} ${small.length === 1 ? 'has' : 'have'} fewer than the ${minimum} people that a phase needs: too few people here do such work.`,
        ]
      : []),
    ...(idleShares.length > 0
      ? [
          `Shares without effect: those of ${idleShares.join(', ')}. Enabling functions and leadership are not divided over phases, nor is what nobody can do.`,
        ]
      : []),
    ...(idlePins.length > 0
      ? [`Pins without effect, since the top stays at the top: ${idlePins.join(', ')}.`]
      : []),
    ...(alone.length > 0
      ? [`Left alone in a department whose other people are in phases now: ${examples(alone)}.`]
      : []),
  ];
}

/** Who stays out of the phases since nobody says in which of them they work. */
export function outside(
  { capabilities }: Organisation,
  { unknown }: Pick<ChosenPhases, 'unknown'>,
): string[] {
  if (unknown.size === 0) return [];
  const who = [...unknown].map(([at, count]) => `${capabilities[at]!.name} (${counted(count, 'seat')})`);
  const keys = [...unknown.keys()].map((at) => `capabilities.${capabilities[at]!.id}.phases`);
  return [
    `In which phases ${alternatives(who, 'and')} ${who.length === 1 ? 'works' : 'work'} is not known: these people stay where they are, in no phase. Say so under ${alternatives(keys, 'and')}, or with a step of a journey.`,
  ];
}

/** Where somebody of another trade leads a phase, since they are more senior than everybody in it whose trade would lead it. */
export function otherTradesLead(
  draft: Draft,
  phases: readonly Pick<RebuiltUnit, 'head' | 'members'>[],
): string[] {
  const { source } = draft;
  const { people, capabilities } = source;
  return PHASES.flatMap((phase, at) => {
    const { head, members } = phases[at]!;
    const trades = tradesOf(source, phase);
    if (head >= people.count) return [];
    const own = trades.find((trade) =>
      members.some((seat) => seat < people.count && people.capability[seat] === trade),
    );
    const trade = capabilities[people.capability[head]!]?.name;
    if (own === undefined || trade === undefined || own === people.capability[head]) return [];
    const standing = standingsOf(source);
    const isAbove = (seat: Index) =>
      seat >= people.count || people.capability[seat] !== own || standing[head]! > standing[seat]!;
    if (!members.every(isAbove)) return [];
    const by = hasGrades(source) ? 'is of a higher grade than' : 'stands nearer to the top than';
    return [
      `${sentenceCase(phase)} is led by ${people.id[head]} (${people.title[head]}), of ${trade}, who ${by} everybody there from ${capabilities[own]!.name}.`,
    ];
  });
}

/** Who says how much of each capability works in which phase. */
function sharesFollowed({ from }: ChosenPhases): string {
  const builtIn = 'the built-in shares, a judgement after Jameane';
  const written = [
    ...(from.given.length > 0 ? [{ what: 'the shares that are given', of: from.given }] : []),
    ...(from.journeys.length > 0 ? [{ what: 'the steps of the journeys', of: from.journeys }] : []),
  ];
  if (written.length === 0) return builtIn;
  if (from['built-in'].length === 0 && written.length === 1) return written[0]!.what;
  const parts = written.map(({ what, of }) => `${what} for ${alternatives(of, 'and')}`);
  return from['built-in'].length === 0
    ? alternatives(parts, 'and')
    : `${parts.join(', ')}, and for the others ${builtIn}`;
}

/** People who are the only ones left in their department, though not today; heads are told of in every design. */
function leftAlone({ source, units, unitOf }: Draft): readonly string[] {
  const [before, now] = [new Int32Array(units.length), new Int32Array(units.length)];
  const { count, id, title } = source.people;
  for (let seat = 0; seat < unitOf.length; seat++) {
    if (seat < count && source.unitOf[seat]! >= 0) before[source.unitOf[seat]!]!++;
    if (unitOf[seat]! >= 0) now[unitOf[seat]!]!++;
  }
  const found: string[] = [];
  for (let seat = 0; seat < count; seat++) {
    const unit = unitOf[seat]!;
    if (reportsOf(treeOf(source), seat) > 0) continue;
    if (unit >= 0 && now[unit] === 1 && before[unit]! > 1 && units[unit]!.kind !== 'phase')
      found.push(`${id[seat]} (${title[seat]}, ${units[unit]!.name})`);
  }
  return found;
}

/** Why each seat is in its phase. */
export function whyInPhase(organisation: Organisation, { phaseOf }: Pick<ChosenPhases, 'phaseOf'>): WhyHere {
  const { pinned } = organisation.options.lifecycle;
  const pins = new Set(Object.keys(pinned));
  const titled = phasesInTitles(organisation);
  const share = reasonByCapability(organisation, (name) => ({
    kind: 'share',
    text: `fills the share that ${name} has in this phase`,
  }));
  return (seat) => {
    if (phaseOf[seat]! < 0) return undefined;
    if (pins.has(organisation.people.id[seat]!)) return PINNED;
    if (isOverFunctions(organisation, seat))
      return { kind: 'share', text: 'goes with the people below, who are nearly all in this phase' };
    if (isExecutive(organisation, seat))
      return {
        kind: 'share',
        text: 'goes with most of the people below, since the whole department is in phases',
      };
    return titled[seat] === phaseOf[seat]
      ? { kind: 'title', text: 'the title names this phase' }
      : share(seat);
  };
}

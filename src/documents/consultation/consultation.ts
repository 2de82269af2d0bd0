import { given } from '../../base/given.ts';
import { displacedHeads } from '../../designs/displaced.ts';
import { transitionOf } from '../../designs/transition/transition.ts';
import { hasMoved, hasNewManager } from '../../measures/change/change.ts';
import { matchingOf, stayer } from '../../measures/change/matching.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { treeOf } from '../../model/tree.ts';
import { viewOf } from '../../model/view.ts';
import type { ConsultationDocument } from '../../schema/documents/consultation.ts';
import type { Report } from '../../schema/documents/report.ts';
import { shownFigure } from '../answer/figures-in-words.ts';
import { buildDiff } from '../diff/report.ts';
import { headerOf } from '../header.ts';
import { structureOf } from '../report/structure.ts';
import type { Structure } from '../structure.ts';
import { reasonsFor, verdictOf } from './against.ts';
import { affectedOf, postsOf } from './posts.ts';
import { proposedTeams, teamPlaces } from './teams.ts';

interface ConsultationOptions {
  readonly names: boolean;
  readonly version: string;
  readonly respondTo: string | undefined;
  readonly respondBy: string | undefined;
  /** Of the organisation as it stands, with every design that was considered. */
  readonly report: Report;
  /** Of the file that the proposal is, where it is one. */
  readonly proposal?: Report | undefined;
}

/** What people and customers feel of a structure, beside what decides between designs. */
const ALWAYS = [
  'journey.contacts',
  'handoffs.perJourney',
  'teams.count',
  'layers.count',
  'change.movedShare',
  'change.newManagerShare',
  'change.newSeats',
  'change.costPerYear',
];

const unitsOf = (structure: Structure, other: Structure, names: boolean): ConsultationDocument['current'] => {
  const known = new Set(other.organisation.units.map(({ id }) => id));
  return structureOf(viewOf(structure.organisation), names).map(
    ({ id, name, kind, parent, people, vacant, headTitle, headName }) => ({
      id,
      name,
      kind,
      parent,
      leads: headName ?? headTitle ?? null,
      people,
      vacant,
      new: id !== '' && !known.has(id),
    }),
  );
};

/** Who is affected, by name. */
const peopleOf = (before: Organisation, after: Organisation): NonNullable<ConsultationDocument['people']> => {
  const matching = matchingOf(before, after);
  const found: NonNullable<ConsultationDocument['people']> = [];
  const unit = ({ units }: Organisation, at: Index): string | null => units[at]?.name ?? null;
  for (let seat = 0; seat < before.people.count; seat++) {
    const there = stayer(matching, seat);
    if (there < 0 || !(hasMoved(matching, seat, there) || hasNewManager(matching, seat, there))) continue;
    const { id, name, title } = before.people;
    const boss = treeOf(after).boss[there]!;
    found.push({
      person: name[seat] === '' ? { id: id[seat]! } : { id: id[seat]!, name: name[seat]! },
      title: title[seat]!,
      from: unit(before, before.unitOf[seat]!),
      to: unit(after, after.unitOf[there]!),
      manager:
        boss < 0 ? null : after.people.name[boss] || after.people.title[boss] || after.people.id[boss]!,
    });
  }
  return found;
};

const stagesOf = ({ design }: Structure): ConsultationDocument['stages'] =>
  design === undefined || design.id === 'as-is'
    ? []
    : transitionOf(design.baseline, design.id, design.result).stages.map(
        ({ name, moved, newManagers, toFill }) => ({
          name,
          moves: moved,
          newManagers,
          toFill: toFill.length,
        }),
      );

/** What staff are told of a proposal before it is decided: facts of two structures, and what else was looked at. */
export function buildConsultation(
  before: Structure,
  after: Structure,
  options: ConsultationOptions,
): ConsultationDocument {
  const { names, version, respondTo, respondBy, report, proposal } = options;
  const proposed = proposal?.designs[0] ?? report.designs.find(({ id }) => id === after.design?.id);
  const [was, is] = [before.organisation, after.organisation];
  const diff = buildDiff(before, after, { names, version });
  const matching = matchingOf(was, is);
  const judged = [...new Set([...(report.ranking?.criteria ?? []).map(({ measure }) => measure), ...ALWAYS])];
  const labels = new Map(
    [...diff.measures, ...diff.change].map(({ id, label, unit }) => [id, { id, label, unit }]),
  );
  const measures = judged.flatMap((id) => labels.get(id) ?? []);
  const places = teamPlaces(was, is);
  // Seats of today keep their indexes in a design of it.
  const lost = after.design?.baseline === was ? displacedHeads(was, is).map(({ seat }) => seat) : [];
  const dates = [before.loaded.input.asOf, after.loaded.input.asOf];
  const { version: format, generator } = headerOf(after.loaded, version);
  return {
    version: format,
    generator,
    organisation: is.name,
    date: dates[0] !== undefined && dates[0] === dates[1] ? dates[0] : null,
    before: diff.before,
    after: diff.after,
    current: unitsOf(before, after, names),
    proposed: unitsOf(after, before, names),
    posts: postsOf(matching, places, new Set(lost)),
    ...given({ teams: proposedTeams(was, is) }),
    affected: affectedOf(matching, places),
    ...given({ people: names ? peopleOf(was, is) : undefined }),
    reasons: reasonsFor(diff, report, proposed),
    measures,
    alternatives: report.designs.map(({ id, name, status, fit, mend, measures: own }) => ({
      design: { id, name },
      proposed: id === after.design?.id,
      status,
      ...(id === 'as-is' ? {} : { verdict: verdictOf({ fit, mend }) }),
      figures: Object.fromEntries(measures.map((measure) => [measure.id, shownFigure(own[measure.id])])),
    })),
    stages: stagesOf(after),
    respond: { to: respondTo ?? null, by: respondBy ?? null },
  };
}

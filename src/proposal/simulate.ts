import { rowsById } from '../base/columns.ts';
import { type Design, type DesignResult, openSeats } from '../designs/design.ts';
import { designs } from '../designs/index.ts';
import type { Reason } from '../designs/reasons.ts';
import type { Stage } from '../designs/transition/transition.ts';
import type { Structure } from '../documents/structure.ts';
import { buildOrganisation } from '../model/build.ts';
import type { Index, Organisation } from '../model/organisation.ts';
import { mendInWords, reportedQuality } from '../model/quality.ts';
import type { ReportedStage } from '../schema/documents/structure.ts';
import type { Suggestions } from '../schema/documents/suggestions.ts';
import type { DesignId } from '../schema/input/designs.ts';
import type { Loaded } from '../schema/loaded.ts';
import { type Proposal, type ProposalOptions, proposalFiles } from './proposal.ts';

/** A design of an organisation: that it is impossible, or what its files say. */
export interface Simulation {
  readonly design: Design;
  readonly result: DesignResult;
  readonly before: Organisation;
  /** Null where the design is impossible. */
  readonly after: Organisation | null;
  readonly proposal: Proposal | null;
}

/** What is said above all else of what is made of data that cannot bear it. */
export const saidOfData = (organisation: Organisation): readonly string[] =>
  mendInWords(reportedQuality(organisation));

/** Applies a design to an organisation and writes what comes of it. */
export function simulateDesign(
  loaded: Loaded,
  id: DesignId,
  options: Omit<ProposalOptions, 'design' | 'result'>,
): Simulation {
  const design = designs.find((one) => one.id === id)!;
  const before = buildOrganisation(loaded);
  const result = design.apply(before);
  const after = result.organisation;
  const proposal =
    after === null
      ? null
      : proposalFiles(loaded, before, after, { ...options, design, result, heading: saidOfData(before) });
  return { design, result, before, after, proposal };
}

/** How the files are to be named and written; what is left out is as for any proposal. */
export type SuggestedOptions = Partial<Omit<ProposalOptions, 'design' | 'result' | 'heading'>>;

/**
 * An organisation with suggested changes made, as files that are read like any other. Beside whoever moves stands what it
 * clears. `after` is `structure` with the changes of `document`.
 */
export function suggestedFiles(
  { loaded, organisation, design }: Structure,
  after: Organisation,
  { suggestions }: Pick<Suggestions, 'suggestions'>,
  options: Omit<ProposalOptions, 'design' | 'result' | 'heading'>,
): Proposal {
  const reasons = new Map<Index, Reason>(design?.result.reasons);
  const seatOf = rowsById(organisation.people.id);
  for (const { changes, clears } of suggestions)
    for (const { person } of changes)
      reasons.set(seatOf.get(person.id)!, { kind: 'suggested', text: `clears ${clears.rule}` });
  return proposalFiles(loaded, design?.baseline ?? organisation, after, {
    ...options,
    design: design ?? { id: 'as-is', name: 'As it is' },
    heading: suggestions.map(({ text, clears }) => `${text} It clears ${clears.rule}.`),
    result: {
      explanation: design?.result.explanation ?? [],
      hires: openSeats(after),
      reasons,
    },
  });
}

/** What is said of a stage beside the organisation that it is. */
interface StageOptions {
  readonly shown: ReportedStage;
  readonly number: number;
  readonly of: number;
  readonly design: Pick<Design, 'id' | 'name'>;
  readonly stem: string;
  readonly modeline: string;
}

/** A stage on the way to a design as files, with why it comes when it does and what is worse for a while. */
export function stageFiles(
  loaded: Loaded,
  before: Organisation,
  stage: Stage,
  { shown, number, of, design, stem, modeline }: StageOptions,
): Proposal {
  const heading = [
    ...saidOfData(before),
    `Stage ${number} of ${of} on the way there. ${shown.name}.`,
    ...shown.why,
    ...(shown.toFill.length === 0
      ? []
      : [`To be filled before it: ${shown.toFill.map(({ id }) => id).join(', ')}.`]),
    ...(shown.worse.length === 0 ? [] : [`Worse for a while: ${shown.worse.join('; ')}.`]),
  ];
  const result = { explanation: [], hires: openSeats(stage.organisation), reasons: stage.reasons };
  return proposalFiles(loaded, before, stage.organisation, { design, result, modeline, stem, heading });
}

import { type Design, openSeats } from '../designs/design.ts';
import type { Stage } from '../designs/transition/transition.ts';
import type { ShownStage } from '../documents/transition/transition.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Loaded } from '../schema/loaded.ts';
import { type Proposal, proposalFiles } from './proposal.ts';

/** What is said of a stage beside the organisation that it is. */
export interface StageMeta {
  readonly shown: ShownStage;
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
  { shown, number, of, design, stem, modeline }: StageMeta,
): Proposal {
  const heading = [
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

import { insightReach } from '../../measures/officer/insight-reach.ts';
import { flowOfKind } from '../../rules/flow/flow-of-kind.ts';
import { percent } from '../../rules/wording.ts';
import type { FlowKind } from '../../schema/input/flow.ts';
import type { Derivation } from './derivation.ts';

/** A sign where some flow carries it: designs draw flows by themselves, and a line in a file is no habit yet. */
const carried =
  (kind: FlowKind, what: string, open: string): Derivation =>
  ({ organisation }) => {
    const flow = flowOfKind(organisation, kind);
    if (flow === undefined) return undefined;
    return {
      answer: 'partly',
      sign: true,
      drawn: true,
      text: `A flow of the kind ${kind} tells ${flow.to} ${what}; ${open} is not said.`,
      at: flow.at,
    };
  };

export const exitCommunication = carried(
  'exit-reasons',
  'why customers left',
  'whether somebody stays in contact with them',
);

export const customerListening = carried(
  'customer-feedback',
  'what customers say',
  'whether they are asked regularly, and hear of what was done,',
);

export const listensBeyondCurrent = carried(
  'prospect-insight',
  'what prospects look for',
  'whether it goes beyond what is sold now',
);

export const bestPracticeExchange = carried(
  'best-practice',
  'what works elsewhere',
  'whether others come to use it',
);

export const insightShared: Derivation = (view) => {
  const { flows, placeOf } = view.organisation;
  const first = flows.findIndex(({ kind }) => kind !== 'other');
  if (first < 0) return undefined;
  const { value } = insightReach.take(view, view);
  if (value === null || !(value > 0)) return undefined;
  return {
    answer: 'partly',
    sign: true,
    drawn: true,
    text: `By flows insight reaches ${percent(value)} of what it could between units that serve customers (insight.reach); whether it arrives is not said.`,
    at: placeOf(['flows', first]),
  };
};

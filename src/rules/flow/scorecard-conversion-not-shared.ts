import type { Phase } from '../../schema/input/fields.ts';
import { phased } from '../examples/structures.ts';
import { defineRule } from '../rule.ts';
import { phaseUnits } from './flows.ts';

/** What passes each border, and the phases on either side. */
const BORDERS: readonly (readonly [metric: string, before: Phase, after: Phase])[] = [
  ['conversion-to-acquire', 'identify', 'acquire'],
  ['conversion-to-retain', 'acquire', 'retain'],
];

const metrics = (acquire: readonly string[]) => ({
  identify: ['prospects-found', 'conversion-to-acquire'],
  acquire: ['revenue-against-goal', 'initial-satisfaction', ...acquire],
  retain: ['retention', 'satisfaction'],
});

export const scorecardConversionNotShared = defineRule({
  id: 'scorecard-conversion-not-shared',
  about: 'structure',
  severity: 'warning',
  summary: 'Only one of two phases answers for how many customers pass from the one into the other.',
  why: {
    text: 'Conversion is what two phases make together. Where one of them answers for it alone, it passes on anybody, or the other turns anybody away, and each meets its own goals.',
    source: 'Jameane; that both sides have it is ours',
  },
  examples: {
    bad: phased('Only identify answers for conversion', { metrics: metrics([]) }),
    good: phased('Both answer for conversion', { metrics: metrics(['conversion-to-acquire']) }),
  },
  *check(view) {
    const { units } = view.organisation;
    const phases = phaseUnits(view);
    if (phases === null) return;
    for (const [metric, before, after] of BORDERS) {
      const answers = (phase: Phase) =>
        [...phases[phase]].some((at) => units[at]!.scorecard?.some((item) => item.metric === metric));
      if (answers(before) === answers(after)) continue;
      const lacking = answers(before) ? after : before;
      const { id, name, origin } = units[[...phases[lacking]][0]!]!;
      yield {
        message: `${metric} is on the scorecard of ${answers(before) ? before : after} and not of ${lacking}: what ${before} and ${after} make together, one answers for. To change that: put ${metric} on the scorecard of ${name} too.`,
        entity: { kind: 'unit', id },
        at: origin,
      };
    }
  },
});

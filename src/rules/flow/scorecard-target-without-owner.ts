import { counted } from '../../base/text.ts';
import { clusterWithServices } from '../examples/structures.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';

const card = (owner: string) =>
  `, scorecard: [${['acquisition-cost', 'sales', 'retention', 'margin', 'satisfaction']
    .map((metric) => `{ metric: ${metric}${metric === 'retention' ? `, target: 0.9${owner}` : ''} }`)
    .join(', ')}]`;

export const scorecardTargetWithoutOwner = defineRule({
  id: 'scorecard-target-without-owner',
  about: 'structure',
  severity: 'note',
  summary: 'A measure is to reach a target, and nobody is named who answers for it.',
  why: {
    text: 'A goal moves where somebody answers for it and is paid for it. A note, since the head of the unit answers for what nobody else does.',
    source: 'Jackson; that each target has an owner is ours',
  },
  examples: {
    bad: clusterWithServices('A target that is nobody’s', { cluster: card('') }),
    good: clusterWithServices('A target with an owner', { cluster: card(', owner: vp') }),
  },
  *check({ organisation }) {
    const targets = organisation.units.flatMap((unit) =>
      (unit.scorecard ?? []).flatMap(({ metric, target, owner }) =>
        target === undefined ? [] : [{ unit, metric, owned: owner !== undefined }],
      ),
    );
    const without = targets.filter(({ owned }) => !owned);
    const [first] = without;
    if (first === undefined) return;
    yield {
      message: `${without.length} of ${counted(targets.length, 'target')} on scorecards ${without.length === 1 ? 'has' : 'have'} no owner. To change that: name who answers for each (departments[].scorecard[].owner).`,
      limit: targets.length,
      count: without.length,
      examples: examplesOf(without, ({ unit, metric }) => `${metric} of ${unit.name}`),
      at: first.unit.origin,
    };
  },
});

import { counted } from '../../base/text.ts';
import { clusterWithServices } from '../examples/structures.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { topmost } from './flows.ts';

export const flowCentreWithoutRemit = defineRule({
  id: 'flow-centre-without-remit',
  about: 'structure',
  severity: 'note',
  summary: 'A centre of expertise does not say what it decides for the clusters and on what it only advises.',
  why: {
    text: 'Some processes and systems a centre imposes, others it only offers. Where nobody has said which, every case is argued again.',
    source: 'Jackson',
  },
  examples: {
    bad: clusterWithServices('A centre of which nobody knows what it decides', { remit: '' }),
    good: clusterWithServices('A centre that advises', { remit: ', advises: [pricing]' }),
  },
  *check({ organisation }) {
    const { units } = organisation;
    if (topmost(organisation, 'cluster').length === 0) return;
    const centres = topmost(organisation, 'centre-of-expertise');
    const without = centres.filter((at) => {
      const { decides = [], advises = [] } = units[at]!;
      return decides.length + advises.length === 0;
    });
    const [first] = without;
    if (first === undefined) return;
    yield {
      message: `${without.length} of ${counted(centres.length, 'centre')} of expertise ${without.length === 1 ? 'says' : 'say'} neither what ${without.length === 1 ? 'it decides for the clusters nor on what it advises' : 'they decide for the clusters nor on what they advise'} them. To change that: write down both (departments[].decides, departments[].advises).`,
      limit: centres.length,
      count: without.length,
      examples: examplesOf(without, (at) => units[at]!.name),
      at: units[first]!.origin,
    };
  },
});

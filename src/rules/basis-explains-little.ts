import { alternatives } from '../text.ts';
import { clusterable } from './example-clusters.ts';
import { defineRule } from './rule.ts';
import { percent } from './wording.ts';

/** A basis that explains less than this tells customers apart by next to nothing. A judgement. */
const LITTLE = 0.05;

export const basisExplainsLittle = defineRule({
  id: 'basis-explains-little',
  about: 'fit',
  severity: 'warning',
  summary: 'The attribute that customers are grouped by explains next to nothing of what they need.',
  why: {
    text: 'The choice of clusters should rest on data that describe the key characteristics of customers. Groups that do not differ give every cluster the same work, and the walls are only moved. Where the limit lies is a judgement.',
    source: 'Jackson',
  },
  options: [],
  examples: {
    bad: clusterable('Two groups alike', {
      retention: [
        [0.7, 0.9],
        [0.72, 0.88],
      ],
    }),
    good: clusterable('Two groups apart', {
      retention: [
        [0.9, 0.92],
        [0.7, 0.72],
      ],
    }),
    design: 'cluster',
  },
  *check(view, { design, basis }) {
    if ((design !== 'cluster' && design !== 'matrix') || basis === undefined) return;
    const chosen = basis.candidates.find(({ attribute }) => attribute === basis.chosen);
    if (chosen === undefined || chosen.explained === null || chosen.explained >= LITTLE) return;
    const better = basis.candidates.some(({ explained }) => explained !== null && explained >= LITTLE);
    yield {
      message: `Grouping customers by ${chosen.attribute} explains ${percent(chosen.explained)} of how they differ in ${alternatives(chosen.outcomes, 'and')} (mean ω²); below ${percent(LITTLE)} that is next to nothing. It would change with ${better ? 'another of the attributes listed as a basis' : 'an attribute that tells customers apart better, or more data on what they need'}.`,
      value: chosen.explained,
      limit: LITTLE,
      entity: { kind: 'design', id: design },
      at: view.organisation.origin,
    };
  },
});

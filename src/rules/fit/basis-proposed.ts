import { grouped } from '../../base/grouped.ts';
import { allOf, counted } from '../../base/text.ts';
import { SOME_STRUCTURE } from '../../designs/cluster/basis/similar.ts';
import { clusterable } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';

const inFull = (value: number) => grouped(value, 2);

export const basisProposed = defineRule({
  id: 'basis-proposed',
  about: 'fit',
  severity: 'warning',
  summary:
    'No attribute groups the customers, so they were grouped by how alike they are: a proposal to look at.',
  why: {
    text: 'Clusters are dedicated to a defined group of customers. Groups that only a calculation has seen are not defined until somebody who knows the customers has looked at them. Below a mean silhouette of 0.25 there is no structure to speak of (Kaufman and Rousseeuw 1990).',
    source: 'Jackson',
  },
  examples: {
    bad: clusterable('Nobody wrote down the industry', { industries: false }),
    good: clusterable('The industry is known'),
    design: 'cluster',
  },
  *check(view, { design, basis }) {
    if ((design !== 'cluster' && design !== 'matrix') || basis?.proposed === undefined) return;
    const { silhouette, comparedBy, groups } = basis.proposed;
    const weak = silhouette < SOME_STRUCTURE;
    yield {
      message: `No attribute groups the customers, so they were put into ${counted(groups.length, 'group')} by how alike they are in ${allOf(comparedBy)}: a proposal to look at, with a mean silhouette of ${inFull(silhouette)}${weak ? `, where below ${SOME_STRUCTURE} there is next to no structure` : ''}. To change that: an attribute given for nine tenths of the customers.`,
      value: Number(inFull(silhouette)),
      limit: weak ? SOME_STRUCTURE : null,
      count: groups.length,
      examples: examplesOf(groups, ({ name, customers }) => `${name}: ${counted(customers, 'customer')}`),
      entity: { kind: 'design', id: design },
      at: view.organisation.origin,
    };
  },
});

import { brief, precisePercent } from '../../base/figures.ts';
import { clusterable, ONE_MORE_EACH } from '../examples/companies.ts';
import { defineRule } from '../rule.ts';

/** Share of the customers who come to another cluster in a year that is still bearable. A judgement: see `why`. */
const BEARABLE = 0.1;

const stages = (years: number) => `policy: { centreSize: 0 }
designs: { cluster: { holders: 2 } }
attributes:
  industry: { stages: [{ value: retail, years: ${years} }, { value: energy }] }`;

export const customersChangeCluster = defineRule({
  id: 'customers-change-cluster',
  about: 'fit',
  severity: 'warning',
  summary: 'Many customers would change cluster every year, because the clusters are stages of their life.',
  why: {
    text: 'A cluster serves its customers from end to end, and the main contact should stay. Where clusters are stages, customers are handed on as they age. At 10 % a year four in ten change hands within five years; that this is too many is a judgement.',
    source: 'Jackson; Jameane',
  },
  examples: {
    bad: clusterable('Two years in the first stage', { designs: stages(2), people: ONE_MORE_EACH }),
    good: clusterable('Ten years in the first stage', { designs: stages(10), people: ONE_MORE_EACH }),
    design: 'cluster',
  },
  *check(view, { design, basis }) {
    if (design !== 'cluster' && design !== 'matrix') return;
    const { perYear, share } = basis?.stageChanges ?? { perYear: null, share: null };
    if (basis === undefined || perYear === null || share === null || share <= BEARABLE) return;
    const [count, verb] = perYear === 1 ? ['1 customer', 'comes'] : [`${brief(perYear)} customers`, 'come'];
    yield {
      message: `Each year ${count}, ${precisePercent(share)} of all, ${verb} to another stage of ${basis.chosen} and so to another cluster; above ${precisePercent(BEARABLE)} four in ten or more change hands within five years. To change that: neighbouring stages in one cluster, or another basis.`,
      value: share,
      limit: BEARABLE,
      entity: { kind: 'design', id: design },
      at: view.organisation.origin,
    };
  },
});

import { counted } from '../../base/text.ts';
import { clusterWithServices } from '../examples/structures.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { topmost } from './flows.ts';

export const flowServiceWithoutCustomers = defineRule({
  id: 'flow-service-without-customers',
  about: 'structure',
  severity: 'note',
  summary: 'A common service does not have the clusters for customers.',
  why: {
    text: 'Common services work for the clusters as a supplier works for its customers. A service that names none has nobody to agree on service levels with.',
    source: 'Jackson',
  },
  examples: {
    bad: clusterWithServices('Finance works for nobody', { customers: '' }),
    good: clusterWithServices('Finance works for the cluster'),
  },
  *check({ organisation }) {
    const { units } = organisation;
    if (topmost(organisation, 'cluster').length === 0) return;
    const services = topmost(organisation, 'common-service');
    const clusters = new Set(units.flatMap(({ id, kind }) => (kind === 'cluster' ? [id] : [])));
    const without = services.filter((at) => !units[at]!.servesUnits?.some((id) => clusters.has(id)));
    const [first] = without;
    if (first === undefined) return;
    yield {
      message: `${without.length} of ${counted(services.length, 'common service')} ${without.length === 1 ? 'does' : 'do'} not have a cluster for a customer. To change that: name the clusters that it works for (departments[].servesUnits).`,
      limit: services.length,
      count: without.length,
      examples: examplesOf(without, (at) => units[at]!.name),
      at: units[first]!.origin,
    };
  },
});

import { enablingFunctionInCluster } from '../../rules/structure/enabling-function-in-cluster.ts';
import { centres, learning, services } from './common.ts';
import { fromRule } from './evidence.ts';
import type { Evidence, ReadinessItem, Subject } from './item.ts';

/** Jackson's third part: establish a common infrastructure. */
export const infrastructure: readonly ReadinessItem[] = [
  {
    id: 'ready-enabling-outside',
    part: 'infrastructure',
    name: 'Finance, HR, IT and the like stay outside the clusters',
    why: 'They serve the whole company and are done best by experts side by side.',
    source: 'Jackson',
    blocks: false,
    look: (subject) =>
      subject.then?.organisation.units.some(({ kind }) => kind === 'cluster') === false
        ? [{ state: 'unknown', text: 'There is no cluster.' }]
        : fromRule(enablingFunctionInCluster, subject, 'No cluster holds people of an enabling function.'),
  },
  {
    id: 'ready-centres',
    part: 'infrastructure',
    name: 'Each skill that is in the clusters has a centre of expertise',
    why: 'A small team for each keeps processes and systems common, which keeps the company coherent and costs down.',
    source: 'Jackson',
    blocks: false,
    look: centres,
  },
  {
    id: 'ready-services',
    part: 'infrastructure',
    name: 'Services and centres treat the clusters as their customers',
    why: 'Whoever serves the clusters looks outward as well when the clusters are customers, with service levels.',
    source: 'Jackson',
    blocks: false,
    look: services,
  },
  {
    id: 'ready-common-systems',
    part: 'infrastructure',
    name: 'Processes, systems and the view of a customer are common, and can change',
    why: 'Clusters share what they do not have to differ in. Old systems limit what any of them can improve, and one view of a customer is hard to keep over several teams.',
    source: 'Jackson, Focus/Centric/Led, comment on Jackson',
    blocks: false,
    reads: ['common-processes', 'common-systems', 'systems-can-change', 'single-customer-view'],
  },
  {
    id: 'ready-learning',
    part: 'infrastructure',
    name: 'Clusters learn from each other, and start nothing unseen',
    why: 'Centres find what works in one cluster and bring it to the others. Without that clusters share less of what they learn, and their initiatives go uncoordinated.',
    source: 'Jackson, comment on Jackson',
    blocks: false,
    reads: ['best-practice-exchange', 'insight-shared', 'initiatives-coordinated'],
    look: learning,
  },
  {
    id: 'ready-culture',
    part: 'infrastructure',
    name: 'Culture and measures carry it',
    why: 'Collaboration is a matter of culture and measures, which structure alone does not solve; with a small weight in rewards they stay best effort.',
    source: 'Jackson, Focus/Centric/Led',
    blocks: false,
    reads: ['customer-goals-collective', 'pay-tied-to-customers'],
    look: (subject) => [collaboration(subject)],
  },
];

const COLLABORATION = { good: 'in-place', mixed: 'partly', poor: 'open' } as const;

function collaboration({ today: { organisation } }: Subject): Evidence {
  const { context, placeOf } = organisation;
  const record = context.collaboration;
  if (record === undefined || record === 'unknown')
    return {
      state: 'unknown',
      text: 'How well departments have worked together is not given.',
      change: 'Give context.collaboration: good, mixed or poor.',
    };
  return {
    state: COLLABORATION[record],
    text: `The record of departments working together is ${record} (context.collaboration).`,
    at: placeOf(['context', 'collaboration']),
    ...(record === 'good' ? {} : { change: 'Try working together with one cluster first.' }),
  };
}

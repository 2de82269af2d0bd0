import { counted } from '../../base/text.ts';
import type { Index, Unit } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import { learns, skillsOfClusters } from '../../rules/flow/flows.ts';
import { enablingFunctionInCluster } from '../../rules/structure/enabling-function-in-cluster.ts';
import {
  type Evidence,
  fromRule,
  inDesign,
  inPlace,
  named,
  notKnown,
  ofSeveral,
  open,
  type ReadinessCase,
  type ReadinessItem,
  type UnitAt,
  unitsOf,
} from './evidence.ts';

/** Whether every skill that several clusters have has a centre of expertise, and each centre says what it may impose. */
function centres(then: View): readonly Evidence[] {
  const { capabilities } = then.organisation;
  const { shared, withoutCentre } = skillsOfClusters(then);
  const names = (list: readonly Index[]) => named(list.map((capability) => capabilities[capability]!.name));
  return [centreOfEach(shared, withoutCentre, names), ...remits(unitsOf(then, 'centre-of-expertise'))];
}

function centreOfEach(
  shared: readonly Index[],
  without: readonly Index[],
  names: (list: readonly Index[]) => string,
): Evidence {
  if (shared.length === 0) return notKnown('There is no skill that several clusters have.');
  if (without.length === 0) return inPlace(`There is a centre for ${names(shared)}.`);
  return open(
    `There is no centre of expertise for ${names(without)}.`,
    `Let somebody keep ${names(without)} common to all clusters: policy: { centreSize: 1 }, with a person to spare in each.`,
  );
}

function remits(units: readonly UnitAt[]): readonly Evidence[] {
  if (units.length === 0) return [];
  const without = units
    .map(({ unit }) => unit)
    .filter(({ decides = [], advises = [] }) => decides.length + advises.length === 0);
  const there = units.length - without.length;
  return [
    ofSeveral(
      there,
      units.length,
      `${there} of ${counted(units.length, 'centre')} of expertise ${there === 1 ? 'says what it decides or advises' : 'say what they decide or advise'}.`,
      without,
      (names) =>
        `Write what ${names} may impose, and what is only offered (departments[].decides and departments[].advises).`,
    ),
  ];
}

/** Whether services and centres say that clusters are their customers, and what they promise them. */
function services(then: View): readonly Evidence[] {
  const units = [...unitsOf(then, 'common-service'), ...unitsOf(then, 'centre-of-expertise')].map(
    ({ unit }) => unit,
  );
  if (units.length === 0) return [notKnown('There is no common service and no centre of expertise.')];
  const of = counted(units.length, 'service or centre', 'services and centres');
  const say = (key: string, what: string, says: (unit: Unit) => boolean): Evidence => {
    const without = units.filter((unit) => !says(unit));
    const there = units.length - without.length;
    const text = `${there} of ${of} ${there === 1 ? 'says' : 'say'} ${what} (${key}).`;
    return ofSeveral(
      there,
      units.length,
      text,
      without,
      (names) => `Write ${what} (${key}) into the entries of ${names}.`,
    );
  };
  return [
    say(
      'servesUnits',
      'whom they have for customers',
      ({ servesUnits = [], charter }) => servesUnits.length > 0 || (charter?.targetCustomers ?? '') !== '',
    ),
    say(
      'charter.serviceLevels',
      'which service levels they promise',
      ({ charter }) => (charter?.serviceLevels ?? []).length > 0,
    ),
  ];
}

/** Whether every cluster passes on what it learns, and hears what others did. */
function learning(then: View, clusters: readonly UnitAt[]): readonly Evidence[] {
  const apart = clusters.filter(({ at }) => !learns(then.organisation, at)).map(({ unit }) => unit);
  const there = clusters.length - apart.length;
  return [
    ofSeveral(
      there,
      clusters.length,
      `${there} of ${counted(clusters.length, 'cluster')} ${there === 1 ? 'passes' : 'pass'} on what works, and ${there === 1 ? 'hears' : 'hear'} of it (flows of the kind best-practice).`,
      apart,
      (names) => `Add flows of the kind best-practice between ${names} and a centre of expertise, both ways.`,
    ),
  ];
}

/** Jackson's third part: establish a common infrastructure. */
export const infrastructure: readonly ReadinessItem[] = [
  {
    id: 'ready-enabling-outside',
    part: 'infrastructure',
    name: 'Finance, HR, IT and the like stay outside the clusters',
    why: 'They serve the whole company and are done best by experts side by side.',
    source: 'Jackson',
    blocks: false,
    look: inDesign('cluster', (_then, _units, subject) =>
      fromRule(enablingFunctionInCluster, subject, 'No cluster holds people of an enabling function.'),
    ),
  },
  {
    id: 'ready-centres',
    part: 'infrastructure',
    name: 'Each skill that is in the clusters has a centre of expertise',
    why: 'A small team for each keeps processes and systems common, which keeps the company coherent and costs down.',
    source: 'Jackson',
    blocks: false,
    look: inDesign('cluster', centres),
  },
  {
    id: 'ready-services',
    part: 'infrastructure',
    name: 'Services and centres treat the clusters as their customers',
    why: 'Whoever serves the clusters looks outward as well when the clusters are customers, with service levels.',
    source: 'Jackson',
    blocks: false,
    look: inDesign('cluster', services),
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
    look: inDesign('cluster', learning),
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

function collaboration({ today: { organisation } }: ReadinessCase): Evidence {
  const { context, placeOf } = organisation;
  const record = context.collaboration;
  if (record === undefined || record === 'unknown')
    return notKnown(
      'How well departments have worked together is not given.',
      'Give context.collaboration: good, mixed or poor.',
    );
  return {
    state: COLLABORATION[record],
    text: `The record of departments working together is ${record} (context.collaboration).`,
    at: placeOf(['context', 'collaboration']),
    ...(record === 'good' ? {} : { change: 'Try working together with one cluster first.' }),
  };
}

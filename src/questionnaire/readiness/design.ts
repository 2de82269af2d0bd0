import { precisePercent } from '../../base/figures.ts';
import { counted } from '../../base/text.ts';
import { omega } from '../../designs/cluster/basis/basis-sentences.ts';
import { COVERS } from '../../designs/cluster/basis/candidates.ts';
import { effortOf } from '../../model/effort.ts';
import { clusterMissingCapability } from '../../rules/structure/cluster-missing-capability.ts';
import { parentAccountSplit } from '../../rules/structure/parent-account-split.ts';
import { unitTooSmall } from '../../rules/structure/unit-too-small.ts';
import { HARDLY } from '../answers/from-customers.ts';
import { focusMetrics, groupedBy } from './customer-evidence.ts';
import { chartersOf, clusterScorecards, headsIn } from './each-unit.ts';
import {
  type Evidence,
  fromRule,
  inPlace,
  notKnown,
  notPossible,
  open,
  partly,
  type ReadinessCase,
  type ReadinessItem,
} from './evidence.ts';

/** Share of the hours that must be given for them to count as data. A judgement. */
const GIVEN = 0.5;

function basisFromData(subject: ReadinessCase): readonly Evidence[] {
  if (subject.then === null) return [notPossible(subject.result)];
  const basis = groupedBy(subject);
  if (basis === undefined) return [notKnown('What the clusters are built around is not in the file.')];
  const { attribute, explained, covers } = basis;
  if (attribute === null || covers === null)
    return [
      open(
        'No attribute of the customers will do as a basis: alike customers were put together.',
        'Give customers an attribute that tells their needs apart, as industry or life stage.',
      ),
    ];
  const { givenShare } = effortOf(subject.today.organisation);
  const explains: Evidence =
    explained === null
      ? open(
          `What ${attribute} explains cannot be told: the file does not say what customers differ in.`,
          'Give effort, retention, margin or satisfaction of the customers.',
        )
      : explained < HARDLY
        ? open(
            `${attribute} explains next to nothing of what customers differ in (ω² ${omega(explained)}, ${HARDLY} at least).`,
            'Choose a basis that explains more, or find out what customers differ in.',
          )
        : inPlace(
            `${attribute} explains what customers differ in by ω² ${omega(explained)} (${HARDLY} at least).`,
          );
  return [
    explains,
    givenShare >= GIVEN
      ? inPlace(`${precisePercent(givenShare)} of the hours that customers need are given.`)
      : partly(
          `${givenShare === 0 ? 'None' : `Only ${precisePercent(givenShare)}`} of the hours that customers need are given; the rest was assumed, and not scored.`,
          'Give the hours a month that customers take, by skill (customers[].effort).',
        ),
    covers >= COVERS
      ? inPlace(`${precisePercent(covers)} of the customers have ${attribute}.`)
      : open(
          `Only ${precisePercent(covers)} of the customers have ${attribute} (${precisePercent(COVERS)} at least).`,
          `Give the other customers their ${attribute}.`,
        ),
  ];
}

function wholeGroups(subject: ReadinessCase): readonly Evidence[] {
  const { customers } = subject.today.organisation;
  if (customers.count === 0) return [notKnown('The file has no customers.')];
  const parents = new Set(customers.parent.filter((parent) => parent !== '')).size;
  // That is so of the customers, whatever a design draws.
  if (parents === 0) return [inPlace('No customer has a parent account, so that none can be divided.')];
  return fromRule(
    parentAccountSplit,
    subject,
    `All accounts of ${counted(parents, 'parent')} are in one cluster each.`,
  );
}

function skillsDecided(subject: ReadinessCase): readonly Evidence[] {
  const { context, placeOf } = subject.today.organisation;
  const decided = (key: 'serviceLevel' | 'offering', what: string): Evidence => {
    const value = context[key];
    return value === undefined
      ? notKnown(`context.${key} is not given, which decides ${what}.`, `Give context.${key}.`)
      : inPlace(`context.${key} is ${value}, which decides ${what}.`, placeOf(['context', key]));
  };
  const clusters = subject.then?.organisation.units.some(({ kind }) => kind === 'cluster');
  return [
    ...(clusters === false
      ? [notKnown('There is no cluster.')]
      : fromRule(clusterMissingCapability, subject, 'Every cluster has people for each essential skill.')),
    decided('serviceLevel', 'whether operations are in the clusters'),
    decided('offering', 'whether product management is'),
  ];
}

/** Jackson's second part: design the clusters. */
export const clusterDesign: readonly ReadinessItem[] = [
  {
    id: 'ready-basis-from-data',
    part: 'design',
    name: 'The basis is chosen from data',
    why: 'Wherever it can be, the choice rests on data about what tells customers apart. Hours that were assumed say only what was assumed.',
    source: 'Jackson; the limit of ω² is a judgement',
    blocks: true,
    look: basisFromData,
  },
  {
    id: 'ready-groups-whole',
    part: 'design',
    name: 'Customers with several accounts are in one cluster',
    why: 'A cluster serves its customers from end to end; whoever is served by two meets a wall again.',
    source: 'Jackson',
    blocks: false,
    look: wholeGroups,
  },
  {
    id: 'ready-skills-decided',
    part: 'design',
    name: 'It is decided which skills a cluster holds, and they are there',
    why: 'Marketing, sales and account management are essential; operations join where service is a large part, product management by the kind of business.',
    source: 'Jackson',
    blocks: true,
    look: skillsDecided,
  },
  {
    id: 'ready-teams',
    part: 'design',
    name: 'Every cluster has four people, and a head',
    why: 'Below four a team struggles to perform, and one head answers for the whole relationship.',
    source: 'Jackson',
    blocks: true,
    look: (subject) => {
      const heads = headsIn('cluster')(subject);
      // Without a cluster none is too small.
      if (heads.every(({ state }) => state === 'unknown')) return heads;
      return [...fromRule(unitTooSmall, subject, 'No cluster has too few people.'), ...heads];
    },
  },
  {
    id: 'ready-charters',
    part: 'design',
    name: 'Every cluster has a business plan',
    why: 'What is sold, to whom, how customers are won, served and kept, and with which goals and service levels: each cluster writes it for itself.',
    source: 'Jackson',
    blocks: false,
    look: chartersOf,
  },
  {
    id: 'ready-scorecards',
    part: 'design',
    name: 'Every cluster answers for the five measures',
    why: 'Cost of acquisition, sales, retention, margin and satisfaction: each with where it stands, where it is to be, and who answers.',
    source: 'Jackson',
    blocks: false,
    look: clusterScorecards,
  },
  {
    id: 'ready-metrics-cover-focus',
    part: 'design',
    name: 'It is known how customers are won, satisfied and kept, at what profit',
    why: 'That is what customer focus means; a cluster that cannot see one of the four does not steer by it.',
    source: 'Jackson',
    blocks: false,
    look: focusMetrics,
  },
];

import type { ReadinessState } from '../../../src/schema/documents/assessment.ts';
import {
  answer,
  both,
  type Change,
  context,
  drop,
  inBoth,
  inUnit,
  person,
  serves,
  unit,
  without,
} from './changing.ts';
import type { AnyFile } from './whole-file.ts';

/** What is changed of the company with everything, the state of the item then, and what it says. */
type Case = readonly [what: string, change: Change, state: ReadinessState, said: string];

const nobodySells: Change = (file) => {
  for (const one of file.people)
    if (one.department === 'north' && one.title === 'Sales Executive') one.title = 'Marketing Specialist';
};

const threeInTheNorth: Change = (file) => {
  file.people = file.people.filter(
    (one: AnyFile) => one.department !== 'north' || !String(one.id).endsWith('-1'),
  );
};

const promiseNothing: Change = (file) => {
  for (const one of file.departments) if (one.kind !== 'cluster') delete one.charter;
};

/** For each item that is asked before clusters, in its order. */
export const changes: ReadonlyMap<string, readonly Case[]> = new Map<string, readonly Case[]>([
  [
    'ready-foundations-clear',
    [
      ['no strategy', answer('strategy-clear', 'no'), 'open', 'strategy-clear is answered no.'],
      [
        'one in part',
        answer('strategy-clear', { answer: 'partly', note: 'Old' }),
        'partly',
        'answered partly: Old.',
      ],
      [
        'no answer, and no for another',
        both(answer('strategy-clear', undefined), answer('target-markets-clear', 'no')),
        'open',
        'Not answered: strategy-clear.',
      ],
      [
        'no answer, and partly for another',
        both(answer('strategy-clear', undefined), answer('target-markets-clear', 'partly')),
        'unknown',
        'Not answered: strategy-clear.',
      ],
      ['a sign in the data', answer('target-markets-clear', undefined), 'partly', 'is partly by the data'],
    ],
  ],
  [
    'ready-foundations-communicated',
    [
      [
        'a promise nobody knows',
        answer('value-proposition-communicated', 'no'),
        'open',
        'value-proposition-comm',
      ],
    ],
  ],
  [
    'ready-ideal-customers',
    [['no profiles', answer('ideal-customer-profiles', 'no'), 'open', 'ideal-customer']],
  ],
  [
    'ready-basis-follows-markets',
    [
      ['other markets', context('targetMarkets', { attribute: 'region' }), 'open', 'go by region (ω² −0.'],
      ['no markets', context('targetMarkets', undefined), 'unknown', 'does not say which attribute'],
    ],
  ],
  ['ready-proposition-first', [['no jobs', answer('jobs-to-be-done', 'no'), 'open', 'jobs-to-be-done']]],
  [
    'ready-basis-from-data',
    [
      [
        'a basis that explains nothing',
        both(
          serves('north', { where: { region: ['east'] } }),
          serves('south', { where: { region: ['west'] } }),
        ),
        'open',
        'region explains next to nothing',
      ],
      ['no effort', without(['effort']), 'partly', 'None of the hours that customers need are given'],
      [
        'nothing to explain',
        without(['effort', 'retention', 'margin', 'satisfaction']),
        'open',
        'cannot be told',
      ],
      [
        'a customer without the attribute',
        (file) => {
          delete file.customers[0].attributes.industry;
        },
        'open',
        'Only 83.3 % of the customers have industry',
      ],
      ['a cluster that serves a list', serves('north', ['c0', 'c1', 'c2']), 'unknown', 'is not in the file'],
    ],
  ],
  [
    'ready-groups-whole',
    [
      [
        'a parent in both',
        (file) => {
          file.customers[5].parent = 'group';
        },
        'open',
        '1 parent account is served by several clusters',
      ],
      ['no parents', without(['parent']), 'in-place', 'No customer has a parent account'],
    ],
  ],
  [
    'ready-skills-decided',
    [
      ['nobody who sells', nobodySells, 'open', 'nobody for sales'],
      [
        'no service level',
        context('serviceLevel', undefined),
        'unknown',
        'context.serviceLevel is not given',
      ],
    ],
  ],
  [
    'ready-teams',
    [
      ['three people', threeInTheNorth, 'open', 'has 3 people'],
      [
        'an open seat at the head',
        (file) => {
          person(file, 'vp-north').vacant = true;
        },
        'partly',
        'The seat of the head is open: north.',
      ],
    ],
  ],
  [
    'ready-charters',
    [
      [
        'no promise',
        inUnit('north', ({ charter }) => drop('valueProposition')(charter)),
        'partly',
        'lacks value prop',
      ],
      [
        'empty goals',
        inUnit('north', ({ charter }) => {
          charter.goals = [];
        }),
        'partly',
        'The charter lacks goals: north.',
      ],
      ['no charters', inBoth(drop('charter')), 'open', 'There is no charter: north and south.'],
    ],
  ],
  [
    'ready-scorecards',
    [
      [
        'no margin',
        inUnit('south', ({ scorecard }) => scorecard.splice(3, 1)),
        'partly',
        'The scorecard lacks margin: south.',
      ],
      [
        'no targets',
        inUnit('south', ({ scorecard }) => scorecard.forEach(drop('target'))),
        'partly',
        'The scorecard lacks every target: south.',
      ],
      [
        'one without an owner',
        inUnit('south', ({ scorecard }) => drop('owner')(scorecard[0])),
        'partly',
        'The scorecard lacks the owner of acquisition-cost: south.',
      ],
      ['none', inUnit('south', drop('scorecard')), 'open', 'is on a scorecard: south.'],
    ],
  ],
  [
    'ready-metrics-cover-focus',
    [
      [
        'satisfaction of some',
        without(['satisfaction'], 1),
        'partly',
        '83.3 % of the rows of customers give their',
      ],
      [
        'a figure on scorecards',
        without(['acquisitionCost']),
        'in-place',
        'north has the cost of acquisition on',
      ],
      [
        'a figure nowhere',
        both(without(['acquisitionCost']), inBoth(drop('scorecard'))),
        'open',
        'Nothing in the file gives the cost of acquisition',
      ],
    ],
  ],
  [
    'ready-enabling-outside',
    [
      [
        'an accountant',
        (file) => {
          person(file, 'book-2').department = 'north';
        },
        'open',
        'The cluster north holds 1 seat of finance',
      ],
    ],
  ],
  [
    'ready-centres',
    [
      [
        'none for sales',
        (file) => {
          file.people = file.people.filter(({ id }: AnyFile) => id !== 'expert-sales');
          delete unit(file, 'centre-sales').capability;
        },
        'open',
        'There is no centre of expertise for sales.',
      ],
      [
        'one that says nothing',
        inUnit('centre-sales', drop('decides')),
        'partly',
        '2 of 3 centres of expertise say what they decide or advise.',
      ],
    ],
  ],
  [
    'ready-services',
    [
      [
        'one that promises nothing',
        inUnit('finance', ({ charter }) => drop('serviceLevels')(charter)),
        'partly',
        '3 of 4 services and centres say which service levels',
      ],
      ['none that do', promiseNothing, 'open', '0 of 4 services and centres say whom'],
    ],
  ],
  [
    'ready-common-systems',
    [
      ['processes apart', answer('common-processes', 'no'), 'open', 'common-processes'],
      ['half a view', answer('single-customer-view', 'partly'), 'partly', 'single-customer-view'],
    ],
  ],
  [
    'ready-learning',
    [
      ['one who hears nothing', ({ flows }) => flows.pop(), 'partly', '1 of 2 clusters passes on what works'],
      ['no flows', ({ flows }) => flows.splice(0), 'open', '0 of 2 clusters pass on what works'],
      ['nobody who coordinates', answer('initiatives-coordinated', 'no'), 'open', 'initiatives-coordinated'],
    ],
  ],
  [
    'ready-culture',
    [
      ['a poor record', context('collaboration', 'poor'), 'open', 'working together is poor'],
      ['a mixed record', context('collaboration', 'mixed'), 'partly', 'working together is mixed'],
      ['an unknown record', context('collaboration', 'unknown'), 'unknown', 'is not given'],
      [
        'pay by the data',
        both(answer('pay-tied-to-customers', undefined), context('customerPayShare', 0.1)),
        'partly',
        '10 % of executives',
      ],
    ],
  ],
]);

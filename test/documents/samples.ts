import { disk } from '../../src/cli/io/disk.ts';
import { buildConsultation } from '../../src/documents/consultation/consultation.ts';
import { buildProgress } from '../../src/documents/progress/progress.ts';
import {
  assess,
  charter,
  check,
  criteria,
  diff,
  evaluate,
  loadOrganisation,
  type Structure,
  structureFrom,
  suggest,
  sweep,
  targetOf,
  validate,
} from '../../src/index.ts';
import type { DesignId } from '../../src/schema/input/designs.ts';
import { wholeFile } from '../questionnaire/readiness/whole-file.ts';
import { memoryFiles } from '../source/memory-files.ts';
import { MIXED } from '../support/hostile-text.ts';
import { ruleIds } from '../support/organisations.ts';
import { ofEveryState } from './check/checked.ts';
import { emptyReport, hostileReport, sampleReport } from './report/sample-report.ts';

const VERSION = { version: 'test' };

const example = async (name: string, design?: DesignId): Promise<Structure> =>
  structureFrom(await loadOrganisation(`examples/${name}/org.yaml`, disk, { ruleIds }), design);

const made = async (file: object): Promise<Structure> =>
  structureFrom(
    await loadOrganisation('org.yaml', memoryFiles({ 'org.yaml': JSON.stringify(file) }), { ruleIds }),
  );

/** A company in which something of each kind is there, and something of each is otherwise once it is `changed`. */
const small = (changed: boolean, text = ''): object => ({
  version: 1,
  name: `${text}Winnow & Co`,
  departments: [
    {
      id: 'north',
      name: `${text}${changed ? 'North renamed' : 'North'}`,
      serves: changed ? 'all' : ['dairy'],
    },
    { id: `${text}${changed ? 'south' : 'west'}`, name: `${text}South or west` },
  ],
  people: [
    { id: 'ada', name: 'Ada', title: 'Finance Manager', department: 'north' },
    {
      id: 'bo',
      name: `${text}${changed ? 'Bob' : 'Bo'}`,
      title: 'Accountant',
      department: changed ? `${text}south` : 'north',
      manager: 'ada',
    },
    {
      id: 'cy',
      name: `${text}Cy`,
      title: `Sales Representative ${text}`,
      department: `${text}${changed ? 'south' : 'west'}`,
      manager: changed ? 'bo' : 'ada',
    },
    {
      id: `${text}${changed ? 'dee' : 'eve'}`,
      name: 'Dee or Eve',
      title: 'Accountant',
      vacant: true,
      department: 'north',
      manager: 'ada',
    },
  ],
  customers: [
    { id: 'dairy', name: 'Dairy', owner: changed ? 'bo' : 'cy', attributes: { size: changed ? 'a' : 'b' } },
  ],
  journeys: [{ id: 'j', steps: [{ phase: 'acquire', capability: 'sales', hours: changed ? 1 : 2 }] }],
});

/** A chain of three, of which no two are a team. */
const chain = {
  version: 1,
  name: 'Winnow & Co',
  departments: [{ id: 'finance', name: 'Finance', head: 'm' }],
  people: [
    { id: 'm', name: 'Mo', title: 'Finance Manager', department: 'finance' },
    { id: 'a', name: 'Al', title: 'Accountant', department: 'finance', manager: 'm' },
    { id: 'b', title: 'Accountant', department: 'finance', manager: 'a' },
  ],
};

const loadedFrom = async (file: object) => (await made(file)).loaded;

const checked = async (before: object, after: object) =>
  check(
    [
      await targetOf(await loadedFrom(after), undefined, {
        structure: await made(before),
        revision: null,
      }),
    ],
    {
      policy: null,
      today: '2026-11-02',
      names: true,
      ...VERSION,
    },
  );

const ONE = { version: 1, name: 'One', people: [{ id: 'p1' }] };

const AGREED = {
  agreedBy: `The board ${MIXED.join('')}`,
  agreedOn: '2026-10-01',
  list: [
    { measure: 'teams.count', rank: 2, worst: 40, best: 10 },
    { id: 'calm', measure: 'change.movedShare', rank: 1, agreedBy: 'Staff council' },
  ],
};

/** The company that has everything, with some of it missing, and an officer. */
const incomplete = (): object => {
  const file = wholeFile();
  file.practices['strategy-clear'] = { answer: 'no', note: 'Told in two ways' };
  file.practices['crm-in-use'] = { answer: 'partly', note: 'In sales' };
  delete file.practices['customer-advocate'];
  delete file.departments[0]?.charter;
  file.people.push({ id: 'cco', name: 'Ada', title: 'Chief Customer Officer', manager: 'chief' });
  return file;
};

const suggested = (structure: Structure) =>
  suggest(structure, { policy: null, severity: 'note', names: true, ...VERSION }).document;

const consulted = (before: Structure, after: Structure, names: boolean) =>
  buildConsultation(before, after, {
    names,
    ...VERSION,
    respondTo: 'The council',
    respondBy: undefined,
    report: evaluate(before.loaded, { ...VERSION, designs: ['functional'] }),
  });

const named = { names: true, ...VERSION };

/** Documents of each kind, by id of the kind; the first is small, and says much. */
export const samples: Readonly<Record<string, Readonly<Record<string, () => Promise<unknown>>>>> = {
  report: {
    'all designs': async () => sampleReport(),
    'nothing in it': async () => emptyReport(),
    'empty text': async () => hostileReport(''),
    'a company for which clusters are possible': async () =>
      evaluate((await example('tindle-and-moss')).loaded, VERSION),
    'a small company with hostile names': async () =>
      evaluate(await loadedFrom(small(false, MIXED.join(''))), named),
  },
  page: {
    'all designs': async () => ({ privacy: [], report: sampleReport() }),
    'nothing in it': async () => ({ date: '2026-11-30', privacy: ['No names.'], report: emptyReport() }),
    'a company with its seats': async () => ({
      privacy: [],
      report: evaluate((await example('tindle-and-moss')).loaded, { ...VERSION, seats: true }),
    }),
    'a small company with hostile names': async () => ({
      privacy: [],
      report: evaluate(await loadedFrom(small(false, MIXED.join(''))), { ...named, seats: true }),
    }),
  },
  assessment: {
    'everything but some': async () => assess(await loadedFrom(incomplete()), named),
    'a company that answered much': async () => assess((await example('halden')).loaded, VERSION),
    'next to nothing': async () => assess(await loadedFrom(ONE), VERSION),
  },
  charter: {
    'a company with two clusters': async () => charter(await made(incomplete()), named),
    'the clusters of Halden': async () => charter(await example('halden', 'cluster'), VERSION),
  },
  check: {
    'findings of every state': ofEveryState,
    'a small change': async () => checked(small(false), small(true)),
    'hostile names': async () => checked(small(false, MIXED.join('')), small(true, MIXED.join(''))),
  },
  consultation: {
    'a small company with names': async () =>
      consulted(await made(small(false)), await made(small(true)), true),
    'the clusters of Halden': async () =>
      consulted(await example('halden'), await example('halden', 'cluster'), false),
    'hostile names': async () =>
      consulted(await made(small(false, MIXED.join(''))), await made(small(true, MIXED.join(''))), true),
  },
  criteria: {
    'nobody said': async () => criteria((await example('tindle-and-moss')).loaded, VERSION),
    'a list of the company': async () => criteria(await loadedFrom({ ...ONE, criteria: AGREED }), VERSION),
  },
  diff: {
    'two small companies': async () => diff(await made(small(false)), await made(small(true)), named),
    'Halden and its clusters': async () =>
      diff(await example('halden'), await example('halden', 'cluster'), VERSION),
    'two companies that have nothing in common': async () =>
      diff(await example('marrowgate'), await example('tindle-and-moss'), named),
    'two small companies with hostile names': async () =>
      diff(await made(small(false, MIXED.join(''))), await made(small(true, MIXED.join(''))), named),
    'a company and itself': async () => diff(await example('halden'), await example('halden'), VERSION),
  },
  progress: {
    'a small company with a stage and a target': async () => {
      const [before, plan] = [await made(small(false)), await made(small(true))];
      const now = await made({ ...small(false), people: [{ id: 'zed', name: 'Zed' }] });
      const stages = [{ id: 'pilot', name: 'Pilot', due: '2026-01-31', organisation: plan.organisation }];
      return buildProgress(before, plan, now, { ...named, today: '2026-02-01', stages });
    },
    'half of the way to the clusters of Halden': async () =>
      buildProgress(await example('halden'), await example('halden', 'cluster'), await example('halden'), {
        names: false,
        today: null,
        stages: [],
        ...VERSION,
      }),
    'hostile names': async () => {
      const text = MIXED.join('');
      const [before, plan] = [await made(small(false, text)), await made(small(true, text))];
      return buildProgress(before, plan, plan, { ...named, today: null, stages: [] });
    },
  },
  suggestions: {
    'a chain': async () => suggested(await made(chain)),
    Halden: async () => suggested(await example('halden')),
    'a company with nothing to clear': async () => suggested(await made(ONE)),
  },
  sweep: {
    'clusters of Tindle & Moss': async () =>
      sweep((await example('tindle-and-moss')).loaded, {
        design: 'cluster',
        sweeps: ['minimum=3..5'],
        ...VERSION,
      }),
    'two options': async () =>
      sweep((await example('tindle-and-moss')).loaded, {
        design: 'cluster',
        sweeps: ['minimum=4..5', 'holders=1..2'],
        ...VERSION,
      }),
  },
  validation: {
    'a small company': async () => validate(await loadedFrom(small(false)), named),
    'a company with gaps': async () => validate((await example('marrowgate')).loaded, VERSION),
  },
};

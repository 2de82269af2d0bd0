import { rules } from '../../rules/index.ts';
import { PRACTICES } from '../../schema/input/practices.ts';
import { flow, list } from '../../write/yaml.ts';
import type { Answers } from './answers.ts';
import { customerLines, type Department, peopleLines, staffed } from './people-and-customers.ts';

const SAFE_IN_A_COMMENT = /^[\w./-]+$/;

const STEPS = [
  ['Find prospects', 'identify', 'marketing', 8],
  ['Propose and agree', 'acquire', 'sales', 16],
  ['Set up', 'acquire', 'account-management', 4],
  ['Help in use', 'retain', 'support', 10],
  ['Review and renew', 'retain', 'account-management', 8],
] as const;

const contextLines = ({ market, people, attribute }: Answers, listed: number): string[] => [
  ...(market === 'unknown'
    ? ['  # market: b2b # or b2c, or mixed']
    : [`  market: ${market} # b2b, b2c or mixed`]),
  ...(people > listed
    ? [`  staff: ${people} # in the whole company; only ${listed} are in this file as yet`]
    : []),
  '  # offering: services # goods, technology, services or projects',
  '  # collaboration: good # the record of departments working together: good, mixed or poor',
  ...(attribute === ''
    ? []
    : [`  # targetMarkets: { attribute: ${flow(attribute)} } # what tells the customers you want`]),
];

const departmentLines = (departments: readonly Department[]): string[] =>
  list(
    departments.map(({ id, name, people: [head] }) => ({
      id,
      name,
      ...(head === undefined ? {} : { head }),
      accountable: true,
    })),
  );

/** A journey of the steps that somebody can do; none where there would be nothing in it. */
const journeyLines = (departments: readonly Department[]): string[] => {
  const held = new Set(
    departments.flatMap(({ people, capability }) => (people.length > 0 ? [capability] : [])),
  );
  const steps = STEPS.filter(([, , capability]) => held.has(capability));
  if (steps.length === 0) return ['# journeys: []'];
  return [
    'journeys:',
    '  - id: usual',
    '    steps:',
    ...steps.map(([name, phase, capability, hours]) => `      - ${flow({ name, phase, capability, hours })}`),
  ];
};

const WIDEST = 100;

/** Words in lines of a comment. */
const inComment = (words: readonly string[]): string[] => {
  const lines: string[] = [];
  let line = '#  ';
  for (const word of words) {
    if (line.length + word.length + 1 > WIDEST) {
      lines.push(line);
      line = '#  ';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
};

/** The questionnaire: what verdicts on designs read as keys to be filled in, everything else by its name. */
const practiceLines = (): string[] => {
  const read = new Set(rules.flatMap(({ fit }) => fit?.reads ?? []));
  const asked = PRACTICES.filter(({ id }) => read.has(`practices.${id}`));
  const others = PRACTICES.filter((practice) => !asked.includes(practice)).map(({ id }) => id);
  return [
    '# How the company deals with its customers: yes, partly, no or unknown. Verdicts on designs read these.',
    '#   strategy-clear: { answer: partly, note: The board and sales tell it differently }   with a note',
    'practices:',
    ...asked.map(({ id, question }) => `  ${id}: unknown # ${question}`),
    '# More of them tell how ready the company is for a design and how far it is (orgdesign assess). What',
    '# each one asks says `orgdesign explain` with its name:',
    ...inComment(others.map((id, at) => (at === others.length - 1 ? id : `${id},`))),
  ];
};

/** A file to start from: short, commented, and complete enough to be evaluated as it is. */
export const organisationFile = (answers: Answers, modeline: string, path: string): string => {
  const departments = staffed(answers);
  const people = peopleLines(departments, answers.dottedLines);
  const file = SAFE_IN_A_COMMENT.test(path) && path !== '-' ? path : 'org.yaml';
  return `${[
    modeline,
    '#',
    '# A first organisation file. It can be evaluated as it is; put your own in the place of what is here.',
    '#',
    `#   orgdesign validate ${file}   how far the data can be trusted, and what each gap does`,
    `#   orgdesign evaluate ${file}   today's organisation beside other designs of it`,
    `#   orgdesign assess ${file}     how ready it is for clusters, and what is still to be asked`,
    'version: 1',
    `name: ${flow(answers.name)}`,
    'currency: EUR # of all money in the file',
    '',
    '# What is known of the company. What is left out is not judged.',
    'context:',
    ...contextLines(answers, people.length),
    '',
    '# Hand-offs are counted between accountable departments; with none, between those who report to the top.',
    'departments:',
    ...departmentLines(departments),
    '',
    '# Title and department tell what a person does for a customer, where there is no `capability: sales`.',
    '# What cannot be told is a finding, not a guess. Worth adding to each person:',
    '#   costPerYear: 60000   without it the cost of a change is not known',
    '#   level: 3             a grade; without it heads are chosen by height in the chart',
    '#   location: Lyon       where the person works',
    '#   managers: [{ to: p2, weight: 0.7 }, { to: p6, kind: dotted, weight: 0.3 }]',
    '#                        in place of manager, for somebody with two',
    '# More than a few hundred people belong in a CSV file beside this one: people: { file: people.csv }',
    'people:',
    ...people,
    '',
    '# An account or a whole segment (count: 500). `revenue` is what they pay this company in a year; without it',
    '# every customer weighs the same. Attributes are what clusters of customers can be built around.',
    '#   effort: { sales: 4, support: 10 }   hours a month; without it clusters cannot be chosen by need',
    'customers:',
    ...customerLines(answers, departments),
    '',
    '# What a customer goes through, with the hours of each step. Without it a built-in journey is assumed.',
    ...journeyLines(departments),
    '',
    ...practiceLines(),
  ].join('\n')}\n`;
};

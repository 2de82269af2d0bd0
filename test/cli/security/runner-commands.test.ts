import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../../../src/cli/commands/index.ts';
import { commandsIn } from '../../support/workflow-commands.ts';
import { command, type World } from '../in-memory.ts';

/** What a runner obeys wherever a step prints it, in the ways that somebody may write it. */
const ORDERS = [
  '::set-env name=PATH::/evil',
  '##[error]gone',
  ' \t::warning::late',
  '\u200b::stop-commands::x',
  '#\u200b#[group]hidden',
  'first\n::error::second',
  'first\r::add-mask::x',
  'first\u2028::error::x',
];

const OBEYED = /^(?:[\s\p{DI}]|\u001b\[[\d;]*m)*:\p{DI}*:|#\p{DI}*#\p{DI}*\[/mu;

const NAMED = ORDERS.flatMap((order, at) => [
  {
    id: `lead-${at}`,
    name: order,
    title: 'Head of Sales',
    department: `${order} ${at}`,
    manager: at === 0 ? undefined : 'lead-0',
  },
  ...Array.from({ length: 5 }, (_, nth) => ({
    id: `${order} ${nth}`,
    name: order,
    title: nth % 2 === 0 ? order : 'Account Manager',
    department: `${order} ${at}`,
    manager: `lead-${at}`,
  })),
]);

const organisation = (more: object = {}): string =>
  JSON.stringify({
    version: 1,
    name: ORDERS[0],
    description: ORDERS[1],
    people: NAMED,
    customers: ORDERS.map((order, at) => ({
      id: order,
      name: order,
      owner: `lead-${at}`,
      attributes: { [ORDERS[1]!]: order, industry: at % 2 === 0 ? ORDERS[0] : ORDERS[1] },
    })),
    journeys: [
      { id: ORDERS[0], steps: [{ phase: 'acquire', capability: 'sales', hours: 3, name: ORDERS[1] }] },
    ],
    ...more,
  });

const policy = `version: 1
extends: strict
waivers:
  - { rule: team-too-small, entity: ${JSON.stringify(ORDERS[0])}, reason: ${JSON.stringify(ORDERS[0])}, owner: ${JSON.stringify(ORDERS[1])} }
`;

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const people = [
  'id,name,title,department,manager,mystery',
  ...NAMED.map((one) =>
    [one.id, one.name, one.title, one.department, one.manager ?? '', ORDERS[0]!].map(cell).join(','),
  ),
].join('\n');

const files: World['files'] = {
  'org.yaml': organisation(),
  'before.yaml': organisation({ people: NAMED.slice(1), policy: { maximumSpan: 3 } }),
  '::warning::x.yaml': organisation(),
  'orgdesign.config.yaml': policy,
  'people.csv': people,
  'unknown-key.yaml': organisation({ [ORDERS[0]!]: 1, [ORDERS[1]!]: 2 }),
  'wrong-value.yaml': organisation({ currency: ORDERS[0], asOf: ORDERS[1] }),
  'no-yaml.yaml': `version: 1\n${ORDERS[0]}\n ##[error]x: y: z\n`,
  'rows.yaml': 'version: 1\nname: X\npeople: { file: rows.csv }\n',
  'rows.csv': `id,fte,${ORDERS[1]}\n::error::x,::error::y,##[group]\n`,
};

const expectHarmless = (args: readonly string[], text: string): void => {
  expect({ args, obeyed: OBEYED.exec(text)?.[0] }).toEqual({ args, obeyed: undefined });
};

/** Each command with each of its formats. */
const lines = [...commands].flatMap(({ name, formats }) => {
  const asked = formats === undefined ? [[]] : [...formats.keys()].map((format) => ['--format', format]);
  const rest: Readonly<Record<string, readonly (readonly string[])[]>> = {
    diff: [['before.yaml', 'org.yaml']],
    simulate: [
      ['org.yaml', '--design', 'cluster'],
      ['org.yaml', '--design', 'functional'],
      ['org.yaml', '--design', 'lifecycle', '--stages', 'way'],
    ],
    import: [['people.csv'], ['people.csv', '-o', 'new/org.yaml'], ['people.csv', '--name', ORDERS[0]!]],
    check: [['org.yaml', '--baseline', 'before.yaml', '--fail-on', 'note']],
    explain: [[], [ORDERS[0]!]],
    completion: [['bash']],
    init: [['-']],
  };
  return (rest[name] ?? [['org.yaml']]).flatMap((own) => asked.map((format) => [name, ...own, ...format]));
});

describe('no command gives orders to the runner of a workflow', () => {
  test.each(lines.map((line) => [line.join(' '), line]))('%s', async (_, line) => {
    const named = ['--names'].filter(() =>
      ['evaluate', 'check', 'diff', 'suggest', 'charter'].includes(line[0]!),
    );
    for (const more of [[], named]) {
      const { code, stdout, stderr } = await command([...line, ...more], { files });
      expect(code).not.toBe(3);
      expectHarmless(line, stderr);
      if (!line.includes('github')) expectHarmless(line, stdout);
    }
  });

  test('what is annotations says no more than that', async () => {
    const { stdout } = await command(
      [
        'check',
        'org.yaml',
        '--baseline',
        'before.yaml',
        '--fail-on',
        'note',
        '--format',
        'github',
        '--names',
      ],
      { files },
    );
    const { of, legacy } = commandsIn(stdout);
    expect(of.length).toBeGreaterThan(0);
    for (const one of of) expect(['error', 'warning', 'notice']).toContain(one.name);
    expect(legacy).toEqual([]);
  });

  const broken = [
    'unknown-key.yaml',
    'wrong-value.yaml',
    'no-yaml.yaml',
    'rows.yaml',
    '::absent::.yaml',
    '##[x].yaml',
  ];
  const reading = lines.filter((line) => line.includes('org.yaml') && !line.includes('--format'));
  test.each([...broken, ...['##[x]', '::x::'].map((name) => `org.yaml#${name}`)])(
    'that cannot read %s',
    async (file) => {
      for (const line of [
        ...reading,
        ['evaluate', 'org.yaml'],
        ['check', 'org.yaml'],
        ['diff', 'org.yaml', 'org.yaml'],
      ]) {
        const { code, stdout, stderr } = await command(
          line.map((word) => (word === 'org.yaml' ? file : word)),
          { files },
        );
        expect({ line, code, stdout }).toEqual({ line, code: 2, stdout: '' });
        expectHarmless(line, stderr);
      }
    },
  );

  test('whose own options are orders', async () => {
    for (const line of [
      ['::error::x'],
      ['evaluate', '::error::x'],
      ['evaluate', 'org.yaml', '--format', '::error::x'],
      ['evaluate', 'org.yaml', '--design', '##[x]'],
      ['evaluate', 'org.yaml', '--set', '\n::error::x=1'],
      ['check', 'org.yaml', '--policy', '##[x]'],
      ['import', '::error::x.csv'],
      ['import', 'people.csv', '--map', '##[x]=y'],
    ]) {
      const { code, stdout, stderr } = await command(line, { files });
      expect({ line, code, stdout }).toEqual({ line, code: 2, stdout: '' });
      expectHarmless(line, stderr);
    }
  });
});

test('the names that import prints are read back as they were', async () => {
  const { stdout } = await command(['import', 'people.csv', '--name', ORDERS[1]!], { files });
  const read = parse(stdout);
  expect(read.name).toBe(ORDERS[1]);
  const seen = new Set(read.people.map(({ name }: { name: string }) => name));
  for (const order of ['::set-env name=PATH::/evil', '##[error]gone']) expect(seen).toContain(order);
});

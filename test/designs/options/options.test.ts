import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/base/errors.ts';
import { memo } from '../../../src/base/memo.ts';
import { withSetOptions } from '../../../src/designs/options/options.ts';
import { DESIGN_IDS, type DesignId } from '../../../src/schema/input/designs.ts';
import type { Loaded } from '../../../src/schema/loaded.ts';
import { loadOrganisation } from '../../../src/schema/read/load.ts';
import { branches, type Shape, shapeAt } from '../../../src/schema/read/shape.ts';
import { memoryFiles } from '../../source/memory-files.ts';

const FILE = {
  version: 1,
  name: 'Options & Co',
  people: [
    { id: 'p1', title: 'Chief Executive Officer' },
    { id: '00123', title: 'Sales Representative', manager: 'p1' },
    { id: 'p.2', title: 'Account Manager', manager: 'p1' },
  ],
  customers: [
    { id: 'c1', attributes: { industry: 'retail', region: 'north' } },
    { id: 'c2', attributes: { industry: 'energy', region: 'south' } },
  ],
};

const read = memo(
  (designs: string): Promise<Loaded> =>
    loadOrganisation(
      'org.yaml',
      memoryFiles({ 'org.yaml': JSON.stringify({ ...FILE, designs: JSON.parse(designs) }) }),
    ),
);
const load = (designs: object = {}): Promise<Loaded> => read(JSON.stringify(designs));

const set = async (sets: readonly string[], designs: object = {}, chosen: readonly DesignId[] = DESIGN_IDS) =>
  withSetOptions(await load(designs), chosen, sets).input.designs;

const problemsOf = async (sets: readonly string[], designs: object = {}, chosen?: readonly DesignId[]) => {
  try {
    await set(sets, designs, chosen);
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as UserError).problems.map(({ message, hint }) => `${message} ${hint ?? ''}`);
  }
  throw new Error('nothing was wrong');
};

/** Every option of a design down to its single values, with names for the keys that the file has. */
function leaves(shape: Shape, path: readonly string[] = []): { path: readonly string[]; shape: Shape }[] {
  const nested = branches(shape).flatMap(({ properties, additionalProperties }) => [
    ...Object.entries(properties ?? {}),
    ...(typeof additionalProperties === 'object'
      ? ['p1', '00123', 'p.2', 'sales'].map((key) => [key, additionalProperties] as const)
      : []),
  ]);
  return nested.length === 0
    ? [{ path, shape }]
    : nested.flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

const NUMBERS: readonly (readonly [string, unknown])[] = [
  ['0.75', 0.75],
  ['3', 3],
];
const FLAGS = [['true', true]] as const;
const WORDS: readonly (readonly [string, unknown])[] = [
  'industry',
  'retain',
  'support',
  'location',
  'minister',
  'equity',
].flatMap((word) => [
  [word, word],
  [word, [word]],
]);

const nestedObject = (path: readonly string[], value: unknown): unknown =>
  path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);

describe('every option of every design', () => {
  const all = DESIGN_IDS.flatMap((design) => {
    const shape = shapeAt(['designs', design]);
    return shape === undefined ? [] : leaves(shape).map(({ path }) => ({ design, path }));
  });

  it('is there to be set', () => {
    expect(all.length).toBeGreaterThan(20);
    expect(new Set(all.map(({ design }) => design))).toEqual(
      new Set(DESIGN_IDS.filter((id) => id !== 'as-is')),
    );
  });

  it.each(all.map(({ design, path }) => [`${design}.${path.join('.')}`, design, path] as const))(
    '%s is what it would be in the file',
    async (name, design, path) => {
      let taken = 0;
      for (const [text, value] of [...NUMBERS, ...WORDS, ...FLAGS]) {
        const inFile = await load({ [design]: nestedObject(path, value) }).catch(() => undefined);
        if (inFile === undefined) continue;
        taken++;
        expect(await set([`${name}=${text}`]), `${name}=${text}`).toEqual(inFile.input.designs);
      }
      // No value fits a key that is no person where people are meant, or no capability.
      const isKey = ['p1', '00123', 'p.2', 'sales'].some((key) => path.includes(key));
      if (!isKey) expect(taken).toBeGreaterThan(0);
    },
  );
});

describe('--set', () => {
  it('without a design sets an option in every chosen design that has it', async () => {
    const all = await set(['minimum=3']);
    expect(all.functional).toBeUndefined();
    for (const design of ['lifecycle', 'cluster', 'account-team', 'matrix'] as const)
      expect(all[design]?.minimum).toBe(3);
    expect(Object.keys(await set(['minimum=3'], {}, ['cluster', 'functional']))).toEqual(['cluster']);
  });

  it('keeps what the file says of other options, also inside one', async () => {
    const { cluster } = await set(['cluster.goals.team=0', 'cluster.pinned.p1=retail'], {
      cluster: { basis: 'industry', goals: { customers: 7 }, pinned: { 'p.2': 'energy' } },
    });
    expect(cluster).toMatchObject({
      basis: 'industry',
      goals: { customers: 7, team: 0 },
      pinned: { p1: 'retail', 'p.2': 'energy' },
    });
  });

  it('takes the last value of an option that is set twice', async () => {
    expect((await set(['minimum=3', 'cluster.minimum=5'])).cluster?.minimum).toBe(5);
    expect((await set(['cluster.minimum=5', 'minimum=3'])).cluster?.minimum).toBe(3);
  });

  it('keeps ids as they are written, with zeros and dots', async () => {
    const { cluster } = await set(['cluster.pinned.00123=retail', 'cluster.pinned.p.2=energy']);
    expect(cluster?.pinned).toEqual({ '00123': 'retail', 'p.2': 'energy' });
  });

  it('takes numbers as people write them', async () => {
    for (const text of ['.8', '0.8', '8e-1', ' 0.80 '])
      expect((await set([`cluster.goals.team=${text}`])).cluster?.goals.team).toBe(0.8);
  });

  it('takes lists, and an empty one', async () => {
    const sets = ['cluster.include=support, operations'];
    expect((await set(sets)).cluster?.include).toEqual(['support', 'operations']);
    expect((await set(['cluster.include='], { cluster: { include: ['support'] } })).cluster?.include).toEqual(
      [],
    );
  });

  it('in a matrix without options of its own keeps those of the clusters that it goes by', async () => {
    const { matrix } = await set(['matrix.minimum=3', 'cluster.holders=2'], { cluster: { basis: 'region' } });
    expect(matrix).toMatchObject({ basis: 'region', minimum: 3, holders: 2 });
  });

  it('leaves the file as it was', async () => {
    const loaded = await load({ cluster: { minimum: 4 } });
    const before = structuredClone(loaded.input.designs);
    const after = withSetOptions(loaded, ['cluster'], ['minimum=6']);
    expect(loaded.input.designs).toEqual(before);
    expect(after.set).toEqual(['minimum=6']);
    expect(withSetOptions(loaded, ['cluster'], [])).toBe(loaded);
  });

  it('tells everything that is wrong at once, with what was meant', async () => {
    const problems = await problemsOf([
      'minimun=3',
      'clusters',
      'cluster.minimum=three',
      'minimum=0',
      'cluster.include=suport',
      'cluster.pinned.p9=retail',
      'cluster.basis=industri',
      'lifecycle.shares.sales.acquire=80 %',
      'cluster.goals.teem=1',
      'pinned=p1',
      'as-is.minimum=3',
      'clutser.minimum=3',
    ]);
    const expected = [
      /^--set clusters: expected \[design\.\]option=value\./,
      /"minimun".*Did you mean "minimum"\? Options of functional: pinned, customerOfficer\..*Options of cluster and matrix: minimum, basis/,
      /^--set cluster\.minimum=three: expected a whole number from 1 to [\d,]+, found text "three"\./,
      /^--set minimum=0, for lifecycle, cluster, account-team and matrix: expected a whole number from 1 to [\d,]+, found the number 0\./,
      /^--set cluster\.include=suport: "suport" is not a capability\. Did you mean "support"\?/,
      /^--set cluster\.pinned\.p9=retail: "p9" is not a person\./,
      /^--set cluster\.basis=industri: "industri" is not an attribute\. Did you mean "industry"\?/,
      /found text "80 %"\. Write it as a fraction: 0\.8\./,
      /there is no option "teem" in cluster\.goals\. Did you mean "team"\?/,
      /^--set pinned=p1: functional\.pinned is not one value\./,
      /^--set as-is\.minimum=3: as-is takes no options\./,
      /there is no option "clutser".*Did you mean "cluster"\?/,
    ];
    for (const pattern of expected)
      expect(
        problems.filter((text) => pattern.test(text)),
        String(pattern),
      ).toHaveLength(1);
    expect(problems).toHaveLength(expected.length);
  });

  it('tells that a value fits only some of the designs, and how to name one', async () => {
    const [first] = await problemsOf(['pinned.p1=retain']);
    expect(first).toMatch(/for functional: "retain" is not a capability\./);
    expect(first).toMatch(/lifecycle\.pinned\.p1=retain/);
  });

  it('refuses a design that was not asked for', async () => {
    expect(await problemsOf(['matrix.minimum=3'], {}, ['cluster'])).toEqual([
      '--set matrix.minimum=3: matrix is not among the designs asked for. Ask for it as well: --design cluster,matrix.',
    ]);
    expect(await problemsOf(['minimum=3'], {}, ['as-is'])).toHaveLength(1);
  });

  it('is not led astray by names that mean something to JavaScript', async () => {
    for (const name of [
      '__proto__',
      'constructor',
      'toString',
      'cluster.__proto__',
      'cluster.goals.constructor',
    ])
      expect(await problemsOf([`${name}=3`])).toHaveLength(1);
    await set(['cluster.pinned.__proto__=retail']).catch((error: unknown) =>
      expect(error).toBeInstanceOf(UserError),
    );
    expect(({} as Record<string, unknown>).retail).toBeUndefined();
  });
});

import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { buildConsultation } from '../../../src/documents/consultation/consultation.ts';
import { consultationFormats } from '../../../src/documents/consultation/document.ts';
import { type Structure, structureFrom } from '../../../src/documents/structure.ts';
import { evaluate } from '../../../src/evaluate.ts';
import type { ConsultationDocument } from '../../../src/schema/documents/consultation.ts';
import { loadOrganisation } from '../../../src/schema/read/load.ts';
import { memoryFiles } from '../../../src/source/memory-files.ts';

const HOSTILE = '<w:p>"&\u0001\u202e=1+1 ]]> {x} \ud83d\ude00';

/** So many people of each grade in a department; the rest of the company does not change. */
const company = async (
  department: string,
  grades: Readonly<Record<number, number>>,
  title = 'Clerk',
): Promise<Structure> => {
  const clerks = Object.entries(grades).flatMap(([grade, count]) =>
    Array.from({ length: count }, (_, at) => ({
      id: `g${grade}-${at}`,
      name: `Name of ${grade} ${at}`,
      title,
      level: Number(grade),
      department,
      manager: 'boss',
    })),
  );
  const file = {
    version: 1,
    name: 'Small',
    asOf: '2026-11-01',
    people: [{ id: 'boss', name: 'Big Boss', title: 'Director', department: 'top' }, ...clerks],
  };
  return structureFrom(
    await loadOrganisation('org.yaml', memoryFiles(new Map([['org.yaml', JSON.stringify(file)]]))),
  );
};

const consultation = (before: Structure, after: Structure, names = false): ConsultationDocument =>
  buildConsultation(before, after, {
    names,
    version: 'test',
    respondTo: undefined,
    respondBy: undefined,
    report: evaluate(before.loaded, { version: 'test', designs: ['functional'] }),
  });

const TRADES = ['marketing', 'sales', 'account-management', 'support'];

/** Four departments of six, each of one trade, for the customers of two regions; hours are assumed. */
const clusters = async (more: object, design: 'cluster' | 'account-team' = 'cluster') => {
  const file = {
    version: 1,
    name: 'Trades',
    asOf: '2026-11-01',
    ...more,
    people: TRADES.flatMap((capability) =>
      [0, 1, 2, 3, 4, 5].map((at) => ({
        id: `${capability}-${at}`,
        title: at === 0 ? `Head of ${capability}` : `Specialist of ${capability}`,
        department: capability,
        capability,
        ...(at > 0 ? { manager: `${capability}-0` } : capability === 'sales' ? {} : { manager: 'sales-0' }),
      })),
    ),
    customers: ['North', 'South'].flatMap((region) =>
      [1, 2, 3].map((at) => ({
        id: `${region}-${at}`,
        name: `Customer ${region} ${at}`,
        owner: `account-management-${region === 'North' ? at : at + 2}`,
        attributes: { region },
      })),
    ),
  };
  const loaded = await loadOrganisation(
    'org.yaml',
    memoryFiles(new Map([['org.yaml', JSON.stringify(file)]])),
  );
  return { before: await structureFrom(loaded), after: await structureFrom(loaded, design) };
};

const consultationOf = (
  before: Structure,
  after: Structure,
  design: 'cluster' | 'account-team' = 'cluster',
) =>
  buildConsultation(before, after, {
    names: false,
    version: 'test',
    respondTo: undefined,
    respondBy: undefined,
    report: evaluate(before.loaded, { version: 'test', designs: [design] }),
  });

const moving = async (grades: Readonly<Record<number, number>>, title?: string) =>
  [await company('here', grades, title), await company('there', grades, title)] as const;

const OPTIONS = { columns: 80, color: false, quiet: false };
const markdown = async (value: ConsultationDocument): Promise<string> => {
  const format = consultationFormats.get('markdown')!;
  return 'load' in format ? (await format.load())(value, OPTIONS) : '';
};
const docx = async (value: ConsultationDocument): Promise<Uint8Array> => {
  const format = consultationFormats.get('docx')!;
  return 'loadBinary' in format ? (await format.loadBinary())(value, OPTIONS) : new Uint8Array();
};

/** What another reader than the writer finds: the text of a part, which has to be XML. */
const textOf = (xml: string): string => {
  let text = '';
  const parser = new SaxesParser();
  parser.on('text', (more) => {
    text += more;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return text;
};

describe('what is told of people', () => {
  test('grades of groups of five and more only, in posts and among those affected', async () => {
    const { posts, affected } = consultation(...(await moving({ 1: 4, 2: 5, 3: 6 })));
    expect(posts.changed.map(({ grade, posts: count }) => [grade, count])).toEqual([
      [null, 4],
      [2, 5],
      [3, 6],
    ]);
    expect(affected.find(({ unit }) => unit?.id === 'here')!.grades).toEqual([
      { grade: 2, people: 5 },
      { grade: 3, people: 6 },
    ]);
  });

  test('no name without its being asked for, and everybody who moves where it is', async () => {
    const sides = await moving({ 2: 5 });
    expect(JSON.stringify(consultation(...sides))).not.toContain('Name of');
    expect(await markdown(consultation(...sides))).not.toMatch(/Name of|Big Boss/);
    expect(consultation(...sides, true).people).toHaveLength(5);
    expect(await markdown(consultation(...sides, true))).toContain('Name of 2 4');
  });

  test('posts that would open and close, by title', async () => {
    const [before, after] = [await company('here', { 2: 6 }), await company('here', { 2: 5, 3: 1 })];
    const { posts } = consultation(before, after);
    expect(posts.closed).toEqual([{ title: 'Clerk', grade: null, posts: 1, units: ['here'] }]);
    expect(posts.opened).toEqual([{ title: 'Clerk', grade: null, posts: 1, units: ['here'] }]);
  });
});

test('nothing reads as if it were decided, and it says what it is and what it is not', async () => {
  const text = await markdown(consultation(...(await moving({ 2: 5 }))));
  expect(text).not.toMatch(/\b(?:will|shall|decided|decision|approved|final|must|is going to)\b/i);
  expect(text).toContain('Subject to consultation');
  expect(text).toContain('It is no legal advice');
  expect(text).toContain('Both charts are of 2026-11-01.');
});

test('two files that are not of one day are said to be so', async () => {
  const [before, after] = await moving({ 2: 5 });
  const other = {
    ...after,
    loaded: { ...after.loaded, input: { ...after.loaded.input, asOf: '2027-01-01' } },
  };
  expect(consultation(before, other).date).toBeNull();
});

describe('the document for Word', () => {
  test('is a package whose parts are XML, are there and have a type, with the mark at the head and foot of every page', async () => {
    const value = consultation(...(await moving({ 2: 5 }, HOSTILE)), true);
    const parts = unzipSync(await docx(value));
    const names = Object.keys(parts);
    const texts = new Map(
      names.filter((name) => /\.(?:xml|rels)$/.test(name)).map((name) => [name, strFromU8(parts[name]!)]),
    );
    for (const xml of texts.values()) textOf(xml);
    for (const [, part] of texts.get('[Content_Types].xml')!.matchAll(/PartName="\/([^"]+)"/g))
      expect(names).toContain(part);
    const targets = [...texts.get('word/_rels/document.xml.rels')!.matchAll(/Target="([^"]+)"/g)].map(
      ([, target]) => `word/${target}`,
    );
    for (const target of targets) expect(names).toContain(target);
    const document = texts.get('word/document.xml')!;
    for (const kind of ['header', 'footer']) {
      const id = new RegExp(`<w:${kind}Reference [^>]*r:id="([^"]+)"`).exec(document)?.[1];
      const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Id="${id}"`).exec(
        texts.get('word/_rels/document.xml.rels')!,
      )!;
      expect(textOf(texts.get(`word/${target[1] ?? target[2]}`)!)).toContain('Subject to consultation');
    }
    // No cell is without a paragraph, which Word would want to mend.
    expect(document).not.toMatch(/<w:tc>(?:<w:tcPr>(?:(?!<\/w:tcPr>).)*<\/w:tcPr>)?<\/w:tc>/);
    expect(textOf(document)).toContain('<w:p>"&��=1+1 ]]> {x} \ud83d\ude00');
  });

  test('is the same bytes twice', async () => {
    const value = consultation(...(await moving({ 2: 5 })));
    expect(Buffer.from(await docx(value)).equals(Buffer.from(await docx(value)))).toBe(true);
  });
});

describe('what speaks for and against a proposal', () => {
  const figures = (value: ConsultationDocument['reasons']) => [value.better, value.worse, value.notCompared];

  test('is not "none" where figures are not compared, and why not is said', async () => {
    const { before, after } = await clusters({});
    const value = consultationOf(before, after);
    const [better, , notCompared] = figures(value.reasons);
    expect(better!.map(({ id }) => id)).not.toContain('silos.count');
    expect(notCompared!.map(({ id }) => id)).toContain('silos.count');
    const text = await markdown(value);
    expect(text).not.toContain('No figure would be better.');
    expect(text).toContain('called neither better nor worse');
    expect(text).toContain('More than half of the hours behind them are assumed.');
  });

  test('figures that are not compared are told once, and no key of the file or command is', async () => {
    const { before, after } = await clusters({ context: { departmentalTradition: 'partly' } });
    const value = consultationOf(before, after);
    const text = await markdown(value);
    const reasons = text.slice(text.indexOf('## Reasons'), text.indexOf('## Alternatives'));
    for (const { label } of value.reasons.notCompared!) expect(reasons.split(label).length).toBe(2);
    expect(reasons).toContain('in part, the company has a traditional departmental focus');
    expect(reasons).not.toMatch(/designs\.|context\.|practices\.|orgdesign |partly|Not compared/);
  });

  test('has the verdict on the proposal, what it does not suit by, and its risks', async () => {
    const { before, after } = await clusters({});
    const value = consultationOf(before, after);
    expect(value.reasons.against![0]).toMatch(
      /^(?:Rather not|Does not suit): 24 people work here, where 100 are the fewest\.$/,
    );
    expect(value.reasons.risks!.length).toBeGreaterThan(0);
    const cluster = value.alternatives.find(({ design }) => design.id === 'cluster')!;
    expect(['rather not', 'does not suit']).toContain(cluster.verdict);
    expect(await markdown(value)).not.toMatch(/\((?:context|practices)\./);
  });
});

test('departments that would close and units that would be new are marked in every format', async () => {
  const { before, after } = await clusters({});
  const text = await markdown(consultationOf(before, after));
  expect(text).toMatch(/\| [a-z-]+ \|.*\| would close \|/);
  expect(text).toMatch(/\| North \|.*\| new \|/);
  expect(text).toMatch(/units would be new, \d+ would close\./);
});

test('one file that is of no day is one file', async () => {
  const { before, after } = await clusters({ asOf: undefined });
  expect(await markdown(consultationOf(before, after))).toContain(
    'The file does not say of which day it is.',
  );
});

test('who would lose the lead of a unit or of people is counted, and told by title', async () => {
  const before = await company('here', { 2: 6 });
  const { organisation } = before;
  const { people } = organisation;
  const boss = people.id.indexOf('boss');
  const lines = {
    ...organisation.lines,
    start: new Int32Array(people.count + 1),
    boss: new Int32Array(0),
    weight: new Float64Array(0),
    kind: new Uint8Array(0),
  };
  const value = consultation(before, { ...before, organisation: { ...organisation, lines } });
  expect(value.posts.leads).toEqual([{ title: people.title[boss], grade: null, posts: 1, units: ['top'] }]);
  expect(await markdown(value)).toContain(
    '1 person would lose the lead of a unit, or of everybody they lead.',
  );
});

test('teams that would begin are told, with who leads them and whom they take in', async () => {
  const { before, after } = await clusters({}, 'account-team');
  const value = consultationOf(before, after, 'account-team');
  expect(value.teams!.new.length).toBeGreaterThan(0);
  expect(value.teams!.new.every(({ lead, people }) => lead !== null && people > 1)).toBe(true);
  const inTeams = value.affected.reduce((sum, { teams = 0 }) => sum + teams, 0);
  expect(inTeams).toBeGreaterThan(0);
  expect(value.posts.changed.length).toBeGreaterThan(0);
  const text = await markdown(value);
  expect(text).toContain('Teams that would begin');
  expect(text).toContain(`${inTeams} people would join or leave a team, or come to lead one.`);
});

test('data that cannot bear a pack are told before all else in it', async () => {
  const before = await company('here', { 2: 6 });
  const text = await markdown(consultation(before, before));
  expect(text.split('\n')[0]).toMatch(/^What 7 of 7 people can do is not known/);
});

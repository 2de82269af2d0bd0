import { beforeAll, describe, expect, test } from 'vitest';
import { diffOf } from '../../../src/documents/diff/diff.ts';
import { diffFormats } from '../../../src/documents/diff/document.ts';
import type { DiffReport } from '../../../src/schema/documents/diff.ts';
import { example, organisationOf } from '../../support/organisations.ts';
import { documentOf } from './documents.ts';

const plain = { columns: 80, color: false, quiet: false };

test('the summary is made of sentences', async () => {
  for (const after of ['marrowgate', 'halden'])
    for (const sentence of diffOf(await example('halden'), await example(after)).summary)
      expect(sentence).toMatch(/^\S.*\.$/su);
});

describe('long lists', () => {
  const crowd = (department: string) => ({
    version: 1,
    name: 'Crowd',
    people: [
      { id: 'p000', department: 'office' },
      ...Array.from({ length: 120 }, (_, index) => ({
        id: `p${String(index + 1).padStart(3, '0')}`,
        department: index % 2 === 0 ? department : `${department}-${index}`,
        manager: 'p000',
      })),
    ],
  });
  let document: DiffReport;
  beforeAll(async () => {
    document = documentOf(diffOf(await organisationOf(crowd('old')), await organisationOf(crowd('new'))));
  });

  test('are cut at a terminal, and say so', async () => {
    const text = (await diffFormats.get('table')!.load())(document, plain);
    expect(text).toContain('• old → new (60): p001, p003, p005, p007, p009, p011, p013, p015, … 52 more');
    expect(text).toContain('and 51 more, see --format json');
    expect(text).not.toContain('p119');
  });

  test('and nowhere else', async () => {
    for (const format of ['json', 'markdown']) {
      const text = (await diffFormats.get(format)!.load())(document, plain);
      for (const { person } of document.people.moved) expect(text).toContain(person.id);
    }
  });
});

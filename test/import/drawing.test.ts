import { describe, expect, test } from 'vitest';
import { importOf, kindsOf } from './import-memory.ts';

const HEADER =
  'Id,Name,Shape Library,Page ID,Contained By,Group,Line Source,Line Destination,Source Arrow,Destination Arrow,Status,Text Area 1,Text Area 2\n1,Document,,,,,,,,,Draft,Chart,\n2,Page,,,,,,,,,,Page 1,\n';
const shape = (id: number, ...texts: readonly string[]) =>
  `${id},Org Chart Block,Org Chart,2,,,,,,,,${texts.map((text) => `"${text}"`).join(',')}${texts.length === 1 ? ',' : ''}\n`;
const line = (id: number, from: number | '', to: number | '') =>
  `${id},Line,,2,,,${from},${to},None,None,,,\n`;

describe('a chart drawn in Lucidchart', () => {
  test.each([
    ['from the top', false],
    ['from below', true],
  ])('gives people and managers by the lines between shapes, drawn %s', async (_, up) => {
    const between = (id: number, boss: number, below: number) =>
      up ? line(id, below, boss) : line(id, boss, below);
    const imported = await importOf({
      'chart.csv': `${HEADER}${shape(3, 'Ann Bell', 'CEO')}${shape(4, 'Bob Carr\nSales Director')}${shape(5, 'Cy Dunn', 'Clerk')}${shape(6, 'Legend', '')}${between(7, 3, 4)}${between(8, 3, 5)}`,
    });
    expect(imported.people.map(({ name, title, manager }) => [name, title, manager])).toEqual([
      ['Ann Bell', 'CEO', ''],
      ['Bob Carr', 'Sales Director', '3'],
      ['Cy Dunn', 'Clerk', '3'],
    ]);
    expect(kindsOf(imported, 'leftOut')).toEqual({
      'shapes that no line joins to another': 'chart.csv row 7',
    });
    expect(imported.journal.statuses.person.size).toBe(0);
  });

  test('says which lines end nowhere, and keeps a second line to a person as dotted', async () => {
    const imported = await importOf({
      'chart.csv': `${HEADER}${shape(3, 'Ann Bell', 'CEO')}${shape(4, 'Bob Carr', 'Clerk')}${shape(5, 'Cy Dunn', 'Clerk')}${line(6, 3, 4)}${line(7, 3, 5)}${line(8, 4, 5)}${line(9, 4, '')}`,
    });
    expect(imported.people[2]!.lines).toMatchObject([{ to: '3' }, { to: '4', kind: 'dotted' }]);
    expect(imported.journal.questions.join()).toContain('1 line does not end at a shape');
  });
});

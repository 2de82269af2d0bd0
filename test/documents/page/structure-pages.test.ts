import { expect, test } from 'vitest';
import { drawnOf } from '../../../src/documents/page/drawing.ts';
import type { Material } from '../../../src/documents/page/page.ts';
import { moves } from '../../../src/documents/page/structure-pages.ts';
import { flat } from '../../../src/render/block.ts';
import type { ReportedDesign } from '../../../src/schema/documents/report.ts';

const design = (newBoss: boolean, teams: number): ReportedDesign => {
  const seat = { unit: 'sales', capability: 'sales', title: 'Manager', fte: 1, from: null };
  const is = { new: false, vacant: false, displaced: false };
  return {
    id: 'account-team',
    structure: [{ id: 'sales', name: 'Sales', parent: null, accountable: true }],
    seats: [
      { ...seat, ...is, id: 'a', boss: null, newBoss: false },
      { ...seat, ...is, id: 'b', boss: 'a', newBoss },
    ],
    ...(teams === 0 ? {} : { teams: Array.from({ length: teams }) }),
  } as unknown as ReportedDesign;
};

const titleOf = (chosen: ReportedDesign): string => {
  const drawn = drawnOf(chosen);
  const [part] = flat([moves.parts({ chosen, drawn, today: drawn, source: '' } as unknown as Material)]);
  return part?.kind === 'section' ? part.title : '';
};

test('where nobody moves the page says so, and which teams begin all the same', () => {
  expect(titleOf(design(false, 0))).toBe('Nobody changes unit or manager');
  expect(titleOf(design(false, 41))).toBe(
    'Nobody changes unit or manager; 41 teams begin to work across the departments',
  );
  expect(titleOf(design(true, 0))).toBe('0 people change unit, and 1 gets another manager');
});

import { describe, expect, test } from 'vitest';
import { importOf } from './import-memory.ts';

/** Five people with a grade each, in a column that is called so; the first leads all others. */
const graded = async (header: string, ...grades: readonly string[]) => {
  const rows = grades.map((grade, at) => `${at + 1},Person ${at + 1},Clerk,${at === 0 ? '' : 1},${grade}`);
  const imported = await importOf({ 'a.csv': `ID,Name,Title,Manager,${header}\n${rows.join('\n')}\n` });
  const { assumed, notes } = imported.journal;
  return { levels: imported.people.map(({ level }) => level), said: [...assumed, ...notes].join('\n') };
};

describe('grades', () => {
  test.each(['GRADE_CODE', 'Pay Grade', 'Job Band', 'Career Level', 'Gehaltsgruppe', 'Faixa salarial'])(
    'are known by the header %s',
    async (header) => {
      expect((await graded(header, '9', '7', '7', '5', '5')).levels).toEqual([9, 7, 7, 5, 5]);
    },
  );

  test.each([
    ['Management Level', ['9 - Executive', '7 - Director', '4 Clerk', '4 Clerk'], [9, 7, 4, 4]],
    ['Entgeltgruppe', ['E13', 'E9b', 'E9a', 'E 5'], [13, 9.2, 9.1, 5]],
    ['Grade', ['Grade 7', 'Grade 6', 'grade 5', 'Grade 5'], [7, 6, 5, 5]],
  ])('of %s are read by the numbers in them', async (header, grades, levels) => {
    const read = await graded(header, ...grades);
    expect(read.levels).toEqual(levels);
    expect(read.said).toContain(`"${header}" is read by its numbers, as "${grades[0]}"`);
  });

  test('of several ladders do not compare, and it is said', async () => {
    const { levels, said } = await graded('Band', 'M5', 'M3', 'P2', 'P1');
    expect(levels.every(Number.isNaN)).toBe(true);
    expect(said).toContain(
      '"Band" has several ladders ("M" and "P"), whose numbers do not compare, so it is not used as level.',
    );
  });

  test('of two files with a ladder each do not compare either', async () => {
    const file = (...rows: readonly string[]) => `ID,Name,Title,Manager,Grade\n${rows.join('\n')}\n`;
    const files = {
      'managers.csv': file('1,Ann,Chief Executive Officer,,M4', '2,Bob,Sales Director,1,M3'),
      'staff.csv': file('3,Cy,Account Manager,2,P5', '4,Di,Account Manager,2,P4'),
    };
    const { people, journal } = await importOf(files, { people: Object.keys(files) });
    expect(people.every(({ level }) => Number.isNaN(level))).toBe(true);
    expect(journal.assumed.join('\n')).not.toContain('read by its numbers');
    expect(journal.notes.join('\n')).toContain('files together have several ("M" and "P")');
  });

  test('that are not used are not told as read, and a text without a number is named', async () => {
    const upside = await graded('Grade', 'Level 1', 'Level 3', 'Level 3');
    expect(upside.said).toContain('too few to say that it counts from the top');
    expect(upside.said).not.toContain('read by its numbers');
    const { said } = await graded('Tarifgruppe', 'AT', 'EG 11', 'EG 10', 'EG 10');
    expect(said).toContain('"Tarifgruppe" holds texts without a number, such as "AT"');
  });

  test('without numbers leave the place to another column that has them', async () => {
    const { levels, said } = await graded('Grade,Job Level', 'Senior,9', 'Middle,7', 'Junior,5', 'Junior,5');
    expect(levels).toEqual([9, 7, 5, 5]);
    expect(said).toContain('"Grade" holds no numbers, so it is not used as level.');
  });

  test('of few people whose managers all have lower numbers are not used: they may count from the top', async () => {
    const { levels, said } = await graded('Management Level', '2', '4', '4', '5');
    expect(levels.every(Number.isNaN)).toBe(true);
    expect(said).toContain('too few to say that it counts from the top');
  });
});

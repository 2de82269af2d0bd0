import { expect, test } from 'vitest';
import { drawnAs, drawnOf, unitOf } from '../../../src/documents/page/drawing.ts';
import { evaluate } from '../../../src/index.ts';
import { loadedOf } from '../../support/organisations.ts';

/** One department at the top of all, which nobody said is one that answers for the others. */
const BELOW_ONE = `
version: 1
name: Below one
departments:
  - { id: hq, name: HQ }
  - { id: marketing, name: Marketing, parent: hq }
  - { id: sales, name: Sales, parent: hq }
people:
  - { id: top, title: Chief Executive Officer, department: hq }
  - { id: m1, title: Marketing Director, department: marketing, manager: top }
  - { id: s1, title: Sales Director, department: sales, manager: top }
${[1, 2, 3, 4].map((n) => `  - { id: m1${n}, title: Marketing Manager, department: marketing, manager: m1 }\n  - { id: s1${n}, title: Sales Manager, department: sales, manager: s1 }`).join('\n')}
customers:
  - { id: c1, owner: s11 }
`;

test('a picture of moves shows nobody go who stays', async () => {
  const { designs } = evaluate(await loadedOf(BELOW_ONE), { version: 'test', seats: true });
  const today = drawnOf(designs[0]!)!;
  const made = designs.slice(1).flatMap((design) => drawnOf(design) ?? []);
  expect(made.length).toBeGreaterThan(1);
  for (const drawn of made) {
    const before = new Map(today.seats.map((seat) => [seat.id, seat.unit]));
    const left = drawnAs(today, drawn);
    for (const seat of drawn.seats)
      if (before.get(seat.id) === seat.unit) expect(unitOf(left, seat)).toBe(unitOf(drawn, seat));
  }
});

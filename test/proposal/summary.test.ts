import { expect, it } from 'vitest';
import { simulateDesign } from '../../src/proposal/simulate.ts';
import { summaryOf } from '../../src/proposal/summary.ts';
import { load } from './written.ts';

const UNITS = Array.from({ length: 12 }, (_, at) => `Department number ${at}`);

it('no line is wider than a terminal, and what goes on stands below its beginning', async () => {
  const people = UNITS.flatMap((department, at) =>
    [0, 1, 2, 3].map((n) => ({ id: `p${at}-${n}`, department, capability: 'sales', manager: 'chief' })),
  );
  const content = { version: 1, name: 'Wide', people: [{ id: 'chief', title: 'CEO' }, ...people] };
  const loaded = await load({ 'org.yaml': JSON.stringify(content) });
  const meta = { modeline: '# schema', stem: 'proposed' };
  for (const design of ['lifecycle', 'account-team'] as const) {
    const lines = summaryOf(simulateDesign(loaded, design, meta)).split('\n');
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    const closed = lines.findIndex((line) => line.startsWith('  Closed'));
    if (design === 'account-team') continue;
    const indent = lines[closed]!.indexOf('Department');
    expect(lines[closed + 1]!.slice(0, indent + 1)).toMatch(/^ +\S$/);
  }
});

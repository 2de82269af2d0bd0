import { describe, expect, test } from 'vitest';
import { departmentsByTrade } from '../../src/rules/examples/companies.ts';
import { coordination, LADDER } from '../../src/verdicts/coordination.ts';
import { organisationOf } from '../support/organisations.ts';
import { candidatesOf } from './verdicts.ts';

const TRADES = [
  ['marketing', 'Marketing Specialist'],
  ['sales', 'Sales Executive'],
  ['support', 'Customer Support Agent'],
] as const;
type Step = (typeof TRADES)[number][0];

const company = (steps: readonly Step[], more = '') =>
  departmentsByTrade('Walls', TRADES, steps).replace('journeys:', `${more}journeys:`);

async function of(steps: readonly Step[], more = '') {
  const { designs } = candidatesOf(await organisationOf(company(steps, more)), ['as-is']);
  return coordination(designs[0]!);
}

const CHAIN: readonly Step[] = ['marketing', 'sales', 'support'];
const TO_AND_FRO: readonly Step[] = ['sales', 'support', 'sales', 'support', 'sales'];

describe('the lightest coordination', () => {
  test('is named for the walls that cause most hand-offs, the heaviest first', async () => {
    const found = await of(['marketing', 'sales', 'support', 'sales', 'support']);
    expect(found.map(({ between }) => between)).toEqual([
      ['sales', 'support'],
      ['marketing', 'sales'],
    ]);
    expect(found[0]!.why).toContain('3 times, to and fro: 75 % of all hand-offs');
  });

  test('is heavier the more often a case crosses: once a liaison, often somebody who follows it', async () => {
    expect((await of(CHAIN)).map(({ mechanism }) => mechanism)).toEqual(['liaison', 'liaison']);
    const [often] = await of(TO_AND_FRO);
    expect(often!.mechanism).toBe('integrator');
  });

  test('is not told where too little is known of what people can do', async () => {
    const associates = Array.from(
      { length: 12 },
      (_, at) => `  - { id: x${at}, title: Associate, manager: chief }\n`,
    );
    const unknown = company(CHAIN).replace('customers:', `${associates.join('')}customers:`);
    const told = async (text: string) => {
      const { despiteData: _, ...given } = await organisationOf(text);
      return coordination(candidatesOf(given, ['as-is']).designs[0]!);
    };
    expect(await told(company(CHAIN))).not.toEqual([]);
    expect(await told(unknown)).toEqual([]);
  });

  test('is a rung heavier where departments work together badly', async () => {
    const [good] = await of(CHAIN, 'context: { collaboration: good }\n');
    const [poor] = await of(CHAIN, 'context: { collaboration: poor }\n');
    expect([good!.mechanism, poor!.mechanism]).toEqual(['liaison', 'team']);
  });

  test('is no team where there is one already', async () => {
    const [found] = await of(CHAIN, 'teams: [{ id: t, name: Launch, members: [marketing-2, sales-2] }]\n');
    expect(found).toMatchObject({ between: ['marketing', 'sales'], mechanism: 'integrator' });
  });

  test('ends with the project where projects are what is sold', async () => {
    const [found] = await of(CHAIN, 'context: { offering: projects, collaboration: poor }\n');
    expect(found!.mechanism).toBe('task force');
  });

  test('is nothing where no work changes hands, and never two bosses', async () => {
    expect(await of(['sales', 'sales'])).toEqual([]);
    const all = [...(await of(CHAIN)), ...(await of(TO_AND_FRO, 'context: { collaboration: poor }\n'))];
    for (const { mechanism } of all) expect(LADDER.indexOf(mechanism)).toBeLessThan(LADDER.length - 1);
  });
});

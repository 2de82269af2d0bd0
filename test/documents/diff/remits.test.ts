import { expect, test } from 'vitest';
import { sectionsOf } from '../../../src/documents/diff/blocks.ts';
import { diffOf } from '../../../src/documents/diff/diff.ts';
import { organisationOf } from '../../support/organisations.ts';

const file = (centre: object, flows: readonly object[] = []) =>
  organisationOf({
    version: 1,
    name: 'Acme',
    departments: [{ id: 'retail', kind: 'cluster' }, { id: 'energy' }, { id: 'centre', ...centre }],
    people: [
      { id: 'p1', department: 'retail' },
      { id: 'p2', department: 'centre' },
    ],
    flows,
  });

const textsOf = (diff: ReturnType<typeof diffOf>, title: string) =>
  sectionsOf(diff)
    .find((section) => section.title === title)
    ?.items.map(({ text }) => text);

test('what a unit decides, advises and promises is told by what it was and is', async () => {
  const diff = diffOf(
    await file({
      decides: ['CRM fields'],
      servesUnits: ['retail', 'energy'],
      charter: { valueProposition: 'Help', serviceLevels: ['Within a day'] },
      scorecard: [{ metric: 'retention', value: 0.8, unit: 'fraction', target: 0.9, owner: 'p2' }],
    }),
    await file({
      decides: ['CRM fields', 'Stages'],
      advises: ['Pricing'],
      servesUnits: ['energy', 'retail'],
      charter: { valueProposition: 'Quick help', serviceLevels: ['Within an hour'] },
      scorecard: [
        { metric: 'retention', value: 0.8, unit: 'fraction', target: 0.95, owner: 'p2', weight: 0.2 },
        { metric: 'satisfaction' },
      ],
    }),
  );
  expect(diff.changed).toBe(true);
  expect(diff.units.changed.map(({ field }) => field)).toEqual([
    'advises',
    'charter.serviceLevels',
    'charter.valueProposition',
    'decides',
    'scorecard.retention',
    'scorecard.satisfaction',
  ]);
  expect(textsOf(diff, 'Changed units')).toEqual([
    'centre: advises on none → Pricing',
    'centre: service levels Within a day → Within an hour',
    'centre: value proposition changed',
    'centre: decides CRM fields → CRM fields; Stages',
    'centre: retention on the scorecard 0.8 fraction, target 0.9, owner p2 → 0.8 fraction, target 0.95, owner p2, weight in pay 0.2',
    'centre: satisfaction on the scorecard none → without figures',
  ]);
});

test('units that are served no more are told, and those of a scorecard that is gone', async () => {
  const diff = diffOf(
    await file({ servesUnits: ['retail'], scorecard: [{ metric: 'sales', value: 1 }] }),
    await file({}),
  );
  expect(diff.units.changed).toEqual([
    { unit: { id: 'centre', name: 'centre' }, field: 'scorecard.sales', from: '1', to: null },
    { unit: { id: 'centre', name: 'centre' }, field: 'servesUnits', from: 'retail', to: null },
  ]);
});

const flow = (kind: string, what = 'News') => ({ from: 'retail', to: 'centre', what, kind });

test('a flow that is said to be of another kind is neither new nor ended', async () => {
  const diff = diffOf(await file({}, [flow('other')]), await file({}, [flow('best-practice')]));
  expect(diff.flows).toMatchObject({
    new: [],
    ended: [],
    changed: [{ what: 'News', kind: { before: 'other', after: 'best-practice' } }],
  });
  expect(diff.changed).toBe(true);
  expect(textsOf(diff, 'Flows of information')).toEqual([
    'another kind: News, retail → centre: of no kind → best-practice',
  ]);
});

test('of two alike in all but their kind only the one that differs is told', async () => {
  const diff = diffOf(
    await file({}, [flow('best-practice'), flow('customer-feedback')]),
    await file({}, [flow('best-practice'), flow('exit-reasons'), flow('exit-reasons', 'More')]),
  );
  expect(diff.flows.changed.map(({ kind }) => kind)).toEqual([
    { before: 'customer-feedback', after: 'exit-reasons' },
  ]);
  expect(diff.flows.new.map(({ what }) => what)).toEqual(['More']);
  expect(textsOf(diff, 'Flows of information')![0]).toBe('new: More [exit-reasons], retail → centre');
});

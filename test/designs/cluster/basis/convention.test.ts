import { describe, expect, it } from 'vitest';
import { planClusters } from '../../../../src/designs/cluster/plan.ts';
import type { Organisation } from '../../../../src/model/organisation.ts';
import { organisationOf } from '../../../support/organisations.ts';
import { imported, table } from '../../imported.ts';
import { company } from '../company.ts';

const basisOf = (organisation: Organisation) => {
  const plan = planClusters(organisation, organisation.options.cluster);
  if ('missing' in plan) throw new Error(plan.sentence);
  return { chosen: plan.attribute, text: plan.explanation.join(' '), groups: plan.groups };
};
const PEOPLE = table('heads.csv');
const withoutColumn = (csv: string, column: number) =>
  csv
    .split('\n')
    .map((line) =>
      line
        .split(',')
        .filter((_, at) => at !== column)
        .join(','),
    )
    .join('\n');

describe('where the data cannot choose by need, customers are grouped', () => {
  it('by country rather than by city or address, since it keeps all relationships', async () => {
    const customers = table('basis-address.customers.csv').replace('SupportRepId', 'Account Owner');
    const { chosen, text } = basisOf(await imported(PEOPLE, customers));
    expect(chosen).toBe('Country');
    expect(text).toContain('100 % at best');
    expect(text).toContain('Next is City, which keeps fewer');
  });

  it('by country by convention, and says so, where no owner is known', async () => {
    const { chosen, text } = basisOf(
      await imported(PEOPLE, withoutColumn(table('basis-address.customers.csv'), 5)),
    );
    expect(chosen).toBe('Country');
    expect(text).toContain('no relationships are known, so the order by convention decided');
  });

  it('by industry rather than by bank, however even the banks are', async () => {
    const { chosen } = basisOf(await imported(PEOPLE, table('basis-bank.customers.csv')));
    expect(chosen).toBe('Industry');
  });
});

const grouped = (attributes: (at: number) => Readonly<Record<string, string>>, more: object = {}) =>
  organisationOf({
    ...company(12),
    customers: Array.from({ length: 40 }, (_, at) => ({ id: `c${at}`, attributes: attributes(at) })),
    ...more,
  });

it('of attributes that keep all relationships the one with fewest groups is taken, whatever its name', async () => {
  const organisation = await organisationOf({
    ...company(12),
    customers: Array.from({ length: 40 }, (_, at) => ({
      id: `c${at}`,
      owner: `sales-${at % 4}`,
      attributes: { industry: `i${at % 4}`, zone: `z${at % 2}` },
    })),
  });
  const { chosen, text } = basisOf(organisation);
  expect(chosen).toBe('zone');
  expect(text).toContain('Next is industry, which keeps as many, but in 4 groups where 2 do.');
});

describe('an attribute', () => {
  it.each(['account_status', 'AccountLocale', 'Notes', 'E-mail', 'phoneNumber', 'Number of Employees'])(
    'named %s is no basis, though its groups are even',
    async (name) => {
      const organisation = await grouped((at) => ({
        [name]: at % 2 === 0 ? 'x' : 'y',
        tone: at < 25 ? 'a' : 'b',
      }));
      expect(basisOf(organisation).chosen).toBe('tone');
    },
  );

  it.each([
    ['Branche', 'Bankverbindung, Bemerkung, Land, Mitarbeiterzahl, Ort, Sprache, Straße, Umsatzklasse'],
    ['Secteur d’activité', 'Banque, Commentaire, Effectif, Langue, Pays, Statut, Téléphone, Ville'],
    ['Sector', 'Ciudad, Correo, Dirección, Empleados, Notas, País, Tamaño'],
    ['Segment', 'Aantal medewerkers, Bank, Land, Omzet, Opmerking, Plaats, Straat, Taal'],
    ['Settore', 'Banca, Dipendenti, Fatturato, Indirizzo, Lingua, Paese, Partita IVA'],
    ['Industry', 'AccountSource, BillingCity, BillingCountry, CurrencyIsoCode, LastModifiedDate, OwnerName'],
  ])('named %s is the basis rather than %s', async (wanted, others) => {
    const organisation = await grouped((at) => ({
      ...Object.fromEntries(others.split(', ').map((name) => [name, `v${at % 2}`])),
      [wanted]: at < 20 ? 'x' : 'y',
    }));
    expect(basisOf(organisation).chosen).toBe(wanted);
  });

  it('whose values are statuses, dates, addresses of mail or people of the company is none, whatever its name', async () => {
    for (const values of [
      ['activo', 'baja'],
      ['2020-01-01', '2021-02-03'],
      ['a@x.org', 'b@x.org'],
      company(12)
        .people.slice(0, 2)
        .map(({ id }) => id),
    ]) {
      const organisation = await grouped((at) => ({ about: values[at % 2]!, tone: at < 25 ? 'a' : 'b' }));
      expect(basisOf(organisation).chosen).toBe('tone');
    }
  });

  it('is not scored on what it encodes itself, as stages are on retention where one of them is to leave', async () => {
    const customers = Array.from({ length: 40 }, (_, at) => ({
      id: `c${at}`,
      retention: at % 2 === 0 ? 0.95 : 0.3,
      satisfaction: { score: at < 20 ? 9 : 6 + (at % 3) },
      attributes: { stage: at % 2 === 0 ? 'settled' : 'leaving', tone: at < 20 ? 'a' : 'b' },
    }));
    expect(basisOf(await organisationOf({ ...company(12), customers })).chosen).toBe('tone');
    const staying = customers.map(({ attributes, ...rest }) => ({
      ...rest,
      attributes: { ...attributes, stage: attributes.stage === 'leaving' ? 'new' : 'settled' },
    }));
    expect(basisOf(await organisationOf({ ...company(12), customers: staying })).chosen).toBe('stage');
  });

  it('of size is one where the file declares it', async () => {
    const organisation = await grouped((at) => ({ size: at % 2 === 0 ? 'small' : 'large' }), {
      attributes: { size: { basis: true } },
    });
    expect(basisOf(organisation).chosen).toBe('size');
  });

  it('of which nearly every customer has a value of their own is none', async () => {
    const organisation = await grouped((at) => ({ code: `k${at}`, tone: at < 25 ? 'a' : 'b' }));
    expect(basisOf(organisation).chosen).toBe('tone');
  });

  it('is taken in the order industry, segment, life stage, business model, territory', async () => {
    const names = ['industry', 'segment', 'life stage', 'business model', 'territory', 'apple'];
    for (const [first] of names.slice(0, -1).entries()) {
      const organisation = await grouped((at) =>
        Object.fromEntries(names.slice(first).map((name) => [name, at % 2 === 0 ? 'x' : 'y'])),
      );
      expect(basisOf(organisation).chosen).toBe(names[first]);
    }
  });
});

it('names of merged groups have fewer than 30 characters', async () => {
  const countries = ['Austria', 'Liechtenstein', 'Switzerland', 'Luxembourg', 'Netherlands', 'Belgium'];
  const organisation = await grouped((at) => ({ country: at < 20 ? 'Germany' : countries[at % 6]! }), {
    designs: { cluster: { basis: 'country', clusters: 2 } },
  });
  const { groups } = basisOf(organisation);
  expect(groups.some(({ name }) => / \+ \d$/.test(name))).toBe(true);
  for (const { name } of groups) expect(name.length).toBeLessThan(30);
  expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
});

import { expect, test } from 'vitest';
import { isContactPerson, unfitByName } from '../../../../src/languages/customer-attributes.ts';

test.each([
  'Account Team',
  'SalesRepTeam',
  'Customer Success Team',
  'Backup Owner',
  'Kundenteam',
  'Équipe commerciale',
  'Equipo comercial',
  'Advisor',
  'Personal Adviser',
  'Kundenberater',
  'Conseillère',
])('%s says who looks after customers, which is no basis to group them by', (name) => {
  expect(unfitByName(name)).toBe('keeper');
});

test.each(['Industry', 'Region', 'Segment', 'Sport'])('%s does not', (name) => {
  expect(unfitByName(name)).toBeUndefined();
});

test.each([
  'Preferred Contact',
  'Primary Contact Name',
  'Main Contact',
  'Bevorzugter Kontakt',
  'Ansprechperson',
  'Interlocuteur privilégié',
  'Contacto preferido',
  'Contatto principale',
  'Voorkeurscontact',
])('%s says whom to talk to, which is no basis to group customers by', (name) => {
  expect(unfitByName(name)).toBe('filing');
  expect(isContactPerson(name)).toBe(true);
});

test.each(['First Contact', 'Last Contact', 'Letzter Kontakt'])('%s is a day, and nobody', (name) => {
  expect(isContactPerson(name)).toBe(false);
});

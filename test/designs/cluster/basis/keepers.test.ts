import { expect, test } from 'vitest';
import { unfitByName } from '../../../../src/languages/customer-attributes.ts';

test.each([
  'Account Team',
  'SalesRepTeam',
  'Customer Success Team',
  'Backup Owner',
  'Kundenteam',
  'Équipe commerciale',
  'Equipo comercial',
])('%s says who looks after customers, which is no basis to group them by', (name) => {
  expect(unfitByName(name)).toBe('keeper');
});

test.each(['Industry', 'Region', 'Segment', 'Sport'])('%s does not', (name) => {
  expect(unfitByName(name)).toBeUndefined();
});

import { judgeStatus } from '../people/status.ts';
import { defineSource } from './source.ts';

export const orgplus = defineSource({
  id: 'orgplus',
  name: 'OrgPlus, OrgChart',
  notes: [
    'The root names nobody, itself or -1.',
    '`AltReportsTo` is a list separated by `;` and becomes dotted lines.',
  ],
  needs: [['person id'], ['supervisor id']],
  columns: {
    id: ['person id'],
    name: ['name', 'full name'],
    firstName: ['first name'],
    lastName: ['last name'],
    email: ['email'],
    title: ['title', 'position title'],
    department: ['department'],
    division: ['division'],
    location: ['location'],
    manager: ['supervisor id'],
    managerOther: ['supervisor name'],
    dotted: ['alt reports to', 'altreportsto'],
    costPerYear: ['salary'],
    fte: ['fte'],
  },
  row: judgeStatus,
});

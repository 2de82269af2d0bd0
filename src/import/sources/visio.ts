import { judgeStatus } from '../people/status.ts';
import { defineSource } from './source.ts';

export const visio = defineSource({
  id: 'visio',
  name: 'Visio organisation chart',
  notes: [
    'Managers are named; where two people have the name, the line is listed rather than guessed.',
    'Without a column of ids, names are the ids.',
  ],
  needs: [['name'], ['reports to'], ['telephone', 'title', 'department', 'master shape', 'unique id']],
  columns: {
    id: ['unique id', 'employee id', 'id'],
    name: ['name'],
    email: ['e-mail', 'email'],
    title: ['title'],
    department: ['department'],
    manager: ['reports to'],
    location: ['location', 'office'],
  },
  row: judgeStatus,
});

import { judgeStatus } from '../people/status.ts';
import { defineSource } from './source.ts';

export const viva = defineSource({
  id: 'viva',
  name: 'Microsoft Viva',
  notes: [
    'There is a row for each person and date: the newest counts, and older ones are counted.',
    '`Layer` counts from the top and is no grade; it is not used.',
  ],
  needs: [
    ['person id'],
    ['manager id'],
    ['effective date', 'organization', 'level designation', 'function type'],
  ],
  columns: {
    id: ['person id'],
    title: ['title', 'job title', 'level designation'],
    department: ['organization'],
    division: ['function type'],
    location: ['location'],
    manager: ['manager id'],
    start: ['hire date'],
    date: ['effective date'],
    hourlyPay: ['hourly rate'],
  },
  dateOrder: 'mdy',
  row: judgeStatus,
});

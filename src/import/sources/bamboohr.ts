import { judgeStatus } from '../people/status.ts';
import { defineSource } from './source.ts';

/** "Doe, Jane" as reports show it. */
const LAST_FIRST = /^([^,]+), ([^,]+)$/;

export const bamboohr = defineSource({
  id: 'bamboohr',
  name: 'BambooHR',
  notes: [
    'The manager may be given as `supervisorEId` (employee number), `supervisorId` (internal id) or e-mail.',
    'People whose `employmentHistoryStatus` is Terminated are left out and counted.',
  ],
  needs: [
    ['employee number', 'employee #', 'eeid', 'id'],
    ['supervisor id', 'supervisor eid', 'supervisor email', 'supervisor'],
    ['work email', 'employment history status', 'employment status', 'job title', 'hire date'],
  ],
  columns: {
    id: ['employee number', 'employee #', 'eeid'],
    otherId: ['id', 'employee id'],
    name: ['display name', 'full name', 'name', 'last name, first name'],
    firstName: ['first name'],
    lastName: ['last name'],
    email: ['work email', 'email'],
    title: ['job title'],
    department: ['department'],
    division: ['division'],
    location: ['location'],
    manager: ['supervisor eid', 'supervisor id', 'reporting to', 'reports to'],
    managerOther: ['supervisor email', 'supervisor'],
    start: ['hire date'],
    left: ['termination date'],
    status: ['employment history status', 'employment status', 'status'],
    hourlyPay: ['hourly rate'],
  },
  row(draft) {
    if (LAST_FIRST.test(draft.name)) draft.name = draft.name.replace(LAST_FIRST, '$2 $1');
    return judgeStatus(draft);
  },
});

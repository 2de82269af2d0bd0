import { BELOW } from '../people/department-names.ts';
import { judgeStatus } from '../people/status.ts';
import { defineSource } from './source.ts';

/** `Jane Doe (On Leave)`, `Jane Doe (000123)`: what Workday adds to a name. */
const ADDED = /\(([^()]*)\)$/;

export const workday = defineSource({
  id: 'workday',
  name: 'Workday',
  notes: [
    'Headers are set by each tenant: underscores, spaces and case do not matter.',
    'A manager as "Alex Manager (000687)" is the person with that id.',
    'The manager in brackets after a supervisory organisation is no part of its name.',
  ],
  needs: [
    ['employee id', 'worker id', 'employee', 'worker'],
    [
      'manager id',
      "worker's manager",
      'manager',
      'manager employee id',
      'management chain - level 01',
      'management chain - level 1',
      'supervisory organization',
    ],
    [
      'business title',
      'supervisory organization',
      'job profile',
      'management level',
      'worker type',
      'email - work',
    ],
  ],
  columns: {
    id: ['employee id', 'worker id'],
    name: ['worker', 'preferred name', 'legal name', 'employee', 'name'],
    email: ['email - work', 'work email', 'primary work email'],
    title: ['business title', 'position title', 'job title', 'job profile'],
    department: ['department', 'supervisory organization', 'cost center', 'cost center - name'],
    division: ['division'],
    organisation: ['company'],
    location: ['location', 'work location'],
    manager: ['manager id', 'manager employee id', "worker's manager", 'manager'],
    managerOther: ["worker's manager", 'manager', 'manager email'],
    dotted: ['matrix manager', 'matrix managers'],
    start: ['hire date', 'original hire date'],
    left: ['termination date'],
    status: ['worker status', 'active status', 'employee status'],
    fte: ['fte', 'fte %', 'fte percent'],
    costPerYear: ['total base pay annualized - amount', 'total base pay annualized', 'annualized base pay'],
  },
  row(draft) {
    const added = draft.name.endsWith(')') ? ADDED.exec(draft.name) : null;
    if (added !== null) {
      if (/terminated/i.test(added[1]!)) draft.status = 'terminated';
      if (/contract|contingent|extern/i.test(added[1]!)) draft.workerType = 'contractor';
      if (draft.id === '' && /\d/.test(added[1]!)) draft.id = added[1]!;
      draft.name = draft.name.replace(ADDED, '').trimEnd();
    }
    if (draft.department.endsWith(')'))
      draft.department = draft.department.replace(ADDED, '').trimEnd() || draft.department;
    // A path of organisations, from the top.
    const path = draft.department.includes('>>')
      ? draft.department
          .split('>>')
          .map((part) => part.trim())
          .filter((part) => part !== '')
      : [];
    if (path.length > 1) {
      draft.department = path.pop()!;
      draft.division ||= path.join(BELOW);
    }
    return judgeStatus(draft);
  },
});

import { judgeStatus } from '../people/status.ts';
import { defineSource } from './source.ts';

export const adp = defineSource({
  id: 'adp',
  name: 'ADP',
  notes: [
    '`Reports To Associate ID` names the manager; a status of Terminated leaves a row out.',
    'Where `Reports To Position ID` does, positions are the ids, and one without a person is an open seat.',
  ],
  needs: [
    ['associate id'],
    [
      'reports to associate id',
      'reports to position id',
      'reports to position',
      'reports to name',
      'position id',
    ],
  ],
  columns: {
    id: ['associate id'],
    otherId: ['position id', 'file number'],
    name: ['payroll name', 'name'],
    firstName: ['first name', 'legal first name', 'preferred first name'],
    lastName: ['last name', 'legal last name', 'preferred last name'],
    email: ['business email', 'work contact: work email'],
    title: ['job title', 'job title description'],
    department: ['home department', 'home department description', 'department'],
    division: ['business unit', 'business unit description', 'division'],
    location: ['location', 'location description'],
    manager: ['reports to associate id', 'reports to position id', 'reports to position'],
    managerOther: ['reports to name', 'reports to legal name'],
    start: ['hire date'],
    left: ['termination date'],
    status: ['position status', 'status'],
    costPerYear: ['annual salary'],
  },
  row(draft) {
    if (draft.status === 'T') draft.status = 'terminated';
    return judgeStatus(draft);
  },
});

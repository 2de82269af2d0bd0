import { judgeStatus } from '../people/status.ts';
import { defineSource } from './source.ts';

/** What the codes of EMPL_STATUS and HR_STATUS stand for. */
const STATUS: ReadonlyMap<string, string> = new Map([
  ['A', 'active'],
  ['L', 'leave'],
  ['P', 'paid leave'],
  ['S', 'sabbatical'],
  ['W', 'leave'],
  ['D', 'deceased'],
  ['I', 'inactive'],
  ['Q', 'retired'],
  ['R', 'retired'],
  ['T', 'terminated'],
  ['U', 'terminated'],
  ['V', 'terminated'],
  ['X', 'retired'],
]);

export const peoplesoft = defineSource({
  id: 'peoplesoft',
  name: 'PeopleSoft',
  notes: [
    '`SUPERVISOR_ID` names an `EMPLID`, `REPORTS_TO` a `POSITION_NBR`; where both are there, the first counts.',
    'Codes of `EMPL_STATUS` are known: T, U and V have left, as have D, Q, R and X. Rows of one `EMPLID` are the jobs of one person.',
  ],
  needs: [
    ['emplid'],
    ['empl status', 'hr status', 'empl rcd', 'supervisor id', 'position nbr', 'deptid', 'jobcode'],
  ],
  columns: {
    id: ['emplid'],
    otherId: ['position nbr'],
    name: ['name', 'name display', 'name formal'],
    firstName: ['first name'],
    lastName: ['last name'],
    email: ['email addr', 'email address', 'email'],
    title: ['jobtitle', 'job title', 'posn descr', 'jobcode descr'],
    department: ['deptname', 'dept descr', 'department', 'deptid'],
    division: ['business unit'],
    organisation: ['company'],
    location: ['location descr', 'location'],
    manager: ['supervisor id', 'reports to'],
    managerOther: ['supervisor name', 'reports to name'],
    fte: ['fte'],
    weeklyHours: ['std hours'],
    costPerYear: ['annual rt', 'annl benef base rt'],
    monthlyPay: ['monthly rt'],
    hourlyPay: ['hourly rt'],
    currency: ['currency cd'],
    level: ['grade'],
    workerType: ['per org', 'empl class'],
    start: ['hire dt', 'last hire dt'],
    left: ['termination dt', 'last date worked'],
    effective: ['effdt'],
    action: ['action'],
    status: ['empl status', 'hr status'],
    primary: ['job indicator'],
  },
  row(draft) {
    draft.status = STATUS.get(draft.status) ?? draft.status;
    if (draft.workerType === 'CWR') draft.workerType = 'contingent';
    if (draft.primary !== '') draft.primary = draft.primary === 'P' ? 'yes' : 'no';
    return judgeStatus(draft);
  },
});

import { folded } from '../../base/text.ts';
import { judgeStatus } from '../people/status.ts';
import { defineSource } from './source.ts';

/** The labels of row 2 say in words what the headers say as keys. */
const LABELS = new Set([
  'userid',
  'username',
  'personid',
  'employeeid',
  'userssysid',
  'usersid',
  'useridentifier',
]);

export const successfactors = defineSource({
  id: 'successfactors',
  name: 'SAP SuccessFactors',
  notes: [
    'Row 2 holds labels and is left out.',
    '`NO_MANAGER` and `NO_MGR` mean that there is none.',
    '`MATRIX_MANAGER` and `SECOND_MANAGER` become dotted lines.',
  ],
  needs: [
    ['userid'],
    ['manager'],
    ['empid', 'matrix manager', 'second manager', 'jobcode', 'hr', 'status', 'firstname'],
  ],
  columns: {
    id: ['userid'],
    otherId: ['empid', 'username'],
    firstName: ['firstname'],
    lastName: ['lastname'],
    email: ['email'],
    title: ['title', 'jobtitle'],
    department: ['department'],
    division: ['division'],
    location: ['location'],
    manager: ['manager'],
    dotted: ['matrix manager'],
    dottedToo: ['second manager'],
    start: ['hiredate'],
    left: ['exitdate'],
    status: ['status'],
  },
  row(draft) {
    const label = folded(draft.id);
    const manager = folded(draft.manager);
    if (draft.row <= 3 && LABELS.has(label) && (manager.includes('manager') || manager === ''))
      return { leftOut: 'the row of labels' };
    // OData writes whether somebody is active as a letter.
    if (draft.status === 't' || draft.status === 'f')
      draft.status = draft.status === 't' ? 'active' : 'inactive';
    return judgeStatus(draft);
  },
});

import { judgeStatus } from '../people/status.ts';
import { defineSource } from './source.ts';

export const googleWorkspace = defineSource({
  id: 'google-workspace',
  name: 'Google Workspace',
  notes: [
    'What stands in square brackets is no part of a header. Suspended and archived users are left out.',
  ],
  needs: [
    ['first name [required]', 'first name', 'name.givenname'],
    ['email address [required]', 'primaryemail'],
    ['status [read only]', 'org unit path [required]', 'last name [required]', 'suspended', 'orgunitpath'],
  ],
  columns: {
    id: ['employee id'],
    firstName: ['first name [required]', 'name.givenname'],
    lastName: ['last name [required]', 'name.familyname'],
    email: ['email address [required]', 'primaryemail'],
    title: ['employee title'],
    department: ['department'],
    managerOther: ['manager email'],
    status: ['status [read only]'],
    gone: ['suspended'],
  },
  row(draft) {
    if (/^(?:suspended|archived)$/i.test(draft.status)) draft.status = 'inactive';
    return judgeStatus(draft);
  },
});

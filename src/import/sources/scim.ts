import { judgeStatus } from '../people/status.ts';
import { defineSource } from './source.ts';

/** The schema of RFC 7643, section 4.3, that has manager and department; as its keys are flattened. */
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const enterprise = (key: string): string => `${ENTERPRISE}.${key}`;

export const scim = defineSource({
  id: 'scim',
  name: 'SCIM 2.0',
  notes: [
    'JSON: a list response, a list of users, or one user (RFC 7643).',
    'Managers name the `id` of a user; people are called by `employeeNumber` where everyone has one.',
    'Users that are not active are left out and counted.',
  ],
  needs: [['userName'], ['id', enterprise('employeeNumber')]],
  columns: {
    id: [enterprise('employeeNumber'), 'id'],
    otherId: ['id'],
    name: ['displayName', 'name.formatted'],
    firstName: ['name.givenName'],
    lastName: ['name.familyName'],
    email: ['emails', 'userName'],
    title: ['title'],
    department: [enterprise('department')],
    division: [enterprise('division')],
    organisation: [enterprise('organization')],
    location: ['addresses'],
    manager: [enterprise('manager.value')],
    status: ['active'],
  },
  row: judgeStatus,
});

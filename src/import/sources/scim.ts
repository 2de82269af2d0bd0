import { judgeStatus } from '../people/status.ts';
import { ENTERPRISE, OTHERS } from '../table/scim-managers.ts';
import { defineSource } from './source.ts';

const enterprise = (key: string): string => `${ENTERPRISE}.${key}`;

export const scim = defineSource({
  id: 'scim',
  name: 'SCIM 2.0',
  notes: [
    'JSON: a list response, a list of users, or one user (RFC 7643).',
    'A page of a list is said to be one: it is no whole organisation.',
    'Managers name the `id` of a user, however the provider writes it: as text, a list, `value`, `managerId`, `$ref` or `displayName`; people are called by `employeeNumber` where everyone has one.',
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
    dotted: [enterprise(OTHERS)],
    status: ['active'],
  },
  row: judgeStatus,
});

import { defineSource } from './source.ts';

export const backstage = defineSource({
  id: 'backstage',
  name: 'Backstage catalog',
  notes: [
    'YAML: one file of several documents, or a folder of files.',
    'Groups become departments, with their parents; a user belongs to the first group of `memberOf`. Where somebody is in several, all of them are `teams:` as well.',
    'Namespace and name are the key; a circle of groups is cut and listed, and so are groups that are named and not there.',
    'There are no reporting lines between people: they are for you to fill in.',
  ],
  needs: [['metadata.name'], ['spec.memberOf', 'spec.profile.displayName', 'spec.profile.email']],
  columns: {
    id: ['metadata.name'],
    name: ['spec.profile.displayName', 'metadata.title'],
    email: ['spec.profile.email'],
    title: ['metadata.annotations.title'],
    department: ['spec.memberOf'],
    division: ['group path'],
  },
  withoutManagers: true,
});

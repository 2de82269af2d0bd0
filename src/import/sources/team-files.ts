import { defineSource } from './source.ts';

export const teamFiles = defineSource({
  id: 'team-files',
  name: 'files of teams',
  notes: [
    'YAML or TOML: teams with `members:` in one file or a folder of files, as organisations on GitHub keep them (peribolos).',
    'They become `teams:`, in which a person may be more than once; maintainers are members, and one `lead` leads.',
    'There are neither departments nor reporting lines: they are for you to fill in.',
  ],
  needs: [['member']],
  columns: {
    id: ['member'],
    name: ['member name'],
    email: ['member email'],
    title: ['member title'],
  },
  withoutManagers: true,
});

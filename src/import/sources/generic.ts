import { languages, surestFirst } from '../../languages/languages.ts';
import { judgeStatus } from '../people/status.ts';
import { type Aliases, defineSource, PEOPLE_FIELDS, type PeopleField } from './source.ts';

const columns: Aliases<PeopleField> = Object.fromEntries(
  PEOPLE_FIELDS.map((field) => {
    const headers = languages.map(({ people }) => people as Aliases<PeopleField>);
    // A second column of further managers is called as the first.
    const called = field === 'dottedToo' ? 'dotted' : field;
    return [field, surestFirst(headers.map((own) => own[called] ?? []))];
  }),
);

/** Any table with an id or a name; its aliases also serve the other sources, whose headers tenants rename. */
export const generic = defineSource({
  id: 'generic',
  name: 'a table of people',
  notes: [
    'Any table whose headers say what they hold, in English, German, French, Spanish, Dutch, Italian, Portuguese, Danish, Norwegian or Swedish; so does what `import` itself writes. Where headers do not say it, values do: a column nearly all of whose values are people of the file is that of managers.',
    'A column of managers may hold ids, e-mail addresses, names followed by an id in brackets, or unique names.',
  ],
  needs: [],
  columns,
  row: judgeStatus,
});

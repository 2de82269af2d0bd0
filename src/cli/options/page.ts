import { option } from './option.ts';
import { privacy } from './privacy.ts';

/** How a report is shown. */
export const pageOptions = {
  date: option<string | undefined>(
    '--date <date>',
    'the day that stands on it, as 2026-11-30; none if left out',
  ),
  template: option<string | undefined>(
    '--template <file>',
    'presentation whose masters, layouts and theme a .pptx takes, behind whose slides it stands; or that a .ppttc fills, by its path or address',
  ),
  listNames: option<true | undefined>(
    '--list-names',
    'print the names of the elements that a .ppttc fills, for a template to have, and write nothing',
  ),
  ...privacy,
  watch: option<true | undefined>(
    '-w, --watch',
    'serve the page on this machine, and make it anew whenever a file that is read is saved, until Ctrl-C',
  ),
  open: option<true | undefined>('--open', 'open it in the browser'),
};

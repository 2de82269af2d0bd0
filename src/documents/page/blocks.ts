import { dim, flat, list, type Part, section, text } from '../../render/block.ts';
import type { Page } from '../../schema/documents/page.ts';
import { answerOnly } from '../answer/first-screen.ts';
import { materialOf } from './page.ts';
import { PAGES } from './pages.ts';

/** A report to be looked at: the answer, then one page after the other, each with a title that says what it shows. */
export function pageBlocks({ report, date, privacy }: Page): readonly Part[] {
  const material = materialOf(report);
  const made = PAGES.map((page) => ({ page, parts: flat([page.parts(material)]) }));
  const missing = made.filter(({ parts }) => parts.length === 0);
  return [
    ...answerOnly(report, 'page'),
    text([
      dim(
        ['Draft', ...(date === undefined ? [] : [date]), 'to be discussed'].join(', ') +
          '. ' +
          privacy.join(' '),
      ),
    ]),
    ...made.flatMap(({ parts }) => parts),
    missing.length > 0 &&
      section('What is left out', {}, [
        list(
          missing.map(({ page: { about, needs } }) =>
            needs === '' ? `${about}.` : `${about}: needs ${needs}.`,
          ),
        ),
      ]),
  ];
}

import { lazy } from '../../base/memo.ts';
import { measures } from '../../measures/index.ts';
import { type Block, dim, flat, list, type Part, section, text } from '../../render/block.ts';
import type { Page } from '../../schema/documents/page.ts';
import { answerOnly } from '../answer/first-screen.ts';
import { type Material, materialOf, type Page as PageKind } from './page.ts';
import { PAGES } from './pages.ts';

const byId = lazy(() => new Map(measures.map((measure) => [measure.id, measure])));

/** What a measure means, and who says so, in a few sentences; undefined for what is no measure. */
function definitionOf(id: string): string | undefined {
  const measure = byId().get(id);
  if (measure === undefined) return undefined;
  const { label, summary, formula, source } = measure;
  return `${label} (${id}): ${summary} ${formula} Source: ${source.replace(/\.$/, '')}.`;
}

/** With what a reader of slides has beside it: what its figures mean, where they are from, and whether it is looked up only. */
const described = (block: Block, { appendix, measures }: PageKind, material: Material): Block => {
  if (block.kind !== 'section') return block;
  const notes = (measures?.(material) ?? []).flatMap((id) => definitionOf(id) ?? []);
  return {
    ...block,
    source: material.source,
    ...(notes.length === 0 ? {} : { notes }),
    ...(appendix === true ? { appendix } : {}),
  };
};

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
    ...made.flatMap(({ page, parts }) => parts.map((part) => described(part, page, material))),
    missing.length > 0 &&
      section('What is left out', { appendix: true }, [
        list(
          missing.map(({ page: { about, needs } }) =>
            needs === '' ? `${about}.` : `${about}: needs ${needs}.`,
          ),
        ),
      ]),
  ];
}

import { type BinaryFormat, type Document, type DocumentFormat, formatsOf } from '../../render/document.ts';
import { deckOf } from '../../render/pptx/format.ts';
import type { Page } from '../../schema/documents/page.ts';

/** A report with its pictures, to be shown, sent and printed. */
export const pageDocument: Document<Page> = {
  id: 'page',
  summaries: {
    table: 'Everything as text, for a terminal.',
    json: 'What it is made from; its shape is in schemas/v1/page.schema.json.',
    markdown: 'Everything as text, with a table for each picture.',
  },
  order: ['html', 'markdown', 'json', 'table'],
  own: new Map([
    [
      'csv',
      {
        summary: 'One row for each design and measure; units, people and moves in files beside it.',
        extension: 'csv',
        load: async () => (await import('./csv.ts')).figures,
        loadBeside: async () => (await import('./csv.ts')).furtherTables,
      },
    ],
    [
      'ppttc',
      {
        summary: 'Data for a think-cell template, by the names that --list-names prints.',
        extension: 'ppttc',
        load: async () => (await import('./ppttc.ts')).thinkCell,
      },
    ],
  ]),
  schema: async () => (await import('../../schema/documents/page.ts')).page,
  blocks: async () => (await import('./blocks.ts')).pageBlocks,
};

/** As text. */
export const pageFormats = formatsOf(pageDocument);

/** Every output format of `report`. */
export const reportFormats: ReadonlyMap<string, DocumentFormat<Page> | BinaryFormat<Page>> = new Map<
  string,
  DocumentFormat<Page> | BinaryFormat<Page>
>([...pageFormats, ['pptx', deckOf(pageDocument, ({ date }) => date)]]);

import { flat } from '../../render/block.ts';
import { type BinaryFormat, type Document, type DocumentFormat, formatsOf } from '../../render/document.ts';
import type { ConsultationDocument } from '../../schema/documents/consultation.ts';

/** A proposal for those who are to be consulted. */
export const consultationDocument: Document<ConsultationDocument> = {
  id: 'consultation',
  summaries: { markdown: 'All of it to be edited.' },
  order: ['markdown'],
  schema: async () => (await import('../../schema/documents/consultation.ts')).consultation,
  blocks: async () => (await import('./blocks.ts')).consultationBlocks,
};

const docx: BinaryFormat<ConsultationDocument> = {
  summary: 'For Word: with charts, and on every page that it is subject to consultation.',
  extension: 'docx',
  loadBinary: async () => {
    const [{ renderDocx }, { consultationBlocks, SUBJECT }] = await Promise.all([
      import('../../render/docx/docx.ts'),
      import('./blocks.ts'),
    ]);
    return (value, options) =>
      renderDocx(flat(consultationBlocks(value, { ...options, medium: 'page' })), {
        running: SUBJECT,
        title: `${value.organisation}: a proposal for consultation`,
      });
  },
};

/** Every output format of `consult`. */
export const consultationFormats: ReadonlyMap<
  string,
  DocumentFormat<ConsultationDocument> | BinaryFormat<ConsultationDocument>
> = new Map<string, DocumentFormat<ConsultationDocument> | BinaryFormat<ConsultationDocument>>([
  ...formatsOf(consultationDocument),
  ['docx', docx] as const,
]);

import type { Document } from '../render/document.ts';
import { assessmentDocument } from './assessment/document.ts';
import { charterDocument } from './charter/document.ts';
import { checkDocument } from './check/document.ts';
import { consultationDocument } from './consultation/document.ts';
import { criteriaDocument } from './criteria/document.ts';
import { diffDocument } from './diff/document.ts';
import { pageDocument } from './page/document.ts';
import { progressDocument } from './progress/document.ts';
import { reportDocument } from './report/document.ts';
import { suggestionsDocument } from './suggestions/document.ts';
import { sweepDocument } from './sweep/document.ts';
import { validationDocument } from './validation/document.ts';

/** Every kind of document that stands in blocks. */
export const documents: readonly Document<never>[] = [
  reportDocument,
  pageDocument,
  assessmentDocument,
  charterDocument,
  checkDocument,
  consultationDocument,
  criteriaDocument,
  diffDocument,
  progressDocument,
  suggestionsDocument,
  sweepDocument,
  validationDocument,
];

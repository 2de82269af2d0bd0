import { whole } from '../../base/figures.ts';
import type { ReportedDesign } from '../../schema/documents/report.ts';

/** Marks of figures in tables. */
export const BEST = '•';
export const FIXED = '=';
export const BY_HEIGHT = '~';

/** Whether the people there are enough, in few words. */
export const status = ({ status: state, hires }: Pick<ReportedDesign, 'status' | 'hires'>): string => {
  if (state === 'impossible') return 'not possible';
  if (state === 'cannot-judge') return 'cannot be judged';
  if (state === 'staffed') return 'staffed';
  return `${whole(Object.values(hires).reduce((sum, count) => sum + count, 0))} to hire`;
};

import type { ReportedQuality } from '../../src/schema/documents/quality.ts';

/** Data that can bear everything. */
export const goodData: ReportedQuality = {
  lines: { share: 1, open: true },
  capabilities: { share: 1, open: true },
  customers: { share: 1, open: true },
  mend: [],
};

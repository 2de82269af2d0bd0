import type { RenderOptions } from '../../render/format.ts';
import type { Sweep } from '../../schema/documents/sweep.ts';

export interface SweepFormat {
  readonly summary: string;
  load(): Promise<(sweep: Sweep, options: RenderOptions) => string>;
}

/** Every output format of a sweep; the tests derive from it. */
export const sweepFormats: ReadonlyMap<string, SweepFormat> = new Map<string, SweepFormat>([
  [
    'table',
    {
      summary: 'The main figures for each value, and where the best design changes.',
      load: async () => (await import('./sweep-table.ts')).renderSweepTable,
    },
  ],
  [
    'json',
    {
      summary: 'All of it; its shape is in schemas/v1/sweep.schema.json.',
      load: async () => (await import('../../render/json.ts')).inJson,
    },
  ],
]);

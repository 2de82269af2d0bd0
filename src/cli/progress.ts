import { basename } from 'node:path';
import { printable } from '../text.ts';
import type { Output } from './io.ts';

const PATIENCE = 1000;
const INTERVAL = 100;
const WIDTH = 24;
const MEGABYTE = 1e6;

/** How far a long read has come, on a terminal only, and only after a second. */
export const progressOn = (
  output: Output,
  now: () => number = Date.now,
): { watch(what: string, done: number, total: number | undefined): void; end(): void } => {
  const begun = now();
  let shown = 0;
  return {
    watch(what, done, total) {
      const time = now();
      if (!output.isTerminal || time - begun < PATIENCE || time - shown < INTERVAL) return;
      shown = time;
      const name = printable(basename(what));
      const filled =
        total === undefined ? 0 : Math.round((WIDTH * Math.min(done, total)) / Math.max(total, 1));
      const bar = total === undefined ? '' : `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} `;
      const of = total === undefined ? '' : ` of ${Math.ceil(total / MEGABYTE)}`;
      const line = `${bar}${Math.floor(done / MEGABYTE)}${of} MB  ${name}`;
      output.write(`\r\u001b[2K${line.slice(0, (output.columns ?? 80) - 1)}`);
    },
    end() {
      if (shown > 0) output.write('\r\u001b[2K');
    },
  };
};

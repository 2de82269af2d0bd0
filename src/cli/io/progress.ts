import { basename } from 'node:path';
import { printable } from '../../base/text.ts';
import type { Output } from './io.ts';

const PATIENCE = 1000;
const INTERVAL = 100;
const WIDTH = 24;
const MEGABYTE = 1e6;

/** How far long work has come, on a terminal only, and only after a second. */
export const progressOn = (
  output: Output,
  now: () => number = Date.now,
): {
  /** Bytes of a file that have been read. */
  watch(file: string, done: number, total: number | undefined): void;
  /** Steps of a number that is known; `what` is the one that begins. */
  step(what: string, done: number, total: number): void;
  end(): void;
} => {
  const begun = now();
  let shown = 0;
  const show = (text: () => string, done: number, total: number | undefined) => {
    const time = now();
    if (!output.isTerminal || time - begun < PATIENCE || time - shown < INTERVAL) return;
    shown = time;
    const filled = total === undefined ? 0 : Math.round((WIDTH * Math.min(done, total)) / Math.max(total, 1));
    const bar = total === undefined ? '' : `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} `;
    output.write(`\r\u001b[2K${(bar + text()).slice(0, (output.columns ?? 80) - 1)}`);
  };
  return {
    watch(file, done, total) {
      const of = total === undefined ? '' : ` of ${Math.ceil(total / MEGABYTE)}`;
      show(() => `${Math.floor(done / MEGABYTE)}${of} MB  ${printable(basename(file))}`, done, total);
    },
    step(what, done, total) {
      show(() => `${done + 1} of ${total}  ${printable(what)}`, done, total);
    },
    end() {
      if (shown > 0) output.write('\r\u001b[2K');
    },
  };
};

import { describe, expect, it } from 'vitest';
import { progressOn } from '../../../src/cli/io/progress.ts';

const written = (isTerminal: boolean, times: readonly number[]) => {
  const lines: string[] = [];
  let at = 0;
  const output = { isTerminal, columns: 80, write: (text: string) => void lines.push(text) };
  const progress = progressOn(output, () => times[at++] ?? 0);
  for (let done = 0; done < times.length - 1; done++) progress.step('Customer\u001b[31m clusters', done, 6);
  progress.end();
  return lines;
};

describe('the steps of long work', () => {
  it('are shown after a second, by name and number, and wiped at the end', () => {
    const lines = written(true, [0, 500, 1500, 1550, 2000]);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/2 of 6 {2}Customer.\[31m clusters$/);
    expect(lines[0]!.replace('\r\u001b[2K', '')).not.toContain('\u001b');
    expect(lines[1]).toContain('4 of 6');
    expect(lines[2]).toBe('\r\u001b[2K');
  });
  it('are not shown where nobody sees them, or for short work', () => {
    expect(written(false, [0, 1500, 2000])).toEqual([]);
    expect(written(true, [0, 100, 200])).toEqual([]);
  });
});

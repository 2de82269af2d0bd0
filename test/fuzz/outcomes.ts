import { expect } from 'vitest';
import type { Outcome } from '../cli/in-memory.ts';
import { CONTROLS } from '../support/hostile-text.ts';

/** What nobody may see, unless they wrote it. */
const NEVER = /\bNaN\b|\bInfinity\b|\bundefined\b|\[object Object\]|[-:] -?\.(?:inf|nan)\b/i;

const ownWords = (text: string, input: string): string | undefined => {
  const found = NEVER.exec(text)?.[0];
  return found === undefined || input.toLowerCase().includes(found.toLowerCase()) ? undefined : found;
};

/** The outcomes that no input may lead to: our fault, half an answer, a figure that is none, an order to a terminal or a runner. */
export function expectOutcome(outcome: Outcome, input: string, args: readonly string[]): void {
  const { code, stdout, stderr } = outcome;
  expect([0, 1, 2], stderr).toContain(code);
  if (code === 2) expect({ stdout, written: outcome.written.size }).toEqual({ stdout: '', written: 0 });
  expect(stderr.trim() === '' && code === 2, 'a refusal says why').toBe(false);
  for (const text of [stdout, stderr, ...outcome.written.values()])
    expect(ownWords(text, input)).toBeUndefined();
  const forRunners = args.some((arg) => arg.includes('github'));
  for (const text of [stdout, stderr]) {
    for (const line of text.split('\n')) {
      expect(CONTROLS.exec(line)?.[0]).toBeUndefined();
      if (!forRunners) expect(/^\s*::|##\[/.test(line), line).toBe(false);
    }
  }
  if (code !== 2 && args.includes('json')) JSON.parse(stdout);
}

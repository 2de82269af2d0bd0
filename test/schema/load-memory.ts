import type { Problem } from '../../src/base/errors.ts';
import { UserError } from '../../src/base/errors.ts';
import type { Loaded } from '../../src/schema/loaded.ts';
import { loadOrganisation } from '../../src/schema/read/load.ts';
import { memoryFiles } from '../source/memory-files.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

export const RULE_IDS = ['team-too-small', 'span-too-wide'];

/** Loads `org.yaml` of some files in memory. */
export function load(yaml: string | Uint8Array, files: Files = {}): Promise<Loaded> {
  return loadOrganisation('org.yaml', memoryFiles({ 'org.yaml': yaml, ...files }), { ruleIds: RULE_IDS });
}

/** The problems that keep it from being loaded. */
export async function problemsOf(yaml: string | Uint8Array, files: Files = {}): Promise<readonly Problem[]> {
  try {
    await load(yaml, files);
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
  throw new Error('It was loaded without a problem.');
}

/** Problems as `file:line:column message | hint`, for comparing many at once. */
export async function linesOf(yaml: string | Uint8Array, files: Files = {}): Promise<string[]> {
  return (await problemsOf(yaml, files)).map(({ at, message, hint }) => {
    const place = at === undefined ? '' : `${at.file}:${at.line}:${at.column} `;
    return `${place}${message}${hint === undefined ? '' : ` | ${hint}`}`;
  });
}

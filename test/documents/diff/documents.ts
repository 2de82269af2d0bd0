import type { Diff, DiffReport } from '../../../src/schema/documents/diff.ts';
import { goodData } from '../quality.ts';

/** A diff with the header that a document has. */
export const documentOf = (changes: Diff): DiffReport => {
  const input = { sha256: '0', includes: [], organisation: 'Winnow & Co', quality: goodData };
  return {
    version: 1,
    generator: { name: 'orgdesign', version: 'test' },
    before: { file: 'before.yaml', ...input },
    after: { file: 'after.yaml', ...input },
    ...changes,
  };
};

/** What a diff says without the places of findings, which follow the order of the rows. */
export const placeless = (changes: Diff): Diff => {
  const at = { file: '', line: 0, column: 0 };
  const without = (list: Diff['findings']['new']) => list.map((finding) => ({ ...finding, at }));
  const { findings } = changes;
  return { ...changes, findings: { ...findings, new: without(findings.new), gone: without(findings.gone) } };
};

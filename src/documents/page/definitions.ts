import { lazy } from '../../base/memo.ts';
import { measures } from '../../measures/index.ts';

const byId = lazy(() => new Map(measures.map((measure) => [measure.id, measure])));

/** What a measure means, and who says so, in a few sentences; undefined for what is no measure. */
export function definitionOf(id: string): string | undefined {
  const measure = byId().get(id);
  if (measure === undefined) return undefined;
  const { label, summary, formula, source } = measure;
  return `${label} (${id}): ${summary} ${formula} Source: ${source.replace(/\.$/, '')}.`;
}

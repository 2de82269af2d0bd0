import { alternatives } from '../../base/text.ts';
import type { View } from '../../model/view.ts';
import { marketOf } from '../../rules/company-facts.ts';
import type { ProfiledField } from '../../schema/documents/validation.ts';
import type { ContextKey } from '../../schema/input/context.ts';
import { fitRules } from '../../verdicts/assess.ts';
import { filled } from './validation-gaps.ts';

/** What the people of the file, or another answer, say as well: nothing is missing without them. */
const OTHERWISE_KNOWN: ReadonlySet<ContextKey> = new Set(['staff', 'targetMarkets']);

const CONTEXT = 'context.';

/** Keys of the context that verdicts on designs read, and that only somebody can answer. */
const asked = [
  ...new Set(
    fitRules.flatMap(({ fit }) =>
      fit.reads.flatMap((key) => (key.startsWith(CONTEXT) ? [key.slice(CONTEXT.length) as ContextKey] : [])),
    ),
  ),
].filter((key) => !OTHERWISE_KNOWN.has(key));

/** What the context says of what verdicts read. */
export function profileContext(view: View): ProfiledField {
  const { context } = view.organisation;
  const isKnown = (key: ContextKey): boolean =>
    (context[key] !== undefined && context[key] !== 'unknown') ||
    (key === 'market' && marketOf(view).byCount.of > 0);
  const open = asked.filter((key) => !isKnown(key));
  const counting = { entity: 'company', of: asked.length, one: 'question', many: 'questions' } as const;
  return filled(
    counting,
    'context',
    asked.length - open.length,
    open.length === 0
      ? ''
      : `\`context:\` does not say ${alternatives(open, 'or')}: verdicts on designs are less certain.`,
  );
}

import { addTo } from '../../base/groups.ts';
import { allOf, asSentence, printable } from '../../base/text.ts';
import type { ReportedFit, ReportedFitItem } from '../../schema/documents/verdicts.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import { signed } from '../assessment/assessment-words.ts';

/** Less than this says next to nothing. */
export const WORTH_SAYING = 0.05;

/** A design with its verdict. */
export interface DesignVerdict {
  readonly id: DesignId;
  readonly fit: ReportedFit;
}

/** One statement of a rule with the designs that it speaks of. */
interface Reason {
  readonly rule: string;
  readonly when: string;
  /** `cluster +0.40, matrix +0.20`. */
  readonly weighs: string;
  /** What was read, at which line; for which designs, where it is not the same for all. */
  readonly evidence: string;
  readonly why: string;
  readonly source: string;
  readonly change: string;
}

/** What is the same for all designs is told once, else for which it holds. */
function together(said: readonly { readonly text: string; readonly id: string }[]): string {
  const texts = new Map<string, string[]>();
  for (const { text, id } of said) addTo(texts, text, id);
  return texts.size === 1
    ? said[0]!.text
    : [...texts].map(([text, ids]) => `${allOf(ids)}: ${text}`).join(' ');
}

const evidenceOf = ({ premises }: ReportedFitItem): string =>
  premises.map(({ text, at }) => `${text.replace(/\.$/, '')} (${at.file}:${at.line})`).join('; ');

/** Everything that weighs on some design, each once, what weighs most first: all four things that are told of a rule. */
export function reasonsOf(
  subjects: readonly { readonly id: string; readonly fit: Pick<ReportedFit, 'for' | 'against'> }[],
): readonly Reason[] {
  const found = new Map<string, { readonly item: ReportedFitItem; readonly id: string }[]>();
  for (const { id, fit } of subjects)
    for (const item of [...fit.for, ...fit.against]) {
      if (Math.abs(item.cf) < WORTH_SAYING) continue;
      addTo(found, `${item.rule} ${item.when}`, { item, id });
    }
  const weight = (of: readonly { readonly item: ReportedFitItem }[]) =>
    Math.max(...of.map(({ item }) => Math.abs(item.cf)));
  return [...found]
    .sort(([a, x], [b, y]) => weight(y) - weight(x) || (a < b ? -1 : 1))
    .map(([, said]) => {
      const { item } = said[0]!;
      return {
        rule: item.rule,
        when: item.when,
        weighs: said.map(({ item: { cf }, id }) => `${id} ${signed(cf)}`).join(', '),
        evidence: together(said.map(({ item: one, id }) => ({ text: asSentence(evidenceOf(one)), id }))),
        why: item.why,
        source: item.source,
        change: together(said.map(({ item: { change }, id }) => ({ text: change, id }))),
      };
    });
}

/** A reason in a paragraph. */
export const reasonInWords = ({ rule, when, weighs, evidence, why, source, change }: Reason) => ({
  head: printable(`${when} (${weighs}) · ${rule}`),
  text: printable(`${evidence} ${why} (${source}) ${change}`),
});

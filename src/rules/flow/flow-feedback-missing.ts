import { counted } from '../../base/text.ts';
import { phased } from '../examples/structures.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { isThere, joins, wantedFeedback } from './flows.ts';

export const flowFeedbackMissing = defineRule({
  id: 'flow-feedback-missing',
  about: 'structure',
  severity: 'warning',
  summary: 'Phases do not tell each other what they learn of prospects and customers.',
  why: {
    text: 'Market research tells product development what prospects look for, and retain tells the others what customers say. Without that every phase works for its own goals alone.',
    source: 'Jameane',
  },
  examples: {
    bad: phased('Nobody is told what prospects look for', { without: ['insight'] }),
    good: phased('All are told', {}),
  },
  *check(view) {
    const { organisation } = view;
    const { flows } = organisation;
    const wanted = wantedFeedback(view);
    const missing = wanted.filter((one) => !isThere(one, flows));
    if (missing.length === 0) return;
    yield {
      message: `${missing.length} of ${counted(wanted.length, 'flow')} of feedback between the phases ${missing.length === 1 ? 'is' : 'are'} missing. To change that: add them under flows, each with its kind.`,
      limit: wanted.length,
      count: missing.length,
      examples: examplesOf(
        missing,
        (one) =>
          `${one.what} (kind: ${one.kind})${flows.some((flow) => joins(one, flow)) ? ', where a flow of another kind is' : ''}`,
      ),
      at: organisation.placeOf(['flows']),
    };
  },
});

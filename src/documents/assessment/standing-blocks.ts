import { type Part, text, together } from '../../render/block.ts';
import type { Report } from '../../schema/documents/report.ts';
import { officerSentence } from '../report/officer-blocks.ts';
import { countsInWords } from './assessment-words.ts';

const SHORT = { cluster: 'clusters', lifecycle: 'phases' } as const;

/** Where readiness and maturity stand, in a line each; `orgdesign assess` tells the rest. */
export const standingParts = ({ readiness, maturity, officer }: Report): Part => {
  const ready = readiness.flatMap(({ design, parts }) => {
    if (parts.length === 0 || !(design in SHORT)) return [];
    const said = parts.map(({ name, summary }) => `${name.toLowerCase()} ${summary}`);
    return [`Ready for ${SHORT[design as keyof typeof SHORT]}: ${said.join('; ')}.`];
  });
  const levels = maturity.levels.map((level) => `${level.name.toLowerCase()} ${countsInWords(level)}`);
  const all =
    levels.length === 0
      ? ready
      : [
          ...ready,
          ...(officer === undefined ? [] : [officerSentence(officer)]),
          `${maturity.stands.sentence} (${levels.join('; ')}.) orgdesign assess tells more.`,
        ];
  return all.length > 0 && together(all.map((one) => text(one)));
};

import { hanging, type Style } from '../../render/table-text.ts';
import type { Report } from '../../schema/documents/report.ts';
import { officerSentence } from '../report/table-officer.ts';
import { countsInWords } from './assessment-words.ts';

const SHORT = { cluster: 'clusters', lifecycle: 'phases' } as const;

/** Where readiness and maturity stand, in a line each; `orgdesign assess` tells the rest. */
export const standings = ({ readiness, maturity, officer }: Report, { columns }: Style): string[] => {
  const lines = readiness.flatMap(({ design, parts }) => {
    if (parts.length === 0 || !(design in SHORT)) return [];
    const said = parts.map(({ name, summary }) => `${name.toLowerCase()} ${summary}`);
    return hanging('', `Ready for ${SHORT[design as keyof typeof SHORT]}: ${said.join('; ')}.`, columns);
  });
  if (maturity.levels.length === 0) return lines;
  const levels = maturity.levels.map((level) => `${level.name.toLowerCase()} ${countsInWords(level)}`);
  return [
    ...lines,
    ...(officer === undefined ? [] : hanging('', officerSentence(officer), columns)),
    ...hanging('', `Maturity: ${levels.join('; ')}. orgdesign assess tells more.`, columns),
  ];
};

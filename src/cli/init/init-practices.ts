import { rules } from '../../rules/index.ts';
import { PRACTICES } from '../../schema/input/practices.ts';

const WIDEST = 100;

/** Words in lines of a comment. */
const inComment = (words: readonly string[]): string[] => {
  const lines: string[] = [];
  let line = '#  ';
  for (const word of words) {
    if (line.length + word.length + 1 > WIDEST) {
      lines.push(line);
      line = '#  ';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
};

/** The questionnaire: what verdicts on designs read as keys to be filled in, everything else by its name. */
export const practiceLines = (): string[] => {
  const read = new Set(rules.flatMap(({ fit }) => fit?.reads ?? []));
  const asked = PRACTICES.filter(({ id }) => read.has(`practices.${id}`));
  const others = PRACTICES.filter((practice) => !asked.includes(practice)).map(({ id }) => id);
  return [
    '# How the company deals with its customers: yes, partly, no or unknown. Verdicts on designs read these.',
    '#   strategy-clear: { answer: partly, note: The board and sales tell it differently }   with a note',
    'practices:',
    ...asked.map(({ id, question }) => `  ${id}: unknown # ${question}`),
    '# More of them tell how ready the company is for a design and how far it is (orgdesign assess). What',
    '# each one asks says `orgdesign explain` with its name:',
    ...inComment(others.map((id, at) => (at === others.length - 1 ? id : `${id},`))),
  ];
};

import { asBlock } from '../../render/markdown-text.ts';
import type { Suggestions } from '../../schema/documents/suggestions.ts';
import type { RenderOptions } from '../report/index.ts';
import { CAVEAT, effortInWords, resultInWords, WHY_LEFT } from './words.ts';

/** Suggestions as Markdown, for a discussion. */
export function renderSuggestionsMarkdown(document: Suggestions, { quiet }: RenderOptions): string {
  const effort = effortInWords(document);
  const lines = [
    `### ${asBlock(`Suggested changes: ${document.organisation}`)}`,
    '',
    asBlock(
      `${resultInWords(document)}${effort === '' ? '' : ` ${effort[0]!.toUpperCase()}${effort.slice(1)}.`}`,
    ),
    ...(document.suggestions.length === 0 ? [] : ['']),
    ...document.suggestions.flatMap(({ text, clears }) => [
      `1. ${asBlock(text)}`,
      `   - ${asBlock(`clears ${clears.rule}: ${clears.message} (${clears.at.file}:${clears.at.line})`)}`,
    ]),
    ...(quiet || document.left.length === 0
      ? []
      : [
          '',
          '#### Left',
          '',
          ...document.left.map(({ finding, why }) => `- ${asBlock(`${finding.message} (${WHY_LEFT[why]})`)}`),
        ]),
    ...(quiet || document.suggestions.length === 0 ? [] : ['', asBlock(CAVEAT)]),
  ];
  return `${lines.join('\n')}\n`;
}

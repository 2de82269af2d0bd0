import type { GivenValue } from '../schema/input/answers.ts';
import type { YamlEdit } from './yaml-edits.ts';
import { YamlText } from './yaml-text.ts';

/**
 * The text of an organisation file with some answers in it, everything else as it was to the character. What an answer rests on
 * stays beside it.
 * @returns undefined where the file is written in a way that leaves no place for them: an alias where a map should be, say.
 */
export function withAnswers(text: string, given: readonly GivenValue[]): string | undefined {
  const file = new YamlText(text);
  const before = file.values();
  const last = new Map(given.map((one) => [one.key, one]));
  const edits = [...last.values()].map(({ path, value }): YamlEdit => {
    const [area, name] = path as [string, string];
    const now = (before[area] as Record<string, unknown> | undefined)?.[name];
    const noted = typeof now === 'object' && now !== null && 'answer' in now;
    return { kind: 'set', path: noted ? [area, name, 'answer'] : [area, name], value };
  });
  const edited = file.edited(edits);
  return 'text' in edited ? edited.text : undefined;
}

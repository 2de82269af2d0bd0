import { UserError } from '../../base/errors.ts';
import { quoted, sample } from '../../base/text.ts';
import { adp } from './adp.ts';
import { backstage } from './backstage.ts';
import { bamboohr } from './bamboohr.ts';
import { generic } from './generic.ts';
import { googleWorkspace } from './google-workspace.ts';
import { headersOf } from './mapping.ts';
import { orgplus } from './orgplus.ts';
import { peoplesoft } from './peoplesoft.ts';
import { scim } from './scim.ts';
import type { ImportSource } from './source.ts';
import { successfactors } from './successfactors.ts';
import { teamFiles } from './team-files.ts';
import { ukOrganogram } from './uk-organogram.ts';
import { visio } from './visio.ts';
import { viva } from './viva.ts';
import { workday } from './workday.ts';

/** The systems that people come from; the first of equals is taken, so what is general stands last. */
export const sources: readonly ImportSource[] = Object.freeze([
  workday,
  successfactors,
  bamboohr,
  adp,
  peoplesoft,
  viva,
  googleWorkspace,
  orgplus,
  visio,
  ukOrganogram,
  scim,
  backstage,
  teamFiles,
  generic,
]);

interface Recognised {
  readonly source: ImportSource;
  readonly why: string;
}

/** The source of a file by its headers, or the one that the user names. */
export function recogniseSource(cells: readonly string[], from: string): Recognised {
  if (from !== 'auto') return { source: sources.find(({ id }) => id === from)!, why: 'as --from says' };
  const headers = headersOf(cells);
  let best: ImportSource = generic;
  let { score, by } = { score: 0, by: [] as readonly string[] };
  for (const source of sources) {
    if (source === generic) continue;
    const found = source.recognise(headers);
    if (found.score > score) [best, score, by] = [source, found.score, found.by];
  }
  const why = best === generic ? 'as no system is known by its headers' : `by ${sample([...new Set(by)])}`;
  return { source: best, why };
}

/** How many headers of a row any source knows: what tells the row of headers from titles above it. */
export function familiarity(cells: readonly string[]): number {
  const headers = headersOf(cells);
  return Math.max(...sources.map((source) => source.recognise(headers).score));
}

/** What may be wrong with a table none of whose headers is known. */
function likelyFault(cells: readonly string[]): string {
  const given = cells.filter((cell) => cell !== '');
  const [first = ''] = given;
  const [parted] = given.length === 1 ? (/(?<=\S)[^\p{L}\p{N}\s_.()"'-](?=\S)/u.exec(first) ?? []) : [];
  if (parted !== undefined)
    return ` Where ${quoted(parted)} parts its columns, say so: --delimiter ${quoted(parted)}.`;
  return given.length > 2 && given.slice(1).every((cell) => /^[\p{L}#-]{0,3}\d+$/u.test(cell))
    ? ' Where each person is a column of it, turn it around: a person is a row.'
    : '';
}

/** @throws UserError that says what the file holds instead of people, and `otherwise` what it may be. */
export function refuseUnknown(file: string, cells: readonly string[], otherwise = ''): never {
  throw new UserError(
    `${file} is none of the formats that are known: it has no id or name beside a title, a department or a manager of people.`,
    `Seen: ${cells.every((cell) => cell === '') ? 'nothing' : sample(cells)}.${likelyFault(cells)}${otherwise} Name the columns, as in --map id="Header" --map manager="Header", or the system with --from.`,
  );
}

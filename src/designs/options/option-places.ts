import type { Problem } from '../../base/errors.ts';
import { alternatives, didYouMean, printable, quoted } from '../../base/text.ts';
import { DESIGN_IDS, type DesignId } from '../../schema/input/designs.ts';
import { ANY_ID, type DeadEnd, follow, namesAt, type OptionPlace, optionsOf } from './option-path.ts';

/** A value for an option, `[design.]option`, as somebody gave it. */
export interface GivenOption {
  readonly option: string;
  readonly value: string;
  /** How it was written, for messages: `--set minimum=3`. */
  readonly written: string;
}

/** An option in one design. */
export interface PlacedOption extends OptionPlace {
  readonly design: DesignId;
}

/**
 * Where `[design.]option` stands: in the one design it names, else in every chosen design that has such an option.
 * A problem where there is none.
 */
export function placesOf(
  { option, written }: Pick<GivenOption, 'option' | 'written'>,
  chosen: readonly DesignId[],
): readonly PlacedOption[] | Problem {
  const names = option.split('.').map((name) => name.trim().normalize('NFC'));
  const problem = (message: string, hint: string): Problem => ({
    message: `${printable(written)}: ${message}`,
    hint,
  });
  const prefix = DESIGN_IDS.find((id) => id === names[0]);
  if (prefix !== undefined && !chosen.includes(prefix))
    return problem(
      `${prefix} is not among the designs asked for.`,
      `Ask for it as well: --design ${[...chosen, prefix].filter((id) => id !== 'as-is').join(',')}.`,
    );
  const wanted = prefix === undefined ? names : names.slice(1);
  const candidates = (prefix === undefined ? chosen : [prefix]).flatMap((design) => {
    const shape = optionsOf(design);
    return shape === undefined ? [] : [{ design, shape }];
  });
  if (candidates.length === 0) {
    const which = alternatives(prefix === undefined ? chosen : [prefix], 'and');
    return problem(
      `${which} ${which.includes(' and ') ? 'take' : 'takes'} no options.`,
      'Set an option of another design.',
    );
  }
  const found: PlacedOption[] = [];
  const dead: { design: DesignId; end: DeadEnd }[] = [];
  for (const { design, shape } of candidates) {
    const end = follow(wanted, shape);
    if ('path' in end) found.push({ design, ...end });
    else dead.push({ design, end });
  }
  return found.length > 0 ? found : leadsNowhere(dead, prefix === undefined, problem);
}

function leadsNowhere(
  dead: readonly { readonly design: DesignId; readonly end: DeadEnd }[],
  couldNameDesign: boolean,
  problem: (message: string, hint: string) => Problem,
): Problem {
  const depth = Math.max(...dead.map(({ end }) => end.at.length));
  const nearest = dead.filter(({ end }) => end.at.length === depth);
  const [{ end }] = nearest as [(typeof nearest)[number]];
  const places = nearest.map(({ design, end: { at } }) => printable([design, ...at].join('.')));
  const lists = new Map<string, string[]>();
  nearest.forEach(({ end: { shape } }, at) => {
    const list = namesAt(shape).join(', ');
    lists.set(list, [...(lists.get(list) ?? []), places[at]!]);
  });
  const hint = [...lists].map(([list, of]) => `Options of ${alternatives(of, 'and')}: ${list}.`).join(' ');
  if (end.unknown === undefined)
    return problem(`${places[0]} is not one value.`, `Name one of those in it. ${hint}`);
  const names = nearest.flatMap(({ end: { shape } }) => namesAt(shape)).filter((name) => name !== ANY_ID);
  const meant = didYouMean(end.unknown, couldNameDesign && depth === 0 ? [...names, ...DESIGN_IDS] : names);
  return problem(
    `there is no option ${quoted(end.unknown)} in ${alternatives(places)}.`,
    meant === undefined ? hint : `${meant} ${hint}`,
  );
}

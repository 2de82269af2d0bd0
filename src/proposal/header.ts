import { counted } from '../base/text.ts';
import type { Loaded } from '../schema/loaded.ts';
import { commentLines } from '../write/lines.ts';
import { flow } from '../write/yaml.ts';
import type { ProposalMeta } from './proposal.ts';
import { changedOptions } from './settings.ts';

/** The comment that a proposal begins with: of which design and file it is, and why it is as it is. */
export function headerLines(loaded: Loaded, meta: ProposalMeta): string[] {
  const { design, result } = meta;
  const { source, includes, input } = loaded;
  const options = changedOptions(loaded)[design.id] ?? {};
  const open = [...result.hires].map(([capability, count]) => `${capability} ${count}`);
  const seats = [...result.hires.values()].reduce((sum, count) => sum + count, 0);
  const chosen = Object.keys(options).length === 0 ? 'as they are by default' : flow(options);
  return [
    meta.modeline,
    '#',
    ...commentLines(`${input.name}: a proposal by orgdesign, design "${design.id}" (${design.name}).`),
    '#',
    ...[source, ...includes].flatMap(({ name, sha256 }) => [
      ...commentLines(`Made from ${name}`),
      `#   sha256 ${sha256}`,
    ]),
    ...commentLines(`Options of the design: ${chosen}.`),
    ...(seats === 0
      ? []
      : commentLines(`${counted(seats, 'seat is', 'seats are')} to be filled: ${open.join(', ')}.`)),
    '#',
    ...[...(meta.heading ?? []), ...result.explanation].flatMap((sentence) =>
      commentLines(`- ${sentence}`, '', '  '),
    ),
    '#',
    ...commentLines(
      'It is an organisation file like any other. Edit it, measure it with `orgdesign evaluate`, and compare it with `orgdesign diff`.',
    ),
  ];
}

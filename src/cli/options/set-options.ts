import { Option } from 'commander';
import type { DesignId } from '../../schema/input/designs.ts';
import type { Loaded } from '../../schema/loaded.ts';

/** Collects an option that may be repeated. */
export const collectText = (value: string, before: readonly string[] | undefined): string[] => [
  ...(before ?? []),
  value,
];

/** For every command that makes designs; may be repeated. */
export const setOption = (): Option =>
  new Option(
    '--set <[design.]option=value>',
    'set an option of a design, as minimum=3 or cluster.basis=industry; lists with commas; repeat for several',
  ).argParser(collectText);

/** The organisation with the options of `--set`; `asked` is empty where no design was named, and so all are meant. */
export const withSets = async (
  loaded: Loaded,
  asked: readonly DesignId[],
  sets: readonly string[] | undefined,
): Promise<Loaded> => {
  if (sets === undefined) return loaded;
  const [{ withSetOptions }, { DESIGN_IDS }] = await Promise.all([
    import('../../designs/options/options.ts'),
    import('../../schema/input/designs.ts'),
  ]);
  return withSetOptions(loaded, asked.length === 0 ? DESIGN_IDS : asked, sets);
};

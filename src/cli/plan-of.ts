import { UserError } from '../base/errors.ts';
import { printable } from '../base/text.ts';
import type { OrganisationText } from '../import/plan/apply.ts';
import type { PlanList } from '../import/plan/tables.ts';
import { simulateDesign } from '../proposal/simulate.ts';
import type { DesignId } from '../schema/input/designs.ts';
import type { Loaded, SourceFile } from '../schema/loaded.ts';
import { memoryFiles } from '../source/memory-files.ts';
import { loadOnce } from './organisation-file.ts';

/** Files that are not written yet, as an organisation. @param texts - The first is the YAML file. */
export const loadTexts = (texts: ReadonlyMap<string, string>): Promise<Loaded> => {
  const [path] = [...texts.keys()];
  return loadOnce(path!, memoryFiles(texts), new Map());
};

/** An organisation that a sheet is made of, or goes onto: that of a file, or what `simulate` would write of a design of it. */
interface Plan {
  readonly loaded: Loaded;
  /** Where it is a design, its files as text; else they are those that were read. */
  readonly written?: OrganisationText & { readonly names: ReadonlyMap<PlanList, string> };
}

const listOf = (name: string): PlanList => (name.includes('.customers') ? 'customers' : 'people');

/** What `simulate` would write of a design, read again. @throws UserError where it is not possible. */
export const planOfDesign = async (
  loaded: Loaded,
  design: DesignId,
  options: { readonly stem: string; readonly modeline: string; readonly taken?: readonly string[] },
): Promise<Plan> => {
  const { proposal, result } = simulateDesign(loaded, design, options);
  if (proposal === null)
    throw new UserError(
      `${printable(loaded.source.name)}#${design}: this design is not possible. ${printable([...(result.mend ?? []), ...result.explanation].join(' '))}`,
      'orgdesign evaluate tells what it lacks.',
    );
  const { yaml, tables } = proposal;
  const texts = new Map([[`${options.stem}.yaml`, yaml], ...tables]);
  const names = new Map([...tables.keys()].map((name) => [listOf(name), name]));
  const read = await loadTexts(texts);
  return {
    loaded: loaded.despiteData === undefined ? read : { ...read, despiteData: loaded.despiteData },
    written: { yaml, tables: new Map([...names].map(([list, name]) => [list, tables.get(name)!])), names },
  };
};

/** One hash of all files of an organisation. */
export const hashOf = ({ source, includes }: Loaded): string =>
  [source, ...includes].map(({ sha256 }: SourceFile) => sha256).join(' ');

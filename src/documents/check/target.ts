import type { DesignResult } from '../../designs/design.ts';
import { designs } from '../../designs/index.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import type { Loaded } from '../../schema/loaded.ts';
import { type Structure, structureFrom } from '../structure.ts';

/** What a structure is held against. */
export interface Baseline {
  readonly structure: Structure;
  /** The revision that its files were taken from; null for files as they stand. */
  readonly revision: { readonly name: string; readonly commit: string } | null;
}

/** A structure that is to be checked: a file as it stands, or a design of it. */
export interface Target {
  readonly loaded: Loaded;
  /** The organisation as its file gives it. */
  readonly today: Organisation;
  readonly design: { readonly id: DesignId; readonly name: string; readonly result: DesignResult } | null;
  readonly baseline: Baseline | null;
}

/** A file, or a design of it with the options that the file gives; an impossible design is a target as well. */
export async function targetOf(
  loaded: Loaded,
  design: DesignId | undefined,
  baseline: Baseline | null,
): Promise<Target> {
  const { organisation: today } = await structureFrom(loaded);
  const chosen = designs.find(({ id }) => id === design && id !== 'as-is');
  if (chosen === undefined) return { loaded, today, design: null, baseline };
  const { id, name } = chosen;
  return { loaded, today, design: { id, name, result: await chosen.apply(today) }, baseline };
}

const filesOf = ({ source, includes }: Loaded): string =>
  JSON.stringify([source, ...includes].map(({ sha256 }) => sha256));

/** Whether two files, with all that they include, hold the same bytes: then one is read for both. */
export const areSameFiles = (one: Loaded, other: Loaded): boolean =>
  one === other || filesOf(one) === filesOf(other);

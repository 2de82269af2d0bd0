import { UserError } from '../base/errors.ts';
import { printable } from '../base/text.ts';
import type { DesignResult } from '../designs/design.ts';
import { designs } from '../designs/index.ts';
import { buildOrganisation } from '../model/build.ts';
import type { Organisation } from '../model/organisation.ts';
import type { DesignId } from '../schema/input/designs.ts';
import type { Loaded } from '../schema/loaded.ts';

/** The design that an organisation is in, and what it was made of. */
export interface MadeBy {
  readonly id: DesignId;
  readonly name: string;
  readonly result: DesignResult;
  /** The organisation as its file gives it. */
  readonly baseline: Organisation;
}

/** An organisation that can be compared, or checked: that of a file, or a design of it. */
export interface Structure {
  readonly loaded: Loaded;
  readonly organisation: Organisation;
  readonly design?: MadeBy;
}

const built = new WeakMap<Loaded, Organisation>();

/**
 * The organisation of a file as it stands, or as a design would have it, with the options that the file gives for it. Two
 * of the same `loaded` share what they have in common.
 * @throws UserError where the design is not possible, with what it lacks.
 */
export async function structureFrom(loaded: Loaded, design?: DesignId): Promise<Structure> {
  const baseline = built.get(loaded) ?? buildOrganisation(loaded);
  built.set(loaded, baseline);
  const chosen = designs.find(({ id }) => id === design);
  if (chosen === undefined) return { loaded, organisation: baseline };
  const result = await chosen.apply(baseline);
  if (result.mend !== undefined)
    throw new UserError(
      result.mend.map((mend) => ({
        message: `${printable(mend)} Until then ${printable(loaded.source.name)}#${chosen.id} cannot be judged.`,
        hint: '--despite-data makes the design all the same.',
      })),
    );
  if (result.organisation === null)
    throw new UserError(
      `${printable(loaded.source.name)}#${chosen.id}: this design is not possible. ${printable(result.explanation.join(' '))}`,
      `orgdesign evaluate tells what it lacks; orgdesign explain ${chosen.id} how it is built.`,
    );
  const { id, name } = chosen;
  return { loaded, organisation: result.organisation, design: { id, name, result, baseline } };
}

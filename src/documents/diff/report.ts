import { given } from '../../base/given.ts';
import { withoutDivisionInWords } from '../../designs/division.ts';
import { reportedQuality } from '../../model/quality.ts';
import type { DiffReport } from '../../schema/documents/diff.ts';
import { type DocumentOptions, headerOf } from '../header.ts';
import type { Structure } from '../structure.ts';
import { diffOf } from './diff.ts';

/** A side of what is compared. */
export const sideOf = ({ loaded, organisation, design }: Structure): DiffReport['before'] => {
  const { asOf } = loaded.input;
  return {
    ...headerOf(loaded, '').input,
    organisation: organisation.name,
    quality: reportedQuality(organisation),
    ...(asOf === undefined ? {} : { asOf }),
    ...(design === undefined ? {} : { design: { id: design.id, name: design.name } }),
    ...given({ remark: design && withoutDivisionInWords(design.id, organisation) }),
  };
};

/**
 * What differs between two organisations: of two files, of a file and a design of it, of two designs.
 * @param before - What `structureFrom` made of a loaded organisation, as it stands or in a design.
 * @param after - The same.
 * @returns The document, version 1, as schemas/v1/diff.schema.json describes it; `diffFormats` render it.
 */
export function buildDiff(
  before: Structure,
  after: Structure,
  { names, version }: DocumentOptions,
): DiffReport {
  const { version: format, generator } = headerOf(after.loaded, version);
  return {
    version: format,
    generator,
    before: sideOf(before),
    after: sideOf(after),
    ...diffOf(before.organisation, after.organisation, {
      names: names === true,
      designs: { before: before.design, after: after.design },
    }),
  };
}

import { reportedQuality } from '../../model/quality.ts';
import type { DiffReport } from '../../schema/documents/diff.ts';
import { headerOf } from '../report/structure.ts';
import { diffOf } from './diff.ts';
import type { Structure } from './structure.ts';

interface BuildOptions {
  /** Whether people and customers are named, or shown by their ids. */
  readonly names?: boolean;
  readonly version: string;
}

/** A side of what is compared. */
export const sideOf = ({ loaded, organisation, design }: Structure): DiffReport['before'] => {
  const { asOf } = loaded.input;
  return {
    ...headerOf(loaded, '').input,
    organisation: organisation.name,
    quality: reportedQuality(organisation),
    ...(asOf === undefined ? {} : { asOf }),
    ...(design === undefined ? {} : { design: { id: design.id, name: design.name } }),
  };
};

/** The document of what differs between two structures. */
export function buildDiff(before: Structure, after: Structure, { names, version }: BuildOptions): DiffReport {
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

import type { Irregularity, Organisation } from '../../model/organisation.ts';

/** What was seen of one kind while the organisation was built; nothing in a design. */
export const irregularitiesOf = (
  organisation: Organisation,
  kind: Irregularity['kind'],
): readonly Irregularity[] => organisation.irregularities.filter((one) => one.kind === kind);

/** The only irregularity of a kind that is gathered into one, if there is any. */
export const irregularityOf = (
  organisation: Organisation,
  kind: Irregularity['kind'],
): Irregularity | undefined => organisation.irregularities.find((one) => one.kind === kind);

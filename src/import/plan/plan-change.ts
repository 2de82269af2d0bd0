import type { CellMeaning } from './cell-value.ts';
import { type PlanList, SHEETS } from './tables.ts';

export interface Place {
  readonly list: PlanList;
  readonly id: string;
  /** Number of the row in the sheet; undefined where it is gone. */
  readonly row: number | undefined;
  /** Who says to have changed it; '' where nobody does. */
  readonly by: string;
}

/** What somebody changed in a sheet. */
export type PlanChange = Place &
  (
    | {
        readonly kind: 'set';
        readonly key: string;
        readonly heading: string;
        readonly personal: boolean;
        readonly from: string;
        readonly to: string;
        readonly value: CellMeaning['value'];
      }
    | { readonly kind: 'add'; readonly entry: Readonly<Record<string, NonNullable<CellMeaning['value']>>> }
    | { readonly kind: 'remove' }
  );

/** What could not be used, and why. */
export interface Unusable {
  readonly place: string;
  readonly why: string;
}

export const placeOf = ({ list, row, id }: Pick<Place, 'list' | 'row' | 'id'>, heading = ''): string =>
  `${SHEETS[list]}${row === undefined ? '' : ` row ${row}`}, ${id === '' ? 'without an id' : id}${heading === '' ? '' : `, ${heading}`}`;

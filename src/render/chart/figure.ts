import { whole } from '../../base/figures.ts';
import { compact } from '../../base/grouped.ts';

/** A figure beside a bar, with no more digits than a reader takes in, with the sign or word of its unit. */
export function figureOf(value: number, unit: string): string {
  if (unit === '%') return `${Math.round(value * 100)} %`;
  const text =
    Math.abs(value) >= 10_000
      ? compact(value, 2)
      : Math.abs(value) >= 1000 || Number.isInteger(value)
        ? whole(Math.round(value))
        : value.toFixed(1);
  return unit === '' ? text : `${text} ${unit}`;
}

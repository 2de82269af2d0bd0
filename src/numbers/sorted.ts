/**
 * Place of the first of ascending numbers that is not below `least`, among those from `from` to before `to`; `to` where all are.
 * Logarithmic.
 */
export function firstFrom(
  ascending: ArrayLike<number>,
  least: number,
  from = 0,
  to = ascending.length,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Place of a value among ascending numbers, or a part of them, -1 if it is not there. Logarithmic. */
export function indexIn(
  ascending: ArrayLike<number>,
  value: number,
  from = 0,
  to = ascending.length,
): number {
  const at = firstFrom(ascending, value, from, to);
  return at < to && ascending[at] === value ? at : -1;
}

/** Place of the first of ascending numbers that is not below `least`; their number where all are. Logarithmic. */
export function firstFrom(ascending: ArrayLike<number>, least: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Place of a value among ascending numbers, -1 if it is not there. Logarithmic. */
export function indexIn(ascending: ArrayLike<number>, value: number): number {
  const at = firstFrom(ascending, value);
  return ascending[at] === value ? at : -1;
}

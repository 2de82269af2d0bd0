/** Distances between points in rows: that of `a` and `b` is `at[a * count + b]`. Symmetric, 0 on the diagonal. */
export interface Distances {
  readonly count: number;
  readonly at: Float64Array;
  /** How much each point counts. */
  readonly weight: Float64Array;
}

/** The nearest medoid of each point, as its place in the list, with its distance and that of the second nearest. */
function nearestTo({ count, at }: Distances, medoids: readonly number[]) {
  const label = new Int32Array(count);
  const first = new Float64Array(count);
  const second = new Float64Array(count);
  for (let point = 0; point < count; point++) {
    first[point] = Number.POSITIVE_INFINITY;
    second[point] = Number.POSITIVE_INFINITY;
    medoids.forEach((medoid, place) => {
      const distance = at[point * count + medoid]!;
      if (distance < first[point]!) {
        second[point] = first[point]!;
        first[point] = distance;
        label[point] = place;
      } else if (distance < second[point]!) second[point] = distance;
    });
  }
  return { label, first, second };
}

/** Medoids one after another, each where it brings the points nearest to it (BUILD). */
function build({ count, at, weight }: Distances, groups: number): number[] {
  const nearest = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const medoids: number[] = [];
  while (medoids.length < groups) {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let candidate = 0; candidate < count; candidate++) {
      if (medoids.includes(candidate)) continue;
      let sum = 0;
      for (let point = 0; point < count; point++)
        sum += weight[point]! * Math.min(nearest[point]!, at[point * count + candidate]!);
      if (sum < least - 1e-12) {
        least = sum;
        best = candidate;
      }
    }
    medoids.push(best);
    for (let point = 0; point < count; point++)
      nearest[point] = Math.min(nearest[point]!, at[point * count + best]!);
  }
  return medoids;
}

/**
 * k-medoids: the points to which the others are nearest in all, by the partitioning of Kaufman and Rousseeuw (PAM, 1990):
 * built one by one, then exchanged for other points as long as one exchange brings the sum of distances down, each time the
 * best one. Of equals the first, so that the result is the same everywhere. Returns the group of each point. Takes 2 groups
 * at least and fewer than points. Cost: points² for each exchange.
 */
export function medoidGroups(
  distances: Distances,
  groups: number,
): { medoids: readonly number[]; label: Int32Array } {
  const { count, at, weight } = distances;
  const medoids = build(distances, groups);
  for (;;) {
    const { label, first, second } = nearestTo(distances, medoids);
    // What it costs to take each medoid away; what changes by putting a point in is added below (FastPAM1, 2019).
    const loss = new Float64Array(groups);
    for (let point = 0; point < count; point++)
      loss[label[point]!]! += weight[point]! * (second[point]! - first[point]!);
    let best: { medoid: number; point: number; change: number } | null = null;
    for (let candidate = 0; candidate < count; candidate++) {
      if (medoids.includes(candidate)) continue;
      const change = Float64Array.from(loss);
      let shared = 0;
      for (let point = 0; point < count; point++) {
        const distance = at[point * count + candidate]!;
        if (distance < first[point]!) {
          shared += weight[point]! * (distance - first[point]!);
          change[label[point]!]! += weight[point]! * (first[point]! - second[point]!);
        } else if (distance < second[point]!)
          change[label[point]!]! += weight[point]! * (distance - second[point]!);
      }
      for (let medoid = 0; medoid < groups; medoid++) {
        const total = shared + change[medoid]!;
        if (total < (best?.change ?? -1e-9) - 1e-12) best = { medoid, point: candidate, change: total };
      }
    }
    if (best === null) return { medoids, label };
    medoids[best.medoid] = best.point;
  }
}

/**
 * Mean silhouette, each point counting by its weight: (b − a) / max(a, b), where a is the mean distance to
 * the others of the own group and b that to the nearest other group; 0 for whoever is alone in a group. −1 to 1.
 * Rousseeuw 1987. Cost: points².
 */
export function meanSilhouette(
  { count, at, weight }: Distances,
  label: ArrayLike<number>,
  groups: number,
): number {
  const size = new Float64Array(groups);
  for (let point = 0; point < count; point++) size[label[point]!]! += weight[point]!;
  let sum = 0;
  let all = 0;
  for (let point = 0; point < count; point++) {
    const own = label[point]!;
    all += weight[point]!;
    if (size[own]! <= 1) continue;
    const to = new Float64Array(groups);
    for (let other = 0; other < count; other++)
      to[label[other]!]! += weight[other]! * at[point * count + other]!;
    const a = to[own]! / (size[own]! - 1);
    let b = Number.POSITIVE_INFINITY;
    for (let group = 0; group < groups; group++)
      if (group !== own && size[group]! > 0) b = Math.min(b, to[group]! / size[group]!);
    const larger = Math.max(a, b);
    if (larger > 0 && Number.isFinite(b)) sum += (weight[point]! * (b - a)) / larger;
  }
  return all > 0 ? sum / all : 0;
}

import type { Index } from '../../model/organisation.ts';
import { pathTops, type ReportingTree } from '../../model/tree.ts';
import { firstFrom } from '../../numbers/sorted.ts';

/** Weights at whole places of a line, for Σ weight · min(place, x). */
class Minima {
  private readonly weightAt = new Map<number, number>();
  private places = new Float64Array();
  /** Of the places before each index: Σ weight, and Σ weight · place. */
  private weights = new Float64Array();
  private products = new Float64Array();

  add(place: number, weight: number): void {
    this.weightAt.set(place, (this.weightAt.get(place) ?? 0) + weight);
  }

  /** Asked only after all were added. Logarithmic in the places. */
  upTo(x: number): number {
    if (this.places.length === 0) this.sum();
    const beyond = firstFrom(this.places, x + 1);
    return this.products[beyond]! + x * (this.weights.at(-1)! - this.weights[beyond]!);
  }

  private sum(): void {
    this.places = Float64Array.from(this.weightAt.keys()).sort();
    this.weights = new Float64Array(this.places.length + 1);
    this.products = new Float64Array(this.places.length + 1);
    this.places.forEach((place, at) => {
      const weight = this.weightAt.get(place)!;
      this.weights[at + 1] = this.weights[at]! + weight;
      this.products[at + 1] = this.products[at]! + weight * place;
    });
  }
}

/**
 * The same as `Reach` for charts of very many levels: costs the people who are added and the logarithm of those in the chart,
 * whatever the levels. Its sums are added in another order, so the last digit may be another.
 */
export class DeepReach {
  private readonly at: Index[] = [];
  private readonly depth: number[] = [];
  private readonly weight: number[] = [];
  private sums: { weight: number; depths: number; byDepth: Minima; byPath: Map<Index, Minima> } | null = null;

  constructor(private readonly tree: ReportingTree) {}

  /** Adds people at a depth whose lowest manager of interest is `at`, before any distance is asked for. */
  add(at: Index, depth: number, weight: number): void {
    this.at.push(at);
    this.depth.push(depth);
    this.weight.push(weight);
  }

  distanceTo(other: DeepReach): number {
    const [few, many] = this.at.length <= other.at.length ? [this, other] : [other, this];
    return few.at.reduce((sum, at, k) => sum + few.weight[k]! * many.distanceFrom(at, few.depth[k]!), 0);
  }

  /**
   * From one of a depth below a manager: max(a, b) = a + b − min(a, b), and two people have in common of each path that both
   * lines take the managers from its top to where the first of them leaves it, which is a minimum again.
   */
  private distanceFrom(at: Index, depth: number): number {
    this.sums ??= this.sum();
    const { weight, depths, byDepth, byPath } = this.sums;
    let distance = weight * (depth + 1) + depths - byDepth.upTo(depth);
    this.eachPath(at, (top, managers) => {
      distance -= byPath.get(top)?.upTo(managers) ?? 0;
    });
    return distance;
  }

  private sum(): NonNullable<DeepReach['sums']> {
    const sums = { weight: 0, depths: 0, byDepth: new Minima(), byPath: new Map<Index, Minima>() };
    this.at.forEach((at, k) => {
      const weight = this.weight[k]!;
      sums.weight += weight;
      sums.depths += weight * this.depth[k]!;
      sums.byDepth.add(this.depth[k]!, weight);
      this.eachPath(at, (top, managers) => {
        let path = sums.byPath.get(top);
        if (path === undefined) {
          path = new Minima();
          sums.byPath.set(top, path);
        }
        path.add(managers, weight);
      });
    });
    return sums;
  }

  /** Calls back with each heavy path from a manager up to the root, and how many managers of it are on this line. */
  private eachPath(at: Index, call: (top: Index, managers: number) => void): void {
    const { boss, depth } = this.tree;
    const tops = pathTops(this.tree);
    for (let seat = at; seat >= 0; seat = boss[tops[seat]!]!)
      call(tops[seat]!, depth[seat]! - depth[tops[seat]!]! + 1);
  }
}

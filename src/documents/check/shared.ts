/** What both sides of a comparison have in common is worked out once, for as long as a check lasts. */
export class Shared<K extends object, V> {
  private readonly known = new Map<K, Map<string, V>>();

  get(of: K, variant: string, make: () => V): V {
    let variants = this.known.get(of);
    if (variants === undefined) {
      variants = new Map();
      this.known.set(of, variants);
    }
    if (!variants.has(variant)) variants.set(variant, make());
    return variants.get(variant)!;
  }
}

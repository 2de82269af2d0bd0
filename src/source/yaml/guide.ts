/** What the schema says of a place, as far as reading needs it. */
export interface ReadingGuide<Shape> {
  /** Whether a scalar here is text, and so kept as written. */
  isText(shape: Shape): boolean;
  below(shape: Shape, key: string): Shape | undefined;
  entries(shape: Shape): Shape | undefined;
  /** All keys that a map here may have; undefined where it may have any. */
  keys(shape: Shape): ReadonlySet<string> | undefined;
  /** Whether a value may stand here. */
  fits(shape: Shape, value: unknown): boolean;
}

/** The fields that are never undefined, and those that may be as fields that may be missing. */
type Given<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The fields that have a value: what is undefined is left out, as it is in a document. `{ a: 1, b: undefined }` is `{ a: 1 }`. */
export function given<const T extends object>(fields: T): Given<T> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) kept[key] = value;
  return kept as Given<T>;
}

/** A number as JSON can hold it: null for none, and for what is not finite. */
export const finite = (value: number | null | undefined): number | null =>
  value == null || !Number.isFinite(value) ? null : value;

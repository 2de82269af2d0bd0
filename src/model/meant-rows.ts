/** Rows by id, with what else they may be called. */
export interface Rows {
  readonly id: readonly string[];
  readonly name: readonly string[];
  readonly title?: readonly string[];
}

interface MeantRow {
  readonly id: string;
  /** What of it was written in place of the id. */
  readonly as: 'name' | 'title';
}

/**
 * Whom texts mean that are no id: the one row of that name, else of that title, whatever its case. Linear in the rows; undefined
 * where none or several are called so.
 */
export function rowsMeantBy(
  texts: Iterable<string>,
  { id, name, title = [] }: Rows,
): (text: string) => MeantRow | undefined {
  const wanted = new Set([...texts].map((text) => text.toLowerCase()));
  const found = { name: new Map<string, string | undefined>(), title: new Map<string, string | undefined>() };
  for (const [as, values] of [
    ['name', name],
    ['title', title],
  ] as const)
    values.forEach((value, row) => {
      const key = value.toLowerCase();
      if (wanted.has(key)) found[as].set(key, found[as].has(key) ? undefined : id[row]!);
    });
  return (text) => {
    const key = text.toLowerCase();
    const as = found.name.has(key) ? 'name' : 'title';
    const of = found[as].get(key);
    return of === undefined ? undefined : { id: of, as };
  };
}

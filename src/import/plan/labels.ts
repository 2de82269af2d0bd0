import { folded } from '../../base/text.ts';

/** How things with ids are shown in cells that people choose from, as `Ada Lovelace (p7)`, and known again however they are written. */
export class Labels {
  private readonly byLabel = new Map<string, string>();
  private readonly label = new Map<string, string>();
  private readonly byName = new Map<string, string | undefined>();
  private readonly ids: ReadonlySet<string>;

  /** @param names - '' where there is none, or none is to be shown. */
  constructor(ids: readonly string[], names: readonly string[]) {
    this.ids = new Set(ids);
    ids.forEach((id, at) => {
      const name = names[at] ?? '';
      if (name === '') return;
      const key = folded(name);
      this.byName.set(key, this.byName.has(key) && this.byName.get(key) !== id ? undefined : id);
      const label = `${name} (${id})`;
      // A list is parted by semicolons; and nothing is shown as what means another.
      if (key === folded(id) || name.includes(';') || this.ids.has(label) || this.byLabel.has(label)) return;
      this.byLabel.set(label, id);
      this.label.set(id, label);
    });
  }

  of(id: string): string {
    return this.label.get(id) ?? id;
  }

  all(): string[] {
    return [...this.ids].map((id) => this.of(id));
  }

  known(): ReadonlySet<string> {
    return this.ids;
  }

  /** The id that a text means: an id, a label, an id in brackets at the end, or a name that is one's alone. */
  idOf(text: string): string | undefined {
    if (this.ids.has(text)) return text;
    const end = /\(([^()]+)\)$/.exec(text)?.[1]?.trim();
    return (
      this.byLabel.get(text) ??
      (end !== undefined && this.ids.has(end) ? end : undefined) ??
      this.byName.get(folded(text))
    );
  }
}

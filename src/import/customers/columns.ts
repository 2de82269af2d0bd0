import type { Journal } from '../journal.ts';
import type { CustomerField } from './customer-fields.ts';
import type { CustomerFile } from './read-customers.ts';

export const given = (column: readonly string[]): string[] => column.filter((text) => text !== '');
export const every = (column: readonly string[], fits: (text: string) => boolean): boolean => {
  const values = new Set(column);
  values.delete('');
  return values.size > 0 && [...values].every(fits);
};

/** The columns of a file of customers: those that a field has taken, and those that are attributes. */
export class Columns {
  readonly fields: Map<CustomerField, readonly string[]>;
  readonly attributes: Map<string, readonly string[]>;
  /** Headers of names of people to talk to, where customers are companies. */
  readonly contacts: string[] = [];

  constructor(
    readonly file: CustomerFile,
    readonly journal: Journal,
  ) {
    this.fields = file.fields as Map<CustomerField, readonly string[]>;
    this.attributes = file.attributes;
  }

  /** Makes the column of a field an attribute; gives its name. */
  asAttribute(field: CustomerField): string {
    const header = this.headerOf(field);
    this.attributes.set(header, this.fields.get(field)!);
    this.forget(field);
    return header;
  }

  /** Makes an attribute the column of a field. */
  take(field: CustomerField, header: string): void {
    this.fields.set(field, this.attributes.get(header)!);
    this.attributes.delete(header);
    this.file.bound.push({ field, index: -1, header, byValues: true });
  }

  /** Makes the column of one field that of another. */
  rebind(from: CustomerField, to: CustomerField): void {
    const { bound } = this.file;
    const place = bound.findIndex((one) => one.field === from);
    bound[place] = { ...bound[place]!, field: to };
    this.fields.set(to, this.fields.get(from)!);
    this.fields.delete(from);
  }

  private forget(field: CustomerField): void {
    this.fields.delete(field);
    const { bound } = this.file;
    bound.splice(
      bound.findIndex((one) => one.field === field),
      1,
    );
  }

  headerOf(field: CustomerField): string {
    return this.file.bound.find((one) => one.field === field)!.header;
  }

  say(text: string): void {
    this.journal.assume(`${this.file.file}: ${text}`);
  }
}

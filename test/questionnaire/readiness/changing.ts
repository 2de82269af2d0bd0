import type { AnyFile } from './whole-file.ts';

export type Change = (file: AnyFile) => void;

const named = (list: AnyFile, id: string) => list.find((one: AnyFile) => one.id === id);
export const unit = (file: AnyFile, id: string) => named(file.departments, id);
export const person = (file: AnyFile, id: string) => named(file.people, id);

export const answer =
  (item: string, value: unknown): Change =>
  (file) => {
    if (value === undefined) delete file.practices[item];
    else file.practices[item] = value;
  };

export const context =
  (key: string, value: unknown): Change =>
  (file) => {
    if (value === undefined) delete file.context[key];
    else file.context[key] = value;
  };

/** Takes fields from the first customers, or from all. */
export const without =
  (fields: readonly string[], customers = Number.POSITIVE_INFINITY): Change =>
  (file) => {
    for (const customer of file.customers.slice(0, customers))
      for (const field of fields) delete customer[field];
  };

export const both =
  (...changes: readonly Change[]): Change =>
  (file) => {
    for (const change of changes) change(file);
  };

export const inUnit =
  (id: string, change: Change): Change =>
  (file) =>
    change(unit(file, id));

export const inBoth = (change: Change): Change => both(inUnit('north', change), inUnit('south', change));

export const drop =
  (key: string): Change =>
  (thing) => {
    delete thing[key];
  };

export const serves = (id: string, value: unknown): Change =>
  inUnit(id, (one) => {
    one.serves = value;
  });

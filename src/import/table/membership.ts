import { wellFormed } from '../clean.ts';
import { isRecord } from './yaml-reading.ts';

/** A team of people by the numbers of their rows, for sources in which somebody may be in several. */
export interface TeamRows {
  readonly id: string;
  readonly name: string;
  readonly kind: 'team' | 'squad' | 'project';
  readonly lead: number | undefined;
  /** The lead among them. */
  readonly members: readonly number[];
}

/** What documents of people and teams hold: people as rows, numbered from 1, the teams that they are in, and what is to be said. */
export interface Membership {
  readonly rows: readonly ReadonlyMap<string, string>[];
  readonly teams: readonly TeamRows[];
  readonly notes: readonly string[];
}

/** A document, and the name of its file without the extension. */
export interface Document {
  readonly value: unknown;
  readonly stem: string;
}

export type Entity = Readonly<Record<string, unknown>>;

/** A scalar as text, '' for anything else. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? wellFormed(String(value).trim()) : '';

/** The texts of a list; none where it is no list. */
export const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(textOf).filter((one) => one !== '') : [];

export const part = (entity: Entity, key: string): Entity => (isRecord(entity[key]) ? entity[key] : {});

/** Sorts of teams as sources name them. */
export const kindOf = (text: string): TeamRows['kind'] =>
  /squad/i.test(text) ? 'squad' : /project|working[ -]?group|task ?force/i.test(text) ? 'project' : 'team';

import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { checking } from './json-schema.ts';
import { sarifOnGithub } from './sarif-github.ts';

const PACKAGE = import.meta.resolve('@microsoft/sarif-multitool-ts');

interface Schema {
  readonly $schema: string;
  readonly title: string;
  readonly definitions: Readonly<Record<string, object>>;
}

/** The schema of SARIF 2.1.0 by OASIS, as the package of the SARIF SDK has it. */
export const published: Schema = JSON.parse(
  readFileSync(new URL('../assets/sarif-2.1.0.schema.json', PACKAGE), 'utf8'),
);

/** With what the errata of OASIS (01) add that the package does not have: a region says where it begins. */
export const corrected: Schema = {
  ...published,
  definitions: {
    ...published.definitions,
    region: {
      ...published.definitions.region,
      anyOf: ['startLine', 'charOffset', 'byteOffset'].map((name) => ({ required: [name] })),
    },
  },
};

export const checkSarif = checking(corrected);

/** The log, or an error where it is none by the standard, or none that GitHub takes. */
export function parseSarif(text: string): z.infer<typeof sarifOnGithub> {
  const log: unknown = JSON.parse(text);
  checkSarif(log);
  return sarifOnGithub.parse(log);
}

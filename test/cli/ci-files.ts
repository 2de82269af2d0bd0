import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A file of the repository. */
export const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

export const { version } = JSON.parse(read('package.json')) as { version: string };

interface Step {
  readonly name: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

export const action: Action = parse(read('action.yml'));
export const { steps } = action.runs;
export const inputNames = Object.keys(action.inputs);
export const stepOf = (name: string): Step => steps.find((step) => step.name === name)!;

interface Hook {
  readonly entry: string;
  readonly args: readonly string[];
  readonly files: string;
}

export const hooks: readonly Hook[] = parse(read('.pre-commit-hooks.yaml'));

interface Job {
  readonly before_script: readonly string[];
  readonly script: readonly string[];
  readonly artifacts: { readonly reports: Readonly<Record<string, string>> };
}

export const gitlab: Job = parse(read('docs/ci/gitlab-ci.yml')).orgdesign;

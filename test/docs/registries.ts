import * as z from 'zod';
import type { Io } from '../../src/cli/io/io.ts';
import { createProgram } from '../../src/cli/program.ts';
import {
  CLUSTER_SCORECARD,
  PHASE_SCORECARDS,
  SERVICE_SCORECARDS,
} from '../../src/designs/scorecards-and-charters.ts';
import { measures } from '../../src/measures/index.ts';
import { remarks } from '../../src/questionnaire/maturity/maturity.ts';
import { readinessItems } from '../../src/questionnaire/readiness/readiness.ts';
import { rules } from '../../src/rules/index.ts';
import { report } from '../../src/schema/documents/report.ts';
import { BUILT_IN_CAPABILITY_IDS } from '../../src/schema/input/capability.ts';
import { DESIGN_IDS } from '../../src/schema/input/designs.ts';
import { OFFICER_STATEMENT_IDS } from '../../src/schema/input/officer.ts';
import { organisation } from '../../src/schema/input/organisation.ts';
import { policy } from '../../src/schema/input/policy.ts';
import { PRACTICES } from '../../src/schema/input/practices.ts';

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
}

const branches = (shape: Shape): readonly Shape[] => shape.anyOf?.flatMap(branches) ?? [shape];

/** What stands below one step of a path, `*` being any name and `[]` an entry; undefined for nothing. */
const below = (shape: Shape, step: string): Shape | undefined => {
  for (const branch of branches(shape)) {
    const { properties = {}, additionalProperties, items } = branch;
    if (step === '[]' && items !== undefined) return items;
    if (step === '*' && typeof additionalProperties === 'object') return additionalProperties;
    if (step !== '[]' && step !== '*' && Object.hasOwn(properties, step)) return properties[step];
  }
  return undefined;
};

/** Whether a path, as `departments[].charter.goals`, leads somewhere in a schema. */
const leadsSomewhere = (root: Shape, path: string): boolean => {
  let shape: Shape | undefined = root;
  for (const step of path.replaceAll('[]', '.[]').split('.'))
    shape = shape === undefined ? undefined : below(shape, step);
  return shape !== undefined;
};

const [file, document] = [
  z.toJSONSchema(organisation, { io: 'input' }) as Shape,
  z.toJSONSchema(report, { io: 'output' }) as Shape,
];

const among =
  (ids: Iterable<string>): ((id: string) => boolean) =>
  (id) =>
    new Set(ids).has(id);

const commands = (): readonly string[] =>
  createProgram({ stdout: {}, stderr: {} } as unknown as Io, () => {}).commands.map((one) => one.name());

export const READINESS = [...readinessItems.values()].flatMap((items) => items.map(({ id }) => id));
export const REMARKS = remarks.map(({ id }) => id);
const ARTICLES = /Jackson|Jameane|Bush|Focus\/Centric\/Led|Eccles/;
/** Rules about fit that the articles ask for; others rest on studies of their own. */
export const FIT_RULES = rules.flatMap(({ id, about, why }) =>
  about === 'fit' && ARTICLES.test(why.source) ? [id] : [],
);
export const PRACTICE_IDS = PRACTICES.map(({ id }) => id);

/** Whether there is such a thing, by what it is called in the table of claims. */
export const registries: ReadonlyMap<string, (id: string) => boolean> = new Map([
  ['rule', among(rules.map(({ id }) => id))],
  ['measure', among(measures.map(({ id }) => id))],
  ['design', among(DESIGN_IDS)],
  ['policy', (id) => Object.hasOwn(policy.shape, id)],
  ['practice', among(PRACTICE_IDS)],
  ['readiness', among(READINESS)],
  ['officer', among(OFFICER_STATEMENT_IDS)],
  ['capability', among(BUILT_IN_CAPABILITY_IDS)],
  ['remark', among(REMARKS)],
  ['command', among(commands())],
  [
    'metric',
    among(
      [
        CLUSTER_SCORECARD,
        ...[PHASE_SCORECARDS, SERVICE_SCORECARDS].flatMap((cards) => Object.values(cards)),
      ].flat(),
    ),
  ],
  ['key', (path) => leadsSomewhere(file, path)],
  ['report', (path) => leadsSomewhere(document, path)],
]);

import type { z } from 'zod';
import type { Position } from '../base/errors.ts';
import { lazy } from '../base/memo.ts';
import { didYouMean, quoted } from '../base/text.ts';
import { measures } from '../measures/index.ts';
import { rules } from '../rules/index.ts';
import { presets } from '../rules/presets.ts';
import { checkPolicy, type RuleSettings } from '../schema/input/check-policy.ts';
import type { SourceFile } from '../schema/loaded.ts';
import { checkVersion } from '../schema/read/load.ts';
import { addIssues, Problems, SOME_TEXT, withoutFaulty } from '../schema/read/problems.ts';
import { readYamlFile, type YamlFile } from '../schema/read/yaml-file.ts';
import type { FileReader } from '../source/files.ts';
import { ownRules } from './own-rules.ts';

const settable = [...rules, ...ownRules.map((rule) => ({ ...rule, options: [] }))];
const RULE_IDS: readonly string[] = settable.map(({ id }) => id);

/** What a policy file may say, with every rule and measure that there is. */
export const policySchema = lazy(() =>
  checkPolicy(settable, measures, [...presets.keys()] as [string, ...string[]]),
);

type PolicyInput = z.infer<ReturnType<typeof policySchema>>;
type Override = Omit<PolicyInput['overrides'][number], 'rules'> & { readonly rules: RuleSettings };

/** What a policy file says. */
export interface CheckPolicy extends Omit<PolicyInput, 'extends' | 'rules' | 'overrides'> {
  readonly source: SourceFile & { readonly text: string };
  readonly extends: readonly string[];
  readonly rules: RuleSettings;
  readonly overrides: readonly Override[];
  at(path: readonly (string | number)[]): Position;
}

const kind = () => ({
  schema: policySchema(),
  expected: 'A policy begins with `version: 1`; `extends: recommended` is a start.',
});

/**
 * Reads and checks the file of a policy.
 * @throws UserError with everything that is wrong, each with its place, the lines around it and what to do.
 */
export async function loadPolicy(path: string, io: FileReader): Promise<CheckPolicy> {
  const file = await readYamlFile(path, io, kind());
  checkVersion(file);
  const problems = new Problems();
  for (const fault of file.faults) problems.add(fault.message, () => fault);
  const parsed = policySchema().safeParse(file.value);
  const readable = parsed.success
    ? parsed
    : policySchema().safeParse(
        withoutFaulty(file.value, addIssues(parsed.error.issues, file, problems), file.shape),
      );
  if (readable.success) checkMeaning(readable.data, file, problems);
  problems.throwIfAny();
  const { extends: named, rules: settings, overrides, ...rest } = parsed.data!;
  return {
    ...rest,
    extends: [named].flat(),
    rules: settings as RuleSettings,
    overrides: overrides as readonly Override[],
    source: file.source,
    at: (place) => file.at(place),
  };
}

/** What the schema cannot say. */
function checkMeaning(
  { overrides, measures: limits, waivers }: PolicyInput,
  file: YamlFile,
  problems: Problems,
) {
  const add = (kind: string, path: (string | number)[], message: string, hint: string) =>
    problems.add(kind, () => file.problem(path, message, hint));
  overrides.forEach(({ departments, kinds }, at) => {
    if (departments === undefined && kinds === undefined)
      add(
        'an override of everything',
        ['overrides', at],
        'overrides: it names neither departments nor kinds of unit.',
        'Give `departments` or `kinds`; settings for all stand under `rules:`.',
      );
  });
  for (const [id, limit] of Object.entries(limits)) {
    if (limit === undefined) continue;
    const { min, max, tolerance } = limit;
    const path = ['measures', id];
    if (min !== undefined && max !== undefined && min > max)
      add(
        'limits',
        path,
        `measures.${id}: the least, ${min}, is above the most, ${max}.`,
        'Exchange the two.',
      );
    const direction = measures.find((measure) => measure.id === id)!.better;
    if (tolerance !== undefined && min === undefined && max === undefined && direction === 'none')
      add(
        'a tolerance',
        path,
        `measures.${id}: neither a higher nor a lower figure is worse by nature.`,
        'Give `min` or `max`.',
      );
  }
  waivers.forEach(({ rule }, at) => {
    if (rule !== SOME_TEXT && !RULE_IDS.includes(rule))
      add(
        'not the id of a rule',
        ['waivers', at, 'rule'],
        `waivers.rule: ${quoted(rule)} is not the id of a rule.`,
        didYouMean(rule, RULE_IDS) ?? '`orgdesign explain` lists the rules.',
      );
  });
}

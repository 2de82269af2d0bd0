import { addTo } from '../../base/groups.ts';
import { allOf } from '../../base/text.ts';
import { dim, list, type Part, section, table, text, toned } from '../../render/block.ts';
import type { Medium } from '../../render/format.ts';
import type {
  ReportedOfficer,
  ReportedOfficerStructure,
  VerdictWord,
} from '../../schema/documents/verdicts.ts';
import { OFFICER_MODELS, type OfficerModel } from '../../schema/input/officer.ts';
import {
  OFFICER_WORDS,
  officerInWords,
  officerModelInWords,
  signed,
  withPlace,
} from '../assessment/assessment-words.ts';
import { BEST } from './marks.ts';

/** Less than this says next to nothing. */
const WORTH_SAYING = 0.05;

const NONE = 'none stands out';

const SHORT: Readonly<Record<OfficerModel, string>> = {
  'full-department': 'department',
  minister: 'minister',
  middle: 'middle',
};
type Item = ReportedOfficerStructure['models'][number]['for'][number];

/** Verdicts of a model that is worth naming. */
const FITS: ReadonlySet<VerdictWord> = new Set(['suits', 'rather suits']);

/** What one statement says of the models of one structure. */
interface StatementOnStructure {
  readonly design: string;
  readonly text: string;
  readonly item: Item;
  readonly cfs: Map<OfficerModel, number>;
}

/** What is said of each structure, by statement; what weighs most in any of them first. */
function saidBy({ structures }: ReportedOfficer): readonly (readonly StatementOnStructure[])[] {
  const all = new Map<string, StatementOnStructure[]>();
  for (const { design, models } of structures)
    for (const { model, for: pro, against } of models)
      for (const item of [...pro, ...against]) {
        if (Math.abs(item.cf) < WORTH_SAYING) continue;
        const said = all.get(item.statement) ?? [];
        all.set(item.statement, said);
        const last = said.at(-1);
        if (last?.design === design) last.cfs.set(model, item.cf);
        else
          said.push({
            design,
            text: item.premises.map(({ text }) => text).join('; '),
            item,
            cfs: new Map([[model, item.cf]]),
          });
      }
  const weight = (said: readonly StatementOnStructure[]) =>
    Math.max(...said.flatMap(({ cfs }) => [...cfs.values()].map(Math.abs)));
  return [...all].sort(([a, x], [b, y]) => weight(y) - weight(x) || (a < b ? -1 : 1)).map(([, said]) => said);
}

/** A statement once: what was read, for which models it counts how much, in which structures, and why. */
function statement(said: readonly StatementOnStructure[], structures: number) {
  const [first] = said;
  if (first === undefined) return [];
  const same = said.filter(({ text: of }) => of === first.text).map(({ design }) => design);
  const other = said.filter(({ text: of }) => of !== first.text).map(({ design }) => design);
  const where =
    same.length === structures
      ? 'everywhere'
      : `${allOf(same)}${other.length === 0 ? '' : `, with other figures ${allOf(other)}`}`;
  const weighs = [...first.cfs].map(([model, cf]) => `${SHORT[model]} ${signed(cf)}`).join(', ');
  const why = `${first.item.why} (${first.item.source})`;
  return [{ text: `${first.text} (${where}): ${weighs}.`, notes: [{ text: dim(why) }] }];
}

/** The models of each structure side by side, then each reason once. */
const atTerminal = (advice: ReportedOfficer): Part => {
  const rows = advice.structures.map(({ name, best, models }) => ({
    label: name,
    cells: OFFICER_MODELS.map((wanted) => {
      const { cf, verdict } = models.find(({ model }) => model === wanted)!;
      return wanted === best && FITS.has(verdict) ? toned('good', `${BEST}${signed(cf)}`) : signed(cf);
    }),
  }));
  const meant = OFFICER_MODELS.map((model) => `${SHORT[model]}: ${OFFICER_WORDS[model]}`).join('; ');
  return section('officer', { count: 'who could own the customer' }, [
    text(advice.first),
    advice.option !== null && text(advice.option),
    table(
      OFFICER_MODELS.map((model) => SHORT[model]),
      { title: 'Certainty of each model', rows },
      {
        legend: [
          `${BEST} fits best, of those within 0.05 the middle one; where none is marked, none stands out. ${meant}.`,
        ],
      },
    ),
    list(saidBy(advice).flatMap((said) => statement(said, advice.structures.length))),
  ]);
};

const onPage = ({ first, option, structures }: ReportedOfficer): Part =>
  section('Who owns the customer', {}, [
    text(first),
    option !== null && text(option),
    ...structures.map((one) =>
      section(officerInWords(one), {}, [
        list(
          one.models.map((model) => ({
            text: officerModelInWords(model),
            notes: [...model.for, ...model.against].map(({ cf, premises, why, source }) => ({
              text: `${signed(cf)}: ${premises.map(({ text: read, at }) => withPlace(read, at)).join('; ')}. ${why} (${source})`,
            })),
          })),
        ),
      ]),
    ),
  ]);

/** Who could own the customer. */
export const officerPart = (advice: ReportedOfficer, medium: Medium): Part =>
  medium === 'terminal' ? atTerminal(advice) : onPage(advice);

/** Which model fits which structure, in a sentence. */
export function officerSentence({ option, structures }: ReportedOfficer): string {
  const byAdvice = new Map<string, string[]>();
  for (const { design, best, open, models } of structures) {
    const found = models.find(({ model }) => model === best);
    const advice =
      found === undefined
        ? open
          ? 'none is advised, since most answers are missing'
          : 'no officer yet'
        : FITS.has(found.verdict)
          ? OFFICER_WORDS[found.model]
          : NONE;
    addTo(byAdvice, advice, design);
  }
  const said = [...byAdvice].map(([advice, designs]) => `${advice} (${allOf(designs)})`);
  return `Chief Customer Officer, the model that fits best: ${said.join('; ')}.${option === null ? '' : ` ${option}`}`;
}

import { figureFormat, percent } from '../../base/figures.ts';
import { counted, printable } from '../../base/text.ts';
import { list, listIfAny, type Part, section, strong, table, text } from '../../render/block.ts';
import type { Ranking } from '../../schema/documents/ranking.ts';
import type { Report } from '../../schema/documents/report.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import { DESIGN_NAMES } from '../../verdicts/design-names.ts';
import { profileName } from '../../verdicts/ranking-sentences.ts';
import { labelOf, shownFigure } from '../answer/figures-in-words.ts';

const byWhat = ({ source, profile }: Ranking): string =>
  profile === null
    ? 'by the criteria of the file'
    : `${profileName(profile)}${source === 'assumed' ? ', assumed because nobody said what counts' : ''}`;

/** Which design comes first, by what, and how much that depends on the weights. */
export function rankingPart({ ranking, designs }: Report): Part {
  if (ranking === null)
    return section('ranking', {}, [text('Nothing can be compared: the designs are not ranked.')]);
  const ranked = designs.filter(({ id }) => ranking.totals[id] !== undefined);
  const columns = ranked.map(({ id }) => DESIGN_NAMES[id].column);
  const criteria = ranking.criteria.map(({ measure, weight, worst, best }) => {
    const values = ranked.map(({ measures: taken }) => shownFigure(taken[measure]));
    const format = figureFormat([...values, worst, best], taken(ranked[0]!, measure));
    return {
      label: printable(labelOf(measure)),
      cells: [percent(weight), format(worst), format(best), ...values.map(format)],
    };
  });
  const shares = (title: string, of: (id: DesignId) => number) => ({
    label: title,
    cells: ['', '', '', ...ranked.map(({ id }) => percent(of(id)))],
  });
  const near = ranking.nearness === 'in-order' ? 'in the agreed order' : 'half to double';
  return section('ranking', { count: byWhat(ranking) }, [
    table(
      ['weight', 'worst', 'best', ...columns],
      [
        { title: 'Criteria', rows: criteria },
        // A race of one says nothing.
        {
          title: 'All together',
          rows:
            ranked.length < 2
              ? []
              : [
                  shares('Worth', (id) => ranking.totals[id]!),
                  shares(`Wins with weights ${near}`, (id) => ranking.near[id]!),
                  shares('Wins in all ways to weigh', (id) => ranking.acceptability[id]![0]!),
                ],
        },
      ],
    ),
    list(ranking.why),
    listIfAny(
      ranking.notRanked.map(({ design, reason }) => `${DESIGN_NAMES[design].name}: ${reason}`),
      { title: strong('Not recommended, whatever counts') },
    ),
    listIfAny(
      ranking.leftOut.map(({ criterion, reason }) => `${labelOf(criterion)}: ${reason}`),
      { title: strong(`${counted(ranking.leftOut.length, 'criterion', 'criteria')} left out`) },
    ),
  ]);
}

const taken = ({ measures: all }: Report['designs'][number], measure: string): string =>
  all[measure]?.unit ?? '';

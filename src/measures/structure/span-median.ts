import { defineMeasure } from '../measure.ts';
import { distributionOf } from '../summarise.ts';

export const spanMedian = defineMeasure({
  id: 'spans.median',
  label: 'Median span',
  summary: 'How many direct reports the manager in the middle has.',
  formula:
    'Median over managers of the number of direct reports on primary lines, open seats counted; the lower of two middle values. The bands count managers with 1, 2–3, 4–7, 8–12, 13–16 and 17 or more. Nobody leads: null.',
  unit: 'reports',
  better: 'none',
  source: 'orgdesign, model section 6.',
  change: 'Reporting lines.',
  needs: ['lines'],
  take: (view) => {
    const spans = view.spans().map((team) => team.reports);
    const distribution = distributionOf(spans);
    if (distribution === undefined) return { value: null, reason: 'Nobody leads anyone.' };
    const bands: Record<string, number> = { '1': 0, '2-3': 0, '4-7': 0, '8-12': 0, '13-16': 0, '17+': 0 };
    for (const span of spans)
      bands[
        span === 1
          ? '1'
          : span <= 3
            ? '2-3'
            : span <= 7
              ? '4-7'
              : span <= 12
                ? '8-12'
                : span <= 16
                  ? '13-16'
                  : '17+'
      ]!++;
    return { value: distribution.median, distribution, bands };
  },
});

import { percent } from '../../base/figures.ts';
import { sentenceCase } from '../../base/text.ts';
import type { Report } from '../../schema/documents/report.ts';
import { DESIGN_NAMES } from '../../verdicts/design-names.ts';

/** From this share on somebody asks why it is not decided. */
const MOSTLY = 0.75;

/** How often what is recommended, or leads, wins, and what would change that; nothing where nothing was weighed. */
export const howSure = ({ answer: { confidence, decision, design }, ranking }: Report): string[] => {
  if (confidence === null) return [];
  // A race of one says nothing.
  if (Object.keys(ranking?.acceptability ?? {}).length === 1) return [];
  const leading = design ?? 'as-is';
  const { name, wins } = DESIGN_NAMES[leading];
  const { profile = null, source, near = {} } = ranking ?? {};
  const like =
    profile === null
      ? 'like those agreed'
      : `like ${profile.replace('-', ' ')}${source === 'assumed' ? ' (assumed)' : ''}`;
  const first = ranking?.winner ?? leading;
  // Beside what is recommended though another wins more often that other stands.
  const close =
    first === leading
      ? `, ${percent(near[leading] ?? 0)} of those ${like}`
      : `, ${DESIGN_NAMES[first].name} in ${percent(ranking?.acceptability[first]?.[0] ?? 0)}`;
  const robust = ranking?.winner !== leading || ranking.robust ? '' : ' That is not robust.';
  // Most of all ways, and yet not decided: it is close by the priorities that count, until others are agreed.
  if (robust !== '' && decision === 'not-decided' && confidence.share >= MOSTLY)
    return [
      `${sentenceCase(name)} ${wins} in ${percent(confidence.share)} of all ways to weigh, but only in ${percent(near[leading] ?? 0)} of those ${like}, which decides nothing. ${confidence.changedBy}`.trim(),
    ];
  const share = `${sentenceCase(name)} ${wins} in ${percent(confidence.share)} of all ways to weigh the criteria${close}.${robust}`;
  if (confidence.changedBy === '') return [share];
  return [
    first === leading
      ? `${share} ${confidence.changedBy}`
      : // What is recommended in spite of the priorities is said before how often it wins.
        `${confidence.changedBy} ${share} Whoever agrees to priorities should weigh it again.`,
  ];
};

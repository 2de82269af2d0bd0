import { LETTER } from '../../languages/language.ts';

/** Words of titles that say how high somebody stands, the highest first. */
const RANKS: readonly RegExp[] = [
  /\bchief\b|\bc[a-z]o\b|\bpresident\b|\bgeschäftsführer/i,
  /\bvice[- ]president\b|\b[es]?vp\b/i,
  /\bdirect(or|eur|rice|eure)\b|\bdirektor/i,
  /\bhead\b|leiter(in)?\b|\bresponsable\b|\bhoofd\b/i,
  /\bmanager\b|\bjefe\b/i,
  /\blead(er)?\b|\bsupervisor\b/i,
];

/** Titles whose "manager" or "lead" names a trade, not people who are led; and people who work for a chief. */
const NO_RANK =
  /\b(account|product|project|program|programme|relationship|customer success|customer|client|office|community|case|content|social media) manager\b|\blead (qualif|gen|develop)|\b(executive|personal) assistant\b|\b(assistant|secretary|aide) to\b.*|\bassistante? d(e|u|es)\b.*|\bassistent(in)? de[rs]\b.*/i;

/** Who stands in for a rank, for the time being or not, or assists it, is below whoever has it. */
const DEPUTY = new RegExp(
  `\\b(deputy|acting|interim|temporary|kommissarisch\\w{0,3}|waarnemend|ad interim|par intérim|associate|assistant|adjointe?|vice(?![- ]president)|stellvertret${LETTER}{0,9}|stellv|stv)(?!${LETTER})`,
  'iu',
);

/** Whether a title says that somebody stands in for, or assists, whoever has a rank. */
export const isDeputy = (title: string): boolean => titleRank(title) % 1 !== 0;

/** The rank of who leads a team and nothing else, by the title. */
export const TEAM_LEAD = 1;

/** Titles are few, and looked at once. */
const known = new Map<string, number>();
/** More are not kept. */
const MOST_TITLES = 10_000;

/** How high a title says that somebody stands: from 6 (chief) over vice president, director, head and manager to 1 (lead), a deputy, or who acts for the time being, half a rank below; 0 for none. */
export function titleRank(title: string): number {
  let rank = known.get(title);
  if (rank === undefined) {
    rank = rankIn(title);
    if (known.size < MOST_TITLES) known.set(title, rank);
  }
  return rank;
}

function rankIn(title: string): number {
  const said = title.replace(NO_RANK, ' ');
  // A vice president is no president.
  const at = RANKS[1]!.test(said) ? 1 : RANKS.findIndex((words) => words.test(said));
  return at < 0 ? 0 : RANKS.length - at - (DEPUTY.test(said) ? 0.5 : 0);
}

/** Whether a title says that somebody is the chief of operations: centres and services report to that one first. */
export const isOperationsChief = (title: string): boolean => /\b(chief operating officer|coo)\b/i.test(title);

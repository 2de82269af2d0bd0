import type { CapabilityInput } from '../schema/input/capability.ts';

/**
 * Which words in a title or in the name of a department stand for which capability. The first row that matches counts,
 * so what is specific stands above what is general (`IT support` above `support`). Logistics goes with production:
 * both stay common services. What no row matches stays unmapped: that is a finding, not a guess.
 */
const TITLE_WORDS: readonly (readonly [pattern: RegExp, capability: string])[] = [
  [
    /\b(chief executive|ceo|managing director|general manager|chief operating|coo|chief customer|cco|founder)\b/,
    'leadership',
  ],
  [
    /^(president|owner|chair(man|woman|person)?|executive( office| board)?|management board|board)$/,
    'leadership',
  ],
  // Data on the customers there are, beside research into the market.
  [
    /\b(customer|client) (insights?|analytics|analysts?|intelligence|data (analy\w*|scien\w*|manager|lead|team))\b|\bvoice of the customer\b/,
    'customer-insight',
  ],
  [/\bmarket(ing)? (research|insight|intelligence)|\bmarket researcher\b/, 'market-research'],
  [/\b(lead qualif\w*|lead generation|sales development|inside sales|sdr|bdr)\b/, 'lead-qualification'],
  [/\bpre-?sales\b|\bsales engineer|\bsolutions? (engineer|consultant|architect|specialist)/, 'pre-sales'],
  [
    /\bkey accounts?\b|\baccount (manager|management|director|lead|coordinator|partner)|\bcustomer success\b|\bclient (manager|partner|director|success|relation\w*)/,
    'account-management',
  ],
  [
    /\b(it|ict|cio|cto office|information (technology|systems?|services?|security)|network|database|sysadmin|systems? (admin\w*|analyst)|applications? specialist|service ?desk|it support)\b/,
    'information-technology',
  ],
  [
    /\b(human resources?|hr|people (partner|operations|team|& culture)|recruit\w*|talent|payroll and benefits)\b/,
    'human-resources',
  ],
  [
    /\b(financ\w*|cfo|account(ant|ants|ing|s)|controll(er|ing)|treasur\w*|payroll|audit\w*|tax|bookkeep\w*|billing|invoicing)\b/,
    'finance',
  ],
  [/\b(procurement|purchas\w*|buyer|sourcing)\b/, 'procurement'],
  [/\b(legal|counsel|lawyer|paralegal|compliance)\b/, 'legal'],
  [
    /\b(facilit\w*|maintenance|janitor|caretaker|office (manager|assistant|services)|reception\w*)\b/,
    'facilities',
  ],
  [
    /\b(customer (support|service|services|care)|help ?desk|technical support|support|after-?sales|contact cent(re|er)|call cent(re|er))\b/,
    'support',
  ],
  [/\bproduct (manager|management|owner|marketing)\b/, 'product-management'],
  [
    /\b(communications?|public relations|pr|press (office|officer|relations|secretary)|editor\w*|content|social media|copywriter)\b/,
    'communications',
  ],
  [/\b(marketing|cmo|brand|campaigns?|events?|demand generation)\b/, 'marketing'],
  [/\b(sales|account executive|business development|new business|cro)\b/, 'sales'],
  [
    /\b(production|manufactur\w*|assembl\w*|machin\w*|quality|calibration|welder|plant|shop ?floor|schedul\w*|logistics?|warehouse|shipping|stock\w*|dispatch\w*|supply chain)\b/,
    'production',
  ],
  [
    /\b(research (and|&) development|r ?& ?d|product development|engineer\w*|develop\w*|design\w*|scientist|architect|software|hardware|cto|researcher|test\w*)\b/,
    'product-development',
  ],
  [
    /\b(operations?|delivery|field service|service (technician|engineer|manager|delivery)|install\w*|implementation|onboarding|consultant|project manager|professional services|consulting)\b/,
    'operations',
  ],
];

/** Rows that must be seen before the general rows for engineers and developers. */
const FIELD_SERVICE =
  /\b(field service|service (technician|engineer)|implementation|installation|project) ?(engineer|technician|lead|manager)?\b/;

export type TitleMapper = (title: string, department: string) => string;

/**
 * Maps a job title, else the department's name, to a capability id; '' where neither says anything. The titles and
 * departments that the file lists for a capability come first. Equal texts are looked up once.
 */
export function titleMapper(capabilities: Readonly<Record<string, CapabilityInput>>): TitleMapper {
  const titles = new Map<string, string>();
  const departments = new Map<string, string>();
  for (const [id, capability] of Object.entries(capabilities)) {
    for (const title of capability.titles ?? []) titles.set(fold(title), id);
    for (const department of capability.departments ?? []) departments.set(fold(department), id);
  }
  const seen = new Map<string, string>();
  const lookUp = (text: string, own: ReadonlyMap<string, string>, kind: string) => {
    if (text === '') return '';
    const key = `${kind}${text}`;
    let found = seen.get(key);
    if (found === undefined) {
      const folded = fold(text);
      found = own.get(folded) ?? byWords(folded);
      seen.set(key, found);
    }
    return found;
  };
  return (title, department) => lookUp(title, titles, 't:') || lookUp(department, departments, 'd:');
}

const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();

function byWords(folded: string): string {
  if (FIELD_SERVICE.test(folded) && !/\b(it|network|sales)\b/.test(folded)) return 'operations';
  return TITLE_WORDS.find(([pattern]) => pattern.test(folded))?.[1] ?? '';
}

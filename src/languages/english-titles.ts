import type { Language } from './language.ts';

/** Where a trade is what stands last: the end, or before whatever it is the trade of. */
const LAST =
  '(?=$| ?[,(/–-]| (manager|director|executive|lead|leader|head|representative|rep|specialist|assistant|associate|officer|team|department)\\b)';
/** What others trade in, where sales or marketing stand after it: IT sales, network marketing. */
const TRADED =
  '(it|ict|network|database|information technology|(information|systems?) security|legal|compliance|tax|financial( services)?|finance|payroll|hr|human resources?|recruitment|talent|facilit(y|ies)|maintenance)';
/** What support may be of besides customers: the trade is the one that is supported. */
const SUPPORTED =
  '(sales|marketing|communications?|events?|campaigns?|production|manufacturing|logistics|quality|engineering|design|development|operations?)';

export const ENGLISH_TITLES: Language['titles'] = [
  [/\bchief (revenue|commercial) officer\b/, 'sales'],
  [
    /\b(chief executive|ceo|managing director|general manager|chief operating|coo|chief customer|cco|founder)\b/,
    'leadership',
  ],
  [
    /^(president|owner|chair(man|woman|person)?|executive( office| board)?|management board|board)$/,
    'leadership',
  ],
  // Whatever the customers of the cluster trade in.
  [
    /\b(customer )?cluster (vp|vice president|head|director|lead(er)?|manager)\b|^(head|vp|vice president|director|lead(er)?)( of)?( the)? [\w&-]+( [\w&-]+)? (customer )?cluster$/,
    'leadership',
  ],
  // Of shops in which goods are sold, not of those in which they are made or kept.
  [
    /(?<!\b(machine|paint|body|weld|welding|press|fabrication|tool|job|repair|metal|wood|print|assembly) )\b(store|shop|boutique|supermarket) (team )?(manager|lead(er)?|supervisor|director)\b/,
    'sales',
    ['production', 'procurement'],
  ],
  // Accounts of money, whoever owes it.
  [
    /\b((sales|purchase|bought|general|nominal) ledger|accounts? (receivable|payable)|(debt|credit|cash) collect\w*|credit control\w*|order[- ]to[- ]cash)\b/,
    'finance',
  ],
  // Whatever they work for.
  [new RegExp(`\\b(accountant|bookkeeper|account controller)${LAST}`), 'finance'],
  [new RegExp(`\\brecruiter${LAST}`), 'human-resources'],
  [new RegExp(`\\b(lawyer|paralegal)${LAST}`), 'legal'],
  // Data on the customers there are, beside research into the market.
  [
    /\b(customer|client) (insights?|analytics|analysts?|intelligence|data (analy\w*|scien\w*|manager|lead|team))\b|\bvoice of the customer\b/,
    'customer-insight',
  ],
  [/\bmarket(ing)? (research|insight|intelligence)|\bmarket researcher\b/, 'market-research'],
  [/\b(lead qualif\w*|lead generation|sales development|inside sales|sdr|bdr)\b/, 'lead-qualification'],
  [/\bpre-?sales\b|\bsales engineer/, 'pre-sales'],
  [/\bsolutions? (engineer|consultant|architect|specialist)/, 'pre-sales', ['information-technology']],
  [
    /\bkey accounts?\b|\baccount (manager|management|director|lead|coordinator|partner)|\bcustomer (success|manage(r|ment))\b|\bclient (manage(r|ment)|partner|director|success|relation\w*)|(?<!\b(supplier|vendor|employee|labou?r|media|press|investor) )\brelationship (team (manager|leader)|manage(r|ment)|director|executive|officer|lead|partner)\b/,
    'account-management',
  ],
  [new RegExp(`\\b${TRADED} sales${LAST}`), 'sales'],
  [new RegExp(`\\b${TRADED} marketing${LAST}`), 'marketing'],
  [
    /\b(it|ict|cio|chief information officer|cto office|information (technology|systems?|services?|security)|network (admin\w*|analyst|architect|security|support|operations cent(re|er))|database|sysadmin|systems? (admin\w*|analyst)|applications? specialist|service ?desk|(it|desktop) support)\b/,
    'information-technology',
  ],
  // Of pipes or cables too, and then the department says what they do.
  [
    /(?<!\b(water|gas|power|electricity|distribution|heat|rail|fibre|partner|dealer|branch|store|retail|agent) )\bnetwork (engineer|manager|lead|specialist|designer)\b/,
    'information-technology',
    ['operations', 'production', 'product-development'],
  ],
  [
    /\b(human resources?|hr|people (partner|operations|team|& culture)|chief people officer|(head|director) of people|recruit\w*|talent|payroll and benefits)\b/,
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
    /\b((customer|supporter|donor|member) (support|service|services|care)|help ?desk|technical support|after[- ]?sales|contact cent(re|er)|call cent(re|er))\b/,
    'support',
  ],
  [
    new RegExp(
      `(?<!\\b${SUPPORTED} )\\bsupport\\b(?! (develop|((aux|des) )?ventes?\\b|commercial|marketing|informati))`,
    ),
    'support',
  ],
  [
    /\bproduct (manager|management|owner|marketing|director)\b|\bchief product officer\b/,
    'product-management',
  ],
  [/\b(head|director|vp|vice president)( of)? products?(?=$| ?[,(/–-])/, 'product-management'],
  [
    /\b(communications?|public relations|pr|press (office|officer|relations|secretary)|editor\w*|content|social media|copywriter)\b/,
    'communications',
  ],
  [
    /\b(marketing|marketers?|cmo|brand|campaigns?|events?|demand generation)\b|\b(head|director|vp|vice president)( of)? growth$/,
    'marketing',
  ],
  [
    /\b(sales|account executive|business development|new business|cro|(territory|bid|tender) (manager|director|lead|executive|coordinator|writer)|commercial (director|manager|executive|officer|lead))\b|\b(head|director) of commercial(?=$| ?[,(/–-])/,
    'sales',
  ],
  [
    /\b(production|manufactur\w*|assembl\w*|machin\w*|quality|calibration|welder|plant|shop ?floor|schedul\w*|line \d+|logistics?|warehouse|shipping|stock\w*|dispatch\w*|supply chain)\b/,
    'production',
  ],
  [
    /\b(research (and|&) development|r ?& ?d|product development|engineer\w*|develop\w*|design\w*|scientist|(software|hardware|system|systems|product|technical|cloud|data|chief|enterprise) architect|software|hardware|cto|chief techn(ology|ical) officer|researcher|test\w*)\b|^architect$/,
    'product-development',
  ],
  [
    /\b(operations?|delivery|field services?|service (technician|engineer|manager|delivery)|install\w*|implementation|onboarding|consultant|project manager|professional services|consulting)\b/,
    'operations',
  ],
];

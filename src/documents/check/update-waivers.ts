import { isAlias, isSeq, parseDocument, YAMLSeq } from 'yaml';
import { given } from '../../base/given.ts';
import type { Check } from '../../schema/documents/check.ts';
import type { WaiverInput } from '../../schema/input/check-policy.ts';
import { everyFinding } from './check.ts';

/** How long a waiver holds that nobody has thought about yet: a judgement. */
const DAYS = 90;

/** More of one cause are waived as a whole. */
const MOST_MEMBERS = 50;

const endFrom = (today: string): string => {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + DAYS);
  return date.toISOString().slice(0, 10);
};

/**
 * Waivers for what fails a check, as for its first adoption: each with the owner that is given, a reason to be replaced and
 * an end. What has a waiver already, be it over, gets none: whether to renew it is for its owner to say.
 */
export function waiversFor(
  check: Pick<Check, 'structures' | 'policy' | 'today'>,
  present: readonly WaiverInput[],
  owner: string,
): WaiverInput[] {
  const { today } = check;
  const key = ({ rule, entity }: Pick<WaiverInput, 'rule' | 'entity'>) =>
    JSON.stringify([rule, entity ?? null]);
  const known = new Set(present.map(key));
  return everyFinding({ structures: check.structures, policy: null }).flatMap(
    ({ fails, rule, entity: { kind, id }, members }) => {
      const whole = kind === 'organisation' ? undefined : id;
      // What is waived one by one does not hide the next.
      const one = members === undefined || members.length > MOST_MEMBERS ? [whole] : members;
      if (!fails || known.has(key(given({ rule, entity: whole })))) return [];
      return one.flatMap((entity) => {
        const waiver: WaiverInput = {
          rule,
          ...given({ entity }),
          reason: `Found when the check was adopted on ${today}.`,
          owner,
          expires: endFrom(today),
        };
        if (known.has(key(waiver))) return [];
        known.add(key(waiver));
        return [waiver];
      });
    },
  );
}

/** Whether the lists of a file stand below their key, or as far to the left as it does. */
const indentsLists = (text: string): boolean => !/^[^\s#-][^\n]*:[ \t]*\r?\n- /m.test(text);

/** The text of a policy with further waivers at the end of its list; comments and order stay. */
export function withWaivers(text: string, waivers: readonly WaiverInput[]): string {
  const document = parseDocument(text, { version: '1.2', schema: 'core' });
  const named = document.get('waivers');
  const given = isAlias(named) ? named.resolve(document) : named;
  const list = isSeq(given) ? given : new YAMLSeq();
  if (list !== given) document.set('waivers', list);
  // A list that is empty is written in brackets.
  if (list.items.length === 0) list.flow = false;
  for (const waiver of waivers) list.add(document.createNode(waiver));
  const written = document.toString({ lineWidth: 0, indentSeq: indentsLists(text) });
  return text.includes('\r\n') ? written.replaceAll('\n', '\r\n') : written;
}

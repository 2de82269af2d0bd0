import type { PracticeId } from '../../schema/input/practices.ts';
import type { Answers } from './answers.ts';
import { LED_IS_WANTED, lowestOpen } from './next-steps.ts';
import { components, type Heading, levels, standingOf, tally } from './profile.ts';

/** Something that the answers say together; '' where they do not. */
interface Remark {
  readonly id: string;
  readonly source: string;
  say(answers: Answers): string;
}

/** Practices that a tool rests on. Our choice among those that Eccles names. */
const UNDER_A_TOOL: readonly PracticeId[] = [
  'customer-interest-prevails',
  'hire-for-empathy',
  'service-staff-trained',
  'sales-help-buying',
  'customer-goals-collective',
];
/** Fewer known answers say little of a whole company. A judgement. */
const FEWEST_KNOWN = 10;

const standing = (answers: Answers, { items }: Heading) => standingOf(tally(answers, items));

const answer = (answers: Answers, item: PracticeId) => answers.get(item)!.answer;

const level = (id: string): Heading => levels.find((one) => one.id === id)!;

/** Every remark, in the order in which they are made. */
export const remarks: readonly Remark[] = [
  {
    id: 'beyond-structure',
    source: 'Jackson',
    say(answers) {
      const { no, yes, partly } = tally(answers, [...answers.keys()]);
      const known = yes + partly + no;
      if (known < FEWEST_KNOWN || no <= known / 2) return '';
      return `Most of what is known of the practices is missing (${no} of ${known}). Collaboration comes from culture and measures; a structure helps them, and cannot take their place.`;
    },
  },
  {
    id: 'tool-without-practice',
    source: 'Eccles',
    say(answers) {
      if (answer(answers, 'crm-in-use') !== 'yes') return '';
      const missing = UNDER_A_TOOL.filter((item) => answer(answers, item) === 'no');
      if (missing.length <= UNDER_A_TOOL.length / 2) return '';
      return `A CRM is in use, but ${missing.length} of ${UNDER_A_TOOL.length} practices that it rests on are missing (${missing.join(', ')}). A tool alone does little.`;
    },
  },
  {
    id: 'focus-is-not-enough',
    source: 'Focus/Centric/Led',
    say(answers) {
      const centric = standing(answers, level('centric'));
      if (standing(answers, level('focused')) !== 'largely-in-place') return '';
      if (centric === 'largely-in-place' || centric === 'unknown') return '';
      return 'The company is customer-focused and not yet customer-centric. A programme of focus changes behaviour; culture and processes change only as far as the customer’s interest also wins hard decisions.';
    },
  },
  {
    id: 'bounded-listening',
    source: 'Focus/Centric/Led',
    say: (answers) =>
      answer(answers, 'listens-beyond-current') === 'no'
        ? 'Only today’s customers are listened to, about what is sold now: on that point the company is customer-focused at most.'
        : '',
  },
  {
    id: 'legacy-limits',
    source: 'Focus/Centric/Led',
    say: (answers) =>
      answer(answers, 'systems-can-change') === 'no'
        ? 'Systems and processes cannot change at the pace that customers call for: this holds all further steps back.'
        : '',
  },
  {
    id: 'uneven',
    source: 'Eccles',
    say(answers) {
      const of = (wanted: (heading: Heading) => boolean) =>
        components.filter(wanted).map(({ name }) => name.toLowerCase());
      const strong = of((one) => standing(answers, one) === 'largely-in-place');
      const without = of(
        (one) => standing(answers, one) !== 'unknown' && tally(answers, one.items).yes === 0,
      );
      if (strong.length === 0 || without.length === 0) return '';
      return `It is uneven: ${strong.join(', ')} largely in place, and nothing wholly in place of ${without.join(', ')}.`;
    },
  },
  {
    id: 'led-is-a-choice',
    source: 'Focus/Centric/Led',
    say: (answers) =>
      lowestOpen(answers)?.id === 'led' && answer(answers, LED_IS_WANTED) === 'no'
        ? 'To be customer-led, with customers before shareholders and employees, is a choice, and the company has not made it: nothing of that level is proposed.'
        : '',
  },
];

import type { Practice } from './practice.ts';

/** What Eccles adds to the levels. */
export const CENTRIC_STRATEGY = [
  {
    id: 'needs-known',
    question: 'Is there current, meaningful information on what customers need?',
    step: 'Collect what customers need, and keep it current.',
    source: 'Eccles',
    component: 'information',
    derived: 'Partly, where nine tenths of the customer rows give their hours for two skills or more.',
  },
  {
    id: 'solutions-from-needs',
    question: 'Do needs start a new offer, and not technology?',
    step: 'Start new offers from needs and not from technology.',
    source: 'Eccles',
    component: 'solutions',
  },
  {
    id: 'segments-narrow',
    question: 'Are segments narrow enough for offers and messages of their own?',
    step: 'Cut segments so narrow that each gets offers and messages of its own.',
    source: 'Eccles',
    component: 'segments',
    derived:
      'From the attribute that explains most of what tells customers apart: partly at an ω² of 0.3 or more, no below 0.05.',
  },
  {
    id: 'personalised-throughout',
    question: 'Is the experience personal, also after the order?',
    step: 'Make the experience personal, also after the order.',
    source: 'Eccles',
    component: 'personalisation',
  },
  {
    id: 'profit-by-segment',
    question: 'Is profit known by customer or segment?',
    step: 'Work out the profit of each customer or segment.',
    source: 'Eccles',
    component: 'metrics',
    derived: 'Yes, where nine tenths of the revenue have a margin; partly, where some have.',
  },
  {
    id: 'all-channels',
    question: 'Can customers use whichever channel they like and be known there?',
    step: 'Let customers use whichever channel they like, and be known there.',
    source: 'Eccles',
    component: 'communications',
  },
  {
    id: 'round-the-clock',
    question: 'Are you there at the hours that customers need, at night if they do?',
    step: 'Be there at the hours that customers need.',
    source: 'Eccles',
    component: 'communications',
  },
  {
    id: 'one-message',
    question: 'Do all channels and materials say the same, about the customer’s need?',
    step: 'Say the same in all channels and materials, about the customer’s need.',
    source: 'Eccles',
    component: 'communications',
  },
  {
    id: 'service-staff-trained',
    question: 'Are service people chosen and trained as carefully as sales people?',
    step: 'Choose and train service people as carefully as sales people.',
    source: 'Eccles',
    component: 'communications',
  },
  {
    id: 'sales-help-buying',
    question: 'Are sales people led and paid to help customers buy what they need?',
    step: 'Lead and pay sales people for helping customers buy what they need.',
    source: 'Eccles',
    component: 'sales',
    derived: 'Partly, where somebody who sells is paid by satisfaction or retention too.',
  },
  {
    id: 'referrals-tracked',
    question: 'Are retention and referrals goals of sales?',
    step: 'Make retention and referrals goals of sales.',
    source: 'Eccles',
    component: 'sales',
    derived:
      'Yes, where a unit with people who sell has targets for retention and referrals; partly, where it has one of them.',
  },
  {
    id: 'risk-alerts',
    question: 'Is somebody told when a customer may leave, or could use something else?',
    step: 'Let somebody be told when a customer may leave, or could use something else.',
    source: 'Eccles',
    component: 'tools',
  },
] as const satisfies readonly Practice[];

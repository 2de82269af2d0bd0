import type { Check } from '../../../src/schema/documents/check.ts';

/** Keys whose values are of a fixed set, or a day. */
const FIXED = new Set([
  'severity',
  'state',
  'gate',
  'status',
  'change',
  'better',
  'expires',
  'today',
  'failOn',
  'generator',
  'design',
]);
/** Keys whose values tell things apart. */
const TELLING = new Set(['rule', 'fingerprint']);

/** The document with `text` in front of every string in it, or where `text` is empty in the place of them. */
export function hostile(check: Check, text: string): Check {
  const inside = (value: unknown, key: string, parent: string): unknown => {
    if (FIXED.has(key)) return value;
    if (typeof value === 'string') {
      const telling = TELLING.has(key) || (key === 'id' && parent === 'rules');
      return text === '' && !telling ? '' : `${text}${value}`;
    }
    if (Array.isArray(value)) return value.map((one) => inside(one, '', key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, inside(one, name, key === '' ? parent : key)]),
    );
  };
  return inside(check, '', '') as Check;
}

/** A check of nothing. */
export const NOTHING: Check = {
  version: 1,
  generator: { name: 'orgdesign', version: '0' },
  today: '2026-11-02',
  baseline: null,
  policy: null,
  failOn: 'error',
  verdict: {
    pass: true,
    reasons: [],
    counts: { new: 0, worse: 0, unchanged: 0, improved: 0, gone: 0, waived: 0 },
    counting: { error: 0, warning: 0, note: 0 },
  },
  gates: [],
  structures: [],
  rules: [],
};

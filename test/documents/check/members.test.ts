import { describe, expect, test } from 'vitest';
import { waiversFor, withWaivers } from '../../../src/documents/check/index.ts';
import { suggestEach } from '../../../src/documents/suggestions/for-check.ts';
import { checked, findingsOf } from './checked.ts';

const RULE = 'dual-reporting-conflict';

/** A department in which these people have two bosses of the same influence, and the others one. */
const department = (torn: readonly string[]) => `version: 1
name: Two bosses
departments: [{ id: finance, head: m1 }]
people:
  - { id: chief, title: Chief Executive Officer }
  - { id: m1, title: Finance Manager, department: finance, manager: chief }
  - { id: m2, title: Finance Manager, department: finance, manager: chief }
${['a', 'b', 'c', 'd']
  .map(
    (id) =>
      `  - { id: ${id}, title: Accountant, department: finance, ${torn.includes(id) ? 'managers: [{ to: m1 }, { to: m2 }]' : 'manager: m1'} }`,
  )
  .join('\n')}
`;

const told = (check: Parameters<typeof findingsOf>[0]) =>
  findingsOf(check, RULE).map(({ state, members, count }) => `${state} ${members!.join('')} ${count}`);

describe('of what is gathered in one finding', () => {
  test('a fourth is new beside three, and told apart from them', async () => {
    const check = await checked(department(['a', 'b', 'c', 'd']), {
      before: department(['a', 'b', 'c']),
      failOn: 'warning',
    });
    expect(told(check)).toEqual(['new d 1', 'unchanged abc 3']);
    expect(check.verdict.pass).toBe(false);
    const [added, kept] = findingsOf(check, RULE);
    expect(added!.message).toContain('d reports to both m1 and m2');
    // What was there before keeps its mark, and each member has one.
    const [before] = findingsOf(await checked(department(['a', 'b', 'c'])), RULE);
    expect(kept!.fingerprint).toBe(before!.fingerprint);
    expect(kept!.memberFingerprints).toEqual(before!.memberFingerprints);
    expect(new Set([...added!.memberFingerprints!, ...kept!.memberFingerprints!]).size).toBe(4);
  });

  test('one in the place of another is new as well', async () => {
    const check = await checked(department(['a', 'd']), { before: department(['a', 'b']) });
    expect(told(check)).toEqual(['new d 1', 'unchanged a 1', 'gone b 1']);
  });

  test('who had two bosses before has no new ones in another department, or in one with another id', async () => {
    const moved = (id: string) => department(['a', 'b']).replaceAll('finance', id);
    const renamed = moved('money');
    const one = department(['a', 'b', 'c'])
      .replace('head: m1 }', 'head: m1 }, { id: audit }')
      .replace(
        'id: a, title: Accountant, department: finance',
        'id: a, title: Accountant, department: audit',
      );
    expect(told(await checked(renamed, { before: department(['a', 'b']) }))).toEqual(['unchanged ab 2']);
    const check = await checked(one, { before: department(['a', 'b']), failOn: 'warning' });
    expect(told(check).sort()).toEqual(['new c 1', 'unchanged a 1', 'unchanged b 1']);
  });

  test('each is waived by itself, so that a waiver hides no other', async () => {
    const three = await checked(department(['a', 'b', 'c']), { failOn: 'warning' });
    const waivers = waiversFor(three, [], 'Ada').filter(({ rule }) => rule === RULE);
    expect(waivers.map(({ entity }) => entity)).toEqual(['a', 'b', 'c']);
    const policy = withWaivers('', waivers).trim();
    const same = await checked(department(['a', 'b', 'c']), { failOn: 'warning', policy });
    expect(told(same)).toEqual(['waived a 1', 'waived b 1', 'waived c 1']);
    const more = await checked(department(['a', 'b', 'c', 'd']), { failOn: 'warning', policy });
    expect(told(more)).toEqual(['new d 1', 'waived a 1', 'waived b 1', 'waived c 1']);
    // Of somebody who has one boss again the waiver is not used any more.
    const fewer = await checked(department(['a', 'b']), { failOn: 'warning', policy });
    expect(fewer.policy!.findings.map(({ entity }) => entity.id)).toEqual([`${RULE} c`]);
  });

  test('what is not waived is told with a change of its own people only', async () => {
    const policy = `waivers: [{ rule: ${RULE}, entity: b, reason: Meant so, owner: Ada }]`;
    const check = await checked(department(['a', 'b', 'c']), { policy, suggest: suggestEach });
    const changed = findingsOf(check, RULE).map(({ suggestion }) =>
      suggestion?.changes.map(({ person }) => person),
    );
    expect(changed).toEqual([[{ id: 'a' }, { id: 'c' }], undefined]);
  });

  test('a waiver of the whole waives all of it', async () => {
    const policy = `waivers: [{ rule: ${RULE}, entity: finance, reason: Meant so, owner: Ada }]`;
    expect(told(await checked(department(['a', 'b']), { policy }))).toEqual(['waived ab 2']);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { structureFrom } from '../../src/documents/structure.ts';
import { buildSuggestions } from '../../src/documents/suggestions/suggest.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import { reportsOf, treeOf } from '../../src/model/tree.ts';
import { viewOf } from '../../src/model/view.ts';
import { ratchet } from '../../src/policy/ratchet.ts';
import { suggestedFiles } from '../../src/proposal/simulate.ts';
import { applied, movesIn } from '../../src/remedies/remedy.ts';
import { clearEach, clearFindings } from '../../src/remedies/search.ts';
import { changesOf, sentenceOf } from '../../src/remedies/sentence.ts';
import { judgeBy } from '../../src/remedies/trial.ts';
import { causeOf } from '../../src/rules/finding.ts';
import { suggestions as schema } from '../../src/schema/documents/suggestions.ts';
import { loadOrganisation } from '../../src/schema/read/load.ts';
import { loadText } from '../documents/check/checked.ts';
import { expectSameMeasures } from '../proposal/same.ts';
import { exampleFile } from '../rules/findings.ts';
import { memoryFiles } from '../source/memory-files.ts';
import { anyOrganisation, organisationOf, ruleIds } from '../support/organisations.ts';
import { runs } from '../support/runs.ts';

const judge = judgeBy(null);
const graver = { error: 0, warning: 1, note: 2 };

const wantedOf = (organisation: Organisation) =>
  judge(organisation).filter(({ severity }) => severity !== 'note');

describe('for any organisation', () => {
  test('what is suggested beside a finding clears it by itself, and makes nothing as grave', () =>
    fc.assert(
      fc.asyncProperty(anyOrganisation, async (content) => {
        const organisation = await organisationOf(content);
        const before = judge(organisation);
        for (const [finding, { edits }] of clearEach(organisation, { judge, wanted: before })) {
          const aged = ratchet(before, judge(applied(organisation, edits)));
          const same = aged.find((one) => causeOf(one) === causeOf(finding));
          expect(same?.state, finding.rule).toBe('gone');
          const worse = aged.filter(
            ({ state, severity, rule }) =>
              (state === 'new' || state === 'worse') &&
              graver[severity] <= graver[finding.severity] &&
              // Whose work it is follows lines in the figures; nobody has more for lines that are drawn anew.
              !(rule === 'work-overload' && movesIn(edits, organisation) === 0),
          );
          expect(
            worse.map(({ rule }) => rule),
            finding.rule,
          ).toEqual([]);
        }
      }),
    ));

  test('all suggestions together clear what they say, nobody is in two, and everybody stays', () =>
    fc.assert(
      fc.asyncProperty(anyOrganisation, async (content) => {
        const organisation = await organisationOf(content);
        const wanted = wantedOf(organisation);
        const { helped, after } = clearFindings(organisation, { judge, wanted });
        const left = new Set(after.findings.map(causeOf));
        expect(helped.filter(({ finding }) => left.has(causeOf(finding)))).toEqual([]);
        // Whose work it is follows lines in the figures, as above; where people moved it is theirs.
        const isMoved = helped.some(({ edits }) => movesIn(edits, organisation) > 0);
        const [was, is] = [wanted, wantedOf(after.organisation)].map(
          (list) => list.filter(({ rule }) => isMoved || rule !== 'work-overload').length,
        );
        expect(is).toBeLessThanOrEqual(was! - helped.length);
        const seats = helped.flatMap(({ edits }) => [...edits.keys()]);
        expect(new Set(seats).size).toBe(seats.length);
        // Nor does anybody move who gives people up, or is given them, by another.
        for (const one of helped)
          for (const [seat, { boss }] of one.edits)
            for (const other of helped)
              if (other !== one && boss !== undefined)
                expect([boss, treeOf(one.before).boss[seat]].filter((at) => other.edits.has(at!))).toEqual(
                  [],
                );
        const { people, lines } = after.organisation;
        expect(people).toBe(organisation.people);
        expect(treeOf(after.organisation).order.length).toBe(people.count);
        for (let seat = 0; seat < people.count; seat++) {
          const own = lines.weight.subarray(lines.start[seat]!, lines.start[seat + 1]!);
          if (own.length > 0) expect(own.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        }
      }),
    ));

  test('the file with all of them made measures the same, and has nothing left to suggest of them', () =>
    fc.assert(
      fc.asyncProperty(anyOrganisation, async (content) => {
        const structure = await structureFrom(await loadText(content));
        const { document, after } = buildSuggestions(structure, {
          policy: null,
          severity: 'warning',
          version: '0',
        });
        expect(schema.safeParse(document).error?.issues ?? []).toEqual([]);
        if (document.suggestions.length === 0) return;
        const { yaml, tables } = suggestedFiles(structure, after, document, {
          stem: 'better',
          modeline: '# yaml',
        });
        const files = memoryFiles({ 'better.yaml': yaml, ...Object.fromEntries(tables) });
        const read = await structureFrom(await loadOrganisation('better.yaml', files, { ruleIds }));
        expectSameMeasures(viewOf(read.organisation), viewOf(after));
      }),
      { numRuns: runs(40) },
    ));
});

test('Halden: four moves within a trade, two lines, and the same twice', async () => {
  const structure = await structureFrom(await loadText(exampleFile('halden/org.yaml')));
  const options = { policy: null, severity: 'warning', version: '0' } as const;
  const { document } = buildSuggestions(structure, options);
  expect([document.moves, document.redrawn]).toEqual([4, 2]);
  expect(document.suggestions.length).toBe(4);
  expect(buildSuggestions(structure, options).document).toEqual(document);
});

test('the fewest: a team of two is given up rather than filled up, and two short teams are not joined for nothing', async () => {
  const row = (id: string, manager: string) => ({ id, title: 'Accountant', department: 'finance', manager });
  const organisation = await organisationOf({
    version: 1,
    name: 'Ledgers',
    departments: [{ id: 'finance', head: 'm' }],
    people: [
      { id: 'm', title: 'Finance Manager', department: 'finance' },
      ...['a', 'b', 'c', 'd'].map((id) => row(id, 'm')),
      row('e', 'a'),
    ],
  });
  const { helped } = clearFindings(organisation, { judge, wanted: wantedOf(organisation) });
  expect(helped.map(({ edits }) => edits.size)).toEqual([1]);
});

test('nobody is asked to come below a lower grade or pay, no head loses everyone they lead, and a new manager is said to be one', () =>
  fc.assert(
    fc.asyncProperty(anyOrganisation, async (content) => {
      const organisation = await organisationOf(content);
      const { people } = organisation;
      const { helped } = clearFindings(organisation, { judge, wanted: judge(organisation) });
      for (const { before, edits } of helped) {
        const [then, now] = [treeOf(before), treeOf(applied(before, edits))];
        for (const seat of edits.keys()) {
          const boss = now.boss[seat]!;
          if (boss < 0 || boss === then.boss[seat] || boss === then.roots[0] || people.vacant[seat] === 1)
            continue;
          const pay = (of: number) => people.costPerYear[of]! / people.fte[of]!;
          expect(people.level[boss]! < people.level[seat]!, people.id[seat]).toBe(false);
          expect(pay(boss) < pay(seat), people.id[seat]).toBe(false);
        }
        for (const head of viewOf(before).heads().head)
          if (head >= 0 && reportsOf(then, head) > 0)
            expect(applied(before, edits).lines.boss).toContain(head);
        const text = sentenceOf(changesOf(before, edits, false));
        for (const seat of edits.keys()) {
          const boss = now.boss[seat]!;
          if (boss >= 0 && boss !== then.boss[seat] && reportsOf(then, boss) === 0 && edits.size < 3)
            expect(text).toContain(`{person:${people.id[boss]}}, who becomes a manager`);
        }
      }
    }),
    { numRuns: runs(40) },
  ));

test('an open seat that people answer to is not put below a peer, and is nobody who moves', async () => {
  const structure = await structureFrom(await loadText(exampleFile('halden/org.yaml')), 'matrix');
  const { document } = buildSuggestions(structure, { policy: null, severity: 'note', version: '0' });
  const moved = document.suggestions.flatMap(({ changes }) => changes.flatMap(({ person }) => person.id));
  expect(moved.filter((id) => id.startsWith('group-head/'))).toEqual([]);
  expect(document.moves).toBe(2);
});

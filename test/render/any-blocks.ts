import fc from 'fast-check';
import { given } from '../../src/base/given.ts';
import {
  type Block,
  code,
  facts,
  findings,
  type Inline,
  list,
  pairs,
  section,
  table,
  text,
  title,
  together,
  toned,
} from '../../src/render/block.ts';

const TONES = ['good', 'bad', 'warning', 'dim', 'strong', 'best', 'worst', 'emphasis', 'key'] as const;

const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });

/** Blocks of every kind, in which each text is what `word` makes. */
export const anyBlocks = (word: fc.Arbitrary<string>): fc.Arbitrary<readonly Block[]> => {
  const span = fc.record({ text: word, tone: fc.constantFrom(...TONES) });
  const inline: fc.Arbitrary<Inline> = fc.oneof(word, span, fc.tuple(word, fc.constant(' '), span));
  const limit = fc.record({ most: fc.integer({ min: 1, max: 4 }), least: fc.integer({ min: 1, max: 2 }) });
  const item = fc
    .record({
      text: word,
      label: maybe(fc.oneof(word, span)),
      members: maybe(fc.array(word, { minLength: 1, maxLength: 6 })),
      notes: maybe(fc.array(fc.record({ text: inline, advice: fc.boolean() }), { maxLength: 2 })),
      done: maybe(fc.boolean()),
    })
    .map(given);
  const finding = fc
    .record({
      severity: fc.constantFrom('error' as const, 'warning' as const, 'note' as const),
      message: word,
      rule: word,
      at: fc.record({ file: word, line: fc.nat(99), generated: fc.boolean() }),
      count: fc.integer({ min: 1, max: 3 }),
      examples: fc.array(word, { maxLength: 2 }),
      fails: fc.boolean(),
      suggestion: maybe(fc.record({ text: word })),
      waiver: maybe(fc.record({ owner: word, reason: word, expires: fc.constant(null) })),
    })
    .map(given);
  const rows = (width: number) =>
    fc.array(
      fc.record({
        label: word,
        cells: fc.array(
          fc.oneof(
            word,
            fc.nat(9_999).map(String),
            fc.nat(99).map((n) => toned('best', `${n}`)),
          ),
          {
            minLength: width,
            maxLength: width,
          },
        ),
        words: fc.boolean(),
        sum: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    );
  const anyTable = fc.integer({ min: 1, max: 5 }).chain((width) =>
    fc
      .record({
        columns: fc.array(
          fc.record({ heading: fc.constantFrom('a', 'before', 'cost a year'), left: fc.boolean() }),
          { minLength: width, maxLength: width },
        ),
        groups: fc.array(fc.record({ title: word, rows: rows(width) }), { minLength: 1, maxLength: 2 }),
        legend: maybe(fc.array(word, { minLength: 1, maxLength: 2 })),
        limit: maybe(limit),
      })
      .map(({ columns, groups, ...options }) => table(columns, groups, given(options))),
  );
  const leaf: fc.Arbitrary<Block> = fc.oneof(
    fc.array(word, { minLength: 1, maxLength: 4 }).map(facts),
    fc.array(fc.tuple(fc.constantFrom('before', 'after'), word), { minLength: 1, maxLength: 2 }).map(pairs),
    inline.map(text),
    fc
      .record({
        items: fc.array(item, { minLength: 1, maxLength: 6 }),
        title: maybe(inline),
        ordered: maybe(fc.constantFrom(true, 'steps' as const)),
        limit: maybe(limit),
        limitOfMembers: maybe(limit),
      })
      .map(({ items, ...options }) => list(items, given(options))),
    fc
      .record({
        all: fc.array(finding, { minLength: 1, maxLength: 4 }),
        title: maybe(inline),
        limit: maybe(limit),
      })
      .map(({ all, ...options }) => findings(all, given(options))),
    anyTable,
    fc.constant(code('yaml', 'context:\n  # ``` in the middle\n  market: b2b')),
  );
  const inner = fc.array(leaf, { maxLength: 3 });
  const outer: fc.Arbitrary<Block> = fc.oneof(
    leaf,
    inner.map((blocks) => together(...blocks)),
    fc
      .record({ heading: word, count: maybe(word), folds: fc.boolean(), spaced: fc.boolean(), blocks: inner })
      .map(({ heading, blocks, ...options }) => section(heading, given(options), blocks)),
  );
  return fc
    .tuple(word, fc.array(outer, { maxLength: 5 }))
    .map(([name, blocks]) => [title(name, { level: 2, mark: 'orgdesign check' }), ...blocks]);
};

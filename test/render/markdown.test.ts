import { expect, test } from 'vitest';
import { inMarkdown } from '../../src/render/markdown-text.ts';

test.each([
  ['a|b', 'a\\|b'],
  ['<b>', '&lt;b&gt;'],
  ['a\nb', 'a\ufffdb'],
  ['_a_ *b* `c`', '\\_a\\_ \\*b\\* \\`c\\`'],
  ['[a](b)', '\\[a\\](b)'],
  ['@ops/team', '@\u200bops/team'],
  ['p@winnow.example', 'p@\u200bwinnow.example'],
  ['&amp;', '&amp;amp;'],
])('in Markdown %j is %j', (text, expected) => expect(inMarkdown(text)).toBe(expected));

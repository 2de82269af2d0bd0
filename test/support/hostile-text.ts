import fc from 'fast-check';

/** What is in a way of some format or other. */
export const FRAGMENTS = [
  '"',
  "'",
  '<script>alert(1)</script>',
  '</failure>',
  '</details>',
  ']]>',
  '-->',
  '&amp;',
  '&#0;',
  '::',
  '::error file=a::b',
  '##[error]',
  '##[add-mask]x',
  '#\u200b#\u00ad[stop-commands]x',
  '\u200b::stop-commands::x',
  '::add-mask::x',
  '%0A',
  '%',
  '\n',
  '\r\n::set-output name=a::b\n',
  '\u2028',
  '\u001b[31m',
  '\u009b31m',
  '\u0000',
  '\u0007',
  '\u202e',
  '\u200f',
  '\u2066',
  '\ud800',
  '\ufffe',
  '😀',
  '表',
  '|',
  '`',
  '[a](https://example.org)',
  '![a](x)',
  '@everyone',
  'ada@example.org',
  'https://example.org/a',
  'http://a.b www.example.org ftp://example.org',
  'mailto:ada@example.org',
  'xmpp:ada@example.org',
  'someone/repository#1',
  'GH-1',
  '#1',
  '# ',
  '- [ ] ',
  '1. ',
  '> ',
  '    ',
  '---',
  '===',
  '~~~',
  '~~a~~ **a** _a_ $a$',
  '[^1]: a',
  '[a]: https://example.org',
  '<https://example.org>',
  '<!--',
  '</summary>',
  '</td>',
  '<details>',
  'Passed',
  '\\',
  '../',
  '/',
  'C:\\',
  ':',
  ',',
  ' ',
];

/** The same, several at once. */
export const MIXED = [0, 1, 2, 3].map((nth) => FRAGMENTS.filter((_, at) => at % 4 === nth).join(''));

/** Without a place to break it. */
export const LONG = 'without-a-space-'.repeat(20);

/** Text of such pieces, and of any others. */
export const anyText = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''));

/** What a terminal acts upon, and halves of characters; the newline is the renderer's own. */
export const CONTROLS =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

import { expect, test } from 'vitest';
import { parseXml } from './schemas/xml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

test('what is well-formed is read', () => {
  expect(parseXml(`${HEAD}<a b="&#34;&lt;">\n<c/>&amp;</a>\n`)).toEqual({
    name: 'a',
    attributes: { b: '"<' },
    children: [{ name: 'c', attributes: {}, children: [], text: '' }],
    text: '\n&',
  });
});

test.each([
  '<a>',
  '<a></b>',
  '<a/><b/>',
  '<a/>text',
  '<a b="<"/>',
  '<a b="&"/>',
  '<a b="1" b="2"/>',
  '<a b=1/>',
  '<a>&</a>',
  '<a>&none;</a>',
  '<a>\u0000</a>',
  '<a>\ufffe</a>',
  '<a>\ud800</a>',
  '<a>\ud800',
  '<a>]]></a>',
  '<a>&#0;</a>',
  '<!DOCTYPE a><a/>',
  '',
])('%j is not', (text) => {
  expect(() => parseXml(HEAD + text)).toThrow();
});

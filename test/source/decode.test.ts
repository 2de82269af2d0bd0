import { describe, expect, it } from 'vitest';
import { decode } from '../../src/source/decode.ts';

describe('decoding', () => {
  it('knows UTF-8, UTF-16 and, if allowed, Windows-1252', () => {
    const wide = Buffer.from('\ufeffé', 'utf16le');
    expect(decode(new TextEncoder().encode('\ufeffé'))).toEqual({ text: 'é', encoding: 'utf-8' });
    expect(decode(wide)).toEqual({ text: 'é', encoding: 'utf-16le' });
    expect(decode(Buffer.from(wide).swap16())).toMatchObject({ encoding: 'utf-16be' });
    expect(decode(Uint8Array.of(0x80))).toBe('encoding');
    expect(decode(Uint8Array.of(0x80), { byLetters: true })).toEqual({
      text: '€',
      encoding: 'windows-1252',
    });
    expect(decode(Buffer.from('ab: 1\n', 'utf16le'), { guessWide: true })).toEqual({
      text: 'ab: 1\n',
      encoding: 'utf-16le',
    });
    expect(decode(Uint8Array.of(1, 0, 2))).toBe('binary');
  });
});

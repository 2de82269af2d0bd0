import { describe, expect, it } from 'vitest';
import { encodingByLetters } from '../../src/source/encoding-by-letters.ts';

/** The bytes of a text in an encoding that `TextDecoder` reads. */
const bytesIn = (encoding: string, text: string): Uint8Array => {
  const bytes = new Map<string, readonly number[]>();
  const read = (...one: number[]) => {
    const character = new TextDecoder(encoding).decode(Uint8Array.from(one));
    if ([...character].length === 1 && !bytes.has(character)) bytes.set(character, one);
  };
  for (let lead = 0; lead < 256; lead++) {
    read(lead);
    if (/jis|euc|gb|big/.test(encoding)) for (let trail = 0x40; trail < 256; trail++) read(lead, trail);
  }
  return Uint8Array.from([...text].flatMap((character) => bytes.get(character)!));
};

const table = (...rows: readonly string[]): string => `id;name;title\n${rows.join('\n')}\n`;

const TEXTS: readonly (readonly [encoding: string, text: string])[] = [
  ['windows-1252', table('1;Jörg Müller;Geschäftsführer', '2;Änne Größe;Vertrieb für Österreich')],
  ['windows-1252', table('1;Hélène Lefèvre;Déléguée', '2;François Côté;Où')],
  ['windows-1252', table('1;José Núñez;Atención', '2;Íñigo Ávila;Nº 5')],
  ['windows-1252', table('1;Søren Kjær;Salgschef', '2;Jörg Müller;Größe', '3;João Simões;Direção')],
  ['windows-1252', table('1;Guðrún Þórðardóttir;Sölumaður')],
  ['windows-1252', table('1;Tõnu Kõiv;Müügijuht', '2;Ülle Jõgi;Pärnu')],
  ['windows-1252', table('1;O’Brien;20 € – gross')],
  ['macintosh', table('1;José Núñez;Atención', '2;Hélène Lefèvre;Déléguée')],
  ['macintosh', table('1;Cy Muñoz;Sales')],
  ['macintosh', table('1;João Dunn;Sales')],
  ['windows-1252', table('1;Ann Bell;Head of “cost” – benefit’s')],
  ['windows-1250', table('1;Wiesław Żółkiewski;Księgowy', '2;Małgorzata Świątek;Sprzedaż')],
  ['windows-1250', table('1;Jiří Dvořák;Ředitel', '2;Šárka Černá;Účtárna', '3;Ondřej Kučera;prodejce')],
  ['windows-1250', table('1;Győző Tóth;Értékesítő', '2;Ágnes Szűcs;vezető', '3;Ödön Kőszegi;Ügyfél')],
  ['iso-8859-2', table('1;Łukasz Dąbrowski;Księgowy', '2;Małgorzata Świątek;Sprzedaż')],
  ['windows-1254', table('1;Gülşen Yıldız;Satış müdürü', '2;Çağrı Öztürk;Müşteri')],
  ['windows-1257', table('1;Jānis Bērziņš;Pārdošanas vadītājs', '2;Ģirts Kļaviņš;Šķēle')],
  ['windows-1251', table('1;Иванов Иван;Директор', '2;Петров Пётр;Продажи')],
  ['koi8-r', table('1;Иванов Иван;Директор', '2;Петров Пётр;Продажи')],
  ['windows-1253', table('1;Γιώργος Παπαδόπουλος;Διευθυντής')],
  ['shift_jis', table('1;山田太郎;営業部長', '2;鈴木一郎;サポート')],
  ['euc-jp', table('1;山田太郎;営業部長', '2;鈴木一郎;サポート', '3;さくら;カスタマー')],
  ['euc-kr', table('1;김철수;대표이사', '2;이영희;영업부장', '3;박민수;고객지원')],
  ['gb18030', table('1;王伟;总经理', '2;李娜;销售总监', '3;张强;客服', '4;杨秀英;市场')],
  ['big5', table('1;王偉;總經理', '2;李娜;銷售總監', '3;張強;客服')],
];

describe('the encoding of text that is not UTF-8', () => {
  it.each(TEXTS)('%s is told by the letters of its words: %s', (encoding, text) => {
    expect(encodingByLetters(bytesIn(encoding, text))).toBe(encoding);
  });

  it('is not told where letters fit no language, or those of several as well', () => {
    const dos = bytesIn('ibm866', table('1;Иванов Иван;Директор', '2;Петров Пётр;Продажи'));
    // Characters that Chinese files have at the same places.
    const kanji = bytesIn('euc-jp', table('1;山田太郎;部長', '2;鈴木一郎;部長'));
    const hebrew = bytesIn('windows-1255', table('1;משה כהן;מנהל', '2;שרה לוי;שירות'));
    expect([dos, kanji, hebrew].map(encodingByLetters)).toEqual([undefined, undefined, undefined]);
  });

  it('is looked for from the first line on that is not ASCII', () => {
    const late = `${'1;Ann;Clerk\n'.repeat(200_000)}2;Wiesław Żółkiewski;Księgowość\n`;
    expect(encodingByLetters(bytesIn('windows-1250', late))).toBe('windows-1250');
  });
});

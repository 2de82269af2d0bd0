/** What stands for a sign of ours where a terminal has none but those of ASCII; each is as wide as what it stands for. */
const PLAIN: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '−': '-',
  '─': '-',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '•': '*',
  '·': '|',
  '┃': '|',
  '→': '>',
  '\u00a0': ' ',
};

/** A text with signs of ASCII in the place of ours; what the files of a user hold stays as it is. An ellipsis gets its three points where there is room. */
export const withPlainSigns = (text: string, columns: number): string =>
  text
    .split('\n')
    .map((line) => {
      const plain = line.replace(/[–—−─’‘“”•·┃→\u00a0]/g, (sign) => PLAIN[sign]!);
      const points = plain.replaceAll('…', '...');
      return points.length <= columns ? points : plain.replaceAll('…', '~');
    })
    .join('\n');

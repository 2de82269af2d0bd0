/** An encoding whose characters are two bytes each. */
interface Pairs {
  readonly encoding: string;
  readonly isLead: (byte: number) => boolean;
  readonly isTrail: (byte: number) => boolean;
  /** Whether a pair is a character that texts mostly consist of; undefined for signs. */
  readonly isCommon: (lead: number, trail: number) => boolean | undefined;
  /** Pairs of which some are in every text of the encoding. */
  readonly isTypical?: (lead: number, trail: number) => boolean;
}

const within = (byte: number, from: number, to: number): boolean => byte >= from && byte <= to;
const high = (byte: number): boolean => within(byte, 0xa1, 0xfe);
const signs = (lead: number, common: boolean): boolean | undefined =>
  within(lead, 0xa1, 0xa3) ? undefined : common;

/** Of each, what is common: the characters that its standard has in its first level, and syllables. */
export const BY_PAIRS: readonly Pairs[] = [
  {
    encoding: 'shift_jis',
    isLead: (byte) => within(byte, 0x81, 0x9f) || within(byte, 0xe0, 0xfc),
    isTrail: (byte) => within(byte, 0x40, 0xfc) && byte !== 0x7f,
    isCommon: (lead) =>
      lead === 0x81 ? undefined : lead === 0x82 || lead === 0x83 || within(lead, 0x88, 0x98),
  },
  {
    encoding: 'euc-jp',
    isLead: high,
    isTrail: high,
    isCommon: (lead) => signs(lead, lead === 0xa4 || lead === 0xa5 || within(lead, 0xb0, 0xcf)),
    isTypical: (lead) => lead === 0xa4 || lead === 0xa5,
  },
  {
    encoding: 'gb18030',
    isLead: (byte) => within(byte, 0x81, 0xfe),
    isTrail: (byte) => within(byte, 0x40, 0xfe) && byte !== 0x7f,
    isCommon: (lead, trail) => signs(lead, within(lead, 0xb0, 0xd7) && high(trail)),
    isTypical: (lead) => within(lead, 0xd0, 0xd7),
  },
  {
    encoding: 'big5',
    isLead: (byte) => within(byte, 0x81, 0xfe),
    isTrail: (byte) => within(byte, 0x40, 0x7e) || high(byte),
    isCommon: (lead) => signs(lead, within(lead, 0xa4, 0xc6)),
    isTypical: (_, trail) => trail < 0x80,
  },
  {
    encoding: 'euc-kr',
    isLead: (byte) => within(byte, 0x81, 0xfe),
    isTrail: (byte) => within(byte, 0x41, 0xfe),
    isCommon: (lead, trail) => signs(lead, within(lead, 0xb0, 0xc8) && high(trail)),
  },
];

/** What text counts that lacks what is typical of its encoding. */
const UNTYPICAL = 0.9;
const isLetter = (byte: number): boolean => within(byte | 0x20, 0x61, 0x7a);

/** The share of common characters in text, if it is of that encoding; 0 where it cannot be. */
export function shareOfPairs({ isLead, isTrail, isCommon, isTypical }: Pairs, bytes: Uint8Array): number {
  let [common, all, letterBefore, typical] = [0, 0, false, isTypical === undefined];
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      letterBefore = isLetter(lead);
      continue;
    }
    // The last one may have been cut.
    if (at + 1 === bytes.length) break;
    const trail = bytes[at + 1]!;
    const isPair = isLead(lead) && isTrail(trail);
    const counts = isPair ? isCommon(lead, trail) : false;
    if (counts !== undefined) all++;
    // In words of Western languages such letters follow others.
    if (counts === true && !letterBefore) common++;
    typical ||= isPair && isTypical!(lead, trail);
    letterBefore = false;
    if (isPair) at++;
  }
  return all === 0 ? 0 : (common / all) * (typical ? 1 : UNTYPICAL);
}

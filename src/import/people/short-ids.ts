import { createHash } from 'node:crypto';

const DIGITS = 10;

export const isMail = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text);

/** Of ids of people, and of customers. */
export const PERSON = 'p';
export const CUSTOMER = 'c';

const hashOf = (text: string): string =>
  createHash('sha256').update(text.normalize('NFC').toLowerCase().trim()).digest('hex');

/** Whether an id is one that follows from the text. */
export const isShortIdOf = (id: string, text: string): boolean =>
  text !== '' &&
  id.startsWith(`${PERSON}-`) &&
  hashOf(text).startsWith(id.slice(2)) &&
  id.length >= DIGITS + 2;

/**
 * Ids that follow from what names somebody, such as an e-mail address: the same text has the same id in every extract,
 * and the id does not show the text. Texts that would have one id are told apart by longer ones.
 */
export class ShortIds {
  private readonly taken = new Map<string, string>();

  constructor(private readonly prefix: string) {}

  of(text: string): string {
    const key = text.normalize('NFC').toLowerCase().trim();
    const hash = hashOf(text);
    for (let length = DIGITS; ; length++) {
      const id = `${this.prefix}-${hash.slice(0, length)}`;
      const owner = this.taken.get(id);
      if (owner === undefined) this.taken.set(id, key);
      if (owner === undefined || owner === key || length >= hash.length) return id;
    }
  }
}

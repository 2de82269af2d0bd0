import type { Problem } from '../../base/errors.ts';
import type { SourceText } from '../source-text.ts';

/** A change of a text that takes a fault out of it. */
export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * A text in which faults that were told are mended, so that what else is wrong can be told at once. Its places are those of the text
 * that was written.
 */
export class Mended {
  private constructor(
    readonly text: string,
    /** The place of an offset in the text that was written. */
    readonly origin: (offset: number) => number,
    private readonly source: SourceText,
  ) {}

  static of(source: SourceText): Mended {
    return new Mended(source.text, (offset) => offset, source);
  }

  /** The text with changes that do not overlap. */
  with(edits: readonly Edit[]): Mended {
    const ordered = [...edits].sort((a, b) => a.at - b.at);
    let [text, end] = ['', 0];
    /** Starts of the pieces that stay, in the new text and in this one. */
    const pieces: { readonly now: number; readonly was: number }[] = [{ now: 0, was: 0 }];
    for (const { at, remove, insert } of ordered) {
      text += this.text.slice(end, at) + insert;
      end = at + remove;
      pieces.push({ now: text.length, was: end });
    }
    text += this.text.slice(end);
    const before = (offset: number): number => {
      let [low, high] = [0, pieces.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (pieces[middle]!.now <= offset) low = middle;
        else high = middle - 1;
      }
      const { now, was } = pieces[low]!;
      return Math.min(was + offset - now, pieces[low + 1]?.was ?? Infinity);
    };
    return new Mended(text, (offset) => this.origin(before(offset)), this.source);
  }

  problem(offset: number, message: string, hint?: string): Problem {
    return this.source.problem(this.origin(offset), message, hint);
  }
}

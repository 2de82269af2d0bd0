import type { Position, Problem } from '../base/errors.ts';
import { given } from '../base/given.ts';
import { printable } from '../base/text.ts';
import { codeFrame } from './frame.ts';

const CONCEALED = {
  message: 'Something is wrong here; it is not shown, since the file is a link that leads out of its folder.',
  hint: 'Give the file itself.',
};

/** A file that was read, with its text; places are worked out when they are asked for. */
export class SourceText {
  /** Characters to decode once; lines are counted at the first question for a place. */
  private starts: number[] | undefined;

  constructor(
    readonly name: string,
    /** Of its bytes, or how to work it out: few outputs tell it. */
    private readonly digest: string | (() => string),
    readonly text: string,
    /** Whether nothing of it may be shown where something is wrong: somebody may have put a link to another’s file there. */
    private readonly concealed = false,
  ) {}

  get sha256(): string {
    return typeof this.digest === 'string' ? this.digest : this.digest();
  }

  /** Place of a character offset; columns count UTF-16 units, as editors and SARIF do. Logarithmic. */
  position(offset: number): Position {
    const starts = this.lineStarts();
    const place = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= place) low = middle;
      else high = middle - 1;
    }
    return { file: printable(this.name), line: low + 1, column: place - starts[low]! + 1 };
  }

  /** The lines around a place with a marker below it, printable. */
  frame(position: Position): string {
    return codeFrame((line) => this.line(line), this.lineStarts().length, position);
  }

  /** A problem at an offset, with its place and frame. */
  problem(offset: number, message: string, hint?: string): Problem {
    const at = this.position(offset);
    if (this.concealed) return { ...CONCEALED, at };
    return { message, at, frame: this.frame(at), ...given({ hint }) };
  }

  /** One past the last character of a line that is no space. */
  endColumn(line: number): number {
    return this.line(line).trimEnd().length + 1;
  }

  private line(number: number): string {
    const starts = this.lineStarts();
    const text = this.text.slice(starts[number - 1], starts[number] ?? this.text.length);
    return text.replace(/\r?\n$|\r$/, '');
  }

  private lineStarts(): number[] {
    if (this.starts !== undefined) return this.starts;
    const starts = [0];
    const { text } = this;
    const returns = text.includes('\r');
    if (!returns) {
      for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    } else {
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
      }
    }
    // The break that ends the last line opens no line of its own.
    if (starts.length > 1 && starts.at(-1) === text.length) starts.pop();
    this.starts = starts;
    return starts;
  }
}

import { whole } from '../base/figures.ts';
import type { Block, Finding } from './block.ts';

/** What a reader looks at: a terminal, where space is short, or a page. */
export type Medium = 'terminal' | 'page';

/** How a document is to be rendered. */
export interface RenderOptions {
  /** Width of the terminal; a renderer of text is never wider, down to 80. */
  readonly columns: number;
  readonly color: boolean;
  /** Where a terminal shows no signs but those of ASCII. */
  readonly ascii?: true;
  /** Only what a reader who knows the organisation needs. */
  readonly quiet: boolean;
  /** Designs asked for by name: what they were chosen by is shown in full. */
  readonly asked?: readonly string[];
  /** Parts of a long document that are asked for; its first screen if left out. */
  readonly sections?: readonly string[];
  /** Whether the years to come were asked for, and so are told on the first screen. */
  readonly years?: boolean;
  /** The template that a format of slides fills, as a path or an address. */
  readonly template?: string;
  /** Whether a page is served to one who edits, and renews itself. */
  readonly live?: true;
  /** Bytes that the place holds for which a page is; all there is if not given. */
  readonly mostBytes?: number;
  /** A presentation whose masters, layouts and theme a deck takes, and after whose slides it stands. */
  readonly templateBytes?: Uint8Array;
  /** Takes what a user has to know of the result and is not in it, as sentences. */
  tell?(message: string): void;
}

/** For whom a document says what it has to say. */
export interface View extends Pick<RenderOptions, 'quiet' | 'asked' | 'sections' | 'years'> {
  readonly medium: Medium;
}

/** A pure function: the same content and options give the same text, which ends in a newline. */
export type Renderer = (
  content: { readonly value: unknown; readonly blocks: readonly Block[] },
  options: RenderOptions,
) => string;

export interface Format {
  readonly id: string;
  /** What it is for, unless a document says more of it. */
  summary(document: string): string;
  /** Of the name of its files. */
  readonly extension: string;
  /** Left out where the value itself is rendered. */
  readonly medium?: Medium;
  load(): Promise<Renderer>;
}

/** What a finding is shown with: where it stands, its rule, in how many places it is, and examples that its message does not begin with. */
export function evidenceOf({ message, rule, at, count = 1, examples = [] }: Finding): readonly string[] {
  const further = examples.filter((one) => !message.startsWith(one));
  return [
    `${at.file}:${at.line}${at.generated ? ' (made by the design)' : ''}`,
    rule,
    ...(count > 1 ? [`${whole(count)} places`] : []),
    ...(further.length === 0 ? [] : [`e.g. ${further.join(', ')}`]),
  ];
}

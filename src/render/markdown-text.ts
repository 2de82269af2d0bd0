import { printable } from '../base/text.ts';

/** What Markdown or HTML would act upon, inside a line. */
const ACTIVE = /[\\`*_[\]<>&|~$#]/g;
const IN_HTML: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };
/** Shows as nothing, and keeps what stands on either side of it apart. */
const APART = '\u200b';

/** GitHub would make a person or an address of the first and an issue of the second, escaped or not, and in HTML as well. */
const withoutReferences = (text: string): string =>
  text.replace(/@(?=[\w.+-])/g, `@${APART}`).replace(/#(?=\d)|\bGH-(?=\d)/gi, `$&${APART}`);

/**
 * Text that shows as it is written in Markdown, whatever it holds: no markup, no HTML, no table cell of its own, no link, and
 * nobody who is called by an `@`.
 */
export const inMarkdown = (text: string): string =>
  withoutReferences(printable(text).replace(ACTIVE, (character) => IN_HTML[character] ?? `\\${character}`))
    .replace(/:(?=\/\/)/g, '&#58;')
    .replace(/\b(www)\.(?=\S)/gi, '$1&#46;');

/** The same at the beginning of a line, where some characters would make a list, a rule or, in a log, a command. */
export const asBlock = (text: string): string =>
  inMarkdown(text.trimStart())
    .replace(/^(\p{DI}*)([-+=:])/u, '$1\\$2')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');

/** Text inside an HTML element, where Markdown is not looked at. */
export const inHtml = (text: string): string =>
  withoutReferences(printable(text)).replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);

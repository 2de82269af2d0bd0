import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** What GitHub makes a person, an issue or a link to another repository of, in text. */
const REFERENCE = /(?<![\w\u200b])(?:@[a-z\d]|#\d|GH-\d)/i;

/** Elements that documents have; names may make neither these nor others: links, images, notes. */
const OURS = new Set(
  'h1 h2 h3 h4 h5 p ul ol li strong em code pre input table thead tbody tr th td details summary'
    .split(' ')
    .flatMap((name) => [name, `/${name}`]),
);

/**
 * The elements of a comment as a reader of Markdown on GitHub (CommonMark with its extensions) makes them, with HTML let
 * through; or an error where there is one that is none of ours, or text that GitHub would make a reference of.
 */
export function elementsOf(text: string): string[] {
  // Some of HTML is filtered below, as GitHub does; none of it is ours to write.
  const written = text
    .replace(/^(`{3,}).*?^\1$/gms, '')
    .replace(/<!-- orgdesign check -->|<\/?(?:details|summary)>|(?<!\\)`[^`\n]*`/g, '');
  if (written.includes('<')) throw new Error(`HTML: ${written.slice(written.indexOf('<')).slice(0, 40)}`);
  const html = micromark(text, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  }).replace('<!-- orgdesign check -->', '');
  const elements = [...html.matchAll(/<([^\s>]*)/g)].map(([, name]) => name!);
  const foreign = elements.find((name) => !OURS.has(name));
  if (foreign !== undefined) throw new Error(`<${foreign}> in ${html}`);
  const told = html
    .replace(/<code>.*?<\/code>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
  const reference = REFERENCE.exec(told);
  if (reference !== null)
    throw new Error(`a reference: ${told.slice(reference.index, reference.index + 40)}`);
  return elements;
}

import type { Block } from '../block.ts';
import type { RenderOptions } from '../format.ts';
import { assembled } from './assemble.ts';
import { type Box, type Element, plain, type Slide, SOFT, type TextShape } from './element.ts';
import { cutTo, inFont, LINE, lineCount } from './measured.ts';
import { textOn } from './native-chart.ts';
import { ownTemplate } from './own-template.ts';
import { LEAST, stacked } from './piece.ts';
import { planOf, type SlidePlan } from './plan.ts';
import { type Place, partsOf, type Template, templateOf } from './template.ts';

/** Of the line that says where figures are from. */
const SOURCE = 16;
const TITLE_SIZES = [28, 26, 24, 22, 20, 18, 16];

interface DeckOptions extends Pick<RenderOptions, 'templateBytes' | 'tell'> {
  readonly date?: string | undefined;
}

/** What stands at the foot of every slide, where the layout has a place for it, or where such a place would be. */
function footShape(name: string, text: string, place: Place | undefined, free: Box): TextShape {
  const size = Math.max(LEAST, place?.size ?? LEAST);
  const shown = cutTo(text, (place?.box.width ?? free.width) - 16, size);
  const align = place?.align === undefined ? {} : { align: place.align };
  const paragraphs = [plain(shown, size, {}, align)];
  return place === undefined
    ? { kind: 'shape', name, box: free, anchor: 'ctr', paragraphs }
    : { kind: 'shape', name, placeholder: place.placeholder, paragraphs };
}

function titleShape(text: string, { title, titleSize, width, height }: Template): TextShape {
  const box = title?.box ?? { x: width * 0.05, y: height * 0.05, width: width * 0.9, height: height * 0.11 };
  const [wide, high] = [box.width - 16, box.height];
  const linesAt = (size: number) => Math.max(1, Math.floor((high + 1) / (size * LINE)));
  const fits = (size: number) => lineCount(text, wide, size, true) <= linesAt(size);
  const size = [titleSize, ...TITLE_SIZES.filter((one) => one < titleSize)].find(fits);
  const written = size ?? TITLE_SIZES.at(-1)!;
  const shown = size === undefined ? cutTo(text, wide, written, linesAt(written), true) : text;
  const paragraphs = [plain(shown, written, title === undefined ? { bold: true } : { placed: true })];
  return title === undefined
    ? { kind: 'shape', name: 'Title', box, anchor: 'b', paragraphs }
    : {
        kind: 'shape',
        name: 'Title',
        placeholder: title.placeholder,
        paragraphs,
        ...(title.moved ? { box } : {}),
      };
}

function slideOf(page: SlidePlan, nth: number, template: Template, foot: string): Slide {
  const { body, footer, number, width, height } = template;
  const sources = page.sources.join(' ');
  const room = { ...body, height: body.height - SOURCE };
  const source: Element[] =
    sources === ''
      ? []
      : [
          {
            kind: 'shape',
            name: 'Source',
            box: { x: body.x, y: body.y + body.height - SOURCE + 2, width: body.width, height: SOURCE - 2 },
            anchor: 'b',
            paragraphs: [plain(cutTo(sources, body.width, LEAST), LEAST, { colour: SOFT })],
          },
        ];
  const low = { y: height - 28, height: 18 };
  const marked = page.appendix ? `Appendix · ${foot}` : foot;
  return {
    title: page.title,
    elements: [
      inFont(template.fonts.title, () => titleShape(page.title, template)),
      ...stacked(page.pieces, room),
      ...source,
      footShape('Footer', marked, footer, { x: body.x, width: width * 0.7, ...low }),
      {
        ...footShape('Slide number', String(nth), number, { x: width - 90, width: 60, ...low }),
        field: 'slidenum',
      },
    ],
    notes: [page.title, ...page.notes, ...page.sources],
  };
}

/** A deck: native charts, tables and shapes, after the slides of the template where there is one. Pure: the same gives the same bytes. */
export function renderDeck(blocks: readonly Block[], { templateBytes, tell, date }: DeckOptions): Uint8Array {
  const template = templateOf(templateBytes === undefined ? ownTemplate() : partsOf(templateBytes));
  for (const message of template.messages) tell?.(message);
  return inFont(template.fonts.text, () => {
    const { body } = template;
    const { name, pages } = planOf(
      blocks,
      { width: body.width, height: body.height - SOURCE },
      textOn(template.theme),
    );
    const foot = ['Draft', ...(name === '' ? [] : [name]), ...(date === undefined ? [] : [date])].join(' · ');
    return assembled(
      template,
      pages.map((page, at) => slideOf(page, template.slides + at + 1, template, foot)),
      { title: name, date },
    );
  });
}

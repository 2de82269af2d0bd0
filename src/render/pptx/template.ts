import { strFromU8, unzipSync } from 'fflate';
import { UserError } from '../../base/errors.ts';
import type { Parts } from '../../write/xlsx/archive.ts';
import type { Box, Placeholder } from './element.ts';

const EMU = 12_700;
/** Of a template unpacked; firms put pictures and films into theirs. */
const MOST_BYTES = 512 * 1024 * 1024;
const MOST_PARTS = 5000;
/** Below it nobody reads a title. */
const LEAST_TITLE = 16;

/** A place that a layout has for something. */
export interface Place {
  readonly placeholder: Placeholder;
  readonly box: Box;
  /** Points of its letters, where the layout or its master says so. */
  readonly size: number | undefined;
  readonly align: 'ctr' | 'r' | undefined;
  /** Whether the slide has to say where it is: the layout has it in the middle of the page. */
  readonly moved?: true;
}

/** A package that slides are put into, and what the layout for them has room for. */
export interface Template {
  readonly parts: Parts;
  readonly width: number;
  readonly height: number;
  /** That it has already. */
  readonly slides: number;
  /** Name of the part. */
  readonly layout: string;
  readonly title: Place | undefined;
  /** Points of a title as the layout has it. */
  readonly titleSize: number;
  readonly footer: Place | undefined;
  readonly number: Place | undefined;
  /** Between the title and the footer. */
  readonly body: Box;
  /** Fonts of the theme, of titles and of texts. */
  readonly fonts: { readonly title: string; readonly text: string };
  /** Colours of the theme, as six digits, by name. */
  readonly theme: ReadonlyMap<string, string>;
  /** What the layout does not have, as sentences. */
  readonly messages: readonly string[];
}

const refuse = (why: string): UserError =>
  new UserError(`The template ${why}.`, 'Save it anew with PowerPoint as .pptx or .potx.');

export const textOf = (parts: Parts, name: string): string => {
  const part = parts.get(name);
  if (part === undefined) throw refuse(`is no presentation: it has no ${name}`);
  return typeof part === 'string' ? part : strFromU8(part);
};

/** @throws UserError where the bytes are no package, one with macros, or one that would be larger than memory. */
export function partsOf(bytes: Uint8Array): Parts {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw refuse('is of the old form .ppt, or locked by a password');
  let [sum, count] = [0, 0];
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        sum += originalSize;
        count++;
        if (sum > MOST_BYTES || count > MOST_PARTS) throw refuse('would be larger than memory when unpacked');
        return !name.endsWith('/');
      },
    });
  } catch (error) {
    throw error instanceof UserError ? error : refuse('is no presentation: its archive is damaged');
  }
  const parts = new Map(Object.entries(files));
  if ([...parts.keys()].some((name) => /vbaProject/i.test(name)))
    throw refuse('holds macros, which are not passed on');
  return parts;
}

/** Where a relationship of a part leads, by its type; the names of parts. */
export function targets(parts: Parts, part: string, type: string): string[] {
  const at = part.lastIndexOf('/');
  const folder = part.slice(0, at);
  const name = `${folder}/_rels/${part.slice(at + 1)}.rels`;
  if (!parts.has(name)) return [];
  return [...textOf(parts, name).matchAll(/<Relationship\b[^>]*>/g)].flatMap(([tag]) => {
    const target = attribute(tag, 'Target');
    if (!attribute(tag, 'Type')?.endsWith(`/${type}`) || target === undefined) return [];
    if (target.startsWith('/')) return [target.slice(1)];
    const way = folder.split('/');
    for (const step of target.split('/'))
      if (step === '..') way.pop();
      else if (step !== '.') way.push(step);
    return [way.join('/')];
  });
}

const attribute = (tag: string, name: string): string | undefined =>
  [...tag.matchAll(/\s([A-Za-z:]+)="([^"]*)"/g)].find(([, one]) => one === name)?.[2];

interface Shape {
  readonly type: string;
  readonly idx: string | undefined;
  readonly box: Box | undefined;
  readonly size: number | undefined;
  readonly align: 'ctr' | 'r' | undefined;
}

const shapesOf = (xml: string): Shape[] =>
  [...xml.matchAll(/<p:sp(?:\s[^>]*)?>[\s\S]*?<\/p:sp>/g)].flatMap(([shape]): Shape[] => {
    const tag = /<p:ph\b[^>]*>/.exec(shape)?.[0];
    if (tag === undefined) return [];
    const off = /<a:off\b[^>]*>/.exec(shape)?.[0];
    const ext = /<a:ext\b[^>]*\scx=[^>]*>/.exec(shape)?.[0];
    const points = (from: string, name: string) => Number(attribute(from, name)) / EMU;
    const first = /<a:lvl1pPr\b[\s\S]*?<\/a:lvl1pPr>/.exec(shape)?.[0] ?? '';
    const size = attribute(/<a:defRPr\b[^>]*>/.exec(first)?.[0] ?? '', 'sz');
    const align = attribute(/<a:lvl1pPr\b[^>]*>/.exec(first)?.[0] ?? '', 'algn');
    return [
      {
        type: attribute(tag, 'type') ?? 'obj',
        idx: attribute(tag, 'idx'),
        box:
          off === undefined || ext === undefined
            ? undefined
            : {
                x: points(off, 'x'),
                y: points(off, 'y'),
                width: points(ext, 'cx'),
                height: points(ext, 'cy'),
              },
        size: size === undefined ? undefined : Number(size) / 100,
        align: align === 'ctr' || align === 'r' ? align : undefined,
      },
    ];
  });

const isTitle = ({ type }: Shape): boolean => type === 'title' || type === 'ctrTitle';

/** Whether a title there leaves the page below it free. */
const isOnTop = (box: Box | undefined, width: number, height: number): boolean =>
  box !== undefined && box.y + box.height < height * 0.4 && box.width > width * 0.6;

/** How well a layout suits a slide with one title across its top and all the rest free. */
function suits(xml: string, above: readonly Shape[], width: number, height: number): number {
  const shapes = shapesOf(xml);
  const kind = attribute(/<p:sldLayout\b[^>]*>/.exec(xml)?.[0] ?? '', 'type');
  const title = shapes.find(isTitle);
  const box = title?.box ?? above.find(isTitle)?.box;
  const others = shapes.filter((one) => !isTitle(one) && !['ftr', 'sldNum', 'dt'].includes(one.type)).length;
  const onTop = isOnTop(box, width, height);
  return (
    (title?.type === 'title' ? 100 : 0) +
    (onTop && title !== undefined ? 200 : 0) +
    (kind === 'titleOnly' ? 50 : 0) -
    others
  );
}

const themeOf = (xml: string): ReadonlyMap<string, string> =>
  new Map(
    [
      ...xml.matchAll(/<a:(dk1|lt1|dk2|lt2|accent[1-6])>[\s\S]*?(?:lastClr|srgbClr val)="([0-9A-Fa-f]{6})"/g),
    ].map(([, name, value]) => [name!, value!]),
  );

const fontOf = (xml: string, which: '<a:majorFont>' | '<a:minorFont>'): string => {
  const from = xml.indexOf(which);
  const latin = xml.indexOf('<a:latin', from);
  return from < 0 || latin < 0
    ? ''
    : (attribute(xml.slice(latin, xml.indexOf('>', latin)), 'typeface') ?? '');
};

/** @throws UserError where the package has no slide that could be laid out by it. */
export function templateOf(parts: Parts): Template {
  const presentation = textOf(parts, 'ppt/presentation.xml');
  const size = /<p:sldSz\b[^>]*>/.exec(presentation)?.[0] ?? '';
  const [width, height] = [Number(attribute(size, 'cx')) / EMU, Number(attribute(size, 'cy')) / EMU];
  if (!/<p:sldMasterIdLst\b/.test(presentation) || !(width >= 300 && height >= 200))
    throw refuse('is not written as PowerPoint writes it');
  const layouts = targets(parts, 'ppt/presentation.xml', 'slideMaster')
    .filter((master) => parts.has(master))
    .flatMap((master) => {
      const shapes = shapesOf(textOf(parts, master));
      return targets(parts, master, 'slideLayout')
        .filter((name) => parts.has(name))
        .map((name) => ({ name, fit: suits(textOf(parts, name), shapes, width, height) }));
    });
  // The first of equals, which is how a firm orders them.
  const best = layouts.reduce<(typeof layouts)[number] | undefined>(
    (kept, one) => (kept === undefined || one.fit > kept.fit ? one : kept),
    undefined,
  );
  if (best === undefined) throw refuse('has no layouts');
  const master = targets(parts, best.name, 'slideMaster')[0] ?? '';
  const masterXml = textOf(parts, master);
  const [own, above] = [shapesOf(textOf(parts, best.name)), shapesOf(masterXml)];
  const placeOf = (fits: (shape: Shape) => boolean): Place | undefined => {
    const [shape, from] = [own.find(fits), above.find(fits)];
    const box = shape?.box ?? from?.box;
    if (shape === undefined || box === undefined) return undefined;
    const { type, idx } = shape;
    return {
      placeholder: { type, ...(idx === undefined ? {} : { idx }) },
      box,
      size: shape.size ?? from?.size,
      align: shape.align ?? from?.align,
    };
  };
  const inLayout = placeOf(isTitle);
  const inMaster = above.find(isTitle)?.box;
  const title: Place | undefined =
    inLayout !== undefined &&
    inMaster !== undefined &&
    !isOnTop(inLayout.box, width, height) &&
    isOnTop(inMaster, width, height)
      ? { ...inLayout, box: inMaster, moved: true }
      : inLayout;
  const footer = placeOf(({ type }) => type === 'ftr');
  const number = placeOf(({ type }) => type === 'sldNum');
  const lacks = (place: Place | undefined, what: string, instead: string): string[] =>
    place === undefined ? [`The template’s layout has no placeholder for ${what}: ${instead}.`] : [];
  const titleStyle = /<p:titleStyle>[\s\S]*?<a:defRPr\b[^>]*>/.exec(masterXml)?.[0] ?? '';
  const inherited = Number(attribute(titleStyle.slice(titleStyle.lastIndexOf('<')), 'sz') ?? 2400) / 100;
  const theme = targets(parts, master, 'theme')[0];
  const themeXml = theme === undefined || !parts.has(theme) ? '' : textOf(parts, theme);
  return {
    parts,
    width,
    height,
    slides: presentation.match(/<p:sldId\s/g)?.length ?? 0,
    layout: best.name,
    title,
    titleSize: Math.max(LEAST_TITLE, title?.size ?? inherited),
    footer,
    number,
    body: bodyOf(title, [footer, number], above.find(({ type }) => type === 'body')?.box, width, height),
    fonts: { title: fontOf(themeXml, '<a:majorFont>'), text: fontOf(themeXml, '<a:minorFont>') },
    theme: themeOf(themeXml),
    messages: [
      ...lacks(title, 'a title', 'titles stand in text boxes'),
      ...lacks(footer, 'a footer', '“Draft” stands in a text box'),
      ...lacks(number, 'the number of the slide', 'it stands in a text box'),
    ],
  };
}

/** What is free: the place that the master has for text, as far as neither title nor footer stand in it. */
function bodyOf(
  title: Place | undefined,
  foot: readonly (Place | undefined)[],
  body: Box | undefined,
  width: number,
  height: number,
): Box {
  const top = title === undefined ? height * 0.17 : title.box.y + title.box.height;
  const feet = foot.flatMap((one) => (one === undefined ? [] : [one.box.y])).filter((y) => y > height / 2);
  const bottom = Math.min(height - 30, ...feet) - 8;
  const x = body?.x ?? title?.box.x ?? width * 0.05;
  const wide = Math.min(body?.width ?? title?.box.width ?? width * 0.9, width - x - 8);
  const from = Math.max(top + 8, body !== undefined && body.y < height / 2 ? body.y : 0);
  const to = Math.min(bottom, body === undefined ? bottom : Math.max(body.y + body.height, height * 0.75));
  return to - from < height * 0.4
    ? { x, y: top + 8, width: wide, height: bottom - top - 8 }
    : { x, y: from, width: wide, height: to - from };
}

import { archived } from '../../write/xlsx/archive.ts';
import { OFFICE, workbookBytes } from '../../write/xlsx/workbook.ts';
import { XML_HEAD } from '../../write/xlsx/xml.ts';
import { escaped } from '../chart/svg.ts';
import { chartFrame, chartOf, dataOf } from './chart-xml.ts';
import type { Element, NativeChart, Slide } from './element.ts';
import { NAMESPACES, paragraphOf } from './markup.ts';
import { NOTES_MASTER_TYPE, notesMaster, relationships, THEME_TYPE, tree } from './own-template.ts';
import { bandOf, connectorOf, type GluePoint, ruleOf, shapeOf } from './shapes.ts';
import { tableOf } from './table-xml.ts';
import { type Template, targets, textOf } from './template.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Of the section that holds our slides, where a template orders its own in sections. */
const SECTION = '{6F1D9B0A-3C57-4E1B-9A44-0E6B8D5F7C21}';

/** The shapes of a slide, each with a number of its own; `relationOf` names the file of a chart. */
function shapesOf(elements: readonly Element[], relationOf: (chart: NativeChart) => string): string {
  const glued = new Map<string, GluePoint>();
  elements.forEach((element, at) => {
    if (element.kind !== 'shape' || element.key === undefined || element.box === undefined) return;
    glued.set(element.key, { id: at + 2, box: element.box, round: element.form === 'ellipse' });
  });
  const one = (element: Element, id: number): string => {
    switch (element.kind) {
      case 'shape':
        return shapeOf(element, id);
      case 'connector':
        return connectorOf(element, id, (key) => glued.get(key)!);
      case 'rule':
        return ruleOf(element, id);
      case 'band':
        return bandOf(element, id);
      case 'table':
        return tableOf(element, id);
      case 'chart':
        return chartFrame(element, id, relationOf(element));
    }
  };
  return elements.map((element, at) => one(element, at + 2)).join('');
}

const notesOf = (lines: readonly string[]): string =>
  `${XML_HEAD}<p:notes ${NAMESPACES}><p:cSld>${tree(
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>' +
      `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${(lines.length === 0 ? [''] : lines).map((text) => paragraphOf({ runs: text === '' ? [] : [{ text }], size: 0 })).join('')}</p:txBody></p:sp>`,
  )}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`;

/** Names and numbers that nothing of a package has yet. */
class Free {
  constructor(private readonly taken: Set<string>) {}
  name(folder: string, stem: string, ending: string): string {
    for (let nth = 1; ; nth++) {
      const name = `${folder}/${stem}${nth}.${ending}`;
      if (this.taken.has(name.toLowerCase())) continue;
      this.taken.add(name.toLowerCase());
      return name;
    }
  }
}

const highest = (text: string, pattern: RegExp, least: number): number =>
  [...text.matchAll(pattern)].reduce((most, [, id]) => Math.max(most, Number(id)), least);

/** Put in before the end of an element that is there. */
const within = (xml: string, end: string, more: string): string => {
  const at = xml.lastIndexOf(end);
  return at < 0 ? xml : xml.slice(0, at) + more + xml.slice(at);
};

interface About {
  readonly title: string;
  readonly date: string | undefined;
}

/** The package with slides after its own: its masters, layouts, theme and slides stay as they are, to the byte. */
export function assembled(template: Template, slides: readonly Slide[], { title, date }: About): Uint8Array {
  const parts = new Map(template.parts);
  const free = new Free(new Set([...parts.keys()].map((name) => name.toLowerCase())));
  const overrides: [part: string, type: string][] = [];
  const added: [id: string, type: string, target: string][] = [];
  const rels = textOf(parts, 'ppt/_rels/presentation.xml.rels');
  let relation = highest(rels, /\sId="rId(\d+)"/g, 0);
  const relate = (type: string, part: string): string => {
    const id = `rId${++relation}`;
    added.push([id, `${OFFICE}/${type}`, part.replace(/^ppt\//, '')]);
    return id;
  };
  let presentation = textOf(parts, 'ppt/presentation.xml');
  let notes = targets(parts, 'ppt/presentation.xml', 'notesMaster')[0];
  if (notes === undefined) {
    let theme = 1;
    while (parts.has(`ppt/theme/theme${theme}.xml`)) theme++;
    for (const [name, content] of notesMaster(theme)) parts.set(name, content);
    notes = 'ppt/notesMasters/notesMaster1.xml';
    overrides.push([notes, NOTES_MASTER_TYPE], [`ppt/theme/theme${theme}.xml`, THEME_TYPE]);
    const list = `<p:notesMasterIdLst><p:notesMasterId r:id="${relate('notesMaster', notes)}"/></p:notesMasterIdLst>`;
    presentation = presentation.replace('</p:sldMasterIdLst>', (end) => end + list);
  }
  const ids: number[] = [];
  let last = highest(presentation, /<p:sldId\b[^>]*\sid="(\d+)"/g, 255);
  const entries = slides.map((slide): string => {
    const part = free.name('ppt/slides', 'slide', 'xml');
    const note = free.name('ppt/notesSlides', 'notesSlide', 'xml');
    const charts: [id: string, type: string, target: string][] = [];
    const relationOf = (chart: NativeChart): string => {
      const xml = free.name('ppt/charts', 'chart', 'xml');
      const book = free.name('ppt/embeddings', 'Microsoft_Excel_Sheet', 'xlsx');
      parts.set(xml, chartOf(chart));
      parts.set(book, workbookBytes([dataOf(chart)], chart.name));
      parts.set(
        xml.replace('charts/', 'charts/_rels/').concat('.rels'),
        relationships([['rId1', `${OFFICE}/package`, `../embeddings/${book.split('/').at(-1)}`]]),
      );
      overrides.push([xml, CHART_TYPE], [book, SHEET_TYPE]);
      const id = `rId${charts.length + 3}`;
      charts.push([id, `${OFFICE}/chart`, `../charts/${xml.split('/').at(-1)}`]);
      return id;
    };
    parts.set(
      part,
      `${XML_HEAD}<p:sld ${NAMESPACES}><p:cSld>${tree(shapesOf(slide.elements, relationOf))}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`,
    );
    parts.set(
      part.replace('slides/', 'slides/_rels/').concat('.rels'),
      relationships([
        ['rId1', `${OFFICE}/slideLayout`, `../${template.layout.replace(/^ppt\//, '')}`],
        ['rId2', `${OFFICE}/notesSlide`, `../notesSlides/${note.split('/').at(-1)}`],
        ...charts,
      ]),
    );
    parts.set(note, notesOf(slide.notes));
    parts.set(
      note.replace('notesSlides/', 'notesSlides/_rels/').concat('.rels'),
      relationships([
        ['rId1', `${OFFICE}/notesMaster`, `../${notes.replace(/^ppt\//, '')}`],
        ['rId2', `${OFFICE}/slide`, `../slides/${part.split('/').at(-1)}`],
      ]),
    );
    overrides.push([part, `${TYPE}.slide+xml`], [note, `${TYPE}.notesSlide+xml`]);
    ids.push(++last);
    return `<p:sldId id="${last}" r:id="${relate('slide', part)}"/>`;
  });
  parts.set('ppt/presentation.xml', withSlides(presentation, entries, ids));
  const relationshipTags = added.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  );
  parts.set('ppt/_rels/presentation.xml.rels', within(rels, '</Relationships>', relationshipTags.join('')));
  describe(parts, overrides, title, date);
  const types = textOf(parts, '[Content_Types].xml');
  parts.set(
    '[Content_Types].xml',
    within(
      // A template is no presentation, and would be opened as a new one without a name.
      types.replace('.presentationml.template.main+xml', '.presentationml.presentation.main+xml'),
      '</Types>',
      overrides.map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`).join(''),
    ),
  );
  // A reader looks for the types first.
  const order = [...parts].sort(
    ([a], [b]) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml'),
  );
  return archived(new Map(order));
}

function withSlides(presentation: string, entries: readonly string[], ids: readonly number[]): string {
  const list = entries.join('');
  const full = /<p:sldIdLst\s*\/>/.test(presentation)
    ? presentation.replace(/<p:sldIdLst\s*\/>/, () => `<p:sldIdLst>${list}</p:sldIdLst>`)
    : presentation.includes('</p:sldIdLst>')
      ? within(presentation, '</p:sldIdLst>', list)
      : presentation.replace(/<p:sldSz\b/, (next) => `<p:sldIdLst>${list}</p:sldIdLst>${next}`);
  return within(
    full,
    '</p14:sectionLst>',
    `<p14:section name="Report" id="${SECTION}"><p14:sldIdLst>${ids.map((id) => `<p14:sldId id="${id}"/>`).join('')}</p14:sldIdLst></p14:section>`,
  );
}

/** What the file says of itself, where it says nothing yet; a template keeps what it says. */
function describe(
  parts: Map<string, string | Uint8Array>,
  overrides: [part: string, type: string][],
  title: string,
  date: string | undefined,
): void {
  const root = textOf(parts, '_rels/.rels');
  if (/core-properties"/.test(root)) return;
  const day = (tag: string) =>
    date === undefined ? '' : `<dcterms:${tag} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${tag}>`;
  parts.set(
    'docProps/core.xml',
    `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>orgdesign</dc:creator>${day('created')}${day('modified')}</cp:coreProperties>`,
  );
  overrides.push(['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml']);
  parts.set(
    '_rels/.rels',
    within(
      root,
      '</Relationships>',
      `<Relationship Id="rIdCore" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
    ),
  );
}

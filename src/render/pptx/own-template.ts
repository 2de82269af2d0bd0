import type { Parts } from '../../write/xlsx/archive.ts';
import { OFFICE, PACKAGE } from '../../write/xlsx/workbook.ts';
import { XML_HEAD } from '../../write/xlsx/xml.ts';
import { emu, NAMESPACES, transform } from './markup.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml';
export const THEME_TYPE = 'application/vnd.openxmlformats-officedocument.theme+xml';
export const NOTES_MASTER_TYPE = `${TYPE}.notesMaster+xml`;

/** Six that people with any kind of colour vision tell apart (Okabe and Ito 2008), the first two dark. */
const ACCENTS = ['0B62A4', 'E69F00', '009E73', 'CC79A7', '56B4E9', 'D55E00'];

export const relationships = (
  all: readonly (readonly [id: string, type: string, target: string])[],
): string =>
  `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`;

const rgb = (tag: string, value: string): string => `<a:${tag}><a:srgbClr val="${value}"/></a:${tag}>`;
const PLACED = '<a:schemeClr val="phClr"/>';
const THREE = (one: string): string => one.repeat(3);

const THEME = `${XML_HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="orgdesign"><a:themeElements><a:clrScheme name="orgdesign">${rgb('dk1', '1B1F24')}${rgb('lt1', 'FFFFFF')}${rgb('dk2', '3A424D')}${rgb('lt2', 'F2F4F7')}${ACCENTS.map((value, at) => rgb(`accent${at + 1}`, value)).join('')}${rgb('hlink', '0B62A4')}${rgb('folHlink', '5A6472')}</a:clrScheme><a:fontScheme name="orgdesign"><a:majorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="orgdesign"><a:fillStyleLst>${THREE(`<a:solidFill>${PLACED}</a:solidFill>`)}</a:fillStyleLst><a:lnStyleLst>${THREE(`<a:ln w="9525"><a:solidFill>${PLACED}</a:solidFill></a:ln>`)}</a:lnStyleLst><a:effectStyleLst>${THREE('<a:effectStyle><a:effectLst/></a:effectStyle>')}</a:effectStyleLst><a:bgFillStyleLst>${THREE(`<a:solidFill>${PLACED}</a:solidFill>`)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;

const GROUP =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';
export const tree = (shapes: string): string => `<p:spTree>${GROUP}${shapes}</p:spTree>`;
const MAP =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
const BACKGROUND =
  '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';

const PLACES = {
  title: ['Title', '<p:ph type="title"/>', { x: 40, y: 24, width: 880, height: 60 }, 'anchor="b"'],
  body: ['Text', '<p:ph type="body" idx="1"/>', { x: 40, y: 98, width: 880, height: 394 }, ''],
  ftr: [
    'Footer',
    '<p:ph type="ftr" sz="quarter" idx="11"/>',
    { x: 40, y: 510, width: 760, height: 18 },
    'anchor="ctr"',
  ],
  sldNum: [
    'Number',
    '<p:ph type="sldNum" sz="quarter" idx="12"/>',
    { x: 840, y: 510, width: 80, height: 18 },
    'anchor="ctr"',
  ],
} as const;

const style = (size: number, more = ''): string =>
  `<a:lvl1pPr${more}><a:defRPr sz="${size * 100}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:defRPr></a:lvl1pPr>`;

const placeholder = (type: keyof typeof PLACES, id: number): string => {
  const [name, ph, box, anchor] = PLACES[type];
  const text =
    type === 'sldNum'
      ? '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld></a:p>'
      : '<a:p><a:endParaRPr lang="en-GB"/></a:p>';
  const own = type === 'sldNum' ? style(10, ' algn="r"') : type === 'ftr' ? style(10, ' algn="l"') : '';
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${ph}</p:nvPr></p:nvSpPr><p:spPr>${transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" ${anchor}><a:normAutofit/></a:bodyPr><a:lstStyle>${own}</a:lstStyle>${text}</p:txBody></p:sp>`;
};

const all = (types: readonly (keyof typeof PLACES)[]): string =>
  tree(types.map((type, at) => placeholder(type, at + 2)).join(''));

const MASTER = `${XML_HEAD}<p:sldMaster ${NAMESPACES}><p:cSld>${BACKGROUND}${all(['title', 'body', 'ftr', 'sldNum'])}</p:cSld>${MAP}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/><a:defRPr sz="2400" b="1"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>${style(14)}</p:bodyStyle><p:otherStyle>${style(14)}</p:otherStyle></p:txStyles></p:sldMaster>`;

const LAYOUT = `${XML_HEAD}<p:sldLayout ${NAMESPACES} type="titleOnly" preserve="1"><p:cSld name="Title Only">${all(['title', 'ftr', 'sldNum'])}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;

const NOTE_PLACES =
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>${transform({ x: 54, y: 56, width: 432, height: 243 })}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>` +
  `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr>${transform({ x: 54, y: 320, width: 432, height: 340 })}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>`;

const NOTES_MASTER = `${XML_HEAD}<p:notesMaster ${NAMESPACES}><p:cSld>${BACKGROUND}${tree(NOTE_PLACES)}</p:cSld>${MAP}<p:notesStyle>${style(12)}</p:notesStyle></p:notesMaster>`;

/** What speaker notes stand on, also in a template that has none; `theme` is the number of a theme that is not taken. */
export const notesMaster = (theme: number): Parts =>
  new Map([
    ['ppt/notesMasters/notesMaster1.xml', NOTES_MASTER],
    [
      'ppt/notesMasters/_rels/notesMaster1.xml.rels',
      relationships([['rId1', `${OFFICE}/theme`, `../theme/theme${theme}.xml`]]),
    ],
    [`ppt/theme/theme${theme}.xml`, THEME],
  ]);

const override = (part: string, type: string): string =>
  `<Override PartName="/${part}" ContentType="${type}"/>`;

/** A package with one master and one layout and without slides, sixteen to nine. */
export const ownTemplate = (): Parts =>
  new Map([
    [
      '[Content_Types].xml',
      `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('ppt/presentation.xml', `${TYPE}.presentation.main+xml`)}${override('ppt/slideMasters/slideMaster1.xml', `${TYPE}.slideMaster+xml`)}${override('ppt/slideLayouts/slideLayout1.xml', `${TYPE}.slideLayout+xml`)}${override('ppt/theme/theme1.xml', THEME_TYPE)}</Types>`,
    ],
    ['_rels/.rels', relationships([['rId1', `${OFFICE}/officeDocument`, 'ppt/presentation.xml']])],
    [
      'ppt/presentation.xml',
      `${XML_HEAD}<p:presentation ${NAMESPACES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldSz cx="${emu(960)}" cy="${emu(540)}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
    ],
    [
      'ppt/_rels/presentation.xml.rels',
      relationships([
        ['rId1', `${OFFICE}/slideMaster`, 'slideMasters/slideMaster1.xml'],
        ['rId2', `${OFFICE}/theme`, 'theme/theme1.xml'],
      ]),
    ],
    ['ppt/slideMasters/slideMaster1.xml', MASTER],
    [
      'ppt/slideMasters/_rels/slideMaster1.xml.rels',
      relationships([
        ['rId1', `${OFFICE}/slideLayout`, '../slideLayouts/slideLayout1.xml'],
        ['rId2', `${OFFICE}/theme`, '../theme/theme1.xml'],
      ]),
    ],
    ['ppt/slideLayouts/slideLayout1.xml', LAYOUT],
    [
      'ppt/slideLayouts/_rels/slideLayout1.xml.rels',
      relationships([['rId1', `${OFFICE}/slideMaster`, '../slideMasters/slideMaster1.xml']]),
    ],
    ['ppt/theme/theme1.xml', THEME],
  ]);

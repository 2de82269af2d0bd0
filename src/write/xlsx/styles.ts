/** What a column holds, by which its cells are shown. */
export type Kind = 'text' | 'number' | 'date' | 'head';

const KINDS: readonly Exclude<Kind, 'head'>[] = ['text', 'number', 'date'];
/** Of the formats built in: text, and numbers as they are; days as ISO writes them. */
const FORMATS = { text: 49, number: 0, date: 164 } as const;
const [GREY, HEAD] = [2, 3];
const HEAD_STYLE = 1;

const variants = KINDS.flatMap((kind) =>
  [false, true].flatMap((editable) => [false, true].map((quoted) => ({ kind, editable, quoted }))),
);

/** Index of a style; `quoted` keeps text that begins like a formula from becoming one. */
export const styleOf = (kind: Kind, editable: boolean, quoted = false): number =>
  kind === 'head' ? HEAD_STYLE : 2 + KINDS.indexOf(kind) * 4 + (editable ? 2 : 0) + (quoted ? 1 : 0);

const fill = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/></patternFill></fill>`;

/** Cells that are locked are grey, so that it is seen before it is tried. */
export const stylesXml = (): string =>
  [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>',
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
    `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('F2F2F2')}${fill('D9E2EC')}</fills>`,
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${2 + variants.length}">`,
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    `<xf numFmtId="49" fontId="1" fillId="${HEAD}" borderId="0" xfId="0" applyFont="1" applyFill="1"/>`,
    ...variants.map(
      ({ kind, editable, quoted }) =>
        `<xf numFmtId="${FORMATS[kind]}" fontId="0" fillId="${editable ? 0 : GREY}" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1" applyProtection="1"${quoted ? ' quotePrefix="1"' : ''}><protection locked="${editable ? 0 : 1}"/></xf>`,
    ),
    '</cellXfs>',
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('');

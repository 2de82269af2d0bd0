import { printable } from '../../base/text.ts';
import { type ChartData, MARKS, type TreeNode } from './chart.ts';

/**
 * Organisation charts in the languages of other tools; each is text that the tool lays out itself.
 * Ids are numbers of our own, so that no text of the file is taken for a part of the language.
 */
interface TextForm {
  readonly ending: string;
  write(nodes: readonly TreeNode[], title: string): string;
}

const linesOf = ({ title, detail, marks }: TreeNode): string[] =>
  [title, detail, marks.map((mark) => MARKS[mark]).join(', ')]
    .filter((text) => text !== '')
    .map((text) => printable(text));

/** Numbers by id, and the lines from manager to report. */
function numbered(nodes: readonly TreeNode[]) {
  const number = new Map(nodes.map(({ id }, at) => [id, at]));
  const lines = nodes.flatMap(({ parent }, at) => {
    const above = parent === null ? undefined : number.get(parent);
    return above === undefined ? [] : [[above, at] as const];
  });
  return { lines };
}

/** Entities, so that no sign in a text is one of Mermaid's. */
const inMermaid = (text: string): string =>
  [...text].map((sign) => (/[\p{L}\p{N} .,+·-]/u.test(sign) ? sign : `#${sign.codePointAt(0)};`)).join('');

const inQuotes = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

const inCsv = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
};

const inHtml = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!);

const FORMS: readonly TextForm[] = [
  {
    ending: 'mmd',
    write: (nodes) =>
      [
        'flowchart LR',
        ...nodes.map((node, at) => `  n${at}["${linesOf(node).map(inMermaid).join('<br/>')}"]`),
        ...numbered(nodes).lines.map(([from, to]) => `  n${from} --> n${to}`),
      ].join('\n'),
  },
  {
    ending: 'dot',
    write: (nodes, title) =>
      [
        'digraph organisation {',
        '  rankdir=LR; node [shape=box, fontname="Helvetica"];',
        `  label=${inQuotes(printable(title))};`,
        ...nodes.map(
          (node, at) =>
            `  n${at} [label=${inQuotes(linesOf(node).join('\n')).replaceAll('\n', '\\n')}${node.marks.includes('vacant') ? ', style=dashed' : ''}];`,
        ),
        ...numbered(nodes).lines.map(([from, to]) => `  n${from} -> n${to};`),
        '}',
      ].join('\n'),
  },
  {
    ending: 'd2',
    write: (nodes) =>
      [
        'direction: right',
        ...nodes.map((node, at) => `n${at}: ${inQuotes(linesOf(node).join(' · ')).replaceAll('$', '\\$')}`),
        ...numbered(nodes).lines.map(([from, to]) => `n${from} -> n${to}`),
      ].join('\n'),
  },
  {
    ending: 'drawio.csv',
    write: (nodes) => {
      const above = new Map(numbered(nodes).lines.map(([from, to]) => [to, from]));
      return [
        '# label: <b>%title%</b><br>%detail%',
        '# style: whiteSpace=wrap;html=1;rounded=1;fillColor=#ffffff;strokeColor=#6b6f76;',
        '# parentstyle: swimlane;whiteSpace=wrap;html=1;',
        '# connect: {"from": "manager", "to": "id", "invert": true, "style": "edgeStyle=orthogonalEdgeStyle;endArrow=none;"}',
        '# width: 200',
        '# height: 46',
        '# ignore: id,manager',
        '# layout: horizontaltree',
        'id,title,detail,marked,manager',
        ...nodes.map((node, at) =>
          [
            `n${at}`,
            inCsv(inHtml(printable(node.title))),
            inCsv(inHtml(printable(node.detail))),
            inCsv(node.marks.join(' ')),
            above.has(at) ? `n${above.get(at)}` : '',
          ].join(','),
        ),
      ].join('\n');
    },
  },
];

export const TEXT_ENDINGS: readonly string[] = FORMS.map(({ ending }) => ending);

/** An organisation chart as text of another tool; undefined for a chart of another form. */
export function asText(data: ChartData, title: string, ending: string): string | undefined {
  const form = FORMS.find((one) => one.ending === ending);
  return data.form === 'tree' && form !== undefined ? `${form.write(data.nodes, title)}\n` : undefined;
}

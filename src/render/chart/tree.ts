import { type HierarchyPointNode, stratify } from 'd3-hierarchy';
import { kindsOf, MARKS, type TreeChart, type TreeNode } from './chart.ts';
import {
  ACCENT,
  colourOf,
  type Drawing,
  element,
  escaped,
  fitted,
  label,
  legend,
  PAPER,
  RULE,
  SMALL,
  type Svg,
  textWidth,
  WALL,
} from './svg.ts';

const BOX = { width: 212, height: 40 } as const;
const GAP = { x: 44, y: 12 } as const;

/** From the root to the right, so that any number of reports fits on a page; several roots stand below each other. */
export function drawTree(data: TreeChart): Drawing {
  const { nodes } = data;
  if (nodes.length === 0)
    return { width: 400, height: 40, content: label({ x: 0, y: 24, text: 'Nobody to show.' }) };
  const above = '\0';
  const known = new Set(nodes.map(({ id }) => id));
  const root = stratify<TreeMember>()
    .id(({ id }) => id)
    .parentId(({ id, parent }) =>
      id === above ? null : parent !== null && known.has(parent) ? parent : above,
    )([{ id: above, parent: null }, ...nodes]);
  // A row for everybody who leads nobody; a manager stands beside the first report, so that the top is where one begins to read.
  let row = 0;
  const placed = root.eachAfter((node) => {
    const at = node as HierarchyPointNode<TreeMember>;
    at.x = at.children?.[0]?.x ?? row++ * (BOX.height + GAP.y);
    at.y = node.depth * (BOX.width + GAP.x);
  }) as HierarchyPointNode<TreeMember>;
  const all = placed.descendants().filter(({ id }) => id !== above);
  const top = Math.min(...all.map(({ x }) => x));
  const kinds = kindsOf(data);
  const right = Math.max(...all.map(({ y }) => y)) - GAP.x;
  const keys = legend(kinds, Math.max(right, BOX.width * 2));
  const down = kinds.length === 0 ? 0 : keys.height + 8;
  const at = ({ x, y }: HierarchyPointNode<TreeMember>) => ({
    left: y - BOX.width - GAP.x,
    top: x - top + down,
  });
  const lines = all.flatMap((node) => {
    if (node.parent === null || node.parent.id === above) return [];
    const [from, to] = [at(node.parent), at(node)];
    const [x1, y1, x2, y2] = [
      from.left + BOX.width,
      from.top + BOX.height / 2,
      to.left,
      to.top + BOX.height / 2,
    ];
    const middle = x1 + GAP.x / 2;
    return [
      element('path', { d: `M${x1} ${y1}H${middle}V${y2}H${x2}`, fill: 'none', stroke: RULE, class: 'rule' }),
    ];
  });
  const boxes = all.map((node) => box(node.data as TreeNode, at(node).left, at(node).top, kinds));
  const bottom = Math.max(...all.map((node) => at(node).top)) + BOX.height;
  return {
    width: Math.max(right + 1, 400),
    height: bottom + 2,
    content: (kinds.length === 0 ? '' : keys.content) + lines.join('') + boxes.join(''),
  };
}

type TreeMember = Partial<TreeNode> & Pick<TreeNode, 'id' | 'parent'>;

function box(
  { title, detail, colour, marks }: TreeNode,
  x: number,
  y: number,
  kinds: readonly string[],
): Svg {
  const nth = colour === '' ? -1 : kinds.indexOf(colour);
  const said = marks.map((mark) => MARKS[mark]).join(', ');
  const tag = said === '' ? 0 : textWidth(said, SMALL) + 10;
  const open = marks.includes('vacant');
  return element(
    'g',
    {},
    element('title', {}, escaped([title, detail, said].filter((text) => text !== '').join(' · '))),
    element('rect', {
      x,
      y,
      width: BOX.width,
      height: BOX.height,
      rx: 4,
      fill: PAPER,
      stroke: marks.includes('new') ? ACCENT : RULE,
      'stroke-dasharray': open ? '4 3' : undefined,
      class: 'box',
    }),
    ...(nth < 0
      ? []
      : [
          element('rect', {
            x,
            y,
            width: 5,
            height: BOX.height,
            rx: 2,
            fill: colourOf(nth),
            class: `k${nth % 8}`,
          }),
        ]),
    label({ x: x + 12, y: y + 17, text: title, size: 12, weight: 'bold', room: BOX.width - 20, tail: '' }),
    label({ x: x + 12, y: y + 32, text: detail, size: SMALL, tone: 'soft', room: BOX.width - 20 - tag }),
    ...(said === ''
      ? []
      : [
          element('rect', {
            x: x + BOX.width - tag - 4,
            y: y + 21,
            width: tag,
            height: 15,
            rx: 7,
            fill: marks.includes('displaced') ? WALL : ACCENT,
            class: marks.includes('displaced') ? 'wallFill' : 'accentFill',
          }),
          label({
            x: x + BOX.width - tag / 2 - 4,
            y: y + 32,
            text: fitted(said, tag, SMALL),
            size: SMALL,
            anchor: 'middle',
            tone: 'onDark',
          }),
        ]),
  );
}

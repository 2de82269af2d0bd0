import { folded, quoted } from '../../base/text.ts';
import type { Journal } from '../journal.ts';
import { isRecord } from './yaml-reading.ts';

type Node = Readonly<Record<string, unknown>>;

/** Keys under which a person holds whoever reports to them. */
const BELOW =
  /^(?:(?:direct)?reports?|directs|children|subordinates|reportees|team|teammembers|members|employees|staff|mitarbeiter|unterstellte|subordonn[ée]s|collaborateurs|subordinados|empleados|collaboratori|medewerkers)$/;
const ABOVE = /^(?:manager|supervisor|reportsto|parent|boss|vorgesetzte)/;
const IDS = ['id', 'employeeid', 'employeenumber', 'personid', 'userid', 'uid', 'number', 'key'];
const NAMES = ['name', 'fullname', 'displayname', 'employeename', 'label', 'text'];

const scalarsOf = (node: Node): string[] =>
  Object.keys(node).filter((key) => typeof node[key] !== 'object' || node[key] === null);

/** The key under which a person holds others like it: nodes that have most of the keys that those below have. */
function belowOf(node: unknown): string | undefined {
  if (!isRecord(node)) return undefined;
  return Object.keys(node).find((key) => {
    const below = node[key];
    if (!BELOW.test(folded(key)) || !Array.isArray(below) || !isRecord(below[0])) return false;
    const own = new Set(scalarsOf(node));
    const theirs = scalarsOf(below[0]);
    return theirs.length > 0 && theirs.filter((one) => own.has(one)).length * 2 > theirs.length;
  });
}

/** The person at the top of a tree, which a value is or holds at a key. */
export const treeIn = (value: unknown): readonly unknown[] | undefined => {
  if (!isRecord(value)) return undefined;
  const top = [value, ...Object.values(value)].find((one) => belowOf(one) !== undefined);
  return top === undefined ? undefined : [top];
};

/** People who stand inside their managers, as a row each that names its manager; any other list as it is. */
export function rowsOfTree(file: string, list: readonly unknown[], journal: Journal): readonly unknown[] {
  const key = list.map(belowOf).find((one) => one !== undefined);
  if (key === undefined) return list;
  const nodes: { readonly node: Node; readonly above: number }[] = [];
  const waiting = list.map((node) => ({ node, above: -1 })).reverse();
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (!isRecord(one.node)) continue;
    const inside = one.node[key];
    const above = nodes.length;
    nodes.push({ node: one.node, above: one.above });
    if (Array.isArray(inside)) for (const node of inside.toReversed()) waiting.push({ node, above });
  }
  const unique = (names: readonly string[]) =>
    scalarsOf(nodes[0]!.node).find((one) => {
      const values = new Set(nodes.map(({ node }) => String(node[one] ?? '')));
      return names.includes(folded(one)) && values.size === nodes.length && !values.has('');
    });
  const named = unique(IDS) ?? unique(NAMES);
  const hasManager = nodes.some(({ node }) => scalarsOf(node).some((one) => ABOVE.test(folded(one))));
  journal.assume(
    `${file}: ${quoted(key)} holds people who report to whoever it stands in: each is a row, ${hasManager ? 'whose own column names the manager' : named === undefined ? 'with its place as id' : `and names its manager by ${quoted(named)}`}.`,
  );
  return nodes.map(({ node, above }, at) => {
    const { [key]: _, ...rest } = node;
    const id = named === undefined && !hasManager ? { id: `n${at + 1}` } : {};
    if (hasManager || above === -1) return { ...id, ...rest };
    const manager = named === undefined ? `n${above + 1}` : String(nodes[above]!.node[named]);
    return { ...rest, ...id, manager };
  });
}

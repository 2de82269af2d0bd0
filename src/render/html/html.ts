import { createHash } from 'node:crypto';
import { withoutCommands } from '../../base/text.ts';
import {
  type Block,
  type Chart,
  type Finding,
  type Inline,
  type Item,
  type List,
  plainText,
  type Section,
  spansOf,
  type Table,
} from '../block.ts';
import { inPage } from '../chart/draw.ts';
import { escaped } from '../chart/svg.ts';
import { evidenceOf, type Renderer } from '../format.ts';
import { LIVE_SCRIPT } from './live.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

const inline = (content: Inline): string =>
  spansOf(content)
    .map((span) => {
      if (typeof span === 'string') return escaped(span);
      if (span.tone === 'key') return `<code>${escaped(span.text)}</code>`;
      if (span.tone === 'emphasis') return `<em>${escaped(span.text)}</em>`;
      return `<span class="${span.tone}">${escaped(span.text)}</span>`;
    })
    .join('');

const itemOf = ({ text, label, members = [], notes = [], done }: Item): string => {
  const box = done === undefined ? '' : done ? '☑ ' : '☐ ';
  const named = label === undefined ? '' : `<strong>${escaped(plainText(label))}:</strong> `;
  const further = members.length === 0 ? '' : `: ${members.map(escaped).join(', ')}`;
  const below =
    notes.length === 0
      ? ''
      : `<ul class="notes">${notes.map((note) => `<li>${inline(note.text)}</li>`).join('')}</ul>`;
  return `<li>${box}${named}${inline(text)}${further}${below}</li>`;
};

const titled = (title: Inline | undefined): string => (title === undefined ? '' : `<p>${inline(title)}</p>`);

/** What stands beside a label: its text, and its notes below it. */
const labelledOf = (items: readonly Item[]): string =>
  `<dl class="labelled">${items
    .map(
      ({ label = '', text, members = [], notes = [] }) =>
        `<dt>${escaped(plainText(label))}</dt><dd><p>${inline(text)}${members.length === 0 ? '' : `: ${members.map(escaped).join(', ')}`}</p>${notes.map((note) => `<p class="note">${inline(note.text)}</p>`).join('')}</dd>`,
    )
    .join('')}</dl>`;

const listOf = ({ title, items, ordered }: List): string => {
  if (items.length === 0) return titled(title);
  if (items.every(({ label, done }) => label !== undefined && done === undefined))
    return `${titled(title)}${labelledOf(items)}`;
  const tag = ordered === undefined || ordered === false ? 'ul' : 'ol';
  return `${titled(title)}<${tag}>${items.map(itemOf).join('')}</${tag}>`;
};

const findingOf = (finding: Finding): string => {
  const { severity, message, suggestion, waiver } = finding;
  const place = [
    ...evidenceOf(finding),
    ...(waiver === undefined ? [] : [`waived by ${waiver.owner}: ${waiver.reason}`]),
  ].join(' · ');
  const clear = suggestion === undefined ? '' : `<div>To clear it: ${escaped(suggestion.text)}</div>`;
  return `<li class="${severity}" data-severity="${severity}"><span class="severity">${severity}</span> ${escaped(message)}${clear}<div class="place">${escaped(place)}</div></li>`;
};

const tableOf = ({ corner = '', columns, groups, legend = [] }: Table, name: string): string => {
  const heads = columns.map(
    ({ heading, left }) => `<th scope="col"${left ? ' class="left"' : ''}>${escaped(heading)}</th>`,
  );
  const bodies = groups.map(({ title = '', rows }) => {
    const group =
      title === ''
        ? ''
        : `<tr class="group"><th scope="rowgroup" colspan="${columns.length + 1}">${escaped(title)}</th></tr>`;
    const lines = rows.map(({ label, cells }) => {
      const own = cells.map((cell, at) => {
        const classes = [columns[at]?.left ? 'left' : '', typeof cell === 'string' ? '' : cell.tone].filter(
          (text) => text !== '',
        );
        return `<td${classes.length === 0 ? '' : ` class="${classes.join(' ')}"`}>${escaped(plainText(cell))}</td>`;
      });
      return `<tr><th scope="row">${escaped(label)}</th>${own.join('')}</tr>`;
    });
    return `<tbody>${group}${lines.join('')}</tbody>`;
  });
  const below = legend.length === 0 ? '' : `<p class="dim">${legend.map(escaped).join('; ')}</p>`;
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escaped(name)}"><table><thead><tr><th scope="col">${escaped(corner)}</th>${heads.join('')}</tr></thead>${bodies.join('')}</table></div>${below}`;
};

const chartOf = ({ title, data, source, twin }: Chart): string =>
  `<figure><figcaption>${escaped(title)}</figcaption><div class="scroll" tabindex="0" role="region" aria-label="${escaped(`Picture: ${title}`)}">${inPage(data, title)}</div><p class="source">${escaped(source)}</p><details><summary>The same as a table</summary>${tableOf(twin, title)}</details></figure>`;

/** Ids of headings, by which links point at them; what stands twice gets a number. */
class Anchors {
  private readonly counts = new Map<string, number>();
  of(text: string): string {
    const stem =
      text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-/, '')
        .slice(0, 60) || 'part';
    const count = (this.counts.get(stem) ?? 0) + 1;
    this.counts.set(stem, count);
    return count === 1 ? stem : `${stem}-${count}`;
  }
}

class Page {
  private readonly anchors = new Anchors();
  readonly contents: { readonly id: string; readonly title: string }[] = [];
  readonly designs = new Map<string, string>();
  readonly severities = new Set<string>();
  title = '';

  part(block: Block, level: number, within: string): string {
    switch (block.kind) {
      case 'title':
        this.title ||= plainText(block.text);
        return `<h${level - 1}>${escaped(block.text)}</h${level - 1}>`;
      case 'facts':
        return block.facts.length === 0 ? '' : `<p class="facts">${escaped(block.facts.join(' · '))}</p>`;
      case 'pairs':
        return `<dl>${block.pairs.map(([name, text]) => `<dt>${escaped(name)}</dt><dd>${escaped(text)}</dd>`).join('')}</dl>`;
      case 'text':
        return plainText(block.text) === '' ? '' : `<p>${inline(block.text)}</p>`;
      case 'list':
        return listOf(block);
      case 'findings':
        for (const { severity } of block.findings) this.severities.add(severity);
        return `${titled(block.title)}<ul class="findings">${block.findings.map(findingOf).join('')}</ul>`;
      case 'table':
        return tableOf(block, within);
      case 'code':
        return `<pre><code>${escaped(block.text)}</code></pre>`;
      case 'chart':
        return chartOf(block);
      case 'together':
        return block.blocks.map((one) => this.part(one, level, within)).join('');
      case 'section':
        return this.section(block, level);
    }
  }

  private section({ title, count, folds, blocks, design }: Section, level: number): string {
    const heading = count === undefined ? title : `${title}: ${count}`;
    const id = this.anchors.of(title);
    if (level === 2) this.contents.push({ id, title: heading });
    if (design !== undefined && !this.designs.has(design)) this.designs.set(design, design);
    const inside = blocks.map((block) => this.part(block, Math.min(level + 1, 6), heading)).join('');
    const own = design === undefined ? '' : ` data-design="${escaped(design)}"`;
    if (folds) return `<details id="${id}"${own}><summary>${escaped(heading)}</summary>${inside}</details>`;
    return `<section id="${id}"${own} aria-labelledby="h-${id}"><h${level} id="h-${id}">${escaped(heading)}</h${level}>${inside}</section>`;
  }
}

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const choices = (name: string, legend: string, values: Iterable<string>): string => {
  const all = [...values];
  return all.length < 2
    ? ''
    : `<fieldset><legend>${legend}</legend>${all.map((value) => `<label><input type="checkbox" name="${name}" value="${escaped(value)}" checked> ${escaped(value)}</label>`).join('')}</fieldset>`;
};

/**
 * One page with all that it needs: reads without a script, asks for nothing, and allows nothing that is not in it by hash. What
 * stands before the first section is the head.
 */
export const renderHtml: Renderer = ({ blocks }, { live }) => {
  const page = new Page();
  const first = blocks.findIndex(({ kind }) => kind === 'section');
  const heads = first < 0 ? blocks : blocks.slice(0, first);
  const head = heads.map((block) => page.part(block, 2, 'Figures')).join('\n');
  const main = (first < 0 ? [] : blocks.slice(first))
    .map((block) => page.part(block, 2, 'Figures'))
    .join('\n');
  const scripts = live === true ? [SCRIPT, LIVE_SCRIPT] : [SCRIPT];
  const connections = live === true ? " connect-src 'self';" : '';
  const policy = `default-src 'none'; style-src ${hash(STYLE)}; script-src ${scripts.map(hash).join(' ')};${connections} base-uri 'none'; form-action 'none'`;
  const nav =
    page.contents.length < 3
      ? ''
      : `<nav aria-label="Contents"><ol>${page.contents.map(({ id, title }) => `<li><a href="#${id}">${escaped(title)}</a></li>`).join('')}</ol></nav>`;
  return withoutCommands(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(page.title || 'orgdesign')}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#content">To the content</a>
<div class="bar" hidden><label for="find">Find</label> <input type="search" id="find" autocomplete="off"> <span id="found" role="status"></span>${choices('severity', 'Findings', page.severities)}${choices('design', 'Designs', page.designs.keys())}<button type="button" id="open">Open all</button><button type="button" id="close">Close all</button></div>
<div class="layout">
<header>
${head}
${nav}
</header>
<main>
<span id="content" tabindex="-1"></span>
${main}
</main>
</div>
${scripts.map((script) => `<script>${script}</script>`).join('\n')}
</body>
</html>
`);
};

// Time and memory of whole processes, as ratios to what any program here must spend. Nothing is asserted.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assignmentOf } from './bench-assignment.js';
import { writeExtract } from './bench-import.js';
import { writeOrganisation } from './bench-organisation.js';
import { medianSeconds, peakMegabytes } from './bench-process.js';
import { reportFigures } from './bench-report.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const command = join(root, 'bin/orgdesign.js');
const folder = mkdtempSync(join(tmpdir(), 'orgdesign-bench-'));

const evaluate = (file) => [command, 'evaluate', file, '--format', 'json', '-o', join(folder, 'report.json')];

/** Reads the files and does nothing with them: the least that anything could cost. */
const reading = ({ people, customers }) => [
  '--input-type=module',
  '-e',
  `import { readFileSync } from 'node:fs';
   import Papa from 'papaparse';
   for (const file of ${JSON.stringify([people, customers].filter(Boolean))})
     Papa.parse(readFileSync(file, 'utf8'), { header: true });`,
];

const print = (what, figure, target, detail) =>
  console.log(
    `${what.padEnd(50)} ${figure.toFixed(1).padStart(6)}  target ${String(target).padStart(3)}  ${detail}`,
  );

const ratio = (what, over, under, target) =>
  print(what, over / under, target, `${over.toFixed(2)} s / ${under.toFixed(2)} s`);

try {
  const small = writeOrganisation(join(folder, 'small'), { people: 10_000, customers: 2_000 });
  const large = writeOrganisation(join(folder, 'large'), { people: 100_000, customers: 20_000 });

  const [nothing, version, halden] = medianSeconds(
    [
      ['-e', '0'],
      [command, '--version'],
      [command, 'evaluate', join(root, 'examples/halden/org.yaml')],
    ],
    7,
  );
  ratio('--version / node -e 0', version, nothing, 2);
  ratio('evaluate Halden / node -e 0', halden, nothing, 8);

  const [read, whole, tenth] = medianSeconds([reading(large), evaluate(large.file), evaluate(small.file)], 3);
  ratio('evaluate 100,000 people / reading their files', whole, read, 6);
  ratio('evaluate 100,000 people / evaluate 10,000', whole, tenth, 12);
  print('peak memory with 100,000 people, MB', peakMegabytes(evaluate(large.file)), 700, '');

  const company = writeOrganisation(join(folder, 'company'), { people: 3_000, customers: 600 });
  const { written, compressed, drawn, boxes, kilobytes } = reportFigures({
    command,
    folder,
    people: company,
    chart: large,
  });
  print('report of 3,000 people as HTML, s', written, 3, '');
  print('the page compressed, MB', compressed, 1, `${Math.round(compressed * 1000)} KB`);
  print(
    'boxes in the chart of 100,000 people',
    boxes,
    40,
    `${Math.round(kilobytes)} KB, in ${drawn.toFixed(1)} s`,
  );

  for (const [count, groups, seconds] of [
    [100_000, 40, 3],
    [2_000, 12, 0.3],
  ]) {
    const { people, place } = await assignmentOf(join(folder, `place-${count}`), { people: count, groups });
    const [parsed] = medianSeconds([reading({ people })], 3);
    const runs = [await place(), await place(), await place()].sort((a, b) => a.seconds - b.seconds);
    const { seconds: taken, peak, read, classes, method, relativeGap } = runs[1];
    const what = `${count.toLocaleString('en')} people in ${groups} clusters`;
    print(
      `placing ${what}, s`,
      taken,
      seconds,
      `${classes.toLocaleString('en')} classes, ${method}, gap ${relativeGap}; papaparse reads the people in ${parsed.toFixed(2)} s`,
    );
    print('peak memory of it, MB', peak, 400, `${read.toFixed(0)} MB after reading the files`);
  }

  const [sheet, pack] = [join(folder, 'plan.xlsx'), join(folder, 'pack.docx')];
  const design = `${small.file}#functional`;
  const deck = join(folder, 'deck.pptx');
  const [exported, back, consulted, far, shown] = medianSeconds(
    [
      [command, 'export', small.file, '-o', sheet],
      [command, 'import', sheet, '--onto', small.file, '-o', join(folder, 'back/org.yaml')],
      [command, 'consult', small.file, design, '--despite-data', '-o', pack],
      [command, 'progress', small.file, design, small.file, '--despite-data'],
      [command, 'report', small.file, '-o', deck],
    ],
    3,
  );
  const size = (file) => `${Math.round(statSync(file).size / 1024)} KB`;
  print('workbook of 10,000 people, s', exported, 5, size(sheet));
  print('the same taken back, s', back, 3, '');
  print('consultation pack of 10,000 people, s', consulted, 15, size(pack));
  print('progress of 10,000 people, s', far, 5, '');
  print('report of 10,000 people as slides, s', shown, 10, size(deck));

  const extract = writeExtract(join(folder, 'extract'), 100_000);
  const importing = [command, 'import', extract, '-o', join(folder, 'imported/org.yaml')];
  const [parsed, imported] = medianSeconds([reading({ people: extract }), importing], 5);
  ratio('import 100,000 rows / papaparse alone', imported, parsed, 2.5);
  print('peak memory of importing 100,000 rows, MB', peakMegabytes(importing), 700, '');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

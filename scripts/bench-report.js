import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { medianSeconds } from './bench-process.js';

/** What a report of one organisation and the chart of another cost, and how large they are. */
export function reportFigures({ command, folder, people, chart }) {
  const page = join(folder, 'report.html');
  const picture = join(folder, 'chart.svg');
  const [written, drawn] = medianSeconds(
    [
      [command, 'report', people.file, '-o', page],
      [command, 'chart', chart.file, '-o', picture],
    ],
    3,
  );
  const svg = readFileSync(picture, 'utf8');
  return {
    written,
    compressed: gzipSync(readFileSync(page)).length / 1e6,
    drawn,
    boxes: svg.split('class="box"').length - 1,
    kilobytes: svg.length / 1e3,
  };
}

/** A line of a plot. */
export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** A plot of lines over two straight axes that begin at 0. */
export interface Plot {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly lines: readonly Line[];
}

const [WIDTH, HEIGHT] = [460, 300];
const [LEFT, TOP, RIGHT, BOTTOM] = [56, 44, 24, 48];
const COLOURS = 2;

/** The plots side by side as SVG, readable on a light page and on a dark one. */
export function svgOf(plots: readonly Plot[]): string {
  const panels = plots.map((plot, index) => panel(plot, index * WIDTH)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH * plots.length} ${HEIGHT}" role="img" aria-label="${plots.map(({ title }) => escaped(title)).join('; ')}">
<style>
  text { font: 12px system-ui, sans-serif; fill: #333 }
  .title { font-weight: 600 }
  .grid { stroke: #ddd }
  .line { fill: none; stroke: var(--colour); stroke-width: 2 }
  .name { fill: var(--colour) }
  .c0 { --colour: #0b62a8 } .c1 { --colour: #b3470b }
  @media (prefers-color-scheme: dark) {
    text { fill: #ccc }
    .grid { stroke: #444 }
    .c0 { --colour: #6cb6ff } .c1 { --colour: #ff9a5c }
  }
</style>
${panels}</svg>
`;
}

function panel({ title, x, y, lines }: Plot, left: number): string {
  const points = lines.flatMap((line) => line.points);
  const xTop = roundTop(Math.max(...points.map(([value]) => value)));
  const yTop = roundTop(Math.max(...points.map(([, value]) => value)));
  const across = (value: number): number =>
    Math.round(left + LEFT + (value / xTop) * (WIDTH - LEFT - RIGHT));
  const down = (value: number): number =>
    Math.round(HEIGHT - BOTTOM - (value / yTop) * (HEIGHT - TOP - BOTTOM));
  const ticks = [0, 1, 2, 3, 4, 5].map((step) => step / 5);
  const [start, end, bottom] = [across(0), across(xTop), down(0)];
  return [
    text(start, 18, 'start', title, 'title'),
    text(start, 36, 'start', y),
    text(end, HEIGHT - 8, 'end', x),
    ...ticks.flatMap((share) => {
      const [xValue, yValue] = [share * xTop, share * yTop];
      return [
        `<line class="grid" x1="${start}" x2="${end}" y1="${down(yValue)}" y2="${down(yValue)}"/>`,
        text(start - 6, down(yValue) + 4, 'end', number(yValue)),
        text(across(xValue), bottom + 18, 'middle', number(xValue)),
      ];
    }),
    ...lines.flatMap((line, index) => {
      const path = line.points.map(([a, b]) => `${across(a)},${down(b)}`).join(' ');
      return [
        `<polyline class="line c${index % COLOURS}" points="${path}"/>`,
        text(start + 8, TOP + 16 * (index + 1), 'start', line.name, `name c${index % COLOURS}`),
      ];
    }),
    '',
  ].join('\n');
}

function text(x: number, y: number, anchor: string, words: string, kind = ''): string {
  const style = kind === '' ? '' : ` class="${kind}"`;
  return `<text x="${x}" y="${y}" text-anchor="${anchor}"${style}>${escaped(words)}</text>`;
}

/** The next higher number that five steps divide well. */
function roundTop(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return [1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10].map((n) => n * unit).find((top) => top >= value) ?? 1;
}

function number(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 1 });
}

function escaped(words: string): string {
  return words.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/"/gu, '&quot;');
}

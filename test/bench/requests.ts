import { draftOf, sourcesOf } from './draftOf.js';
import { Draw } from './draw.js';
import { keystrokes } from './keystrokes.js';
import { quantile } from './quantiles.js';
import { RunningServer } from './runningServer.js';
import { timed } from './timed.js';

/** Requests that are not counted, to warm up the server. */
const WARM_UP = 100;

/** The 99th percentile of the milliseconds that each kind of request takes in a checked draft. */
export async function requestTimes(
  words: number,
  count: number,
): Promise<Readonly<Record<'hover' | 'definition' | 'codeAction' | 'completion', number>>> {
  const server = await RunningServer.start(sourcesOf(words, 4));
  const draft = await server.open(draftOf(words, 4));
  const draw = new Draw(4);
  const places = [...draft.text.matchAll(/\b[A-Z\d]/gu)].map(({ index }) => index);
  const place = (): object => ({
    position: draft.positionAt(places[draw.below(places.length)] ?? 0),
  });
  const slow = async (ask: () => Promise<unknown>): Promise<number> => {
    const times: number[] = [];
    for (let index = 0; index < WARM_UP + count; index++) {
      const [, milliseconds] = await timed(ask);
      times.push(milliseconds);
    }
    return quantile(times.slice(WARM_UP), 0.99);
  };

  const hover = await slow(() => draft.ask('hover', place()));
  const definition = await slow(() => draft.ask('definition', place()));
  const codeAction = await slow(() => {
    const diagnostic = draft.diagnostics[draw.below(draft.diagnostics.length)];
    const diagnostics = diagnostic === undefined ? [] : [diagnostic];
    const start = draft.positionAt(0);
    const range = diagnostic?.range ?? { start, end: start };
    return draft.ask('codeAction', { range, context: { diagnostics } });
  });
  // As during typing: the list is requested before the change was checked.
  const script = keystrokes(draft.text, 4);
  const completion = await slow(async () => {
    const { value } = script.next();
    await draft.change(value);
    await draft.ask('completion', {
      position: draft.positionAt(value.start + value.typed.length),
      context: { triggerKind: 1 },
    });
  });
  await server.end();
  return { hover, definition, codeAction, completion };
}

// The script of the fact sheet's view: keeps the expanded rows and the focus while the content
// changes, and notifies the extension of clicks. It is bundled on its own, because it runs in a
// page.
import type { FromSheet, SheetAct, ToSheet } from '../views/sheetMessages.js';
import type { FactSheetFilter } from '../views/sheetGroups.js';

/** State that is kept while the view is hidden. */
interface Kept {
  /** The row that is expanded. */
  readonly expanded: string;
  /** The groups that somebody opened or closed. */
  readonly groups: Readonly<Record<string, boolean>>;
}

declare function acquireVsCodeApi(): {
  readonly postMessage: (message: FromSheet) => void;
  readonly getState: () => Kept | undefined;
  readonly setState: (state: Kept) => void;
};

const editor = acquireVsCodeApi();
let kept: Kept = editor.getState() ?? { expanded: '', groups: {} };

function keep(change: Partial<Kept>): void {
  kept = { ...kept, ...change };
  editor.setState(kept);
}

function elements(selector: string, within: ParentNode = document): readonly HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(selector)];
}

function rowOf(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>('.row') ?? null;
}

function idOf(row: HTMLElement | null): string {
  return row?.dataset.id ?? '';
}

function rowWith(id: string): HTMLElement | undefined {
  return elements('.row').find((row) => idOf(row) === id);
}

/** Expands a row, and closes the others; without one, closes all. */
function expand(id: string): void {
  keep({ expanded: id });
  for (const row of elements('.row')) {
    const isExpanded = id !== '' && idOf(row) === id;
    row.querySelector('.main')?.setAttribute('aria-expanded', String(isExpanded));
    row.querySelector('.more')?.toggleAttribute('hidden', !isExpanded);
  }
}

function act(name: SheetAct, row: HTMLElement | null, from?: HTMLElement): void {
  const { list, index } = from?.dataset ?? {};
  editor.postMessage({
    type: 'act',
    act: name,
    id: idOf(row),
    ...(list === 'chosen' || list === 'evidence' ? { list, index: Number(index) } : {}),
  });
}

/** Shows new content; expanded rows stay expanded, and the focus stays where it was. */
function show(html: string): void {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const [id, name] = [idOf(rowOf(focused)), focused?.dataset.act ?? ''];
  const group = focused?.closest<HTMLElement>('summary')?.parentElement?.dataset.group ?? '';
  const sheet = document.getElementById('sheet');
  if (sheet === null) return;
  sheet.innerHTML = html;
  for (const details of elements('details.group')) {
    const isOpen = kept.groups[details.dataset.group ?? ''];
    if (isOpen !== undefined) details.toggleAttribute('open', isOpen);
  }
  expand(kept.expanded);
  const row = rowWith(id);
  const same = row && elements(`[data-act="${name}"]`, row)[0];
  const summary = elements('details.group').find(({ dataset }) => dataset.group === group);
  const next =
    same ?? row?.querySelector<HTMLElement>('.main') ?? summary?.querySelector('summary');
  if (focused?.id === 'filter') document.getElementById('filter')?.focus();
  else if (next instanceof HTMLElement) next.focus({ preventScroll: true });
}

/**
 * The elements that the arrow keys go through: the titles of groups, and the rows of those that are
 * open.
 */
function stops(): readonly HTMLElement[] {
  return elements('summary, .main').filter((element) => element.checkVisibility());
}

function move(from: HTMLElement, by: number): void {
  const all = stops();
  const at = all.indexOf(from);
  all[Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
}

function onRowKey(event: KeyboardEvent, main: HTMLElement): void {
  const row = rowOf(main);
  const isExpanded = main.getAttribute('aria-expanded') === 'true';
  const button = row?.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
  if (event.key === 'Enter' && isExpanded) act('go', row);
  else if (event.key === 'ArrowRight' && !isExpanded) expand(idOf(row));
  else if (event.key === 'ArrowLeft' && isExpanded) expand('');
  else if (event.key === 'ArrowLeft') main.closest('details')?.querySelector('summary')?.focus();
  else if (button) button.click();
  else return;
  event.preventDefault();
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const stop = document.activeElement?.closest<HTMLElement>('summary, .main');
  if (!stop) return;
  const all = stops();
  if (event.key === 'ArrowDown') move(stop, 1);
  else if (event.key === 'ArrowUp') move(stop, -1);
  else if (event.key === 'Home') move(stop, -all.length);
  else if (event.key === 'End') move(stop, all.length);
  else {
    if (stop.matches('.main')) onRowKey(event, stop);
    return;
  }
  event.preventDefault();
});

document.addEventListener('click', (event) => {
  const clicked = event.target instanceof Element ? event.target : null;
  const target = clicked?.closest<HTMLElement>('[data-act]');
  if (!target) return;
  const row = rowOf(target);
  switch (target.dataset.act) {
    case 'command':
      editor.postMessage({ type: 'command', command: target.dataset.command ?? '' });
      break;
    case 'go': {
      const isExpanded = target.getAttribute('aria-expanded') === 'true';
      expand(isExpanded ? '' : idOf(row));
      act('reveal', row);
      break;
    }
    default:
      act(target.dataset.act as SheetAct, row, target);
  }
});

document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLSelectElement)) return;
  editor.postMessage({ type: 'filter', filter: target.value as FactSheetFilter });
});

document.addEventListener(
  'toggle',
  ({ target }) => {
    if (!(target instanceof HTMLDetailsElement)) return;
    keep({ groups: { ...kept.groups, [target.dataset.group ?? '']: target.open } });
  },
  true,
);

function tellFocus(): void {
  const id = document.hasFocus() ? idOf(rowOf(document.activeElement)) : '';
  editor.postMessage({ type: 'focus', ...(id === '' ? {} : { id }) });
}

document.addEventListener('focusin', tellFocus);
window.addEventListener('focus', tellFocus);
window.addEventListener('blur', () => editor.postMessage({ type: 'focus' }));

/**
 * Copies a table to the clipboard in both formats, so that a mail shows it and a spreadsheet has
 * its cells.
 */
async function copy(html: string, text: string): Promise<void> {
  const blob = (type: string, data: string): Blob => new Blob([data], { type });
  try {
    window.focus();
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': blob('text/html', html),
        'text/plain': blob('text/plain', text),
      }),
    ]);
    editor.postMessage({ type: 'copied', isCopied: true });
  } catch {
    editor.postMessage({ type: 'copied', isCopied: false });
  }
}

window.addEventListener('message', ({ data }: MessageEvent<ToSheet>) => {
  if (data.type === 'show') show(data.html);
  else void copy(data.html, data.text);
});

editor.postMessage({ type: 'ready' });

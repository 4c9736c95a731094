import assert from 'node:assert/strict';
import { type TreeDataProvider, type TreeItem, commands, extensions } from 'vscode';
import { until } from '../until.js';

/** A row of a view, with the rows below it. */
export interface Row {
  readonly label: string;
  readonly item: TreeItem;
  readonly node: unknown;
  readonly rows: readonly Row[];
}

/** A view that the extension exports. */
export type View = TreeDataProvider<unknown>;

/** The view with this name. */
export function view(name: 'reference' | 'timeline'): View {
  const exported: unknown = extensions.getExtension('copydesk.copydesk')?.exports;
  return (exported as Readonly<Record<typeof name, View>>)[name];
}

/** The rows of a view, or those below a node of it. */
export async function rowsOf(shown: View, node?: unknown): Promise<readonly Row[]> {
  const children = (await shown.getChildren(node)) ?? [];
  return Promise.all(
    children.map(async (child) => {
      const item = await shown.getTreeItem(child);
      const label = typeof item.label === 'object' ? item.label.label : (item.label ?? '');
      return { label, item, node: child, rows: await rowsOf(shown, child) };
    }),
  );
}

/** The rows of a view as an indented text. */
export function printed(rows: readonly Row[], indent = ''): string {
  return rows
    .map(({ label, item, rows: below }) => {
      const description = typeof item.description === 'string' ? ` — ${item.description}` : '';
      return `${indent}${label}${description}\n${printed(below, `${indent}  `)}`;
    })
    .join('');
}

/** Resolves to the rows of a view when `holds` is true of them as a text. */
export async function untilRows(
  shown: View,
  what: string,
  holds: (text: string) => boolean,
): Promise<readonly Row[]> {
  let rows: readonly Row[] = [];
  await until(
    what,
    async () => {
      rows = await rowsOf(shown);
      return holds(printed(rows));
    },
    { state: () => printed(rows) || 'empty' },
  );
  return rows;
}

/** The row with these labels, from the top down. Throws if there is none. */
export function rowAt(rows: readonly Row[], ...labels: readonly (string | RegExp)[]): Row {
  let below = rows;
  let found: Row | undefined;
  for (const wanted of labels) {
    found = below.find(({ label }) =>
      typeof wanted === 'string' ? label === wanted : wanted.test(label),
    );
    assert.ok(found !== undefined, `no row ${String(wanted)} in:\n${printed(below)}`);
    below = found.rows;
  }
  assert.ok(found !== undefined);
  return found;
}

/** Runs the command of a row. */
export async function click({ item: { command } }: Row): Promise<void> {
  assert.ok(command !== undefined, 'the row has a command');
  await commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

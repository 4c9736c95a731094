import {
  type Command,
  Range,
  type TextDocumentShowOptions,
  type TextEditor,
  Uri,
  ViewColumn,
  commands,
  window,
  workspace,
} from 'vscode';

/** A range as the server sends it. */
interface DraftRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/**
 * Shows a draft, in the editor that already shows it if there is one. Selects a range; without one the
 * cursor stays where it is.
 */
export async function showDraft(uri: Uri, range?: DraftRange): Promise<TextEditor> {
  const document = await workspace.openTextDocument(uri);
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  return window.showTextDocument(document, {
    ...(shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn }),
    ...(range === undefined ? {} : { selection: toRange(range) }),
  });
}

function toRange({ start, end }: DraftRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** A line of a source file. */
export interface SourcePlace {
  readonly uri: Uri;
  /** 1-based. */
  readonly line: number;
}

/** The location of a line in a source; `undefined` if the source is not a file. */
export function sourcePlace(uri: string | undefined, line: number): SourcePlace | undefined {
  return uri === undefined ? undefined : { uri: Uri.parse(uri, true), line };
}

/** A location for display, with the name of the file but not its folder. */
export function placeName(source: string, line: number): string {
  return `${source.split('/').at(-1) ?? source}:${line}`;
}

/** The command that opens a source of any format at a line. */
export function openSource(place: SourcePlace): Command {
  return {
    command: 'vscode.open',
    title: 'Open Source',
    arguments: [place.uri, optionsFor(place)],
  };
}

/** Opens a source next to the draft. */
export async function openSourceToSide(place: SourcePlace): Promise<void> {
  const options = { ...optionsFor(place), viewColumn: ViewColumn.Beside };
  await commands.executeCommand('vscode.open', place.uri, options);
}

function optionsFor({ line }: SourcePlace): TextDocumentShowOptions {
  const zeroBased = Math.max(line - 1, 0);
  return { selection: new Range(zeroBased, 0, zeroBased, 0) };
}

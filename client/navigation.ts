import {
  type Command,
  Range,
  type TextDocumentShowOptions,
  type TextEditor,
  Uri,
  ViewColumn,
  commands,
  l10n,
  window,
  workspace,
} from 'vscode';

/** A range as the server gives it. */
interface DraftRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/**
 * Shows a draft, in the editor that has it open already where one does, and selects a stretch of it;
 * without one the cursor stays where it is.
 */
export async function showDraft(uri: Uri, place?: DraftRange): Promise<TextEditor> {
  const document = await workspace.openTextDocument(uri);
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  return window.showTextDocument(document, {
    ...(shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn }),
    ...(place === undefined ? {} : { selection: rangeOf(place) }),
  });
}

function rangeOf({ start, end }: DraftRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** A line of a source that is a file. */
export interface SourcePlace {
  readonly uri: Uri;
  /** 1-based. */
  readonly line: number;
}

/** Where a source has something; `undefined` where it is no file. */
export function sourcePlace(uri: string | undefined, line: number): SourcePlace | undefined {
  return uri === undefined ? undefined : { uri: Uri.parse(uri, true), line };
}

/** A source's line for people: the file's name is enough to know it by. */
export function placeName(source: string, line: number): string {
  return `${source.split('/').at(-1) ?? source}:${line}`;
}

/** What a click on something from a source does, whatever kind of file that is. */
export function openSource(place: SourcePlace): Command {
  return {
    command: 'vscode.open',
    title: l10n.t('Open Source'),
    arguments: [place.uri, optionsFor(place)],
  };
}

/** Opens a source beside the draft. */
export async function openSourceToSide(place: SourcePlace): Promise<void> {
  const options = { ...optionsFor(place), viewColumn: ViewColumn.Beside };
  await commands.executeCommand('vscode.open', place.uri, options);
}

function optionsFor({ line }: SourcePlace): TextDocumentShowOptions {
  const at = Math.max(line - 1, 0);
  return { selection: new Range(at, 0, at, 0) };
}

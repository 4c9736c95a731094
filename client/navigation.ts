import {
  type Command,
  Range,
  TabInputText,
  type TextDocument,
  type TextDocumentShowOptions,
  type TextEditor,
  TextEditorRevealType,
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
  /** The sentence that begins on the line; absent if only the line matters. */
  readonly sentence?: string;
}

/** The location of a line in a source; `undefined` if the source is not a file. */
export function sourcePlace(
  uri: string | undefined,
  line: number,
  sentence?: string,
): SourcePlace | undefined {
  if (uri === undefined) return undefined;
  return { uri: Uri.parse(uri, true), line, ...(sentence === undefined ? {} : { sentence }) };
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

/** The command that opens a source beside the current draft. */
export function openSourceBeside(place: SourcePlace): Command {
  return {
    command: 'copydesk.openSourceToSide',
    title: 'Open Source to the Side',
    arguments: [{ place }],
  };
}

/**
 * Opens a source beside a draft, in the second column if there is one, and selects the sentence, or the whole
 * line if that does not contain it word for word. Takes the focus, as “Open to the Side” does.
 */
export async function openSourceToSide(place: SourcePlace, draft: Uri | undefined): Promise<void> {
  const { uri } = place;
  const viewColumn = columnBeside(draft, uri);
  // Not every source is a text that the editor can show.
  const document = await workspace.openTextDocument(uri).then(
    (opened) => opened,
    () => undefined,
  );
  if (document === undefined) {
    await commands.executeCommand('vscode.open', uri, { ...optionsFor(place), viewColumn });
    return;
  }
  await showPlace(document, place, { viewColumn });
}

/**
 * Shows the text of a source beside a draft as `openSourceToSide` does, in a tab that the next one replaces, and leaves the
 * focus where it is. Rejects if it cannot be read.
 */
export async function previewSource(place: SourcePlace, draft: Uri): Promise<void> {
  const document = await workspace.openTextDocument(place.uri);
  const viewColumn = columnBeside(draft, place.uri);
  await showPlace(document, place, { viewColumn, preserveFocus: true, preview: true });
}

async function showPlace(
  document: TextDocument,
  place: SourcePlace,
  options: TextDocumentShowOptions,
): Promise<void> {
  const selection = placeIn(document, place);
  const editor = await window.showTextDocument(document, { ...options, selection });
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

/**
 * The column for a source of a draft: one that shows the source, the one after the draft's, any
 * other, a new one.
 */
function columnBeside(draft: Uri | undefined, source: Uri): ViewColumn {
  const draftColumn = window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === draft?.toString(),
  )?.viewColumn;
  const others = window.tabGroups.all.filter(({ viewColumn }) => viewColumn !== draftColumn);
  const isOnlyColumn = others.length === window.tabGroups.all.length && others.length < 2;
  const beside =
    others.find(({ tabs }) =>
      tabs.some(
        ({ input }) => input instanceof TabInputText && input.uri.toString() === source.toString(),
      ),
    ) ??
    others.find(({ viewColumn }) => draftColumn !== undefined && viewColumn > draftColumn) ??
    others.at(-1);
  return beside === undefined || isOnlyColumn ? ViewColumn.Beside : beside.viewColumn;
}

/**
 * The range of the sentence at a place, which may continue on the next lines; the range of the line
 * if the sentence is not there.
 */
function placeIn(document: TextDocument, { line, sentence = '' }: SourcePlace): Range {
  const first = document.lineAt(Math.min(Math.max(line - 1, 0), document.lineCount - 1));
  const start = document.offsetAt(first.range.start);
  const words = sentence.split(/\s+/u).filter((word) => word !== '');
  const pattern = words.map((word) => word.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&')).join('\\s+');
  // Twice its length leaves room for any indentation of the lines.
  const text = document.getText().slice(start, start + first.text.length + 2 * sentence.length);
  const found = words.length === 0 ? null : new RegExp(pattern, 'u').exec(text);
  if (found === null) {
    return new Range(
      first.lineNumber,
      first.firstNonWhitespaceCharacterIndex,
      first.lineNumber,
      first.text.length,
    );
  }
  const from = start + found.index;
  return new Range(document.positionAt(from), document.positionAt(from + found[0].length));
}

function optionsFor({ line }: SourcePlace): TextDocumentShowOptions {
  const zeroBased = Math.max(line - 1, 0);
  return { selection: new Range(zeroBased, 0, zeroBased, 0) };
}

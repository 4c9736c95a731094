import {
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  Uri,
} from 'vscode';
import {
  FACT_SHEET_ORDER,
  FACT_SHEET_TITLES,
  type FactSheet,
  type FactSheetEvidence,
  type FactSheetEntry,
  type FactSheetGroup,
  type FactSheetVerdict,
  type SheetEntry,
  type PlacedText,
  detailsOfName,
  isRejected,
} from '../../protocol/factSheet.js';
import { evidencePlace, webPageOf } from '../../protocol/evidencePlace.js';
import { type SheetOpinion, opinionTitle } from '../../protocol/secondOpinion.js';
import type { SignOff } from '../../protocol/signOff.js';
import { countLeft } from './countLeft.js';
import { evidenceOf, messagesOf } from './entryText.js';
import { type FactSheetFilter, isShown } from './factSheetFilter.js';
import { type SourcePlace, openSourceBeside, placeName, sourcePlace } from '../navigation.js';

/** A group of the sheet and its entries. */
export interface Group {
  readonly kind: 'group';
  readonly group: FactSheetGroup;
  readonly entries: readonly Entry[];
  readonly filter: FactSheetFilter;
}

/** An entry of the sheet. */
export interface Entry {
  readonly kind: 'entry';
  readonly id: string;
  readonly group: FactSheetGroup;
  readonly entry: SheetEntry;
  readonly draft: Uri;
}

/** A line of a text that is too long for one row, as rows cannot have several lines. */
interface Line {
  readonly kind: 'line';
  readonly text: string;
}

/** A line of a message of the Problems panel about an entry. */
interface Message {
  readonly kind: 'message';
  readonly line: string;
  /** The whole message on its first line; `undefined` on the others. */
  readonly whole: string | undefined;
  readonly entry: Entry;
}

/** Another place in the draft that belongs to an entry. */
interface Place {
  readonly kind: 'place';
  readonly label: string;
  readonly description: string;
  /** What the row goes to, as for an entry. */
  readonly entry: PlacedText;
  readonly draft: Uri;
}

export interface Evidence {
  readonly kind: 'evidence';
  readonly evidence: FactSheetEvidence;
  readonly place: SourcePlace | undefined;
}

/** The row above all groups of a draft without sources that cover it. */
interface AddSource {
  readonly kind: 'addSource';
}

/** The row that adds a source: the welcome text, which has it too, shows only in an empty view. */
export const ADD_SOURCE: AddSource = { kind: 'addSource' };

/** A row of the fact sheet. */
export type Node = AddSource | Group | Entry | Line | Message | Place | Evidence;

const ICONS: Readonly<Record<FactSheetGroup, ThemeIcon>> = {
  corrections: new ThemeIcon('comment', new ThemeColor('list.errorForeground')),
  notes: new ThemeIcon('edit'),
  contradicted: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  unsupported: new ThemeIcon('question', new ThemeColor('list.warningForeground')),
  unclear: new ThemeIcon('search'),
  supported: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  names: new ThemeIcon('organization'),
  checked: new ThemeIcon('check'),
  dismissed: new ThemeIcon('circle-slash'),
};

/** The groups that need work. The others are collapsed. */
const NEED_WORK: readonly FactSheetGroup[] = ['notes', 'contradicted', 'unsupported', 'unclear'];

/** The groups of a sheet that have entries which a filter shows, in order. */
export function groupsOf(
  { isCovered, notes, entries, names, dismissed }: FactSheet,
  draft: Uri,
  filter: FactSheetFilter,
): readonly Group[] {
  const seen = new Map<string, number>();
  const nodeOf = (entry: Entry['entry'], group: FactSheetGroup): Entry => {
    const key = `${group} ${entry.text}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    // The same text keeps its id, so that an expanded entry stays expanded while someone types.
    return { kind: 'entry', id: `${key} ${count}`, group, entry, draft };
  };
  const judged = isCovered ? entries : [];
  const isOther = (entry: SheetEntry): boolean => !isRejected(entry);
  const entriesBy: Readonly<Record<FactSheetGroup, readonly SheetEntry[]>> = {
    corrections: [...judged, ...names].filter(isRejected),
    notes,
    ...entriesByVerdict(judged.filter(isOther)),
    names: names.filter(isOther),
    checked: [],
    dismissed,
  };
  return GROUP_ORDER.map((group): Group => ({
    kind: 'group',
    group,
    filter,
    entries: entriesBy[group]
      .filter((entry) => isShown(entry, filter))
      .map((entry) => nodeOf(entry, group)),
  })).filter((group) => group.entries.length > 0);
}

const GROUP_ORDER: readonly FactSheetGroup[] = [
  'corrections',
  'notes',
  ...FACT_SHEET_ORDER,
  'names',
  'dismissed',
];

function entriesByVerdict(
  entries: readonly FactSheetEntry[],
): Readonly<Record<FactSheetVerdict, readonly FactSheetEntry[]>> {
  const of = (wanted: FactSheetVerdict): readonly FactSheetEntry[] =>
    entries.filter(({ verdict }) => verdict === wanted);
  return {
    contradicted: of('contradicted'),
    unsupported: of('unsupported'),
    unclear: of('unclear'),
    supported: of('supported'),
  };
}

/** The rows below a row. */
export function childrenOf(node: Node): Node[] {
  switch (node.kind) {
    case 'group':
      return [...node.entries];
    case 'entry':
      return belowEntry(node);
    case 'evidence':
      return [...linesOf(node.evidence.text)];
    case 'addSource':
    case 'line':
    case 'message':
    case 'place':
      return [];
  }
}

/** The whole text if it is too long for its row, then the messages and the evidence. */
function belowEntry(node: Entry): Node[] {
  return [
    ...linesOf(node.entry.text),
    ...detailsOf(node),
    ...messagesOf(node.entry).flatMap((message) => messageLines(message, node)),
    ...evidenceOf(node.entry).map((one): Evidence => {
      return { kind: 'evidence', evidence: one, place: sourcePlace(one.uri, one.line, one.text) };
    }),
  ];
}

/** What a checker looks at in a name: its title, the forms after the first reference, its figures. */
function detailsOf({ entry, draft }: Entry): readonly Node[] {
  if (!('figures' in entry)) return [];
  const placed =
    (title: string) =>
    (at: PlacedText): Place => {
      const description = `line ${at.range.start.line + 1}`;
      return { kind: 'place', label: `${title}: ${at.text}`, description, entry: at, draft };
    };
  const title = entry.title === '' ? 'none' : entry.title;
  return [
    ...(entry.kind === 'person' ? broken(`Title: ${title}`, ROW_LENGTH) : []).map((text): Line => ({
      kind: 'line',
      text,
    })),
    ...entry.later.map(placed('Then')),
    ...entry.figures.map(placed('Figure')),
  ];
}

/** “checked by MO, RV”, “reopened”; empty for an entry that is open or cannot be signed. */
function statusText({ signatures, reopened }: SignOff): string {
  if (signatures.length === 0) return reopened === undefined ? '' : 'reopened';
  return `checked by ${[...new Set(signatures.map(({ by }) => by))].join(', ')}`;
}

/** How many characters fit into the rows below an entry in a side bar that was not made wider. */
const ROW_LENGTH = 26;
/** The same beside an icon. */
const ROW_LENGTH_BESIDE_ICON = 22;

/** The lines of a text that is longer than a row; none for a shorter one. */
function linesOf(text: string): readonly Line[] {
  if (text.length <= ROW_LENGTH) return [];
  return broken(text, ROW_LENGTH).map((line) => ({ kind: 'line', text: line }));
}

function messageLines(whole: string, entry: Entry): readonly Message[] {
  return broken(whole, ROW_LENGTH_BESIDE_ICON).map((line, index) => {
    return { kind: 'message', line, whole: index === 0 ? whole : undefined, entry };
  });
}

/** A text broken between words; a word that is longer than a row has one to itself. */
function broken(text: string, length: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > length) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}

/** A row as the editor shows it. */
export function itemOf(node: Node): TreeItem {
  switch (node.kind) {
    case 'addSource':
      return addSourceItem();
    case 'group':
      return groupItem(node);
    case 'entry':
      return entryItem(node);
    case 'line':
      return lineItem(node);
    case 'message':
      return messageItem(node);
    case 'place':
      return placeItem(node);
    case 'evidence':
      return evidenceItem(node);
  }
}

function addSourceItem(): TreeItem {
  const title = 'Add Source…';
  const item = new TreeItem(title);
  item.iconPath = new ThemeIcon('add');
  item.command = { command: 'copydesk.addSource', title };
  return item;
}

function lineItem({ text }: Line): TreeItem {
  return new TreeItem(text);
}

function groupItem({ group, entries, filter }: Group): TreeItem {
  const title = FACT_SHEET_TITLES[group];
  const item = new TreeItem(
    title,
    NEED_WORK.includes(group) || filter !== 'all'
      ? TreeItemCollapsibleState.Expanded
      : TreeItemCollapsibleState.Collapsed,
  );
  // What is collapsed among all entries is not among those that someone filters for.
  item.id = `${filter} ${group}`;
  const count =
    filter === 'all' ? countLeft(entries.map(({ entry }) => entry)) : String(entries.length);
  item.description = count;
  item.iconPath = ICONS[group];
  item.tooltip = `${title}: ${count}`;
  item.accessibilityInformation = { label: item.tooltip };
  return item;
}

function entryItem(node: Entry): TreeItem {
  const { id, group, entry } = node;
  const { kind, text, range } = entry;
  const messages = messagesOf(node.entry);
  const item = new TreeItem(
    text,
    kind !== 'note' && belowEntry(node).length > 0
      ? TreeItemCollapsibleState.Collapsed
      : TreeItemCollapsibleState.None,
  );
  // A note is short, and its sentence in the same row says where it stands.
  if (kind === 'note' && entry.sentence !== '') item.description = entry.sentence;
  const status = 'signOff' in entry ? statusText(entry.signOff) : '';
  if ('signOff' in entry) {
    const isSigned = entry.signOff.signatures.length > 0;
    const tooltip = isSigned ? 'Checked. Clear the box to reopen it.' : 'Mark as checked';
    item.checkboxState = {
      state: isSigned ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
      tooltip,
      accessibilityInformation: { label: tooltip },
    };
    const title = kind === 'person' ? entry.title : '';
    const opinion = opinionIn(entry);
    const said = opinion === undefined ? '' : opinionTitle(opinion);
    const description = [status, said, title].filter((text) => text !== '').join(' · ');
    if (description !== '') item.description = description;
  }
  const line = `line ${range.start.line + 1}`;
  const details = 'figures' in entry ? detailsOfName(entry) : [];
  item.id = id;
  item.iconPath = iconOf(node);
  // A Markdown tooltip would join all words with spaces that cannot be broken, and be cut off.
  item.tooltip = [text, ...details, ...messages].join('\n\n');
  const signState = status.startsWith('checked') ? 'signed' : 'unsigned';
  item.contextValue = 'signOff' in entry ? `${group} ${signState}` : group;
  item.accessibilityInformation = {
    label: [text, line, FACT_SHEET_TITLES[group], status, ...details, ...messages]
      .filter((part) => part !== '')
      .join(', '),
  };
  item.command = {
    command: 'copydesk.goToStatement',
    title: 'Go to Statement',
    arguments: [node],
  };
  return item;
}

/** Second opinions have an icon that no verdict has. */
const OPINION = new ThemeIcon('comment-discussion');

const REOPENED = new ThemeIcon('issue-reopened', new ThemeColor('list.warningForeground'));

function iconOf({ group, entry }: Entry): ThemeIcon {
  const { color } = ICONS[group];
  // In a narrow side bar, the words “reopened” are out of sight behind a long statement.
  if ('signOff' in entry && entry.signOff.reopened !== undefined) return REOPENED;
  if (opinionIn(entry) !== undefined) return OPINION;
  switch (entry.kind) {
    case 'quote':
      return new ThemeIcon('quote', color);
    case 'person':
      return new ThemeIcon('person', color);
    default:
      return ICONS[group];
  }
}

/** What the reporter's own model says of an entry. */
function opinionIn(entry: SheetEntry): SheetOpinion | undefined {
  return 'verdict' in entry ? entry.opinion : undefined;
}

function placeItem(place: Place): TreeItem {
  const { label, description } = place;
  const item = new TreeItem(label);
  item.description = description;
  item.tooltip = `${label}, ${description}`;
  item.accessibilityInformation = { label: item.tooltip };
  item.command = {
    command: 'copydesk.goToStatement',
    title: 'Go to Statement',
    arguments: [place],
  };
  return item;
}

function messageItem({ line, whole, entry }: Message): TreeItem {
  const item = new TreeItem(line);
  item.iconPath = new ThemeIcon(whole === undefined ? 'blank' : 'info');
  if (whole !== undefined) {
    item.tooltip = whole;
    item.accessibilityInformation = { label: whole };
  }
  item.command = {
    command: 'copydesk.goToStatement',
    title: 'Go to Statement',
    arguments: [entry],
  };
  return item;
}

function iconOfSource({ isConfidential, isFromArchive }: FactSheetEvidence): ThemeIcon {
  if (isFromArchive === true) return new ThemeIcon('archive');
  return new ThemeIcon(isConfidential === true ? 'lock' : 'book');
}

/** The file comes first: behind a long passage it would be out of sight. */
function evidenceItem({ evidence, place }: Evidence): TreeItem {
  const { text, source, line, isConfidential, isFromArchive } = evidence;
  const name = isFromArchive === true ? source : placeName(source, line);
  const isLong = linesOf(text).length > 0;
  const item = new TreeItem(
    name,
    isLong ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None,
  );
  if (!isLong) item.description = text;
  const kind = isConfidential === true ? ', confidential' : '';
  item.iconPath = iconOfSource(evidence);
  item.tooltip = `${text}\n\n${evidencePlace(evidence)}${kind}`;
  item.accessibilityInformation = { label: `${text}, in ${name}${kind}` };
  if (place !== undefined) {
    item.contextValue = evidence.recording === undefined ? 'source' : 'recorded source';
    item.command = openSourceBeside(place);
  }
  const page = webPageOf(evidence);
  if (page !== undefined)
    item.command = {
      command: 'vscode.open',
      title: 'Open Page',
      arguments: [Uri.parse(page, true)],
    };
  return item;
}

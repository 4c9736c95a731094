import type { FactSheetFilter } from './sheetGroups.js';

// The messages between the extension and the page in the view of the fact sheet.

/** The action of something in the view that is clicked, or whose key is pressed. */
export type SheetAct =
  | 'reveal'
  | 'go'
  | 'tick'
  | 'check'
  | 'note'
  | 'reject'
  | 'reopen'
  | 'find'
  | 'opinion'
  | 'fix'
  | 'copy'
  | 'restore'
  | 'open'
  | 'play'
  | 'tie'
  | 'untie';

/** To the page. */
export type ToSheet =
  | { readonly type: 'show'; readonly html: string }
  /** Copies a table to the clipboard, which only a page can do. */
  | { readonly type: 'copy'; readonly html: string; readonly text: string };

/** From the page. */
export type FromSheet =
  | { readonly type: 'ready' }
  /** The row that has the focus; without one, the focus is elsewhere. */
  | { readonly type: 'focus'; readonly id?: string }
  | {
      readonly type: 'act';
      readonly act: SheetAct;
      readonly id: string;
      /** The passage of the row that it is about. */
      readonly list?: 'chosen' | 'evidence';
      readonly index?: number;
    }
  | { readonly type: 'filter'; readonly filter: FactSheetFilter }
  | { readonly type: 'command'; readonly command: string }
  | { readonly type: 'copied'; readonly isCopied: boolean };

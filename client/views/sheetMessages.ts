import type { FactSheetFilter } from './sheetGroups.js';

// What the extension and the page in the view of the fact sheet tell each other.

/** What something in the view does that is clicked, or whose key is pressed. */
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
  /** To put a table on the clipboard, which only a page can. */
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
      /** Which passage of the row it is about. */
      readonly list?: 'chosen' | 'evidence';
      readonly index?: number;
    }
  | { readonly type: 'filter'; readonly filter: FactSheetFilter }
  | { readonly type: 'command'; readonly command: string }
  | { readonly type: 'copied'; readonly isCopied: boolean };

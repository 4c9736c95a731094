/** Documents as the editor selects them. */
type Selector = readonly {
  readonly scheme: string;
  readonly language?: string;
  readonly pattern?: string;
}[];

/** The documents that are read as drafts: Markdown on disk, and what was never saved. */
export const DRAFTS: Selector = [
  { scheme: 'file', language: 'markdown' },
  { scheme: 'untitled', language: 'markdown' },
];

/** The files that say what to let stand in the drafts of their folder; they count before they are saved. */
export const DECISIONS: Selector = [{ scheme: 'file', pattern: '**/.copydesk.json' }];

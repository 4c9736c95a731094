/** The documents that are read as drafts: Markdown on disk, and what was never saved. */
export const DRAFTS: { readonly language: string; readonly scheme: string }[] = [
  { language: 'markdown', scheme: 'file' },
  { language: 'markdown', scheme: 'untitled' },
];

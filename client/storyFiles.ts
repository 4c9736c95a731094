import { fileNameOf } from './sourceNames.js';

/**
 * The files of a new story by path from its folder: the draft, which is first, a dossier without entries, and the
 * settings.
 */
export function storyFiles(title: string): ReadonlyMap<string, string> {
  const line = title.replace(/\s+/gu, ' ').trim();
  return new Map([
    [`${fileNameOf(line)}.md`, `# ${line.replace(/[\\`*_[\]<>#&]/gu, '\\$&')}\n\n`],
    ['sources/dossier.md', dossier(line)],
    ['.vscode/settings.json', SETTINGS],
  ]);
}

/** The example is in a comment, which is ignored when the dossier is read. */
function dossier(title: string): string {
  return `---
dossier: ${JSON.stringify(title)}
---

<!-- What you know yourself, in addition to the sources in this folder. For example:

## People

### Ngozi Adeyemi-Clarke

- Role: harbour master
- Affiliation: Port of Lagos
- Also: N. Adeyemi-Clarke

She has run the harbour since 2019.

Other sections are Bodies, Places, Events, Facts, Quotes and Unreliable. -->
`;
}

const SETTINGS = `{
  // Which files the drafts are checked against. With a second folder: ["sources/**", "interviews/**"].
  "copydesk.sources": ["sources/**"]
}
`;

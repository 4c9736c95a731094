import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { type TextDocument, Uri, commands, extensions, languages, window, workspace } from 'vscode';
import { applyFix, closeActive, codeOf, hoverTextAt, openDraft, untilSquiggles } from './drafts.js';
import { printedSheet, sheetRow, untilSheet } from './sheet.js';
import { rowAt, untilRows, view } from './viewRows.js';

/** Each kind of source that the editor reads as text, mail, table or captions, by file name. */
const SOURCES = {
  'sunday.md': `# Briefing, Sunday 21 July 2024

The flood damaged 140 homes in Ostwick. The council of Ostwick rejected the flood levy.

Petra Lindhollm leads the council.
`,
  'monday.txt': `BRIEFING / 22 JUL 2024 / 09:30

The flood damaged 190 homes in Ostwick. The council of Ostwick approved the flood levy.

Petra Lindholm leads the council.
`,
  'pumps.csv': 'Station,Pumps\nMill Lane,14\nOst Quay,26\n',
  'harbour.eml': `From: Ines Calvo <ines@harbour.example>
To: Desk <desk@paper.example>
Subject: The quay
Date: Tue, 23 Jul 2024 08:15:00 +0200

The harbour master closed the quay in Ostwick for three weeks.
`,
  'hearing.vtt': `WEBVTT

00:00:07.000 --> 00:00:11.000
<v Tobias Roe>The sluice in Ostwick was built by a bakery.
`,
};

const DRAFT = `Ostwick counts the damage

The flood damaged 140 homes in Ostwick. The council rejected the flood levy. Petra Lindholm leads the council.

Mill Lane has 14 pumps. The harbour master closed the quay for three weeks. The sluice in Ostwick was built by a bakery.

It rained until Tuesday 22 July 2024. The school opened on 24 July 2024, after the repairs on 26 July 2024.
`;

describe('a draft that is plain text, with sources of several kinds and days', () => {
  let document: TextDocument;
  let sources: Uri;

  before(async () => {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder !== undefined);
    sources = Uri.joinPath(folder, 'sources');
    for (const [name, text] of Object.entries(SOURCES))
      await write(Uri.joinPath(sources, name), text);
    await write(Uri.joinPath(folder, 'ostwick.txt'), DRAFT);
    ({ document } = await openDraft('ostwick.txt'));
    // Text files are read where there are sources, which this folder has had only for a moment.
    await extensions.getExtension('copydesk.copydesk')?.activate();
  });

  after(async () => {
    await window.showTextDocument(document);
    await closeActive();
    await workspace.fs.delete(sources, { recursive: true });
    await workspace.fs.delete(document.uri);
  });

  it('has its sources in the reference, with the day of each', async () => {
    await commands.executeCommand('copydesk.reference.focus');
    const rows = await untilRows(view('reference'), 'all are read', (text) =>
      Object.keys(SOURCES).every((name) => text.includes(name)),
    );
    const described = Object.keys(SOURCES).map((name) =>
      String(rowAt(rows, 'Sources', name).item.description),
    );
    assert.deepEqual(
      described.map((text) => /^\d+ \w+ 2024/u.exec(text)?.[0]),
      ['21 July 2024', '22 July 2024', undefined, '23 July 2024', undefined],
    );
  });

  it('gets an outdated figure reported, and replaced with the newer one', async () => {
    await untilSquiggles(document, 'the older figure is marked', (all) =>
      all.includes('claim/outdated “140”'),
    );
    const outdated = languages
      .getDiagnostics(document.uri)
      .find((one) => codeOf(one) === 'claim/outdated');
    assert.equal(
      outdated?.message,
      '“140” is outdated: 140 (Sunday, sources/sunday.md:3), 190 (Monday, sources/monday.txt:3).',
    );
    assert.deepEqual(
      outdated.relatedInformation?.map(({ location }) => location.uri.path.split('/').at(-1)),
      ['monday.txt', 'sunday.md'],
    );
    await applyFix(document, '140', 'Change to “190”');
    await untilSquiggles(
      document,
      'the newer figure is right',
      (all) => !all.join(' ').includes('claim/outdated'),
    );
  });

  it('shows where its sources differ on an outcome and on the spelling of a name', async () => {
    const vote =
      'Two sources differ: rejected (Sunday, sources/sunday.md:3), approved (Monday, sources/monday.txt:3).';
    const name =
      'Sources differ: Petra Lindhollm (Sunday, sources/sunday.md:5), Petra Lindholm (Monday, sources/monday.txt:5).';
    await hoverTextAt(document, 'rejected', vote);
    await hoverTextAt(document, 'Lindholm', name);
    await commands.executeCommand('copydesk.factSheet.focus');
    await untilSheet('the sheet has the names', (text) => text.includes('Petra Lindholm'));
    const claim = sheetRow('unclear', 'The council rejected the flood levy.');
    const person = sheetRow('names', 'Petra Lindholm');
    for (const [{ entry }, difference] of [
      [claim, vote],
      [person, name],
    ] as const)
      assert.ok('messages' in entry && entry.messages.includes(difference), printedSheet());
  });

  it('is supported by a table, a mail and captions', async () => {
    await hoverTextAt(document, 'Mill Lane has', 'pumps.csv:2');
    await hoverTextAt(document, 'harbour master', 'harbour.eml:');
    await hoverTextAt(document, 'sluice', 'hearing.vtt:4');
  });

  it('has its weekdays and the order of its dates corrected', async () => {
    await untilSquiggles(document, 'both are marked', (all) =>
      ['claim/weekday “Tuesday”', 'claim/inconsistent “after”'].every((one) => all.includes(one)),
    );
    await applyFix(document, 'Tuesday', 'Change to “Monday”');
    await applyFix(document, 'after', 'Change to “before”');
    await untilSquiggles(
      document,
      'both are right',
      (all) => !/claim\/(?:weekday|inconsistent)/u.test(all.join(' ')),
    );
    assert.match(document.getText(), /Monday 22 July 2024\. .*, before the repairs/u);
  });
});

async function write(uri: Uri, text: string): Promise<void> {
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

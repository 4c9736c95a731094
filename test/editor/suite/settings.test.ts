import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import {
  ConfigurationTarget,
  type TextEditor,
  Uri,
  commands,
  extensions,
  window,
  workspace,
} from 'vscode';
import { openDraft, untilSquiggles } from './drafts.js';

describe('settings and commands', () => {
  let editor: TextEditor;

  before(async () => {
    editor = await openDraft('rail-link.md');
  });

  after(async () => {
    await set('severity', undefined);
    await set('enable', undefined);
  });

  it('turn off a family, and turn it on again', async () => {
    const quote = (shown: string) => shown.startsWith('quote/');
    await untilSquiggles(editor.document, 'the quote has a squiggle', (s) => s.some(quote));
    await set('severity', { quote: 'off' });
    await untilSquiggles(
      editor.document,
      'no quote has a squiggle',
      (s) => s.length > 0 && !s.some(quote),
    );
    await set('severity', undefined);
    await untilSquiggles(editor.document, 'the quote has a squiggle', (s) => s.some(quote));
  });

  it('turn checking off, and on again', async () => {
    await set('enable', false);
    await untilSquiggles(editor.document, 'no squiggle is left', (shown) => shown.length === 0);
    await set('enable', undefined);
    await untilSquiggles(editor.document, 'the squiggles are back', (shown) => shown.length > 0);
  });

  it('wrap the lines of a script like those of Markdown', () => {
    for (const languageId of ['markdown', 'fountain'])
      assert.equal(
        workspace.getConfiguration('editor', { languageId }).get('wordWrap'),
        'on',
        languageId,
      );
  });

  it('include all commands of the manifest', async () => {
    const manifest = extensions.getExtension('copydesk.copydesk')?.packageJSON as {
      readonly contributes: { readonly commands: readonly { readonly command: string }[] };
    };
    const registered = new Set(await commands.getCommands(true));
    assert.deepEqual(
      manifest.contributes.commands.filter(({ command }) => !registered.has(command)),
      [],
    );
  });

  it('leave no squiggle of a draft that is closed', async () => {
    // The editor keeps documents open for minutes that the suite opened, so the workbench opens this one.
    const draft = Uri.joinPath(editor.document.uri, '..', 'lake-meeting.md');
    await commands.executeCommand('vscode.open', draft);
    const document = window.activeTextEditor?.document;
    assert.ok(document?.uri.path.endsWith('lake-meeting.md') === true);
    await untilSquiggles(document, 'the draft has squiggles', (shown) => shown.length > 0);
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await untilSquiggles(document, 'no squiggle is left', (shown) => shown.length === 0);
    await window.showTextDocument(editor.document);
  });

  it('restart the server on request', async () => {
    await commands.executeCommand('copydesk.restart');
    await untilSquiggles(editor.document, 'the squiggles are back', (shown) => shown.length > 0);
  });
});

async function set(name: string, value: unknown): Promise<void> {
  await workspace.getConfiguration('copydesk').update(name, value, ConfigurationTarget.Workspace);
}

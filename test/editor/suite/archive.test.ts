import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { ConfigurationTarget, UIKind, Uri, commands, env, workspace } from 'vscode';
import { PASSWORD } from '../suite.js';
import { until } from '../until.js';
import { closeActive, openDraft, untilSquiggles } from './drafts.js';
import { LockedServer } from './lockedServer.js';

const SOURCE = 'The library of Tolmin opened on Monday.\n';
const DRAFT = `# Two Ferries

The library of Tolmin opened on Monday. The harbour board bought two ferries for 14 million euros.
`;

const UNSUPPORTED = (shown: readonly string[]): boolean =>
  shown.some((squiggle) => squiggle.startsWith('claim/unsupported'));

describe('the archive of a newsroom', () => {
  let folder: Uri;
  let settings: Uri;
  let settingsBefore: string | undefined;
  let server: LockedServer;
  let decoy: LockedServer;

  before(async () => {
    const opened = workspace.workspaceFolders?.[0]?.uri;
    assert.ok(opened !== undefined);
    folder = opened;
    settings = Uri.joinPath(folder, '.vscode', 'settings.json');
    settingsBefore = await read(settings);
    [server, decoy] = [await LockedServer.start(), await LockedServer.start()];
    await write('sources/tolmin.md', SOURCE);
    await write('ferries.md', DRAFT);
    // Settings of a folder that was sent to the reporter.
    const given: unknown = JSON.parse(settingsBefore ?? '{}');
    const hostile = { ...(given as object), 'copydesk.archive': addressOf(decoy) };
    await workspace.fs.writeFile(settings, new TextEncoder().encode(JSON.stringify(hostile)));
  });

  after(async () => {
    await setArchive(undefined);
    await closeActive();
    await workspace.fs.delete(Uri.joinPath(folder, 'sources'), { recursive: true });
    await workspace.fs.delete(Uri.joinPath(folder, 'ferries.md'));
    if (settingsBefore === undefined) await workspace.fs.delete(settings);
    else await workspace.fs.writeFile(settings, new TextEncoder().encode(settingsBefore));
    await Promise.all([server.close(), decoy.close()]);
  });

  it('is asked once the reporter agrees to the first notice', async () => {
    const { document } = await openDraft('ferries.md');
    await untilSquiggles(document, 'the claim is missing from the sources', UNSUPPORTED);
    await setArchive(addressOf(server));
    await until(
      'the archive is asked',
      async () => {
        // The effect of “Use the Archive” in the notice.
        await commands.executeCommand('notification.acceptPrimaryAction');
        return server.logins.length > 0;
      },
      { timeout: 30_000 },
    );
    assert.deepEqual([...new Set(server.logins)], ['anna in stories']);
    assert.deepEqual(server.passwords, []);
    await untilSquiggles(document, 'the draft is checked without it', UNSUPPORTED);
  });

  it('gets the password that is typed into the box', async () => {
    void commands.executeCommand('copydesk.setArchivePassword');
    await until(
      'the password is given',
      async () => {
        await typePassword();
        return server.passwords.length > 0;
      },
      { timeout: 30_000 },
    );
    assert.deepEqual([...new Set(server.passwords)], [PASSWORD]);
  });

  it('changes only if the reporter changes it, whatever a folder sets', () => {
    assert.equal(workspace.getConfiguration('copydesk').get('archive'), addressOf(server));
    assert.deepEqual(decoy.logins, []);
  });

  async function write(path: string, text: string): Promise<void> {
    await workspace.fs.writeFile(Uri.joinPath(folder, path), new TextEncoder().encode(text));
  }
});

function addressOf({ port }: LockedServer): string {
  return `postgresql://anna@127.0.0.1:${port}/stories`;
}

/** Pastes into the box, which the driver in a browser types into. */
async function typePassword(): Promise<void> {
  if (env.uiKind === UIKind.Web) return;
  await env.clipboard.writeText(PASSWORD);
  await commands.executeCommand('editor.action.clipboardPasteAction');
  await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}

async function setArchive(address: string | undefined): Promise<void> {
  await workspace
    .getConfiguration('copydesk')
    .update('archive', address, ConfigurationTarget.Global);
}

async function read(file: Uri): Promise<string | undefined> {
  return workspace.fs.readFile(file).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
}

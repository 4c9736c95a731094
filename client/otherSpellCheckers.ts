import { type ExtensionContext, ConfigurationTarget, extensions, window, workspace } from 'vscode';
import { otherCheckers } from './knownSpellCheckers.js';

/** The key under which it is remembered that the reporter was asked. */
const ASKED = 'copydesk.askedAboutSpellCheckers';

const TURN_OFF = 'Turn Off in Copydesk';
const KEEP = 'Keep Both';

/**
 * Says once that another extension checks spelling too, and offers to turn our check off. The answer is remembered for
 * this installation of the editor. Does not reject.
 */
export async function askAboutOtherSpellCheckers({ globalState }: ExtensionContext): Promise<void> {
  const settings = workspace.getConfiguration('copydesk.spelling');
  if (globalState.get<boolean>(ASKED) === true || settings.get<boolean>('enable') === false) return;
  const [other] = otherCheckers(extensions.all);
  if (other === undefined) return;
  const answer = await window.showInformationMessage(
    `${other} checks spelling too, so misspelled words may be marked twice.`,
    TURN_OFF,
    KEEP,
  );
  // Nobody has decided anything if the message was closed.
  if (answer === undefined) return;
  await globalState.update(ASKED, true);
  if (answer === TURN_OFF) await settings.update('enable', false, ConfigurationTarget.Global);
}

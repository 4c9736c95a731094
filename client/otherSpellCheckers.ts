import { type ExtensionContext, ConfigurationTarget, extensions, window, workspace } from 'vscode';
import { tellAboutOtherChecker } from './knownSpellCheckers.js';

/** The key that stores that the notice was shown. */
const TOLD = 'copydesk.toldAboutSpellCheckers';

const TURN_OFF = 'Turn Off in Copydesk';
const KEEP = 'Keep Both';

/** Says once that another extension checks spelling too, and offers to turn our check off. */
export async function askAboutOtherSpellCheckers({ globalState }: ExtensionContext): Promise<void> {
  const settings = workspace.getConfiguration('copydesk');
  await tellAboutOtherChecker({
    extensions: extensions.all,
    isOn: settings.get<boolean>('enable') !== false && settings.get<string>('spelling') !== 'off',
    wasTold: globalState.get<boolean>(TOLD) === true,
    rememberTold: () => globalState.update(TOLD, true),
    ask: async (notice) =>
      (await window.showInformationMessage(notice, TURN_OFF, KEEP)) === TURN_OFF,
    turnOff: () => settings.update('spelling', 'off', ConfigurationTarget.Global),
  });
}

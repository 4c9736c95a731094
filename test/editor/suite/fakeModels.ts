import { commands } from 'vscode';
import { until } from '../until.js';

/** What the fake models of the editor do. */
interface Behaviour {
  readonly kind: 'say' | 'quota' | 'wait';
  readonly text?: string;
}

/** A request as the extension with the models receives it. */
interface ModelRequest {
  readonly model: string;
  readonly text: string;
}

/** Sets the behaviour of the models from now on, and forgets their earlier requests. */
export async function behave(behaviour: Behaviour): Promise<void> {
  await commands.executeCommand('acme.behave', behaviour);
}

/** The requests to the models since their behaviour was last set. */
export async function requests(): Promise<readonly ModelRequest[]> {
  return commands.executeCommand<readonly ModelRequest[]>('acme.asked');
}

/** Resolves with a command that shows a notification, which is answered by other commands. */
export async function answering(
  command: Thenable<unknown>,
  ...answers: readonly string[]
): Promise<void> {
  let isDone = false;
  const done = Promise.resolve(command).then(() => {
    isDone = true;
  });
  await until('the command ends', async () => {
    for (const answer of answers) await commands.executeCommand(answer);
    return isDone;
  });
  await done;
}

/**
 * Resolves with a command that asks the reporter before it asks the model, who agrees. Agrees again only if nothing came of
 * it: the next notification with a first action is the progress, which would be cancelled.
 */
export async function agreeing(command: Thenable<unknown>): Promise<void> {
  const isAsked = async (): Promise<boolean> => (await requests()).length > 0;
  await until('the model is asked', async () => {
    await commands.executeCommand('notification.acceptPrimaryAction');
    return until('the model is asked', isAsked, { timeout: 2_000 }).catch(() => false);
  });
  await command;
}

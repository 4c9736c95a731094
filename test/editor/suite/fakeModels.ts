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

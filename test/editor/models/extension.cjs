// An extension that offers a language model to the editor under test, which says what the tests want. The suite runs beside it
// and steers it by commands.
const vscode = require('vscode');

/** What the model does with the next requests. */
let behaviour = { kind: 'say', text: '{}' };
/** The texts that it was sent. */
const asked = [];

exports.activate = ({ subscriptions }) => {
  subscriptions.push(
    vscode.commands.registerCommand('acme.behave', (next) => {
      behaviour = next;
      asked.length = 0;
    }),
    vscode.commands.registerCommand('acme.asked', () => [...asked]),
    vscode.lm.registerLanguageModelChatProvider('acme', {
      provideLanguageModelChatInformation: () => [
        {
          id: 'acme-x',
          name: 'Acme X',
          family: 'acme',
          version: '1',
          maxInputTokens: 8000,
          maxOutputTokens: 1000,
          capabilities: {},
        },
      ],
      provideLanguageModelChatResponse: async (_model, messages, _options, progress, token) => {
        asked.push(messages.flatMap(({ content }) => content.map(({ value }) => value)).join(''));
        switch (behaviour.kind) {
          case 'quota':
            throw vscode.LanguageModelError.Blocked('The quota is used up.');
          case 'wait':
            await new Promise((resolve) => token.onCancellationRequested(resolve));
            throw new vscode.CancellationError();
          default:
            // In two pieces, as a stream has them.
            progress.report(new vscode.LanguageModelTextPart(behaviour.text.slice(0, 9)));
            progress.report(new vscode.LanguageModelTextPart(behaviour.text.slice(9)));
        }
      },
      provideTokenCount: (_model, text) => String(text).length,
    }),
  );
};

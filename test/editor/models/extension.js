// An extension that offers language models to the editor under test, which say what the tests want. The suite runs beside it
// and steers it by commands.
const vscode = require('vscode');

/** The model that the tests use is not the first. */
const MODELS = [
  { id: 'acme-y', name: 'Acme Y' },
  { id: 'acme-x', name: 'Acme X' },
].map((model) => ({
  ...model,
  family: 'acme',
  version: '1',
  maxInputTokens: 8000,
  maxOutputTokens: 1000,
  capabilities: {},
}));

/** What the models do with the next requests. */
let behaviour = { kind: 'say', text: '{}' };
/** The names of the models that were asked, and the texts that they were sent. */
const asked = [];

exports.activate = ({ subscriptions }) => {
  subscriptions.push(
    vscode.commands.registerCommand('acme.behave', (next) => {
      behaviour = next;
      asked.length = 0;
    }),
    vscode.commands.registerCommand('acme.asked', () => [...asked]),
    ...registerModels(),
  );
};

function registerModels() {
  const { lm } = vscode;
  if (lm.registerLanguageModelChatProvider !== undefined) {
    return [
      lm.registerLanguageModelChatProvider('acme', {
        provideLanguageModelChatInformation: () => MODELS,
        provideLanguageModelChatResponse: (model, messages, _options, progress, token) =>
          answer(
            model,
            messages,
            (text) => progress.report(new vscode.LanguageModelTextPart(text)),
            token,
          ),
        provideTokenCount: (_model, text) => countTokens(text),
      }),
    ];
  }
  // Before version 1.104, models are registered one by one, through an interface that is only proposed.
  return MODELS.map((model) =>
    lm.registerChatModelProvider(
      model.id,
      {
        provideLanguageModelResponse: (messages, _options, _extension, progress, token) =>
          answer(model, messages, (part) => progress.report({ index: 0, part }), token),
        provideTokenCount: countTokens,
      },
      { vendor: 'acme', ...model },
    ),
  );
}

async function answer(model, messages, report, token) {
  asked.push({
    model: model.name,
    text: messages.flatMap(({ content }) => textsOf(content)).join(''),
  });
  switch (behaviour.kind) {
    case 'quota':
      throw vscode.LanguageModelError.Blocked('The quota is used up.');
    case 'wait':
      await new Promise((resolve) => token.onCancellationRequested(resolve));
      throw new vscode.CancellationError();
    default:
      // In two pieces, as a stream has them.
      report(behaviour.text.slice(0, 9));
      report(behaviour.text.slice(9));
  }
}

/** The texts in a message, which older editors give as one. */
function textsOf(content) {
  return typeof content === 'string' ? [content] : content.map(({ value }) => value);
}

function countTokens(text) {
  return String(text).length;
}

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { extensions } from 'vscode';
import { OnigScanner, OnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, type IGrammar, Registry, parseRawGrammar } from 'vscode-textmate';
import { marked } from '../../marked.js';

/** Uses the Markdown grammar of this editor. */
describe('the TextMate grammar', () => {
  let grammar: IGrammar;

  before(async () => {
    grammar = await loadGrammar();
  });

  const colours: readonly (readonly [what: string, scope: string, ...drafts: string[]])[] = [
    [
      'a dateline',
      'entity.name.type.dateline',
      '[|LAGOS, Nigeria|] — The port reopened.',
      '[|ST. JOHN’S|] — Ice closed the harbour.',
      '[|GENEVA, March 3 (Agency)|] — Talks went on.',
      'The UN — and not for the first time — was late.',
    ],
    [
      'a byline',
      'entity.name.function.byline',
      'By [|Ama Osei|]',
      '*By [|Ama Osei and Léa van der Berg|]*',
      'By Tuesday the water had gone.',
    ],
    ['a credit', 'entity.name.function.byline', 'Reporting by [|Ama Osei|]; editing by [|Li Na|]'],
    [
      'direct speech',
      'string.quoted.double.direct-speech',
      'She said: [|“We *waited* all night.”|] Then she left.',
      '[|"We waited,"|] she said.',
      '- [|“In a list.”|]',
      'A 6" pipe and a 12" one.',
      '`“code”` is not speech.',
    ],
    [
      'the speaker',
      'entity.name.function.speaker',
      '“No,” [|Mr. Osei|] said.',
      '“No,” said [|Ama Osei|], who runs the harbour.',
      'The port is closed, according to [|Ama Osei|].',
      'He wrote a letter.',
    ],
    [
      'the attribution',
      'support.type.attribution',
      '“No,” [|said|] Ama Osei.',
      'It was, [|according to|] Ama Osei, late.',
    ],
    [
      'a placeholder',
      'invalid.illegal.placeholder',
      'It cost [|TK|] million. [|[TK: who paid?]|]',
      '## [|TKTK|]',
      'The STK index rose.',
    ],
  ];

  for (const [what, scope, ...drafts] of colours) {
    it(`marks ${what}`, () => {
      for (const draft of drafts) {
        const { text } = marked(draft);
        assert.equal(scoped(grammar, text, scope), draft);
      }
    });
  }
});

/** The line with the text in `scope` marked up. */
function scoped(grammar: IGrammar, line: string, scope: string): string {
  let result = '';
  let inside = false;
  for (const token of grammar.tokenizeLine(line, INITIAL).tokens) {
    const isScoped = token.scopes.some((name) => name.startsWith(scope));
    if (isScoped !== inside) result += isScoped ? '[|' : '|]';
    inside = isScoped;
    result += line.slice(token.startIndex, token.endIndex);
  }
  return inside ? `${result}|]` : result;
}

async function loadGrammar(): Promise<IGrammar> {
  const own = folderOf('copydesk.copydesk');
  const wasm = await readFile(join(__dirname, 'onig.wasm'));
  await loadWASM(wasm);
  const files: Readonly<Record<string, string>> = {
    'text.html.markdown': join(folderOf('vscode.markdown'), 'syntaxes/markdown.tmLanguage.json'),
    'markdown.copydesk.injection': join(own, 'syntaxes/copydesk.tmLanguage.json'),
  };
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: async (name) => {
      const file = files[name];
      return file === undefined ? null : parseRawGrammar(await readFile(file, 'utf8'), file);
    },
    getInjections: (name) => (name === 'text.html.markdown' ? ['markdown.copydesk.injection'] : []),
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  if (grammar === null) throw new Error('the editor has no Markdown grammar');
  return grammar;
}

function folderOf(extension: string): string {
  const found = extensions.getExtension(extension);
  if (found === undefined) throw new Error(`the editor does not know ${extension}`);
  return found.extensionPath;
}

import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { AssistantSwitch } from '../../client/assistantSwitch.js';
import { mcpServerStart } from '../../client/mcpServer.js';
import { languageModelToolsOf, mcpServersOf } from '../../client/newerEditor.js';
import manifest from '../../package.json' with { type: 'json' };

/** The switch in an editor where the setting, the answer and the memory are in the test's hands. */
class Editor {
  isOn = false;
  hasAgreed = false;
  asked = 0;
  /** How many times assistants were let in and out. */
  opened = 0;
  closed = 0;
  answer: () => Promise<boolean> = () => Promise.resolve(true);
  readonly assistants = new AssistantSwitch({
    isOn: () => this.isOn,
    turnOff: () => {
      this.isOn = false;
      return Promise.resolve();
    },
    hasAgreed: () => this.hasAgreed,
    rememberAgreement: () => {
      this.hasAgreed = true;
      return Promise.resolve();
    },
    ask: () => {
      this.asked++;
      return this.answer();
    },
    open: () => {
      this.opened++;
      return {
        dispose: () => {
          this.closed++;
        },
      };
    },
  });
}

describe('assistants in the editor', () => {
  it('are let in only by the setting', async () => {
    const [{ 'copydesk.assistants': setting } = {}] = manifest.contributes.configuration.map(
      ({ properties }) => properties,
    );
    assert.deepEqual([setting?.default, setting?.scope], [false, 'machine']);
    const editor = new Editor();
    await editor.assistants.update();
    assert.deepEqual([editor.asked, editor.opened], [0, 0]);
  });

  it('are let in after the reporter has agreed once', async () => {
    const editor = new Editor();
    editor.isOn = true;
    await editor.assistants.update();
    await editor.assistants.update();
    assert.deepEqual([editor.asked, editor.opened, editor.closed], [1, 1, 0]);
    editor.isOn = false;
    await editor.assistants.update();
    editor.isOn = true;
    await editor.assistants.update();
    assert.deepEqual([editor.asked, editor.opened, editor.closed], [1, 2, 1]);
  });

  it('stay out if the reporter does not agree, and the setting is off again', async () => {
    const editor = new Editor();
    editor.isOn = true;
    editor.answer = () => Promise.resolve(false);
    await editor.assistants.update();
    assert.deepEqual([editor.opened, editor.isOn, editor.hasAgreed], [0, false, false]);
  });

  it('stay out if the setting is turned off while the question is open', async () => {
    const editor = new Editor();
    editor.isOn = true;
    editor.answer = () => {
      editor.isOn = false;
      return Promise.resolve(true);
    };
    await Promise.all([editor.assistants.update(), editor.assistants.update()]);
    assert.deepEqual([editor.asked, editor.opened], [1, 0]);
  });

  it('stay out once the extension stops', async () => {
    const editor = new Editor();
    editor.isOn = true;
    await editor.assistants.update();
    editor.assistants.dispose();
    assert.equal(editor.closed, 1);
  });
});

describe('an editor', () => {
  it('without the interface for assistants, or with a part of it, offers nothing', () => {
    const registerTool = (): never => assert.fail();
    for (const editor of [{}, { lm: {} }, { lm: { registerTool } }]) {
      assert.equal(languageModelToolsOf(editor), undefined);
      assert.equal(mcpServersOf(editor), undefined);
    }
  });

  it('with it gets tools and servers in its own form', () => {
    const registered: string[] = [];
    const disposable = { dispose: () => undefined };
    class Part {
      constructor(readonly text: string) {}
    }
    class Result {
      constructor(readonly content: readonly object[]) {}
    }
    class Definition {
      readonly start: readonly unknown[];
      constructor(
        readonly label: string,
        ...start: readonly unknown[]
      ) {
        this.start = start;
      }
    }
    const editor = {
      lm: {
        registerTool: (name: string) => {
          registered.push(name);
          return disposable;
        },
        registerMcpServerDefinitionProvider: (id: string) => {
          registered.push(id);
          return disposable;
        },
      },
      LanguageModelTextPart: Part,
      LanguageModelToolResult: Result,
      McpStdioServerDefinition: Definition,
    };
    const tools = languageModelToolsOf(editor);
    const servers = mcpServersOf(editor);
    tools?.register('a', { invoke: () => undefined, prepareInvocation: () => assert.fail() });
    assert.deepEqual(tools?.createResult('x').content, [new Part('x')]);
    assert.equal(servers?.createDefinition('b', 'node', [], {}, '1').label, 'b');
    servers.register('c', {
      onDidChangeMcpServerDefinitions: () => assert.fail(),
      provideMcpServerDefinitions: () => [],
    });
    assert.deepEqual(registered, ['a', 'c']);
  });

  it('starts the command for a folder with its settings, without sources outside it', () => {
    const spelling = 'en-GB';
    const sources = [
      'sources/**',
      '../notes/**',
      '/etc/*',
      'C:\\notes\\*',
      '~/x',
      '{a,../b}/*',
      '',
    ];
    const folder = {
      ...{ name: 'pier', path: '/news/pier', sources, sentenceReader: 'off' },
      spelling,
    };
    const command = { node: '/usr/bin/node', script: '/copydesk/dist/cli.cjs', version: '1.2.3' };
    assert.deepEqual(mcpServerStart(folder, command), [
      'Copydesk: pier',
      '/usr/bin/node',
      [
        ...['/copydesk/dist/cli.cjs', 'mcp', '--sources=sources/**'],
        ...['--no-reader', '--spelling=en-GB', '--', '/news/pier'],
      ],
      { ELECTRON_RUN_AS_NODE: '1' },
      '1.2.3',
    ]);
    const off = { ...folder, sentenceReader: 'on', spelling: 'off' };
    assert.deepEqual(mcpServerStart(off, command)[2].slice(3), [
      '--spelling=off',
      '--',
      '/news/pier',
    ]);
  });
});

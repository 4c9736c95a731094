import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { copydesk } from './testHost.js';

describe('copydesk', () => {
  it('prints general help and help for each command', async () => {
    for (const args of [['--help'], ['-h'], ['help']]) {
      const { status, output } = await copydesk(args);
      assert.equal(status, 0);
      assert.match(output, /^Copydesk checks Markdown news drafts/u);
    }
    for (const command of [
      'check',
      'batch',
      'reference',
      'sources',
      'timeline',
      'parse',
      'rules',
      'serve',
    ]) {
      const { status, output } = await copydesk([command, '--help']);
      assert.equal(status, 0);
      assert.ok(output.startsWith(`Usage: copydesk ${command}`), output);
    }
  });

  it('prints its version', async () => {
    assert.equal((await copydesk(['--version'])).output, '1.2.3\n');
  });

  it('explains wrong usage and points to the help', async () => {
    const cases: readonly [args: readonly string[], error: string, help: string][] = [
      [[], 'no command given', 'copydesk --help'],
      [['chek'], 'there is no command “chek”', 'copydesk --help'],
      [['--chek'], 'there is no command “--chek”', 'copydesk --help'],
      [
        ['check'],
        'name a draft or folder to check, or “-” for standard input',
        'copydesk check --help',
      ],
      [['check', '--sauces', 'x'], "Unknown option '--sauces'", 'copydesk check --help'],
      [
        ['check', 'a.md', '--format', 'xml'],
        '--format takes one of pretty, json, sarif, github, not “xml”',
        'copydesk check --help',
      ],
      [
        ['check', 'a.md', '--fail-on', 'hint'],
        '--fail-on takes one of error, warning, information, never, tk, not “hint”',
        'copydesk check --help',
      ],
      [
        ['check', '-', '--fix'],
        '--fix needs a file to write to; standard input has none',
        'copydesk check --help',
      ],
      [
        ['reference'],
        'name what to do with the reference: build or show',
        'copydesk reference --help',
      ],
      [
        ['reference', 'burn'],
        'reference takes build or show, not “burn”',
        'copydesk reference --help',
      ],
      [
        ['reference', 'show'],
        'name a person, organisation or place to show',
        'copydesk reference --help',
      ],
      [['reference', 'build'], 'name the sources to build from', 'copydesk reference --help'],
      [
        ['reference', 'build', 'a.md'],
        'name a file to store the base in: --out FILE',
        'copydesk reference --help',
      ],
      [['serve'], 'serve needs --stdio', 'copydesk serve --help'],
    ];
    for (const [args, error, help] of cases) {
      const outcome = await copydesk(args);
      assert.equal(outcome.status, 2, args.join(' '));
      assert.equal(outcome.output, '');
      assert.deepEqual(outcome.errors, [`copydesk: ${error}`, `Try “${help}”.`]);
    }
  });

  it('starts the language server', async () => {
    assert.equal((await copydesk(['serve', '--stdio'])).status, 0);
  });
});

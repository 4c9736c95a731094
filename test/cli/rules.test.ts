import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { CODES, RULES } from '../../server/checks/rules.js';
import { copydesk } from './testHost.js';

describe('copydesk rules', () => {
  it('lists every code with its severity and one line', async () => {
    const { status, output, errors } = await copydesk(['rules']);
    assert.equal(status, 0);
    assert.deepEqual(errors, []);
    const rows = output
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/\s{2,}/u));
    assert.deepEqual(
      rows,
      CODES.map((code) => [code, RULES[code].severity, RULES[code].description]),
    );
  });

  it('lists the codes of a family', async () => {
    const { output } = await copydesk(['rules', 'quote']);
    assert.match(
      output,
      /^quote\/altered .*\nquote\/joined .*\nquote\/misattributed .*\nquote\/unsupported .*\n$/u,
    );
  });

  it('explains one code with a wrong and a right example', async () => {
    const { status, output } = await copydesk(['rules', 'sentence/missing-to']);
    assert.equal(status, 0);
    assert.equal(
      output,
      `sentence/missing-to  warning  Missing “to”

A word that requires an infinitive with “to” is followed by the bare verb, as in
“able send” or “decided leave”. Verbs that take a bare verb (“helped build”,
“let them decide”) are left alone. A rule finds it where the sentence reader
doubts the words too, or the reader alone.

The fix inserts “to”.

“Fix all” leaves it alone. Formerly part of sentence/garbled; settings and
suppressions that name it still apply.

  wrong   The ferry was unable reach the port.

  right   The ferry was unable to reach the port.
`,
    );
  });

  it('shows the sources of an example', async () => {
    const { output } = await copydesk(['rules', 'quote/misattributed']);
    assert.match(output, /\n {2}source {2}“Nobody [^\n]*\n\n {10}Ngozi [^\n]*\n\n {2}wrong {3}“/u);
  });

  it('prints JSON', async () => {
    const { output } = await copydesk(['rules', '--format', 'json']);
    const all = JSON.parse(output) as { version: number; rules: { code: string }[] };
    assert.equal(all.version, 1);
    assert.deepEqual(
      all.rules.map(({ code }) => code),
      CODES,
    );
    const one = await copydesk(['rules', 'sentence/missing-to', '--format', 'json']);
    const { isInFixAll, ...rule } = RULES['sentence/missing-to'];
    assert.deepEqual(JSON.parse(one.output), {
      version: 1,
      rules: [{ code: 'sentence/missing-to', ...rule, fixAll: isInFixAll }],
    });
  });

  it('explains incorrect usage', async () => {
    const cases: readonly [args: readonly string[], error: string][] = [
      [['sentence/toto'], 'there is no rule “sentence/toto”; “copydesk rules” lists them all'],
      [['constructor'], 'there is no rule “constructor”; “copydesk rules” lists them all'],
      [['name', 'quote'], 'rules takes one code'],
      [['--format', 'xml'], '--format takes one of pretty, json, not “xml”'],
    ];
    for (const [args, error] of cases) {
      const { status, output, errors } = await copydesk(['rules', ...args]);
      assert.equal(status, 2);
      assert.equal(output, '');
      assert.deepEqual(errors, [`copydesk: ${error}`, 'Try “copydesk rules --help”.']);
    }
  });
});

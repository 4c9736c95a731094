import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { ROOT, canInstall, findProgram, install, tell } from '../../machine.js';

/** Starts headless Chromium, after installing it if the machine has none. Rejects with advice if that fails. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium() ?? installChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** The path of a Chromium that is there, or `undefined`. */
export function findChromium(): string | undefined {
  const downloaded = chromium.executablePath();
  return (
    process.env.CHROMIUM_EXECUTABLE ??
    findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') ??
    (existsSync(downloaded) ? downloaded : undefined)
  );
}

function installChromium(): string {
  try {
    if (canInstall()) {
      install('chromium');
    } else {
      tell('Downloading Chromium with Playwright…');
      execFileSync(
        process.execPath,
        [join(ROOT, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'],
        { stdio: 'inherit' },
      );
    }
  } catch (error) {
    tell(String(error));
  }
  const found = findChromium();
  if (found !== undefined) return found;
  throw new Error(
    'The editor tests need Chromium, and it could not be installed here. Install it yourself, or name one: CHROMIUM_EXECUTABLE=/path/to/chromium npm run test:editor',
  );
}

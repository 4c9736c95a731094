// Installs the programs that the suites need in addition to the project's own packages. They would
// do so themselves: this does it while the processor is busy with other tests.
import { findPrograms } from './archive/cluster.js';
import { findChromium } from './editor/drivers/chromium.js';
import { canUseDesktop } from './editor/drivers/desktop.js';
import { canServeWorkbench, installWorkbench } from './editor/drivers/workbench.js';
import { installWebEditor } from './editor/web/packages.js';
import { canInstall, findProgram, install } from './machine.js';

if (canInstall()) {
  const missing = [
    ...(findChromium() === undefined ? ['chromium'] : []),
    ...(findPrograms() === undefined ? ['postgresql'] : []),
    ...(findProgram('nvim') === undefined ? ['neovim'] : []),
  ];
  if (missing.length > 0) install(...missing);
}
installWebEditor();
if (canServeWorkbench() && !(await canUseDesktop())) installWorkbench();

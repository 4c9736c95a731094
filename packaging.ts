// Packs what is built into files to install: for each platform one with the native engine and the large readers, and one
// without them for the others.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PackageManager, createVSIX, listFiles } from '@vscode/vsce';
import nativeFiles from './nativeFiles.json' with { type: 'json' };
import manifest from './package.json' with { type: 'json' };
import { LARGE_READER_FILES } from './server/inference/readerFiles.js';

const ROOT = import.meta.dirname;

/** A platform with a package of its own, or `universal` for the package that runs on all. */
export type Target = keyof typeof nativeFiles | 'universal';

/** All targets. */
export const TARGETS: readonly Target[] = [
  'universal',
  ...Object.keys(nativeFiles).filter(hasFiles),
];

/** The target whose package fits this machine best. */
export function ownTarget(): Target {
  const own = `${process.platform}-${process.arch}`;
  return hasFiles(own) ? own : 'universal';
}

/** The files of a package: by the path in it, the path on this machine. The extension must have been built. */
export async function packageFiles(target: Target): Promise<ReadonlyMap<string, string>> {
  const shared = (await listBuilt()).map((path) => [path, join(ROOT, path)] as const);
  const native = nativeFilesOf(target).map(
    (path) => [`dist/native/${path.name}`, path.from] as const,
  );
  const large = (target === 'universal' ? [] : builtLargeReaders()).map(
    (path) => [path, join(ROOT, path)] as const,
  );
  return new Map([...shared, ...native, ...large]);
}

/** The files of the large readers that are built: there is no judge without its weights, for example. */
function builtLargeReaders(): readonly string[] {
  return Object.values(LARGE_READER_FILES)
    .map((name) => `dist/${name}`)
    .filter((path) => existsSync(join(ROOT, path)));
}

let built: Promise<readonly string[]> | undefined;

/** What all packages have. It is listed once, because to match every file of the repository takes seconds. */
function listBuilt(): Promise<readonly string[]> {
  const { readmePath } = manifest.vsce;
  const options = { cwd: ROOT, packageManager: PackageManager.None, readmePath };
  return (built ??= listFiles(options));
}

/** Packs what is built for a target into the file `out`. Rejects if a file cannot be read or written. */
export async function pack(target: Target, out: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-package-'));
  try {
    for (const [path, from] of await packageFiles(target)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await copyFile(from, join(folder, path));
    }
    await writeFile(join(folder, 'package.json'), await withoutScripts());
    // The folder has nothing to leave out.
    await writeFile(join(folder, '.vscodeignore'), '');
    await createVSIX({
      cwd: folder,
      packagePath: resolve(out),
      ...(target === 'universal' ? {} : { target }),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The manifest as it ships: nothing can be built from a package. */
async function withoutScripts(): Promise<string> {
  const text = await readFile(join(ROOT, 'package.json'), 'utf8');
  return JSON.stringify({ ...(JSON.parse(text) as object), scripts: {} }, undefined, 2);
}

function nativeFilesOf(
  target: Target,
): readonly { readonly name: string; readonly from: string }[] {
  if (target === 'universal') return [];
  const folder = join('node_modules/onnxruntime-node/bin/napi-v6', ...target.split('-'));
  return nativeFiles[target].map((name) => ({ name, from: join(ROOT, folder, name) }));
}

function hasFiles(target: string): target is keyof typeof nativeFiles {
  return Object.hasOwn(nativeFiles, target);
}

/** The target that was asked for. Throws an `Error` if there is none of this name. */
function targetOf(name: string): Target {
  const target = TARGETS.find((one) => one === name);
  if (target !== undefined) return target;
  throw new Error(`there is no package for “${name}”; the targets are ${TARGETS.join(', ')}`);
}

/** Builds, then packs for `--target` (by default `universal`) into `--out`. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { target: { type: 'string', default: 'universal' }, out: { type: 'string' } },
  });
  const target = targetOf(values.target);
  const name = target === 'universal' ? manifest.name : `${manifest.name}-${target}`;
  execFileSync(process.execPath, ['build.mjs'], { cwd: ROOT, stdio: 'inherit' });
  await pack(target, values.out ?? `${name}.vsix`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    process.stderr.write(
      `The extension was not packed: ${error instanceof Error ? error.message : String(error)}.\n`,
    );
    process.exitCode = 1;
  }
}

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, it } from 'mocha';
import ts from 'typescript';

const ROOT = resolve('server');

/** Each layer imports only from itself and those before it; what lies beside the folders is an entry. */
const LAYERS = ['prose', 'reference', 'checks', 'features'];

/** Every file of the server with the files of the server that it imports, by path from `server/`. */
const IMPORTS: ReadonlyMap<string, readonly string[]> = new Map(
  readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path, importsOf(path)]),
);

function importsOf(path: string): readonly string[] {
  const file = join(ROOT, path);
  return ts
    .preProcessFile(readFileSync(file, 'utf8'))
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.') && name.endsWith('.js'))
    .map((name) => relative(ROOT, resolve(dirname(file), name.replace(/\.js$/u, '.ts'))));
}

function layerOf(path: string): number {
  const index = LAYERS.indexOf(path.split(/[\\/]/u)[0] ?? '');
  return index < 0 ? LAYERS.length : index;
}

describe('layers', () => {
  it('import only from those before them', () => {
    const wrong = [...IMPORTS].flatMap(([from, imports]) =>
      imports.filter((to) => layerOf(to) > layerOf(from)).map((to) => `${from} imports ${to}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('import nothing that does input or output', () => {
    const wrong = [...IMPORTS.keys()]
      .filter((path) => layerOf(path) < LAYERS.length)
      .flatMap((path) =>
        ts
          .preProcessFile(readFileSync(join(ROOT, path), 'utf8'))
          .importedFiles.map(({ fileName }) => fileName)
          .filter((name) => name.startsWith('node:') || name === 'vscode')
          .map((name) => `${path} imports ${name}`),
      );
    assert.deepEqual(wrong, []);
  });

  it('have no files that import each other in a circle', () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, above: readonly string[]): void => {
      const start = above.indexOf(path);
      if (start >= 0) {
        circles.push([...above.slice(start), path].join(' -> '));
        return;
      }
      if (done.has(path)) return;
      for (const next of IMPORTS.get(path) ?? []) visit(next, [...above, path]);
      done.add(path);
    };
    for (const path of IMPORTS.keys()) visit(path, []);
    assert.deepEqual(circles, []);
  });
});

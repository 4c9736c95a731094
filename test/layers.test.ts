import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, it } from 'mocha';
import ts from 'typescript';

const ROOT = resolve('.');

/** Folders whose code does no input or output. */
const PURE = [
  'protocol',
  'server/lexicon',
  'server/prose',
  'server/values',
  'server/reference',
  'server/checks',
];

/** Every folder with the folders that its files may import from, in addition to its own. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  client: ['protocol'],
  protocol: [],
  'server/lexicon': [],
  'server/prose': ['server/lexicon'],
  'server/values': ['server/lexicon', 'server/prose'],
  'server/reference': ['server/lexicon', 'server/prose'],
  'server/inference': ['server/prose'],
  'server/checks': [
    'server/lexicon',
    'server/prose',
    'server/values',
    'server/reference',
    'server/inference',
    'models',
  ],
  'server/workspace': ['protocol'],
  'server/suppressions': [
    'server/lexicon',
    'server/prose',
    'server/reference',
    'server/checks',
    'server/workspace',
  ],
  'server/houseStyle': ['server/prose', 'server/reference', 'server/checks', 'server/workspace'],
  'server/sources': ['server/prose', 'server/reference', 'server/workspace'],
  'server/archive': ['server/prose', 'server/reference', 'server/sources', 'server/workspace'],
  'server/secondOpinion': [
    'server/prose',
    'server/reference',
    'server/inference',
    'server/checks',
    'server/workspace',
  ],
  'server/features': [
    'protocol',
    'server/lexicon',
    'server/prose',
    'server/reference',
    'server/checks',
    'server/suppressions',
  ],
  'server/session': [
    'protocol',
    'server/prose',
    'server/reference',
    'server/inference',
    'server/checks',
    'server/workspace',
    'server/suppressions',
    'server/houseStyle',
    'server/sources',
    'server/archive',
    'server/secondOpinion',
    'server/features',
  ],
  'server/assistants': [
    'protocol',
    'server/prose',
    'server/reference',
    'server/inference',
    'server/checks',
    'server/workspace',
    'server/suppressions',
    'server/houseStyle',
    'server/sources',
    'server/archive',
    'server/features',
    'server/session',
  ],
  'server/lsp': [
    'protocol',
    'server/prose',
    'server/reference',
    'server/features',
    'server/session',
    'server/assistants',
  ],
  'server/cli': [
    'protocol',
    'server/prose',
    'server/reference',
    'server/inference',
    'server/checks',
    'server/workspace',
    'server/suppressions',
    'server/houseStyle',
    'server/sources',
    'server/archive',
    'server/secondOpinion',
    'server/features',
    'server/session',
    'server/assistants',
  ],
  'server/bin': [
    'models',
    'protocol',
    'server/prose',
    'server/reference',
    'server/inference',
    'server/checks',
    'server/workspace',
    'server/sources',
    'server/archive',
    'server/secondOpinion',
    'server/session',
    'server/assistants',
    'server/lsp',
    'server/cli',
  ],
};

/** Every file of the product with all that it imports, by path from the root. */
const IMPORTS: ReadonlyMap<string, readonly string[]> = new Map(
  ['client', 'protocol', 'server'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => join(folder, path))
      .map((path): [string, readonly string[]] => [
        slashed(path),
        ts
          .preProcessFile(readFileSync(join(ROOT, path), 'utf8'))
          .importedFiles.map(({ fileName }) => fileName),
      ]),
  ),
);

/** The files of the project that a file imports, by path from the root. */
function filesImportedBy(path: string): readonly string[] {
  return (IMPORTS.get(path) ?? [])
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(ROOT, resolve(dirname(path), name.replace(/\.js$/u, '.ts'))))
    .map(slashed);
}

/** The same without folders from which it imports only types, or which it loads on demand. */
function valuesImportedBy(path: string): readonly string[] {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  return statements
    .filter(ts.isImportDeclaration)
    .filter(({ importClause }) => {
      const bindings = importClause?.namedBindings;
      const areTypes =
        bindings !== undefined &&
        ts.isNamedImports(bindings) &&
        bindings.elements.every(({ isTypeOnly }) => isTypeOnly);
      return importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword && !areTypes;
    })
    .map(({ moduleSpecifier }) => (moduleSpecifier as ts.StringLiteral).text)
    .filter((name) => name.startsWith('.'))
    .map((name) => slashed(relative(ROOT, resolve(dirname(path), name.replace(/\.js$/u, '.ts')))));
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}

/** The folder of `MAY_IMPORT` that a file lies in: of the server, a folder below it. */
function folderOf(path: string): string {
  const [top = '', below = ''] = path.split('/');
  return top === 'server' ? `${top}/${below}` : top;
}

describe('layers', () => {
  it('name every folder', () => {
    const folders = new Set([...IMPORTS.keys()].map(folderOf));
    assert.deepEqual([...folders].sort(), Object.keys(MAY_IMPORT).sort());
  });

  it('import only from the folders they may', () => {
    const wrong = [...IMPORTS.keys()].flatMap((from) =>
      filesImportedBy(from)
        .filter((to) => {
          const [own, other] = [folderOf(from), folderOf(to)];
          return own !== other && MAY_IMPORT[own]?.includes(other) !== true;
        })
        .map((to) => `${from} imports ${to}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('do no input or output in the pure folders', () => {
    const wrong = [...IMPORTS]
      .filter(([path]) => PURE.includes(folderOf(path)))
      .flatMap(([path, names]) =>
        names
          .filter((name) => name.startsWith('node:') || name === 'vscode')
          .map((name) => `${path} imports ${name}`),
      );
    assert.deepEqual(wrong, []);
  });

  it('load the code for second opinions only on demand', () => {
    const own =
      /^(?:server\/secondOpinion\/|server\/(?:session\/(?:secondOpinions|ownModelAccess)|cli\/secondOpinion|bin\/loopbackTransport)\.ts$|client\/(?:ownModels|ownModelConsent|ownModelWords|editorModels)\.ts$)/u;
    const wrong = [...IMPORTS.keys()]
      .filter((from) => !own.test(from))
      .flatMap((from) =>
        valuesImportedBy(from)
          .filter((to) => own.test(to))
          .map((to) => `${from} imports ${to}`),
      );
    assert.deepEqual(wrong, []);
  });

  it('load the handlers and the checks only after the answer to “initialize”', () => {
    const loadedBy = (path: string, loaded = new Set<string>()): ReadonlySet<string> => {
      if (loaded.has(path)) return loaded;
      loaded.add(path);
      for (const next of valuesImportedBy(path)) loadedBy(next, loaded);
      return loaded;
    };
    const late = ['server/lsp/messages/handlers.ts', 'server/checks/check.ts'];
    const first = loadedBy('server/bin/node.ts');
    const second = loadedBy('server/bin/nodeSession.ts');
    assert.ok(first.has('server/lsp/messages/factSheet.ts'));
    assert.deepEqual(
      late.filter((path) => first.has(path) || !second.has(path)),
      [],
    );
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
      for (const next of filesImportedBy(path)) visit(next, [...above, path]);
      done.add(path);
    };
    for (const path of IMPORTS.keys()) visit(path, []);
    assert.deepEqual(circles, []);
  });
});

import { defineConfig } from 'eslint/config';
import regexp from 'eslint-plugin-regexp';
import { configs } from 'typescript-eslint';

// Which layer may import which is kept by test/layers.test.ts.
export default defineConfig(
  { ignores: ['dist/', '**/node_modules/', '.vscode-test/', '.vscode-test-web/'] },
  {
    files: ['**/*.ts'],
    extends: [configs.strictTypeChecked, configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An arrow function that returns the result of a void function is shorter than one with a
      // body.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // The tokenizer's library takes its own accessors as arguments; nothing else here has a `this`.
      '@typescript-eslint/unbound-method': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-param-reassign': 'error',
      'require-unicode-regexp': 'error',
    },
  },
  {
    // No text makes these folders throw. Only a damaged installation can, where its files are read.
    files: ['server/{lexicon,prose,reference,checks}/**/*.ts'],
    ignores: [
      'server/prose/grammar/{beam,classifier,grammar,templates,weightBytes}.ts',
      'server/reference/sourceIndexBytes.ts',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ThrowStatement', message: 'The core does not throw: give a value instead.' },
      ],
    },
  },
  {
    files: ['client/**/*.ts', 'protocol/**/*.ts', 'server/**/*.ts'],
    plugins: { regexp },
    rules: {
      // Text comes from anywhere: no expression may take more than linear time over it.
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
    },
  },
);

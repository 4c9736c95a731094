import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { globProblem, escapesFolder, quotedGlob } from '../../server/workspace/globs.js';

describe('globs', () => {
  it('are accepted if people write them', () => {
    for (const glob of [
      'sources/**',
      '**/*.{md,txt,html,docx,pdf}',
      '{sources,notes}/**/*.{md,txt}',
      'sources/**/{press,wire}/**/*.md',
      'city/*/*/*/*.md',
      'city/*draft*.md',
      'city/{*.md,*.txt,*.html,*.docx}',
      'Story (1)/[ab]?.md',
      '!old/**',
      '\\*\\*\\*\\*\\*.md',
    ]) {
      assert.equal(globProblem(glob), undefined, glob);
    }
  });

  it('are rejected if they can match in too many ways', () => {
    for (const glob of [
      '*a'.repeat(30),
      '{a,aa}'.repeat(30),
      '*a*a/'.repeat(3),
      '**/a/**/a/**/a/**',
      `${'{a,'.repeat(30)}b${'}'.repeat(30)}`,
      '{a*a*a,b*b*b*b}',
    ]) {
      assert.match(globProblem(glob) ?? '', /^has too many stars and braces/u, glob);
    }
    assert.match(globProblem('+(a|aa)') ?? '', /^has a group in round brackets/u);
    assert.match(globProblem('a'.repeat(501)) ?? '', /^is longer than 500 characters$/u);
  });

  it('are rejected if they leave the folder', () => {
    for (const glob of [
      '../**',
      '/etc/**',
      'C:/x',
      'a/../../x',
      '..',
      '{..,a}/x',
      '\\.\\./x',
      '!../x',
    ]) {
      assert.equal(escapesFolder(glob), true, glob);
    }
    for (const glob of ['..a/**', 'a../b', 'sources/**', 'a...b', './sources/**']) {
      assert.equal(escapesFolder(glob), false, glob);
    }
  });

  it('are shortened in messages', () => {
    assert.equal(quotedGlob('*.md'), '“*.md”');
    assert.equal(quotedGlob('a'.repeat(600)), `“${'a'.repeat(40)}…”`);
  });
});

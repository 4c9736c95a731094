import assert from 'assert';

/** Replaces Node's module `assert/strict` in the bundle. */
export default assert.strict;

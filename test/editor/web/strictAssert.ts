import assert from 'assert';

/** Stands in the bundle for Node's module of that name. */
export default assert.strict;

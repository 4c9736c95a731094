import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as draft04 from 'ajv-draft-04';
import type * as formats from 'ajv-formats';

const require = createRequire(import.meta.url);

// Node and the compiler see the default exports of these packages differently.
const { default: Ajv } = require('ajv-draft-04') as typeof draft04;
const { default: addFormats } = require('ajv-formats') as typeof formats;

/** The OASIS schema of SARIF 2.1.0, in JSON Schema draft 4. */
const SCHEMA = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

// One of its patterns is not valid with the Unicode flag.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);

/** Where and why a log violates the SARIF 2.1.0 schema; empty if it is valid. */
export function sarifErrors(log: string): readonly string[] {
  validate(JSON.parse(log));
  return (validate.errors ?? []).map(
    ({ instancePath, message = '' }) => `${instancePath} ${message}`,
  );
}

// Writes what is generated from the table of rules: the settings in package.json, the codes in the JSON schema,
// and the page docs/rules.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { CODES_AND_FAMILIES, FAMILIES, RULES, isCode } from './server/checks/rules.js';
import { RULES_PAGE, rulesPage } from './server/checks/rulesPage.js';
import { SEVERITIES } from './server/checks/severity.js';

const MANIFEST = 'package.json';
const SCHEMA = 'schemas/suppressions.schema.json';

/** Every generated file with the text that it should have, by path from the root. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const files = [
    [MANIFEST, JSON.stringify(manifest(), undefined, 2)],
    [SCHEMA, JSON.stringify(schema(), undefined, 2)],
    [RULES_PAGE, rulesPage()],
  ] as const;
  return new Map(
    await Promise.all(
      files.map(async ([path, text]) => {
        const options = await resolveConfig(path);
        return [path, await format(text, { ...options, filepath: path })] as const;
      }),
    ),
  );
}

function manifest(): unknown {
  const severity = { type: 'string', enum: [...SEVERITIES] };
  // It is in the first section of the settings.
  const setting = ['contributes', 'configuration', '0', 'properties', 'copydesk.severity'];
  return withValues(MANIFEST, setting, {
    propertyNames: selectors(),
    properties: Object.fromEntries(
      Object.keys(FAMILIES).map((family) => [
        family,
        { ...severity, description: `%setting.severity.${family}%` },
      ]),
    ),
    additionalProperties: severity,
  });
}

function schema(): unknown {
  const path = ['properties', 'ignoredFindings', 'items', 'properties', 'code'];
  return withValues(SCHEMA, path, selectors());
}

/** All that a setting or a suppression may name, as JSON schema. */
function selectors(): object {
  return {
    enum: CODES_AND_FAMILIES,
    enumDescriptions: CODES_AND_FAMILIES.map((selector) =>
      isCode(selector) ? `${RULES[selector].description}.` : `Every ${selector}/… code.`,
    ),
  };
}

/** The JSON of a file with values put into the object at a path in it. */
function withValues(file: string, path: readonly string[], values: object): unknown {
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const target = path.reduce<unknown>(
    (object, key) => (object as Readonly<Record<string, unknown>>)[key],
    json,
  );
  Object.assign(target as object, values);
  return json;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of await generatedFiles()) writeFileSync(path, text);
}

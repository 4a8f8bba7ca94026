/**
 * Makes, from the schemas of the contract, what the finder checks answers with: the same shapes as plain data,
 * a fraction of the size of the schema library.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { tsImport } from 'tsx/esm/api';

const target = new URL('../src/contract/generated/', import.meta.url);
const heading =
  '// Made from the schemas of src/contract by scripts/generate-checks.mjs; do not edit.\n';

const answers = {
  activityPage: ['activity-page', 'ActivityPage'],
  activityDetail: ['activity', 'ActivityDetail'],
  directoryProfile: ['directory', 'DirectoryProfile'],
  place: ['directory', 'Place'],
  reportReceipt: ['directory', 'ReportReceipt'],
};

/** A schema as data: see `Shape` in src/client/fits.ts. */
function shapeOf(schema) {
  const { def } = schema._zod;
  switch (def.type) {
    case 'string':
      // Links are the one kind of text whose form matters to whoever only reads it.
      return def.checks?.length > 0 ? ['p', patternOf(def.checks)] : 's';
    case 'number':
      return 'n';
    case 'boolean':
      return 'b';
    case 'array':
      return ['a', shapeOf(def.element)];
    case 'enum':
      return ['e', ...Object.values(def.entries)];
    case 'object':
      return Object.keys(def.shape).length === 0 && def.catchall
        ? ['r', shapeOf(def.catchall)]
        : Object.fromEntries(Object.entries(def.shape).map(memberOf));
    default:
      throw new Error(`no shape for a schema of the type ${def.type}`);
  }
}

function patternOf(checks) {
  const [check, ...others] = checks;
  const pattern = check._zod.def.pattern;
  if (others.length > 0 || !pattern) throw new Error('only one pattern can be checked in a text');
  return pattern.source;
}

const memberOf = ([name, schema]) => {
  const { def } = schema._zod;
  return def.type === 'optional' ? [`${name}?`, shapeOf(def.innerType)] : [name, shapeOf(schema)];
};

const lines = [];
for (const [name, [file, type]] of Object.entries(answers)) {
  const module = await tsImport(`../src/contract/${file}.ts`, import.meta.url);
  lines.push(`export const ${name}: Shape<${type}> = ${JSON.stringify(shapeOf(module[type]))};`);
}
const imports = Object.values(answers).map(
  ([file, type]) => `import type { ${type} } from '../${file}.js';`,
);
await mkdir(target, { recursive: true });
await writeFile(
  new URL('answers.ts', target),
  `${heading}${imports.join('\n')}\nimport type { Shape } from '../../client/fits.js';\n\n${lines.join('\n')}\n`,
);

/**
 * Makes, from the schemas of the contract, what pages check answers with: the same shapes as plain data, a fraction
 * of the size of the schema library.
 */
import { mkdir } from 'node:fs/promises';
import { tsImport } from 'tsx/esm/api';
import { writeChanged } from './write-changed.mjs';

const target = new URL('../src/contract/generated/', import.meta.url);
const heading =
  '// Made from the schemas of src/contract by scripts/generate-checks.mjs; do not edit.\n';

// A module for each of finder, form and desk: none loads what another reads.
const modules = {
  'directory-answers': {
    activityPage: ['activity-page', 'ActivityPage'],
    activityDetail: ['activity', 'ActivityDetail'],
    directoryProfile: ['directory', 'DirectoryProfile'],
    place: ['directory', 'Place'],
    reportReceipt: ['directory', 'ReportReceipt'],
  },
  'intake-answers': {
    serviceProfile: ['service-profile', 'ServiceProfile'],
    coverage: ['coverage', 'Coverage'],
    gpPracticePage: ['gp-practice', 'GpPracticePage'],
    receipt: ['receipt', 'Receipt'],
    problem: ['problem', 'Problem'],
  },
  'desk-answers': {
    statusAnswer: ['referral-status', 'StatusAnswer'],
    suggestionReceipt: ['activity-suggestion', 'SuggestionReceipt'],
  },
};

/** A schema as data: see `Shape` in src/client/fits.ts. */
function shapeOf(schema) {
  const { def } = schema._zod;
  switch (def.type) {
    case 'string':
      // Links are the one kind of text whose form matters to whoever only reads it.
      return def.checks?.length > 0 ? patternOf(def.checks) : 'string';
    case 'number':
    case 'boolean':
      return def.type;
    case 'array':
      return [shapeOf(def.element)];
    case 'enum':
      return choiceOf(Object.values(def.entries));
    case 'object':
      return Object.keys(def.shape).length === 0 && def.catchall
        ? { '*': shapeOf(def.catchall) }
        : Object.fromEntries(Object.entries(def.shape).map(memberOf));
    default:
      throw new Error(`no shape for a schema of the type ${def.type}`);
  }
}

function patternOf(checks) {
  const [check, ...others] = checks;
  const pattern = check._zod.def.pattern;
  if (others.length > 0 || !pattern?.source.startsWith('^') || pattern.flags !== '')
    throw new Error('only one pattern can be checked in a text, from its start and without flags');
  return pattern.source;
}

function choiceOf(values) {
  if (!values.every((value) => /^[\w-]+$/.test(value)))
    throw new Error(`no pattern for a choice of ${values.join(', ')}`);
  return `^(${values.join('|')})$`;
}

const memberOf = ([name, schema]) => {
  const { def } = schema._zod;
  return def.type === 'optional' ? [`${name}?`, shapeOf(def.innerType)] : [name, shapeOf(schema)];
};

await mkdir(target, { recursive: true });
for (const [file, answers] of Object.entries(modules)) {
  const imports = new Set();
  const lines = [];
  for (const [name, [from, type]] of Object.entries(answers)) {
    const module = await tsImport(`../src/contract/${from}.ts`, import.meta.url);
    imports.add(`import type { ${type} } from '../${from}.js';`);
    lines.push(`export const ${name}: Shape<${type}> = ${JSON.stringify(shapeOf(module[type]))};`);
  }
  await writeChanged(
    new URL(`${file}.ts`, target),
    `${heading}${[...imports].join('\n')}\nimport type { Shape } from '../../client/fits.js';\n\n${lines.join('\n')}\n`,
  );
}

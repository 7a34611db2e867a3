/**
 * What a library offers is loaded when it is first asked for: its `index.ts` names many modules, of which each process and
 * each test needs a few (ADR 0065).
 */
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const BARREL =
  /[\\/]libs[\\/][^\\/]+[\\/]src[\\/](?:index|authoring|queues[\\/]queue-map|http[\\/](?:[\w-]+-)?operations)\.ts$/;
const EVERYTHING_OF = /^export \* from '(\.[^']+)';$/gm;
const FROM = /\bfrom '(\.[^']+)'/g;

/** Whether a file does nothing but pass on what others export, at once or, like the maps of queues and operations, when it is asked. */
const isBarrel = (file) => BARREL.test(file);

/**
 * The text of a barrel in which every export is named, and the modules that wait until one of theirs is asked for.
 *
 * @param {string} source
 * @param {string} file where it stands
 * @returns {{ source: string, lazy: string[] }}
 */
function namedBarrel(source, file) {
  const named = source.replace(EVERYTHING_OF, (line, from) => {
    const names = valuesOf(`${join(dirname(file), from)}.ts`);
    return names.length === 0 ? '' : `export { ${names.join(', ')} } from '${from}';`;
  });
  return { source: named, lazy: [...new Set([...named.matchAll(FROM)].map(([, from]) => from))] };
}

/** The modules of which a barrel passes on everything: what they export is part of what it is compiled from. */
const wholeModules = (source, file) =>
  [...source.matchAll(EVERYTHING_OF)].map(([, from]) => `${join(dirname(file), from)}.ts`);

/** Names of what a module exports and that is there when it runs. */
function valuesOf(file) {
  const { parseSync } = require('@swc/core');
  const { body } = parseSync(readFileSync(file, 'utf8'), {
    syntax: 'typescript',
    decorators: true,
    target: 'es2023',
  });
  return body.flatMap((item) => {
    if (item.type === 'ExportDeclaration') return declared(item.declaration);
    if (item.type === 'ExportNamedDeclaration' && !item.typeOnly) return item.specifiers.flatMap(specified);
    if (item.type === 'ExportAllDeclaration') return valuesOf(`${join(dirname(file), item.source.value)}.ts`);
    return [];
  });
}

function declared(declaration) {
  const { type } = declaration;
  if (type === 'VariableDeclaration') return declaration.declarations.flatMap(({ id }) => id.value);
  const isValue = ['FunctionDeclaration', 'ClassDeclaration', 'TsEnumDeclaration'].includes(type);
  return isValue && !declaration.declare ? [declaration.identifier.value] : [];
}

const specified = ({ isTypeOnly, exported, orig }) => (isTypeOnly ? [] : [(exported ?? orig).value]);

module.exports = { isBarrel, namedBarrel, wholeModules };

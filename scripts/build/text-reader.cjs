'use strict';

const { createHash } = require('node:crypto');

/**
 * A module with the same exports as the given ones, each text of which is read when it is asked for.
 *
 * @param {Record<string, string | Record<string, string>>} exported
 * @returns {{ code: string, name: string, content: Buffer }} the module, and name and content of the file that it reads from
 */
exports.readerOf = (exported) => {
  const parts = [];
  let at = 0;
  const read = (text) => {
    if (typeof text !== 'string') throw new TypeError('a module of long texts exports something else');
    const part = Buffer.from(text, 'utf8');
    const call = `textAt(${at}, ${part.length})`;
    parts.push(part);
    at += part.length;
    return call;
  };
  const getter = ([name, given]) => `get ${JSON.stringify(name)}() { return ${read(given)}; },`;
  const all = Object.entries(exported).map(([name, given]) =>
    typeof given === 'object'
      ? `${JSON.stringify(name)}: {\n${Object.entries(given).map(getter).join('\n')}\n},`
      : getter([name, given]),
  );
  const content = Buffer.concat(parts);
  const hash = createHash('sha256').update(content).digest('hex');
  const name = `texts-${hash.slice(0, 16)}.txt`;
  const code = [
    "'use strict';",
    "const { closeSync, openSync, readSync } = require('node:fs');",
    `const file = require('node:path').join(require('node:path').dirname(__filename), '${name}');`,
    'const textAt = (at, length) => {',
    '  const [bytes, opened] = [Buffer.allocUnsafeSlow(length), openSync(file)];',
    '  try {',
    '    if (readSync(opened, bytes, 0, length, at) !== length) throw new Error(`${file} is cut short`);',
    '  } finally {',
    '    closeSync(opened);',
    '  }',
    "  return bytes.toString('utf8');",
    '};',
    `module.exports = {\n${all.join('\n')}\n};`,
    '',
  ].join('\n');
  return { code, name, content };
};

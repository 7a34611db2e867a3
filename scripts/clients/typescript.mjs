/** Prints what the TypeScript client must know of an operation at run time; its types come of openapi-typescript. */

/**
 * @param {ReturnType<typeof import('./operations.mjs').readDocument>} reading
 * @param {string} note said at the head of the file
 */
export function printTypeScript({ version, operations }, note) {
  const lines = operations.map(({ id, method, path, body, answer, statuses, hasKey }) => {
    const refused = statuses.filter((status) => status >= 400);
    const facts = [
      `method: '${method.toLowerCase()}'`,
      `path: '${path}'`,
      `as: '${answer.as}'`,
      ...(hasKey ? ['doneOnce: true'] : []),
      ...(body === undefined || body.mediaTypes.length < 2 ? [] : [`mediaType: '${body.mediaTypes[0]}'`]),
      ...(refused.length === 0 ? [] : [`answersToo: [${refused.join(', ')}]`]),
    ];
    return `  ${id}: { ${facts.join(', ')} },\n`;
  });
  return [
    `// ${note}\n`,
    `/** Of the API that this was made for. */\nexport const API_VERSION = '${version}';\n\n`,
    `/** How each operation is sent, and what its success brings. */\nexport const OPERATIONS = {\n${lines.join('')}} as const;\n`,
  ].join('');
}

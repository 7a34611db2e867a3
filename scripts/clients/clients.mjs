/** The clients of the public API, each printed from one reading of the OpenAPI document (ADR 0069). */
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { JAVA_FOLDERS, printJava } from './java.mjs';
import { readDocument } from './operations.mjs';
import { printPython } from './python.mjs';
import { isAnyJson } from './read.mjs';
import { printTypeScript } from './typescript.mjs';

const JAVA = 'openapi/client/java/src/main/java/openrounds/client';
const PYTHON = 'openapi/client/python/openrounds_client';

/** Folders that hold generated files alone: what else lies there is of something that is gone. */
export const CLIENT_FOLDERS = JAVA_FOLDERS.map((folder) => `${JAVA}/${folder}`);

/**
 * @param {object} document OpenAPI 3.1
 * @param {string} note said at the head of each file
 * @returns {Promise<Record<string, string>>} files by their path in the project
 * @throws {import('./subset.mjs').OutsideSubset} at the first thing in the document that the clients could not express
 */
export async function clients(document, note) {
  const reading = readDocument(document);
  return {
    'openapi/client/schema.d.ts': `// ${note}\n${await schemaTypes(document)}`,
    'openapi/client/typescript/operations.ts': printTypeScript(reading, note),
    ...below(PYTHON, printPython(reading, note)),
    ...below(JAVA, printJava(reading, note)),
  };
}

const below = (folder, files) =>
  Object.fromEntries(Object.entries(files).map(([file, text]) => [`${folder}/${file}`, text]));

const schemaTypes = async (document) =>
  astToString(
    await openapiTS(structuredClone(document), {
      defaultNonNullable: false,
      // Written out, a type of any JSON would name itself, which TypeScript refuses.
      transform: (schema, { path }) =>
        isAnyJson(schema, path?.replace(/^#/, ''))
          ? ts.factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword)
          : undefined,
    }),
  );

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { built, OPERATIONS, type Operation } from '@openrounds/contracts';
import { openApiDocument } from './document';

const DIR = join(__dirname, '../../../../openapi/examples');
const examples = Object.fromEntries(
  readdirSync(DIR).map((file) => [
    basename(file, '.json'),
    JSON.parse(readFileSync(join(DIR, file), 'utf8')) as unknown,
  ]),
);
const operations = Object.entries<Operation>(OPERATIONS);
const answersJson = ({ success }: Operation): boolean =>
  Object.values(success).some(({ schema, mediaType }) => schema !== undefined && mediaType === undefined);

describe('the OpenAPI document', () => {
  const document = openApiDocument(examples);

  it.each(operations)('%s has summary, security, roles, errors and a unique id', (id, operation) => {
    const written = document.paths?.[operation.path]?.[operation.method];
    expect(written).toMatchObject({ operationId: id, summary: operation.summary, tags: [operation.tag] });
    expect(written).toHaveProperty('x-roles');
    expect(written).toHaveProperty('security');
    expect(Object.keys(written?.responses ?? {})).toContain('500');
  });

  it.each(operations.filter(([, operation]) => answersJson(operation)))(
    '%s has an example of its answer that is valid and complete',
    (id, operation) => {
      const [success] = Object.values(operation.success);
      const read = success?.schema && built(success.schema).safeParse(examples[id]);
      expect(read?.error).toBeUndefined();
      expect(read?.data).toEqual(examples[id]);
    },
  );

  it.each(operations.filter(([, { body }]) => body !== undefined))(
    '%s has an example of its body that is valid',
    (_id, { body }) => {
      const example: unknown = body && built(body).meta()?.['example'];
      const read = body && built(body).safeParse(example);
      expect(read?.error).toBeUndefined();
      expect(read?.data).toMatchObject(example as object);
    },
  );

  it('keeps no example of an operation that is gone', () => {
    expect(Object.keys(examples).filter((id) => !(id in OPERATIONS))).toEqual([]);
  });
});

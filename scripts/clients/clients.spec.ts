import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const OPENAPI = join(__dirname, '../../openapi');
const CLIENTS = join(OPENAPI, 'client');
const MODULES = ['operations', 'java', 'python'].map(
  (name) => pathToFileURL(join(__dirname, `${name}.mjs`)).href,
);

/** Prints each document by Node itself, as `npm run generate` does: the files in one text, or why not. */
const PROGRAM = `
const [{ readDocument }, { printJava }, { printPython }] = await Promise.all(${JSON.stringify(MODULES)}.map((each) => import(each)));
let input = '';
for await (const part of process.stdin) input += part;
const print = (document) => {
  try {
    const reading = readDocument(document);
    return Object.values({ ...printJava(reading, 'note'), ...printPython(reading, 'note') }).join('\\n');
  } catch (error) {
    return error.message;
  }
};
console.log(JSON.stringify(JSON.parse(input).map(print)));
`;

type Schema = Record<string, unknown>;
const object = (properties: Schema, required: string[] = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const text: Schema = { type: 'string' };

/** A document with one operation, which takes and answers this. */
const documentOf = (taken: Schema, answered: Schema = object({})): object => ({
  openapi: '3.1.0',
  info: { version: '1.0.0' },
  components: { schemas: { Taken: taken, Answered: answered } },
  paths: {
    '/v1/things': {
      post: {
        operationId: 'doThing',
        summary: 'Does it',
        parameters: [{ name: 'Idempotency-Key', in: 'header', schema: text }],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Taken' } } } },
        responses: {
          200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Answered' } } } },
        },
      },
    },
  },
});

const CASES = {
  strange: documentOf(object({ 'a/b': { type: 'string', not: {} } })),
  alike: documentOf(
    object({}),
    object({ value: { anyOf: [object({ a: text }, []), object({ b: text }, [])] } }),
  ),
  marked: documentOf(
    object({}),
    object({
      of: {
        oneOf: [
          object({ kind: { const: 'one', type: 'string' }, is: text }),
          object({ kind: { const: 'two', type: 'string' } }),
          { type: 'null' },
        ],
      },
    }),
  ),
  nothingSaid: documentOf(object({ seconds: { anyOf: [{ type: 'integer' }, { type: 'null' }] } }, [])),
  nullIsNothing: documentOf(
    object({ seconds: { anyOf: [{ type: 'integer' }, { type: 'null' }], default: null } }, []),
  ),
};

describe('the generator of the clients', () => {
  let printed: Record<keyof typeof CASES, string>;

  beforeAll(() => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', PROGRAM], {
      input: JSON.stringify(Object.values(CASES)),
      encoding: 'utf8',
    });
    if (stdout === '') throw new Error(stderr);
    const texts = JSON.parse(stdout) as string[];
    printed = Object.fromEntries(
      Object.keys(CASES).map((name, index) => [name, texts[index]]),
    ) as typeof printed;
  });

  it('stops at a keyword that it does not know, and says where', () => {
    expect(printed.strange).toBe(
      '#/components/schemas/Taken/properties/a~1b/not: a keyword the generator does not know',
    );
  });

  it('stops where no reader could tell two variants', () => {
    expect(printed.alike).toMatch(
      /^#\/components\/schemas\/Answered\/properties\/value: two objects of which/,
    );
  });

  it('tells variants by a member that they have in common', () => {
    expect(printed.marked).toContain('public sealed interface Of');
    expect(printed.marked).toContain('if (List.of("two").contains(node.path("kind").asText()))');
    expect(printed.marked).toContain('of: Optional[AnsweredOf]');
    expect(printed.marked).toContain('AnsweredOf = Union[AnsweredOfOne, AnsweredOfTwo]');
    // A word that Python keeps for itself is a key all the same.
    expect(printed.marked).toContain(`"is": 'str'`);
  });

  it('keeps apart what leaving out and null say, but where they say the same', () => {
    expect(printed.nothingSaid).toContain('Given<Long> seconds');
    expect(printed.nullIsNothing).not.toContain('Given');
    expect(printed.nullIsNothing).toContain('Long seconds');
  });

  it('sends a call again under its key', () => {
    expect(printed.marked).toContain('.doneOnce()');
    expect(printed.marked).toContain('done_once=True');
  });

  it.each([
    ['Java', 'java/src/main/java/openrounds/client/Operations.java', /^ {2}public \S+ (\w+?)_?\(/gm],
    ['Python', 'python/openrounds_client/operations.py', /^ {4}def (\w+)\(/gm],
    ['TypeScript', 'typescript/operations.ts', /^ {2}(\w+): \{/gm],
  ])('has written a method for every operation that is no page in %s', (_language, file, method) => {
    const found = [...readFileSync(join(CLIENTS, file), 'utf8').matchAll(method)].map(([, name = '']) =>
      name.replace(/_(\w)/g, (_whole, letter: string) => letter.toUpperCase()),
    );
    const document = readFileSync(join(OPENAPI, 'openrounds.v1.yaml'), 'utf8');
    const operations = document.split(/^ {6}operationId: /m).slice(1);
    // Pages are for browsers that come from elsewhere.
    const forPrograms = operations.filter((each) => !/^ {6}x-page: true$/m.test(each));
    const ids = forPrograms.map((each) => /^\w+/.exec(each)?.[0]);
    expect([...new Set(found)].sort()).toEqual(ids.sort());
  });
});

import { type components } from '../schema.js';

export type Problem = components['schemas']['Problem'];

/** The API refused: `problem` (RFC 9457) says why, and names the field that is wrong. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  /** The code of the problem, as `invalid-request`. */
  readonly code: string;

  constructor(
    /** The HTTP status: 404, 409, 422, 429 … */
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(
      [`${String(status)} ${problem.title}`, ...(problem.detail === undefined ? [] : [problem.detail])].join(
        ': ',
      ),
    );
    this.code = problem.type.slice(problem.type.lastIndexOf('/') + 1);
  }
}

/** What an operation says that its success brings. */
export type Brought = 'json' | 'nothing' | 'text' | 'bytes' | 'events' | 'content';

/** The body of an answer, as its operation says. */
export async function answeredBy(
  as: Exclude<Brought, 'events'>,
  { headers }: Response,
  body: unknown,
): Promise<unknown> {
  if (as === 'nothing') return undefined;
  const whole = new Response(body as ReadableStream<Uint8Array>);
  if (as === 'bytes') return new Uint8Array(await whole.arrayBuffer());
  const isJson = as === 'json' || (as === 'content' && isJsonType(headers.get('content-type') ?? ''));
  return isJson ? whole.json() : whole.text();
}

const isJsonType = (mediaType: string): boolean => mediaType.split(';')[0]?.trim().endsWith('json') ?? false;

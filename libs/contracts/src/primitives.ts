import { z } from 'zod';

/**
 * What a string that comes in from outside may be, and what keeps a person's identity out of it:
 * - `masked`: free text of a case; de-identified before it is stored, sealed or sent to another service;
 * - `code`: of a closed form (an id, a code, a unit's syntax) that is then looked up where it is used;
 * - `passing`: used to answer this one request, never stored or sent on;
 * - `label`: what an administrator calls a credential, who wrote a case under which licence, what is said of a document; tells of no
 *   patient;
 * - `own-name`: what somebody chooses to be called; not masked, since a name is what it is, sealed, and shown to the staff
 *   of a class and to nobody else.
 */
export type TextKind = 'masked' | 'code' | 'passing' | 'label' | 'own-name';

/** The kind of every schema of a free string: a string of no kind must not be part of an operation's input. */
export const TEXT_KINDS = z.registry<{ kind: TextKind }>();

const LINE_ENDS_AND_TAB = new Set(['\t', '\n', '\v', '\f', '\r', '\u0085']);

/**
 * Whether a text is content throughout. Half a surrogate pair has no UTF-8, NUL no place in Postgres; of the other
 * control characters (Unicode category Cc) only the line ends (Unicode 5.8) and the tab are ever written by a person.
 */
export const isWholeText = (text: string): boolean =>
  text.isWellFormed() &&
  (text.match(/\p{Cc}/gu) ?? []).every((character) => LINE_ENDS_AND_TAB.has(character));

/** What is said of a text that is not whole. */
export const NOT_WHOLE = {
  error: 'contains a control character or half of a surrogate pair',
  params: { code: 'damaged-text' },
};

/**
 * Embeddings, overrides and isolates (UAX 9): one that a name leaves open turns round whatever is written behind it, on a page as in a
 * table. Names in letters that run from right to left need none.
 */
const TURNS_ROUND = /[\u202a-\u202e\u2066-\u2069]/u;
const NOT_TURNED = {
  error: 'contains a character that turns text round',
  params: { code: 'damaged-text' },
};
const unturned = (schema: z.ZodString, kind: TextKind) =>
  schema.refine((name) => !TURNS_ROUND.test(name), NOT_TURNED).register(TEXT_KINDS, { kind });

/** Whole text of `min` to `max` UTF-16 units. */
const text = (kind: TextKind, { max, min }: { max: number; min?: number }) => {
  const long = min === undefined ? z.string() : z.string().min(min);
  return long.max(max).refine(isWholeText, NOT_WHOLE).register(TEXT_KINDS, { kind });
};

/** Free text of a case: whole, and masked before anything is done with it. */
export const maskedText = (max: number, min?: number) =>
  text('masked', { max, ...(min !== undefined && { min }) });
/** Text that this request alone uses: words to search for, a cursor, a one-time code. */
export const passingText = (max: number) => text('passing', { max });
/** What an administrator calls a credential, who wrote a case under which licence, what is said of a document. */
export const labelText = (max: number) => unturned(text('label', { min: 1, max }), 'label');
/** What somebody chooses to be called. */
export const ownName = (max: number) => unturned(text('own-name', { min: 1, max }), 'own-name');
/** A string of a closed form; the use-case looks it up. */
export const codeText = (form: RegExp) => z.string().regex(form).register(TEXT_KINDS, { kind: 'code' });

/** Versions of a case are counted from 1, in 32 bits. */
export const LATEST_CASE_VERSION = 2_147_483_647;
export const CaseVersion = z.number().int().min(1).max(LATEST_CASE_VERSION);
/** UUID version 7 (RFC 9562): sortable by time of creation. */
export const Uuid = z.uuid().meta({ description: 'UUIDv7', example: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10' });
/** RFC 3339 instant in UTC. */
export const Instant = z.iso
  .datetime()
  .meta({ description: 'RFC 3339, UTC', example: '2026-11-20T09:00:00.000Z' });
export const Language = z.enum(['en', 'zh']).meta({ description: 'BCP 47' });
export const Setting = z.enum(['primary-care', 'emergency', 'inpatient']);
export const Sex = z.enum(['female', 'male', 'unknown']);
export const Probability = z.number().min(0).max(1);
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256, lower-case hexadecimal' });
/** An id of our vocabulary: findings, diseases, tests, states. */
export const Slug = codeText(/^[\w.:+-]{1,120}$/);
/** Where guidelines are made for: ISO 3166-1 alpha-2, with ISO 3166-2 behind it where wanted, or `international`. */
export const Region = codeText(/^(?:[A-Z]{2}(?:-[A-Z0-9]{1,3})?|international)$/).meta({ example: 'GB' });
/** UCUM where the quantity is one of our vocabulary; of another it may be anything, and is masked like other text. */
export const Unit = maskedText(40, 1);
export const CaseMix = z.enum(['teaching', 'consecutive']).meta({
  description: '`consecutive`: patients as they come; `teaching`: priors tempered by the calibrated α',
});

export type Language = z.infer<typeof Language>;
export type Setting = z.infer<typeof Setting>;
export type Sex = z.infer<typeof Sex>;
export type CaseMix = z.infer<typeof CaseMix>;

/** What produced an answer: enough to compute it again years later. */
export const Versions = z
  .object({
    engine: z.string(),
    knowledge: z.string(),
    calibration: z.string(),
    guidelines: z.string(),
    api: z.string(),
    llm: z.string().nullable(),
  })
  .meta({ id: 'Versions' });
export type Versions = z.infer<typeof Versions>;

/** What `versions.llm` says where the answers of a language model are replayed, or come from the script of the demonstration. */
export const RECORDED_LLM = 'recording';
export const SCRIPTED_LLM = 'scripted-demonstration';

/** The mark of all that a language model wrote: which one, and the version of the prompt that it answered. */
export const GeneratedBy = z
  .object({ model: z.string(), promptVersion: z.string() })
  .meta({ id: 'GeneratedBy', description: 'the language model that wrote this: it is AI-generated' });
export type GeneratedBy = z.infer<typeof GeneratedBy>;

/** Cursor-paged list, as every list of the API answers. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: passingText(500).optional(),
});

/** Version of the public contract; raised when something is added, never to break what stands. */
export const API_VERSION = '1.0.0';

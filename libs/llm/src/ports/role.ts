import { type z } from 'zod';

/** Instructions and data, kept apart as a chat endpoint expects them. */
export interface Prompt {
  readonly system: string;
  readonly user: string;
}

/**
 * What a language model is asked to be: what it is told, the form of its answer, and how strictly that is read. The
 * only way to a model: each role has a folder of its own with prompt, schema, examples, tests and a changelog.
 *
 * @typeParam I - what is asked about; has a JSON form.
 * @typeParam O - what may be used of the answer; has a JSON form.
 */
export interface Role<I, O> {
  /** Letters and hyphens: it is also the name of the schema on the wire. */
  readonly name: string;
  /** Raised with each change of the prompt, of the schema or of the reading. */
  readonly promptVersion: string;
  /** The form of an answer. Its descriptions are what an endpoint that takes no schema is told of it. */
  readonly schema: z.ZodType;
  /** The same input gives the same prompt to the byte. The form of the answer is added to it from the schema. */
  prompt(input: I): Prompt;
  /** What of a question a recording finds its answer by, where that is not all of it. */
  asRecorded?(input: I): unknown;
  /**
   * Reads an answer strictly.
   *
   * @param raw - parsed JSON, of whatever shape.
   * @throws LlmFault `unusable-answer` where nothing of it can be used.
   */
  read(raw: unknown, input: I): O;
}

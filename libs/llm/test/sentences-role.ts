import { z } from 'zod';
import { LlmFault } from '../src/ports/llm-fault';
import { type Role } from '../src/ports/role';

const Answer = z.object({ title: z.string().optional(), sentences: z.array(z.string()) });

/** The smallest role with something to say. */
export const SENTENCES: Role<{ readonly about: string }, readonly string[]> = {
  name: 'sentences',
  promptVersion: '1',
  schema: Answer,
  prompt: ({ about }) => ({
    system: 'Say in short and simple sentences what you are asked about.',
    user: about,
  }),
  read: (raw) => {
    const read = Answer.safeParse(raw);
    if (!read.success) throw new LlmFault('unusable-answer');
    return read.data.sentences;
  },
};

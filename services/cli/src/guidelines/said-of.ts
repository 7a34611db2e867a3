import { Refused } from '../server/server-api';

/** What came of one of several. */
export interface Said {
  readonly ok: boolean;
  readonly text: string;
}

/** One that is refused does not keep the others from coming; that nothing answers does. @throws whatever is no refusal */
export async function saidOf(act: () => Promise<string>): Promise<Said> {
  try {
    return { ok: true, text: await act() };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ok: false, text: error.message };
  }
}

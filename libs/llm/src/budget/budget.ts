import { type LanguageModel, type LlmCallOptions } from '../ports/language-model';
import { LlmFault, type LlmFaultCode } from '../ports/llm-fault';
import { type Prompt } from '../ports/role';
import { type DailyLimits, type TokenEntry, type TokenLedger } from './ledger';

export interface Budget {
  /** Longest prompt, in bytes of UTF-8. */
  readonly maxPromptBytes: number;
  readonly daily: DailyLimits;
  /** Milliseconds since the epoch. Default `Date.now`. */
  readonly now?: () => number;
}

/** Of English about four bytes make a token, of Chinese about three: by three, nobody is counted too little. */
const BYTES_OF_A_TOKEN = 3;
/** What an answer is taken to need until the endpoint says what it took. */
const TOKENS_OF_AN_ANSWER = 1_000;
/** Faults of questions that reached no endpoint: what was taken for them is given back. */
const NOT_ASKED: ReadonlySet<LlmFaultCode> = new Set(['suspended', 'unreachable', 'overdue']);

/**
 * Asks only what the budgets allow: a prompt that is too long is `prompt-too-long`, a question beyond what a user, a
 * tenant or all may use on a day is `over-budget`. Tokens are taken by an estimate before a question is asked and corrected by what the
 * endpoint counts, so that questions asked at the same time cannot pass a limit together.
 */
export function withBudget(model: LanguageModel, budget: Budget, ledger: TokenLedger): LanguageModel {
  const now = budget.now ?? Date.now;
  return {
    model: model.model,
    format: model.format,
    async ask(role, input, call) {
      const bytes = bytesOf(role.prompt(input));
      if (bytes > budget.maxPromptBytes) throw new LlmFault('prompt-too-long');
      const entry = entryOf(bytes, call, now());
      if ((await ledger.take(entry, budget.daily)) === 'over') throw new LlmFault('over-budget');
      try {
        const reply = await model.ask(role, input, call);
        if (reply.usage !== undefined) {
          const { promptTokens, completionTokens } = reply.usage;
          await ledger.correct({ ...entry, tokens: promptTokens + completionTokens - entry.tokens });
        }
        return reply;
      } catch (error) {
        if (error instanceof LlmFault && NOT_ASKED.has(error.code)) {
          await ledger.correct({ ...entry, tokens: -entry.tokens });
        }
        throw error;
      }
    },
  };
}

function entryOf(bytes: number, call: LlmCallOptions | undefined, now: number): TokenEntry {
  return {
    day: new Date(now).toISOString().slice(0, 'YYYY-MM-DD'.length),
    tenantId: call?.tenantId ?? '',
    userId: call?.userId ?? '',
    tokens: Math.ceil(bytes / BYTES_OF_A_TOKEN) + TOKENS_OF_AN_ANSWER,
  };
}

const bytesOf = ({ system, user }: Prompt): number => Buffer.byteLength(system) + Buffer.byteLength(user);

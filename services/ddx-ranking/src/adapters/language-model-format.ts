import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { type FormatState } from '@openrounds/llm';
import { Health, LOGGER, Unhealthy, type Logger } from '@openrounds/platform';
import { LANGUAGE_MODEL, type LanguageModel } from '../ports/language-model';

const PART = 'language-model';

/**
 * Has the language model asked once at the start in which format it answers, beside all else: no start waits for it.
 * What is known stands in the log and in the health of the service, which can do without.
 */
@Injectable()
export class LanguageModelFormat implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopped = new AbortController();

  constructor(
    @Inject(LANGUAGE_MODEL) private readonly llm: LanguageModel,
    @Inject(Health) private readonly health: Health,
    @Inject(LOGGER) private readonly logger: Pick<Logger, 'info' | 'warn'>,
  ) {}

  onApplicationBootstrap(): void {
    const format = this.llm?.format;
    if (format === undefined) return;
    this.health.register(
      PART,
      () => healthy(format.state),
      () => inWords(format.state),
    );
    this.health.canDoWithout(PART);
    format.onChange((state) => {
      this.say(state);
    });
    void format.probe(this.stopped.signal);
  }

  beforeApplicationShutdown(): void {
    this.stopped.abort();
  }

  private say(state: FormatState): void {
    if (this.stopped.signal.aborted) return;
    const { format, by, fault } = state;
    const line = { model: this.llm?.model, format, by, ...(fault !== undefined && { fault }) };
    if (fault === undefined) this.logger.info(line, `language model: ${inWords(state)}`);
    else this.logger.warn(line, `language model: ${inWords(state)}`);
  }
}

/** What an endpoint did is its own affair; a code says enough. */
function healthy(state: FormatState): Promise<void> {
  return state.fault === undefined ? Promise.resolve() : Promise.reject(new Unhealthy(inWords(state)));
}

function inWords({ format, by, fault }: FormatState): string {
  if (fault !== undefined) return `asked at the start without an answer (${fault}); questions try ${format}`;
  const why = { configured: 'as configured', assumed: 'not known yet', answered: 'which it takes' }[by];
  return `asked by ${format}, ${why}`;
}

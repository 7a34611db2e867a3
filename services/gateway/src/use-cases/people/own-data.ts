import { Inject, Injectable } from '@nestjs/common';
import {
  guestSubject,
  Me,
  ToldExport,
  type Consents,
  type ConsentInput,
  type ExportCursor,
  type ExportLine,
  type Language,
} from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { labelled } from '@openrounds/presentation';
import { SERVICES, type Services } from '../../ports/services';
import { askerOf, type TeachingRequest } from '../teaching-cases';
import { openPeople } from './open-people';
import { OwnTutorThreads } from './own-tutor-threads';

interface Page {
  readonly lines: readonly ExportLine[];
  readonly next: ExportCursor | null;
}

const FIRST: ExportCursor = { part: 0, after: null };

/** What is held of a learner: told, decided on, given out and erased as the learner wishes, or an administrator for them. */
@Injectable()
export class OwnData {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    private readonly sealer: Sealer,
    @Inject(OwnTutorThreads) private readonly threads: Pick<OwnTutorThreads, 'lines'>,
  ) {}

  /** @throws DomainError `not-found`, `learner-erased` */
  async read({ principal, meta }: TeachingRequest): Promise<Me> {
    const { sealed } = await this.services.ask('read-me.v1', { meta, by: askerOf(principal) });
    return openPeople(this.sealer, sealed, meta, Me);
  }

  /** @throws DomainError `not-found`, `learner-erased` */
  async consents(request: TeachingRequest): Promise<Consents> {
    const { consents } = await this.read(request);
    return { consents };
  }

  /** @throws DomainError `not-found`, `learner-erased` */
  async decide({ principal, meta }: TeachingRequest, given: ConsentInput[]): Promise<Consents> {
    const payload = { meta, by: askerOf(principal), consents: given };
    const { sealed } = await this.services.ask('record-consents.v1', payload);
    const { consents } = openPeople(this.sealer, sealed, meta, Me);
    return { consents };
  }

  /** @param of whom an administrator means @throws DomainError `not-found`, `learner-erased` */
  async erase({ principal, meta }: TeachingRequest, of?: string): Promise<void> {
    await this.services.ask('erase-me.v1', { meta, by: askerOf(principal), ...(of && { of }) });
  }

  /**
   * The first page is read before anything is told, so that a refusal is one.
   *
   * @param of whom an administrator means
   * @throws DomainError as {@link read}
   */
  async export(request: TeachingRequest, of?: string): Promise<AsyncIterable<string>> {
    const page = (from: ExportCursor): Promise<Page> => this.page(request, from, of);
    const first = await page(FIRST);
    const asked = (learner: string) => this.threads.lines(request, learner, of === undefined);
    return inText(linesFrom(first, page, asked), request.language);
  }

  private async page({ principal, meta }: TeachingRequest, from: ExportCursor, of?: string): Promise<Page> {
    const payload = { meta, by: askerOf(principal), from, ...(of && { of }) };
    const { sealed, next } = await this.services.ask('export-me.v1', payload);
    return { lines: openPeople(this.sealer, sealed, meta, ToldExport), next };
  }
}

/** What teaching holds, then what the gateway does. */
async function* linesFrom(
  first: Page,
  read: (from: ExportCursor) => Promise<Page>,
  askedBy: (learner: string) => AsyncIterable<ExportLine>,
): AsyncGenerator<ExportLine> {
  const [oneself] = first.lines;
  for (let page = first; ;) {
    yield* page.lines;
    if (page.next === null) break;
    page = await read(page.next);
  }
  if (oneself?.kind === 'learner') yield* askedBy(oneself.subject ?? guestSubject(oneself.id));
}

async function* inText(lines: AsyncIterable<ExportLine>, language: Language): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(labelled(line, language))}\n`;
}

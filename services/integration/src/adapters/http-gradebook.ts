import { Injectable } from '@nestjs/common';
import { type GradeCause } from '@openrounds/contracts';
import {
  GRADE_TYPE,
  holdsScore,
  LineItem,
  LineItems,
  newLineItem,
  Results,
  resultUrl,
  SCOPE,
  scoreBody,
  scoresUrl,
  searchUrl,
  type SentScore,
} from '@openrounds/lti';
import { type TryOutcome } from '../model/grade-progress';
import { TryFailed } from '../model/try-failed';
import { type Gradebook, type GradePlace } from '../ports/gradebook';
import { PlatformServices } from './platform-services';

/** Of a column that we make: what its assignment is called is sealed elsewhere. */
const LABEL = 'OpenRounds';

const needsAttention = (cause: GradeCause, status: number): TryFailed =>
  new TryFailed({ kind: 'needs-attention', cause, status });
const notWanted = (cause: GradeCause): TryFailed =>
  new TryFailed({ kind: 'not-wanted', cause, status: null });
const may = ({ grades }: GradePlace, scope: string): boolean => grades?.scopes.includes(scope) ?? false;

/** Brings scores into gradebooks over the way out. */
@Injectable()
export class HttpGradebook implements Gradebook {
  constructor(private readonly services: PlatformServices) {}

  async deliver(place: GradePlace, sent: SentScore, unsure: boolean): ReturnType<Gradebook['deliver']> {
    const named = place.grades?.lineItemUrl ?? null;
    let { columnUrl } = place;
    try {
      if (!may(place, SCOPE.score)) throw notWanted('no-gradebook');
      if (named === null) columnUrl ??= await this.column(place, sent);
      const outcome = await this.intoColumn(place, named ?? columnUrl ?? '', sent, unsure);
      return { outcome, columnUrl };
    } catch (error) {
      if (!(error instanceof TryFailed)) throw error;
      const isGone = error.outcome.cause === 'column-gone';
      return { outcome: error.outcome, columnUrl: isGone ? null : columnUrl };
    }
  }

  private async intoColumn(
    place: GradePlace,
    column: string,
    sent: SentScore,
    unsure: boolean,
  ): Promise<TryOutcome> {
    const held = unsure ? await this.holds(place, column, sent) : false;
    const delivered: TryOutcome = { kind: 'delivered', sentAgainUnread: unsure && held === null };
    if (held === true) return delivered;
    const { status } = await this.services.ask(place.platform, {
      purpose: 'lti-score',
      scope: SCOPE.score,
      canRead: may(place, SCOPE.result),
      url: scoresUrl(column),
      method: 'POST',
      headers: { 'content-type': GRADE_TYPE.score },
      body: scoreBody(sent),
    });
    if (status < 300) return delivered;
    if (status === 409) return this.outOfConflict(place, column, sent);
    throw await this.refusal(place, column, status);
  }

  /** The platform holds something at least as new: ours, where the answer to it was lost. */
  private async outOfConflict(place: GradePlace, column: string, sent: SentScore): Promise<TryOutcome> {
    if ((await this.holds(place, column, sent)) === true)
      return { kind: 'delivered', sentAgainUnread: false };
    throw needsAttention('newer-held', 409);
  }

  /** Whether the platform holds this score; null: it cannot be read. */
  private async holds(place: GradePlace, column: string, sent: SentScore): Promise<boolean | null> {
    if (!may(place, SCOPE.result)) return null;
    const { status, json } = await this.services.ask(place.platform, {
      purpose: 'lti-result',
      scope: SCOPE.result,
      url: resultUrl(column, sent.subject),
      headers: { accept: GRADE_TYPE.results },
    });
    const read = Results.safeParse(json);
    return status < 300 && read.success ? holdsScore(read.data, sent) : null;
  }

  /** What a refusal of a score means, where the status says too little. */
  private async refusal(place: GradePlace, column: string, status: number): Promise<TryFailed> {
    if (status === 404 || status === 410) {
      const isThere = may(place, SCOPE.lineItem) && (await this.isThere(place, column));
      return needsAttention(isThere ? 'not-enrolled' : 'column-gone', status);
    }
    return needsAttention(status === 403 || status === 422 ? 'not-gradable' : 'refused', status);
  }

  private async isThere({ platform }: GradePlace, url: string): Promise<boolean> {
    const headers = { accept: GRADE_TYPE.lineItem };
    const request = { purpose: 'lti-column', scope: SCOPE.lineItem, url, headers } as const;
    return (await this.services.ask(platform, request)).status < 300;
  }

  /** Found by link and resource, else made, where the platform lets us. */
  private async column(place: GradePlace, { maximum }: SentScore): Promise<string> {
    const url = place.grades?.lineItemsUrl ?? null;
    if (url === null || !may(place, SCOPE.lineItem)) throw notWanted('no-column');
    const { platform, resourceId, resourceLinkId } = place;
    const of = { purpose: 'lti-column', scope: SCOPE.lineItem } as const;
    const found = await this.services.ask(platform, {
      ...{ ...of, url: searchUrl(url, { resourceId, resourceLinkId }) },
      headers: { accept: GRADE_TYPE.lineItems },
    });
    const [known] = readAs(LineItems, found);
    if (known !== undefined) return known.id;
    const made = await this.services.ask(platform, {
      ...{ ...of, url, method: 'POST' },
      canRead: true,
      headers: { 'content-type': GRADE_TYPE.lineItem, accept: GRADE_TYPE.lineItem },
      body: JSON.stringify(newLineItem({ resourceId, resourceLinkId, label: LABEL, scoreMaximum: maximum })),
    });
    return readAs(LineItem, made).id;
  }
}

function readAs<T>(
  schema: { safeParse(json: unknown): { success: true; data: T } | { success: false } },
  { status, json }: { readonly status: number; readonly json: unknown },
): T {
  if (status === 403) throw needsAttention('scope-missing', status);
  if (status >= 300) throw needsAttention('refused', status);
  const read = schema.safeParse(json);
  if (!read.success) throw needsAttention('not-understood', status);
  return read.data;
}

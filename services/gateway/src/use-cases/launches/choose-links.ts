import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  MAX_PICKABLE,
  SEAL_PLACES,
  ToldPickable,
  type Language,
  type LtiChoiceAnswer,
  type LtiChoiceInput,
  type Pickable,
} from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { SERVICES, type Services } from '../../ports/services';
import { askerOf, type TeachingRequest } from '../teaching-cases';
import { Launches } from './launches';

type LinkableKind = 'assignment' | 'room';

/** Tells a platform what a launched teacher chose to link to: assignments and rooms that they lead and that are not over. */
@Injectable()
export class ChooseLinks {
  constructor(
    private readonly launches: Launches,
    @Inject(SERVICES) private readonly services: Services,
    private readonly sealer: Sealer,
  ) {}

  /** @throws DomainError `not-found`, `invalid-request` naming what cannot be linked to, `knowledge-unavailable` */
  async execute(
    request: TeachingRequest,
    { launchId, assignmentIds, roomIds }: LtiChoiceInput,
  ): Promise<LtiChoiceAnswer> {
    this.launches.requireAddress();
    const { meta, principal, language } = request;
    const chosen = [
      ...(await this.found(request, 'assignment', assignmentIds)),
      ...(await this.found(request, 'room', roomIds)),
    ].map(({ id, title, maximum: scoreMaximum, opensAt, closesAt }) => ({
      ...{ resourceId: id, title: titleIn(title, language), scoreMaximum, opensAt, closesAt },
    }));
    return this.launches.answerChoice(meta, { launchId, subject: principal.subject, chosen });
  }

  private async found(
    request: TeachingRequest,
    kind: LinkableKind,
    ids: readonly string[],
  ): Promise<Pickable[]> {
    if (ids.length === 0) return [];
    const pickable = await this.pickable(request, kind);
    return ids.map((id, position) => {
      const found = pickable.get(id);
      if (found === undefined) throw notPickable(kind, position);
      return found;
    });
  }

  private async pickable(
    request: TeachingRequest,
    kind: LinkableKind,
  ): Promise<ReadonlyMap<string, Pickable>> {
    const { meta, principal } = request;
    const found = new Map<string, Pickable>();
    for (let from = 0, more = true; more; from += MAX_PICKABLE) {
      const wanted = { meta, by: askerOf(principal), kind, limit: MAX_PICKABLE, from };
      const page = await this.services.ask('pickable-content.v1', wanted);
      const place = SEAL_PLACES.shownAssignments(meta.tenantId, meta.requestId);
      for (const each of this.sealer.open(page.sealed, place, ToldPickable)) found.set(each.id, each);
      more = page.more;
    }
    return found;
  }
}

/** In the language of the request where there is a title in it, else in the other. */
const titleIn = ({ en, zh }: Pickable['title'], language: Language): string =>
  (language === 'zh' ? (zh ?? en) : (en ?? zh)) ?? '';

const notPickable = (kind: LinkableKind, position: number): DomainError =>
  new DomainError('invalid-request', undefined, [
    {
      pointer: `/${kind}Ids/${String(position)}`,
      code: 'custom',
      message: `You lead no ${kind} of this id that is not over`,
    },
  ]);

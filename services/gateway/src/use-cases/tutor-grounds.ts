import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type CodedPassage,
  type JobMeta,
  type Language,
  type NarrationEvidence,
  type Principal,
  type TutorSubject,
  type Versions,
} from '@openrounds/contracts';
import { guidelineTopic } from '@openrounds/guidelines';
import { narrationEvidence, presentRanking, TO_ANSWER } from '@openrounds/presentation';
import { unpackAnswer } from '@openrounds/run-flow';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../ports/knowledge-library';
import { SERVICES, type Services } from '../ports/services';
import { ReadRun } from './read-run';
import { FindRoom } from './rooms/find-room';
import { askerOf } from './teaching-cases';

/** Who asks, by which request. */
export interface TutorRequest {
  readonly principal: Principal;
  readonly meta: JobMeta;
}

/** What a thread is about, as far as somebody may ask about it. */
export interface TutorGround {
  readonly versions: Versions;
  /** Of a run: its case. */
  readonly caseId: string | null;
  /** Of anything else: ids of what a thread is erased with. */
  readonly goesWith: readonly string[];
  /** Whether the tutor leads by questions, where that is the teacher's to say. */
  readonly socratic: boolean | null;
  /** What answers may rest on. @throws DomainError `run-not-ready`, `dependency-unavailable` while the list is not there */
  readonly lines: (language: Language) => Promise<readonly NarrationEvidence[]>;
}

const PASSAGES = 8;

/** Which list a thread is about: a run's, which the gateway holds, or one that teaching says may be asked about. */
@Injectable()
export class TutorGrounds {
  constructor(
    @Inject(ReadRun) private readonly runs: Pick<ReadRun, 'find' | 'present'>,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'bundleFor'>,
    @Inject(FindRoom) private readonly rooms: Pick<FindRoom, 'ledBy'>,
  ) {}

  /** @throws DomainError `not-found`, `case-erased`, and what teaching refuses with */
  of(request: TutorRequest, about: TutorSubject): Promise<TutorGround> {
    return about.kind === 'run'
      ? this.ofRun(request, about.id)
      : this.ofTeaching(request, about.kind, about.id);
  }

  /** A room by its address. @throws DomainError `not-found`, `forbidden` */
  async room({ principal, meta }: TutorRequest, address: string): Promise<TutorSubject> {
    return { kind: 'room', id: (await this.rooms.ledBy(principal, address, meta)).roomId };
  }

  private async ofRun({ principal }: TutorRequest, runId: string): Promise<TutorGround> {
    const run = await this.runs.find(principal, runId);
    const lines = (language: Language) => {
      if (run.answer === null) return Promise.reject(new DomainError('run-not-ready'));
      return Promise.resolve(narrationEvidence(this.runs.present(run, language), language, TO_ANSWER));
    };
    return { versions: run.versions, caseId: run.caseId, goesWith: [], socratic: null, lines };
  }

  private async ofTeaching(
    request: TutorRequest,
    kind: 'attempt' | 'room',
    id: string,
  ): Promise<TutorGround> {
    const { principal, meta } = request;
    const payload = { meta, by: askerOf(principal), about: { kind, id } };
    const { versions, goesWith, mode } = await this.services.ask('ground-tutor.v1', {
      ...payload,
      withList: false,
    });
    const lines = async (language: Language) => {
      const { packed } = await this.services.ask('ground-tutor.v1', { ...payload, withList: true });
      const answer = unpackAnswer(Buffer.from(packed ?? '', 'base64'));
      const guidelines = await this.passages(meta, versions, guidelineTopic(answer).diseaseIds, language);
      const told = presentRanking({ answer, guidelines }, this.knowledge.bundleFor(versions), language);
      return narrationEvidence(told, language, TO_ANSWER);
    };
    return { versions, caseId: null, goesWith, socratic: mode === 'socratic', lines };
  }

  /** None while nobody can look them up: an answer then rests on the list alone. */
  private async passages(
    meta: JobMeta,
    { knowledge }: Versions,
    diseaseIds: string[],
    language: Language,
  ): Promise<readonly CodedPassage[]> {
    const wanted = { meta, knowledge, diseaseIds, language, region: null, limit: PASSAGES };
    try {
      return (await this.services.ask('search-guidelines.v1', wanted)).passages;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'dependency-unavailable') return [];
      throw error;
    }
  }
}

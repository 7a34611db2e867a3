import { Inject, Injectable } from '@nestjs/common';
import { writeQuestions, type Files } from '@openrounds/assessment-formats';
import {
  DomainError,
  MAX_QUESTION_CASES,
  type CodedForecast,
  type ExportQuestionsQuery,
  type QuestionKind,
  type QuestionLosses,
} from '@openrounds/contracts';
import {
  asksTheEngine,
  lossesText,
  presentLosses,
  questionsOfCase,
  type CodedLosses,
  type QuestionCase,
} from '@openrounds/presentation';
import { strToU8, zipSync } from 'fflate';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../ports/knowledge-library';
import { SERVICES, type Services } from '../ports/services';
import { ReadLibrary } from './read-library';
import { askerOf, TeachingCases, type TeachingRequest } from './teaching-cases';

type Wanted = Omit<ExportQuestionsQuery, 'lang'>;

/** Cases that are asked for at the same time. */
const AT_ONCE = 4;
/** Cards of one page of the library. */
const PAGE = 100;
const RETRY_AFTER_SECONDS = 2;
/** The same questions give the same bytes: the earliest time that a ZIP file can tell. */
const FILE_TIME = new Date(1980, 0, 1);

/** Questions of cases, for a learning management system, with what its format loses. */
@Injectable()
export class ExportQuestions {
  constructor(
    @Inject(TeachingCases) private readonly cases: Pick<TeachingCases, 'ask'>,
    @Inject(ReadLibrary) private readonly library: Pick<ReadLibrary, 'cards'>,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'current' | 'versions'>,
  ) {}

  /**
   * What would be lost, and nothing else.
   *
   * @throws DomainError `not-found`, `case-erased`, `invalid-request` for too many cases, `dependency-unavailable` while the engine's answers
   *   are not there yet
   */
  async losses(request: TeachingRequest, wanted: Wanted): Promise<QuestionLosses> {
    return presentLosses((await this.written(request, wanted)).coded, request.language);
  }

  /**
   * The questions and what was lost as a ZIP file.
   *
   * @throws DomainError as `losses`
   */
  async zip(request: TeachingRequest, wanted: Wanted): Promise<Uint8Array> {
    const { files, coded } = await this.written(request, wanted);
    const losses = JSON.stringify(presentLosses(coded, request.language), null, 2);
    return zipSync(bytesOf({ ...files, 'losses.json': losses, 'losses.txt': lossesText(coded) }), {
      mtime: FILE_TIME,
    });
  }

  private async written(
    request: TeachingRequest,
    wanted: Wanted,
  ): Promise<{ readonly files: Files; readonly coded: CodedLosses }> {
    const { bundle } = this.knowledge.current();
    const cases = await this.casesOf(request, await this.idsOf(request, wanted), wanted);
    const made = cases.map((each) => questionsOfCase(each, wanted.kinds, bundle));
    const items = made.flatMap((each) => each.items);
    const { files, written, losses } = writeQuestions(items, wanted.format, request.language);
    const unmade = made.flatMap((each) => each.unmade.map((one) => ({ ...one, leftOut: true })));
    return {
      files,
      coded: {
        format: wanted.format,
        cases: cases.length,
        questions: items.length,
        written,
        losses: [...losses, ...unmade],
      },
    };
  }

  private async idsOf(request: TeachingRequest, { set, problem }: Wanted): Promise<readonly string[]> {
    if (set !== 'library') return [...new Set(set.split(','))];
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.library.cards(request, { limit: PAGE, cursor, problem });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined && ids.length <= MAX_QUESTION_CASES);
    if (ids.length > MAX_QUESTION_CASES) throw tooMany();
    return ids;
  }

  /** All cases are asked for before one of them is said to be missing: the next try finds them there. */
  private async casesOf(
    request: TeachingRequest,
    ids: readonly string[],
    { kinds }: Wanted,
  ): Promise<readonly QuestionCase[]> {
    const found: (QuestionCase | 'asked')[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE).map((id) => this.caseOf(request, id, kinds));
      found.push(...(await Promise.all(some)));
    }
    const cases = found.filter((each) => each !== 'asked');
    if (cases.length === found.length) return cases;
    throw new DomainError(
      'dependency-unavailable',
      `The engine has been asked about ${String(found.length - cases.length)} case(s)`,
      [],
      RETRY_AFTER_SECONDS,
    );
  }

  private async caseOf(
    request: TeachingRequest,
    id: string,
    kinds: readonly QuestionKind[],
  ): Promise<QuestionCase | 'asked'> {
    const told = await this.cases.ask(request, id);
    if (!asksTheEngine(told.body, kinds)) return { told, forecast: null };
    const forecast = await this.forecastOf(request, id, told.version);
    return forecast === 'asked' ? forecast : { told, forecast };
  }

  /** What the engine would say of a case; null where it does not rank such a patient. */
  private async forecastOf(
    { principal, meta }: TeachingRequest,
    caseId: string,
    version: number,
  ): Promise<CodedForecast | 'asked' | null> {
    const by = askerOf(principal);
    const versions = this.knowledge.versions();
    try {
      return await this.services.ask('forecast-case.v1', { meta, by, caseId, version, versions });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'case-not-understood') return null;
      if (error.code === 'dependency-unavailable') return 'asked';
      throw error;
    }
  }
}

const tooMany = (): DomainError =>
  new DomainError('invalid-request', undefined, [
    {
      pointer: '/set',
      code: 'too-many',
      message: `The library has more than ${String(MAX_QUESTION_CASES)} such cases: name a problem, or cases by their ids`,
    },
  ]);

const bytesOf = (files: Files): Record<string, Uint8Array> =>
  Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? strToU8(content) : content,
    ]),
  );

import { AssignmentsApi } from './assignments';
import { everyPage } from './every-page';
import { EhrApi } from './ehr';
import { GuidelinesApi } from './guidelines';
import { ApiError, type HttpClient, type SpareToken, dataOf, doneOf } from './http';
import { LearningPlatformsApi } from './learning-platforms';
import { LearningRecordsApi } from './learning-records';
import { forgetLaunch, recallLaunch, rememberLaunch } from './launch-session';
import { TeachingApi } from './teaching';
import { TutorApi } from './tutor';
import { VoiceApi } from './voice';
import type { PassageSearch } from '../passages/passage-search';
import type {
  Case,
  Comparison,
  Counterfactual,
  CorrectionInput,
  CreateRun,
  ImportedCase,
  ImportFormat,
  KnowledgeInfo,
  SourceAttributes,
  Language,
  LaunchSession,
  LtiChoice,
  LtiChoiceAnswer,
  Meta,
  Named,
  LanguageModelSettings,
  Narration,
  PassageAnswer,
  PassagePage,
  Patient,
  Run,
  Session,
  Stages,
  Understood,
  VocabularyFinding,
  WhatIfAnswer,
  WhatIfInput,
} from './types';

/** The operations of the public contract that the console uses. */
export class OpenRoundsApi {
  /** Teaching cases: the library, and what teachers write. */
  readonly teaching: TeachingApi;

  /** Cases that learners take alone. */
  readonly assignments: AssignmentsApi;

  /** Training EHRs of the institution. */
  readonly ehr: EhrApi;

  /** Learning platforms of the institution. */
  readonly platforms: LearningPlatformsApi;

  /** Record stores of the institution, and courses by cmi5. */
  readonly records: LearningRecordsApi;

  /** Guideline documents of the institution. */
  readonly guidelines: GuidelinesApi;

  /** Questions to the tutor. */
  readonly tutor: TutorApi;
  /** The patient's voice, and drafts of questions. */
  readonly voice: VoiceApi;

  constructor(private readonly http: HttpClient) {
    this.teaching = new TeachingApi(http);
    this.assignments = new AssignmentsApi(http);
    this.ehr = new EhrApi(http);
    this.platforms = new LearningPlatformsApi(http);
    this.records = new LearningRecordsApi(http);
    this.guidelines = new GuidelinesApi(http);
    this.tutor = new TutorApi(http);
    this.voice = new VoiceApi(http);
  }

  /** The open session, or null when there is none. */
  async session(): Promise<Session | null> {
    try {
      return this.adopt(await dataOf(this.http.calls.GET('/v1/session')));
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  }

  /** Signs in with the start-up code, which is good once. */
  async signIn(code: string): Promise<Session> {
    return this.adopt(await dataOf(this.http.calls.POST('/v1/session', { body: { code } })));
  }

  /** Signs in with an API key, which is sent once and never kept. */
  async signInWithKey(key: string): Promise<Session> {
    const headers = { authorization: `Bearer ${key}` };
    return this.adopt(await dataOf(this.http.calls.POST('/v1/session', { body: {}, headers })));
  }

  /** Ends the session, if it had not ended; that of a launch is forgotten by this tab. */
  async signOut(): Promise<void> {
    if (recallLaunch() !== null) {
      forgetLaunch();
      return;
    }
    try {
      await doneOf(this.http.calls.DELETE('/v1/session'));
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 401)) throw error;
    }
  }

  preview(
    narrative: string,
    narrativeLanguage: Language,
    patient: Patient,
    language: Language,
    signal: AbortSignal,
  ): Promise<Understood> {
    return dataOf(
      this.http.calls.POST('/v1/intake/preview', {
        body: { narrative, language: narrativeLanguage, patient },
        headers: { 'accept-language': language },
        signal,
      }),
    );
  }

  createRun(body: CreateRun, idempotencyKey: string, language: Language): Promise<Run> {
    return dataOf(
      this.http.calls.POST('/v1/runs', {
        body,
        params: { header: { 'Idempotency-Key': idempotencyKey } },
        headers: { 'accept-language': language },
      }),
    );
  }

  /** Stores a coded case from a file; what could not be used of it stands in `rejected`. */
  importCase(
    text: string,
    { format, type }: { format: ImportFormat; type: string },
    idempotencyKey: string,
    language: Language,
  ): Promise<ImportedCase> {
    return dataOf(
      this.http.calls.POST('/v1/import/{format}', {
        // The file goes out as it is; the contract's type is that of its parsed form.
        body: text as never,
        bodySerializer: (body: unknown) => String(body),
        params: { path: { format }, header: { 'Idempotency-Key': idempotencyKey } },
        headers: { 'accept-language': language, 'content-type': type },
      }),
    );
  }

  run(id: string, language: Language, signal: AbortSignal): Promise<Run> {
    const headers = { 'accept-language': language };
    return dataOf(this.http.calls.GET('/v1/runs/{id}', { params: { path: { id } }, headers, signal }));
  }

  /** The run in sentences of the language model; waits for them as long as the product lets a request wait. */
  narrate(
    id: string,
    audience: Narration['audience'],
    idempotencyKey: string,
    language: Language,
  ): Promise<Narration> {
    return dataOf(
      this.http.calls.POST('/v1/runs/{id}/narrations', {
        body: { audience, language },
        params: { path: { id }, header: { 'Idempotency-Key': idempotencyKey, Prefer: 'wait=30' } },
        headers: { 'accept-language': language },
      }),
    );
  }

  /** What the service says of itself. */
  meta(signal: AbortSignal): Promise<Meta> {
    return dataOf(this.http.calls.GET('/v1/meta', { params: {}, signal }));
  }

  /** What the institution lets the language model have: for its administrators. */
  languageModelSettings(signal: AbortSignal): Promise<LanguageModelSettings> {
    return dataOf(this.http.calls.GET('/v1/settings/language-model', { signal }));
  }

  changeLanguageModelSettings(body: LanguageModelSettings): Promise<LanguageModelSettings> {
    return dataOf(this.http.calls.PATCH('/v1/settings/language-model', { body }));
  }

  /** Two diseases of a run head to head; `a` and `b` are disease ids. */
  compare(
    id: string,
    [a, b]: readonly [string, string],
    lang: Language,
    signal: AbortSignal,
  ): Promise<Comparison> {
    const params = { path: { id }, query: { diseases: `${a},${b}`, lang } };
    return dataOf(this.http.calls.GET('/v1/runs/{id}/compare', { params, signal }));
  }

  /** The smallest change of the case that puts another disease first. */
  counterfactual(id: string, lang: Language, signal: AbortSignal): Promise<Counterfactual> {
    const params = { path: { id }, query: { lang } };
    return dataOf(this.http.calls.GET('/v1/runs/{id}/counterfactual', { params, signal }));
  }

  /** The list after the history, after the examination and so on. */
  stages(id: string, lang: Language, signal: AbortSignal): Promise<Stages> {
    const params = { path: { id }, query: { lang } };
    return dataOf(this.http.calls.GET('/v1/runs/{id}/stages', { params, signal }));
  }

  /** A case in the version asked for, or in its newest. */
  case(id: string, version: number | null, language: Language, signal?: AbortSignal): Promise<Case> {
    const params = { path: { id }, ...(version !== null && { query: { version } }) };
    const headers = { 'accept-language': language };
    return dataOf(
      this.http.calls.GET('/v1/cases/{id}', { params, headers, ...(signal !== undefined && { signal }) }),
    );
  }

  /** Keeps corrections with a case: its next version. `version` is the one that was corrected. */
  correctCase(
    { id, version }: { id: string; version: number },
    corrections: CorrectionInput[],
    idempotencyKey: string,
    language: Language,
  ): Promise<Case> {
    return dataOf(
      this.http.calls.POST('/v1/cases/{id}/versions', {
        body: { corrections },
        params: {
          path: { id },
          header: { 'If-Match': `"${String(version)}"`, 'Idempotency-Key': idempotencyKey },
        },
        headers: { 'accept-language': language },
      }),
    );
  }

  /** The list if some findings were otherwise; nothing is stored. */
  whatIf(id: string, body: WhatIfInput, lang: Language, signal: AbortSignal): Promise<WhatIfAnswer> {
    const params = { path: { id }, query: { lang } };
    return dataOf(this.http.calls.POST('/v1/runs/{id}/what-if', { params, body, signal }));
  }

  async searchFindings(text: string, lang: Language, signal: AbortSignal): Promise<VocabularyFinding[]> {
    const params = { query: { q: text, lang } };
    return (await dataOf(this.http.calls.GET('/v1/findings', { params, signal }))).items;
  }

  /** All findings: a few pages, fetched once, so that any id can be shown by its name. */
  async vocabulary(lang: Language, signal: AbortSignal): Promise<Map<string, VocabularyFinding>> {
    const findings = await everyPage<VocabularyFinding>((page) =>
      dataOf(this.http.calls.GET('/v1/findings', { params: { query: { lang, ...page } }, signal })),
    );
    return new Map(findings.map((finding) => [finding.id, finding]));
  }

  /** All presenting problems by name. */
  presentingProblems(lang: Language, signal: AbortSignal): Promise<Named[]> {
    return everyPage<Named>((page) =>
      dataOf(
        this.http.calls.GET('/v1/presenting-problems', { params: { query: { lang, ...page } }, signal }),
      ),
    );
  }

  /** All diseases by name. */
  diseases(lang: Language, signal: AbortSignal): Promise<Named[]> {
    return everyPage<Named>((page) =>
      dataOf(this.http.calls.GET('/v1/diseases', { params: { query: { lang, ...page } }, signal })),
    );
  }

  /** All tests that can be suggested, by name. */
  tests(lang: Language, signal: AbortSignal): Promise<Named[]> {
    return everyPage<Named>((page) =>
      dataOf(this.http.calls.GET('/v1/tests', { params: { query: { lang, ...page } }, signal })),
    );
  }

  /** Guideline passages by words; an empty filter is none. */
  passages(
    { q, inRegion, since, documentLanguage, population }: PassageSearch,
    lang: Language,
    signal: AbortSignal,
  ): Promise<PassageAnswer> {
    const query = {
      ...{ q, lang, limit: 20 },
      ...(inRegion !== '' && { inRegion }),
      // What is no number is refused by the server, which names the field.
      ...(since !== '' && { since: Number(since) }),
      ...(documentLanguage !== '' && { documentLanguage }),
      ...(population !== '' && { population }),
    };
    return dataOf(this.http.calls.GET('/v1/guidelines/search', { params: { query }, signal }));
  }

  /** A guideline passage with its document and its neighbours there. */
  passage(id: string, lang: Language, signal: AbortSignal): Promise<PassagePage> {
    return dataOf(
      this.http.calls.GET('/v1/guidelines/passages/{id}', {
        params: { path: { id }, query: { lang } },
        signal,
      }),
    );
  }

  /** Version, counts and calibration of the knowledge base. */
  knowledge(lang: Language, signal: AbortSignal): Promise<KnowledgeInfo> {
    return dataOf(this.http.calls.GET('/v1/knowledge', { params: { query: { lang } }, signal }));
  }

  /** What the ranking rests on, attribute by attribute. */
  sourceAttributes(lang: Language, signal: AbortSignal): Promise<SourceAttributes> {
    return dataOf(
      this.http.calls.GET('/v1/knowledge/source-attributes', { params: { query: { lang } }, signal }),
    );
  }

  /** Changes the ticket of a launch for a session of this tab. */
  async launch(ticket: string): Promise<LaunchSession> {
    this.http.useBearer(null);
    const session = await dataOf(this.http.calls.POST('/v1/session/launch', { body: { ticket } }));
    rememberLaunch(session);
    return session;
  }

  /** What a choice of links ends in: once. */
  chooseLinks(body: LtiChoice, language: Language): Promise<LtiChoiceAnswer> {
    const headers = { 'accept-language': language };
    return dataOf(this.http.calls.POST('/v1/lti/choices', { body, headers }));
  }

  /** The session of a launch in this tab, if there is one. */
  launched(): Session | null {
    const session = recallLaunch();
    if (session === null) this.http.useBearer(null);
    else this.http.useBearer(session.token, spareOf(session));
    return session && { ...session, csrfToken: '' };
  }

  private adopt(session: Session): Session {
    this.http.useSession(session.csrfToken);
    return session;
  }
}

/** An answer that was written offline arrives when the session has ended. */
const spareOf = ({ place }: LaunchSession): SpareToken | null =>
  place.kind === 'attempt' && place.token !== undefined
    ? { path: `/v1/attempts/${place.attemptId}`, token: place.token }
    : null;

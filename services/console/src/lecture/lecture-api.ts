import type { components } from '../../../../openapi/client/schema';
import { everyPage } from '../api/every-page';
import { ApiError, dataOf, type HttpClient } from '../api/http';
import { newIdempotencyKey } from '../api/use-idempotency-key';
import type {
  Comment,
  CommentList,
  NamedDisease,
  Room,
  RoomResults,
  RoomStage,
  TeacherRoomState,
} from '../room/types';
import type { RoomAct } from './acts';

type Schemas = components['schemas'];
export type Class = Schemas['Class'];
export type NewRoom = Schemas['CreateRoomInput'];
export type FeedbackDraft = Schemas['FeedbackDraft'];
export type NewFeedbackDraft = Schemas['CreateFeedbackDraftInput'];
export type ReleasedCriterion = Schemas['ReleaseFeedbackInput']['criteria'][number];
export type Participant = Schemas['RoomParticipant'];
type Language = 'en' | 'zh';

/** The operations of rooms that a teacher uses. */
export class LectureApi {
  constructor(private readonly http: HttpClient) {}

  /** One's own rooms, newest first. */
  rooms(lang: Language, signal: AbortSignal): Promise<Room[]> {
    return everyPage<Room>((page) =>
      dataOf(this.http.calls.GET('/v1/rooms', { params: { query: { lang, ...page } }, signal })),
    );
  }

  /** The classes that one teaches, newest first, archived ones too. */
  async classes(signal: AbortSignal): Promise<Class[]> {
    const all = await everyPage<Class>((page) =>
      dataOf(this.http.calls.GET('/v1/classes', { params: { query: page }, signal })),
    );
    return all.filter(({ as }) => as !== 'member');
  }

  create(body: NewRoom, key: string, lang: Language): Promise<Room> {
    return dataOf(
      this.http.calls.POST('/v1/rooms', {
        body,
        params: { query: { lang }, header: { 'Idempotency-Key': key } },
      }),
    );
  }

  /** The state of a room that one leads. @throws ApiError, also where somebody else leads it */
  async state(code: string, lang: Language): Promise<TeacherRoomState> {
    const room = await dataOf(
      this.http.calls.GET('/v1/rooms/{code}', { params: { path: { code }, query: { lang } } }),
    );
    if (!('control' in room)) throw new ApiError('problem', { type: '', title: '', status: 404 });
    return room;
  }

  stage(code: string, number: number, lang: Language, signal: AbortSignal): Promise<RoomStage> {
    const params = { path: { code, number }, query: { lang } };
    return dataOf(this.http.calls.GET('/v1/rooms/{code}/stages/{number}', { params, signal }));
  }

  results(code: string, lang: Language, signal: AbortSignal): Promise<RoomResults> {
    const params = { path: { code }, query: { lang } };
    return dataOf(this.http.calls.GET('/v1/rooms/{code}/results', { params, signal }));
  }

  /** The drafts of feedback of a room, newest first. */
  async feedbackDrafts(code: string, lang: Language, signal: AbortSignal): Promise<FeedbackDraft[]> {
    const params = { path: { code }, query: { lang } };
    const told = await dataOf(this.http.calls.GET('/v1/rooms/{code}/feedback-drafts', { params, signal }));
    return told.items;
  }

  draftFeedback(code: string, body: NewFeedbackDraft, key: string): Promise<FeedbackDraft> {
    const params = { path: { code }, query: { lang: body.language }, header: { 'Idempotency-Key': key } };
    return dataOf(this.http.calls.POST('/v1/rooms/{code}/feedback-drafts', { params, body }));
  }

  releaseFeedback(
    code: string,
    draftId: string,
    criteria: ReleasedCriterion[],
    lang: Language,
  ): Promise<FeedbackDraft> {
    const params = { path: { code, draftId }, query: { lang } };
    const body = { criteria };
    return dataOf(
      this.http.calls.POST('/v1/rooms/{code}/feedback-drafts/{draftId}/release', { params, body }),
    );
  }

  /** Everybody who sits in the room, by number. */
  participants(code: string, lang: Language, signal: AbortSignal): Promise<Participant[]> {
    return everyPage<Participant>((page) =>
      dataOf(
        this.http.calls.GET('/v1/rooms/{code}/participants', {
          params: { path: { code }, query: { ...page } },
          headers: { 'accept-language': lang },
          signal,
        }),
      ),
    );
  }

  vocabulary(code: string, lang: Language, signal: AbortSignal): Promise<NamedDisease[]> {
    const params = { path: { code }, query: { lang } };
    return dataOf(
      this.http.calls.GET('/v1/rooms/{code}/vocabulary', { params, signal }),
    ) as Promise<unknown> as Promise<NamedDisease[]>;
  }

  /** What was said, the newest first. */
  comments(code: string, signal: AbortSignal, cursor?: string): Promise<CommentList> {
    const query = cursor === undefined ? {} : { cursor };
    return dataOf(
      this.http.calls.GET('/v1/rooms/{code}/comments', { params: { path: { code }, query }, signal }),
    );
  }

  say(code: string, text: string, key: string): Promise<Comment> {
    const params = { path: { code }, header: { 'Idempotency-Key': key } };
    return dataOf(this.http.calls.POST('/v1/rooms/{code}/comments', { params, body: { text } }));
  }

  /** One press; the key makes it one act however often it is sent. */
  async act(code: string, act: RoomAct, lang: Language): Promise<TeacherRoomState> {
    const header = { 'Idempotency-Key': newIdempotencyKey() };
    const params = { path: { code }, query: { lang }, header };
    const { calls } = this.http;
    switch (act.type) {
      case 'open': {
        const { type: _, ...body } = act;
        return dataOf(calls.POST('/v1/rooms/{code}/open', { params, body }));
      }
      case 'close':
        return dataOf(calls.POST('/v1/rooms/{code}/close', { params, body: { roundId: act.roundId } }));
      case 'reset':
        return dataOf(calls.POST('/v1/rooms/{code}/reset', { params, body: { roundId: act.roundId } }));
      case 'extend': {
        const { type: _, ...body } = act;
        return dataOf(calls.POST('/v1/rooms/{code}/extend', { params, body }));
      }
      case 'reveal': {
        const { type: _, layers, ...rest } = act;
        return dataOf(
          calls.POST('/v1/rooms/{code}/reveal', { params, body: { ...rest, layers: [...layers] } }),
        );
      }
      case 'count-late': {
        const { type: _, ...body } = act;
        return dataOf(calls.POST('/v1/rooms/{code}/count-late', { params, body }));
      }
      case 'add-round':
        return dataOf(calls.POST('/v1/rooms/{code}/rounds', { params, body: act.round }));
      case 'stage':
        return dataOf(calls.POST('/v1/rooms/{code}/stage', { params, body: { stageNo: act.stageNo } }));
      case 'lock':
        return dataOf(calls.POST('/v1/rooms/{code}/lock', { params, body: { locked: act.locked } }));
      case 'words': {
        const { type: _, ...body } = act;
        return dataOf(calls.POST('/v1/rooms/{code}/words', { params, body }));
      }
      case 'remove': {
        const path = { code, number: act.number };
        const given = { params: { ...params, path }, body: {} };
        return dataOf(calls.POST('/v1/rooms/{code}/participants/{number}/remove', given));
      }
      case 'pen': {
        const given = { params: { path: { code } }, body: { number: act.number } };
        await dataOf(calls.POST('/v1/rooms/{code}/pen', given));
        return this.state(code, lang);
      }
      case 'hide-comment': {
        const path = { code, number: act.number };
        const given = { params: { ...params, path }, body: { hidden: act.hidden } };
        return dataOf(calls.POST('/v1/rooms/{code}/comments/{number}/hide', given));
      }
      case 'show-answer':
        return dataOf(calls.POST('/v1/rooms/{code}/show-answer', { params, body: { shown: act.shown } }));
      case 'end':
        return dataOf(calls.POST('/v1/rooms/{code}/end', { params, body: {} }));
    }
  }
}

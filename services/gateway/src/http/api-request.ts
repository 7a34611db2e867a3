import { type Language, type Principal } from '@openrounds/contracts';
import '@fastify/cookie';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Seat } from '../model/seat';

/** A request as the gateway's hooks leave it for the handlers. */
export interface ApiRequest extends FastifyRequest {
  principal?: Principal;
  /** Of the browser session that let the request in. */
  sessionToken?: string;
  /** Of somebody who sits in the room that is asked for. */
  seat?: Seat;
  /** The language of names and sentences that the request asks for, if any. */
  chosenLanguage?: Language | undefined;
  /** The same, or English. */
  language: Language;
  traceparent: string;
  /** Came over the network of a class, for more than phones may have. */
  teachersOnly?: true;
  /** Was let in: who asks is known, and was counted. */
  isAdmitted?: true;
  /** Size of the body as it is announced, or came; of a large one that is not announced, as large as it may become. */
  bodyBytes?: number;
  /** The body counted for whoever sent it. */
  isWeighed?: true;
}
export type ApiReply = FastifyReply;

/** The media type of the body without its parameters, where one is named. */
export const mediaTypeOf = ({ headers }: Pick<ApiRequest, 'headers'>): string | undefined =>
  headers['content-type']?.split(';')[0]?.trim().toLowerCase();

import {
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import {
  OPERATIONS,
  type Lazily,
  type Operation,
  type OperationId,
  type Principal,
} from '@openrounds/contracts';
import { type z } from 'zod';
import { type Seat } from '../model/seat';
import { parseRequest } from './parse-request';
import { mediaTypeOf, type ApiRequest } from './api-request';

export const OPERATION = 'operation';

const METHODS = {
  get: RequestMethod.GET,
  post: RequestMethod.POST,
  patch: RequestMethod.PATCH,
  delete: RequestMethod.DELETE,
} as const;

/** The path as the router has it. A verb behind an id (`{id}:publish`) is no part of it: the id is told as the hexadecimal that it is. */
export const routeOf = ({ path, restOfPath }: Operation): string =>
  path
    .replace(`{${String(restOfPath)}}`, '*')
    .replace(/\{(\w+)\}:(\w+)/, ':$1(^[0-9a-f-]+)::$2')
    .replace(/\{(\w+)\}/g, ':$1');

/** Binds a handler to an operation of the contract: path, method, success status, roles and checks come from there. */
export const Operate = (id: OperationId): MethodDecorator => {
  const operation: Operation = OPERATIONS[id];
  const status = Number(Object.keys(operation.success)[0]);
  return applyDecorators(
    RequestMapping({ path: routeOf(operation), method: METHODS[operation.method] }),
    HttpCode(status),
    SetMetadata(OPERATION, id),
  );
};

type Output<Id extends OperationId, Part extends 'params' | 'query' | 'body'> =
  (typeof OPERATIONS)[Id] extends Record<Part, Lazily<infer Schema extends z.ZodType>>
    ? z.output<Schema>
    : undefined;

type OtherBody<Id extends OperationId> = (typeof OPERATIONS)[Id] extends {
  otherBodies: Readonly<Record<string, Lazily<infer Schema extends z.ZodType>>>;
}
  ? z.output<Schema>
  : never;

/** What an operation was asked, checked against its schemas. */
export interface OperationInput<Id extends OperationId> {
  readonly params: Output<Id, 'params'>;
  readonly query: Output<Id, 'query'>;
  readonly body: Output<Id, 'body'> | OtherBody<Id>;
}

/** The router calls the rest of a path `*`. */
function paramsOf({ restOfPath }: Operation, params: unknown): unknown {
  if (restOfPath === undefined) return params;
  const { '*': rest, ...others } = params as Readonly<Record<string, string>>;
  return { ...others, [restOfPath]: rest };
}

/** The checked input of the handler's operation; a 422 names every field that is wrong. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const id = Reflect.getMetadata(OPERATION, context.getHandler()) as OperationId;
  const request = context.switchToHttp().getRequest<ApiRequest>();
  const { query, body } = request;
  return parseRequest(OPERATIONS[id], {
    params: paramsOf(OPERATIONS[id], request.params),
    query,
    body,
    mediaType: mediaTypeOf(request),
  });
});

/** Who asks; the guard has made sure that someone does. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal | undefined => {
  return context.switchToHttp().getRequest<ApiRequest>().principal;
});

/** Who sits in the room that is asked for; the guard has made sure that it is this one. */
export const Sitting = createParamDecorator((_: unknown, context: ExecutionContext): Seat | undefined => {
  return context.switchToHttp().getRequest<ApiRequest>().seat;
});

/** The language of names and sentences: `?lang=`, else `Accept-Language`, else English. */
export const Lang = createParamDecorator((_: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<ApiRequest>().language;
});

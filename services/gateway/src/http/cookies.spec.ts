import fastifyCookie from '@fastify/cookie';
import fastify, { type FastifyInstance } from 'fastify';
import { type ApiReply, type ApiRequest } from './api-request';
import { clearSeatCookie, seatTokenOf, setSeatCookie } from './seat-cookie';
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from './session-cookie';

const ENDS = new Date('2030-01-01T00:00:00Z');

async function serverOf(secure: boolean): Promise<FastifyInstance> {
  const server = fastify();
  await server.register(fastifyCookie);
  server.post('/', (_request, reply) => {
    setSessionCookie(reply as ApiReply, 'token', ENDS, secure);
    setSeatCookie(reply as ApiReply, '482913', { token: 'seat', expiresAt: ENDS }, secure);
    return reply.send();
  });
  server.delete('/', (_request, reply) => {
    clearSessionCookie(reply as ApiReply, secure);
    clearSeatCookie(reply as ApiReply, '482913', secure);
    return reply.send();
  });
  server.get('/', (request) => ({
    session: sessionTokenOf(request as ApiRequest, secure) ?? null,
    seat: seatTokenOf(request as ApiRequest, secure) ?? null,
  }));
  return server;
}

const given = async (server: FastifyInstance, method: 'POST' | 'DELETE'): Promise<string[]> =>
  [(await server.inject({ method, url: '/' })).headers['set-cookie'] ?? []].flat();

it('behind TLS cookies are held to it by their names, out of reach of scripts and of other sites', async () => {
  const server = await serverOf(true);
  const [session, seat] = await given(server, 'POST');
  expect(session).toMatch(/^__Host-openrounds_session=token; Path=\/; .*HttpOnly; Secure; SameSite=Strict$/);
  expect(seat).toMatch(
    /^__Secure-openrounds_seat=seat; Path=\/v1\/rooms\/482913; .*HttpOnly; Secure; SameSite=Strict$/,
  );
  const ended = await given(server, 'DELETE');
  expect(ended[0]).toMatch(/^__Host-openrounds_session=; .*Path=\/; Expires=Thu, 01 Jan 1970.*; Secure/);
  expect(ended[1]).toMatch(
    /^__Secure-openrounds_seat=; .*Path=\/v1\/rooms\/482913; Expires=Thu, 01 Jan 1970.*; Secure/,
  );
  await server.close();
});

it.each([
  [true, '__Host-openrounds_session=token; __Secure-openrounds_seat=seat'],
  [false, 'openrounds_session=token; openrounds_seat=seat'],
])('only cookies of the right name are read (behind TLS: %s)', async (secure, cookie) => {
  const server = await serverOf(secure);
  const other = await serverOf(!secure);
  const read = async (from: FastifyInstance): Promise<unknown> =>
    (await from.inject({ url: '/', headers: { cookie } })).json();
  expect(await read(server)).toEqual({ session: 'token', seat: 'seat' });
  expect(await read(other)).toEqual({ session: null, seat: null });
  await Promise.all([server.close(), other.close()]);
});

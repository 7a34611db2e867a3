import type { Seat } from './memory';

interface LaunchedSeat {
  readonly code: string;
  readonly seat: Seat;
}

/** Changes the ticket for the seat that it stands for: once. @throws Error with the code of a refusal */
export async function seatFor(ticket: string): Promise<LaunchedSeat> {
  const response = await fetch('/v1/session/launch', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ticket }),
  });
  const told = (await response.json().catch(() => null)) as {
    readonly type?: string;
    readonly place?: { kind: string; code: string; number: number; token: string };
  } | null;
  if (told?.place?.kind !== 'room')
    throw new Error(/\/problems\/([a-z-]+)$/.exec(told?.type ?? '')?.[1] ?? '');
  const { code, number, token } = told.place;
  return { code, seat: { number, token, resumeCode: '' } };
}

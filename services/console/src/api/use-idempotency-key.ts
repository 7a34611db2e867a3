import { useRef } from 'react';

/** 128 random bits. `crypto.randomUUID` is missing on plain HTTP, where a lecture may run. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const NO_ATTEMPT = { body: '', key: '' };

/** The same body keeps its key until it is accepted: a second try after silence cannot start a second run. */
export function useIdempotencyKey() {
  const last = useRef(NO_ATTEMPT);
  return {
    keyOf(body: string): string {
      if (last.current.body !== body) last.current = { body, key: newIdempotencyKey() };
      return last.current.key;
    },
    accepted(): void {
      last.current = NO_ATTEMPT;
    },
  };
}

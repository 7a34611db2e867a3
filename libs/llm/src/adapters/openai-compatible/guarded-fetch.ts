import { LlmFault } from '../../ports/llm-fault';

/**
 * A `fetch` whose answers end: a body of more than `maxBytes` is `unusable-answer`, one that breaks off is
 * `unavailable`. Without it an endpoint that never stops fills the memory. A redirection is an answer like another: the
 * question goes where it was configured to go, or nowhere.
 */
export function guardedFetch(maxBytes: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'manual' });
    if (response.body === null) return response;
    const { status, statusText, headers } = response;
    return new Response(guarded(response.body, maxBytes), { status, statusText, headers });
  };
}

function guarded(body: ReadableStream<Uint8Array>, maxBytes: number): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let bytes = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read().catch(() => {
        throw new LlmFault('unavailable');
      });
      if (done) {
        controller.close();
        return;
      }
      bytes += value.byteLength;
      if (bytes > maxBytes) {
        await reader.cancel();
        throw new LlmFault('unusable-answer');
      }
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

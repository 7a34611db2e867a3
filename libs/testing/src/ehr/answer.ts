import { type ServerResponse } from 'node:http';

/** What is answered: JSON, a page, a redirection, or nothing for a long time. */
export interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the JSON, where it is not plain. */
  readonly type?: string;
  readonly afterMs?: number;
}

export const redirection = (location: string): Answer => ({ status: 302, headers: { location } });

export function send(
  response: ServerResponse,
  { status, json, html, headers, type, afterMs = 0 }: Answer,
): void {
  const contentType = html === undefined ? (type ?? 'application/json') : 'text/html; charset=utf-8';
  const body = html ?? (json === undefined ? '' : JSON.stringify(json));
  const timer = setTimeout(() => {
    response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store', ...headers });
    response.end(body);
  }, afterMs);
  response.on('close', () => {
    clearTimeout(timer);
  });
}

import { type Socket } from 'node:net';
import { TcpProxy } from '../network/tcp-proxy';
import { FrontendMessages } from './frontend-messages';

/** Whether what is lost had reached the server: it was done and nobody was told, or it was never done. */
export type Lost = 'answer' | 'statement';

/** Chooses a statement by what came since its transaction began, the statement itself last. */
export type Choice = (statements: readonly string[]) => boolean;

/** The COMMIT of a transaction that writes so, or such a statement where it is a transaction by itself. */
export const commitOf =
  (writing: string): Choice =>
  (statements) =>
    statements.some((text) => text.includes(writing)) &&
    (statements.length === 1 || statements.at(-1) === 'COMMIT');

interface Blow {
  readonly choose: Choice;
  readonly lost: Lost;
  readonly struck: () => void;
}

/** ReadyForQuery, the end of every answer, without its last byte: that says whether a transaction is open. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5]);

/** A way to Postgres on which a connection is lost once, at a statement that the test chooses. */
export class LosingProxy extends TcpProxy {
  private blow: Blow | undefined;

  private constructor(private readonly database: URL) {
    super(Number(database.port));
  }

  /** @param url connection string of a Postgres on this machine */
  static open(url: string): Promise<LosingProxy> {
    return new LosingProxy(new URL(url)).listen();
  }

  /** Connection string by way of this proxy. */
  get url(): string {
    const url = new URL(this.database);
    url.port = String(this.port);
    return url.href;
  }

  /** The next connection that comes to such a statement is lost there. Resolves when it is. */
  loseAt(choose: Choice, lost: Lost): Promise<void> {
    return new Promise((struck) => {
      this.blow = { choose, lost, struck };
    });
  }

  /** No connection is lost any more. */
  spare(): void {
    this.blow = undefined;
  }

  protected override link(client: Socket, server: Socket): void {
    const messages = new FrontendMessages();
    let statements: string[] = [];
    let blow: Blow | undefined;
    client.on('data', (data: Buffer) => {
      for (const text of messages.statementsIn(data)) {
        if (!isOpen(statements)) statements = [];
        statements.push(text);
        blow ??= this.takeBlow(statements);
      }
      if (blow?.lost !== 'statement') server.write(data);
      else lose(blow);
    });
    server.on('data', (data: Buffer) => {
      if (blow === undefined) client.write(data);
      else if (isWhole(data)) lose(blow);
    });
    const lose = ({ struck }: Blow): void => {
      client.destroy();
      server.destroy();
      struck();
    };
  }

  private takeBlow(statements: readonly string[]): Blow | undefined {
    const { blow } = this;
    if (blow?.choose(statements) !== true) return undefined;
    this.blow = undefined;
    return blow;
  }
}

const isOpen = (statements: readonly string[]): boolean =>
  statements[0] === 'START TRANSACTION' && !/^(COMMIT|ROLLBACK)$/.test(statements.at(-1) ?? '');

const isWhole = (answer: Buffer): boolean => answer.subarray(-READY.length - 1, -1).equals(READY);

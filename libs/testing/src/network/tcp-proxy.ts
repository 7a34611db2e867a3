import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A way to a server on this machine that a test can cut, let fall silent, open again, and lead to another server. */
export class TcpProxy {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private away = false;
  private silent = false;

  /** @param target port of the server on 127.0.0.1 */
  constructor(private target: number) {
    this.server = createServer((client) => {
      if (this.away) {
        client.resetAndDestroy();
        return;
      }
      const server = connect(this.target, '127.0.0.1');
      for (const [socket, other] of [
        [client, server],
        [server, client],
      ] as const) {
        this.sockets.add(socket);
        socket.setNoDelay(true);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          this.sockets.delete(socket);
          other.destroy();
        });
      }
      this.link(client, server);
      if (this.silent) for (const socket of [client, server]) socket.pause();
    });
  }

  /** Listens on a free port. */
  async listen(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return this;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Ends all connections, and each new one at once. */
  cut(): void {
    this.away = true;
    for (const socket of this.sockets) socket.destroy();
  }

  /** Keeps all connections, and takes new ones, but nothing comes through: a server that hangs. */
  fallSilent(): void {
    this.silent = true;
    for (const socket of this.sockets) socket.pause();
  }

  /** Lets connections through again, to another server if one is named. */
  restore(target = this.target): void {
    this.target = target;
    this.away = false;
    this.silent = false;
    for (const socket of this.sockets) socket.resume();
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  protected link(client: Socket, server: Socket): void {
    client.pipe(server);
    server.pipe(client);
  }
}

import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';

/** Tells what stays open by itself, event streams above all, that the service is about to stop. */
@Injectable()
export class ShuttingDown implements BeforeApplicationShutdown {
  private readonly controller = new AbortController();
  readonly signal = this.controller.signal;

  beforeApplicationShutdown(): void {
    this.controller.abort();
  }
}

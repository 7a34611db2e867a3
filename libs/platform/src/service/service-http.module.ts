import { Controller, Get, Inject, Module, Res } from '@nestjs/common';
import { Health, type HealthReport } from '../health/health';
import { Metrics } from '../metrics/metrics';

interface Reply {
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  send(body: unknown): unknown;
}

/** The few routes of a service behind the queues: is it alive, can it work, how is it doing. */
@Controller()
class ServiceHttpController {
  constructor(
    @Inject(Health) private readonly health: Health,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  @Get('/health/live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('/health/ready')
  async ready(@Res() reply: Reply): Promise<void> {
    const report: HealthReport = await this.health.report();
    reply.status(report.status === 'unavailable' ? 503 : 200).send(report);
  }

  @Get('/metrics')
  async exposition(@Res() reply: Reply): Promise<void> {
    reply
      .header('content-type', this.metrics.registry.contentType)
      .send(await this.metrics.registry.metrics());
  }
}

@Module({ controllers: [ServiceHttpController] })
export class ServiceHttpModule {}

import { Controller, Inject, Res } from '@nestjs/common';
import { API_VERSION, MAX_FINDINGS, MAX_NARRATIVE, type Language, type Meta } from '@openrounds/contracts';
import { Health, Metrics } from '@openrounds/platform';
import { notice } from '@openrounds/presentation';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../../ports/knowledge-library';
import { PUBLIC_URL } from '../../settings';
import { type ApiReply } from '../api-request';
import { Lang, Operate } from '../operate';
import { BODY_LIMIT_BYTES } from '../server-hooks';

@Controller()
export class ServiceController {
  constructor(
    private readonly health: Health,
    private readonly metrics: Metrics,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: KnowledgeLibrary,
    @Inject(PUBLIC_URL) private readonly publicUrl: string | null,
  ) {}

  @Operate('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Operate('ready')
  async ready(@Res() reply: ApiReply): Promise<void> {
    const report = await this.health.report();
    await reply.status(report.status === 'unavailable' ? 503 : 200).send(report);
  }

  @Operate('metrics')
  async exposition(@Res() reply: ApiReply): Promise<void> {
    const { registry } = this.metrics;
    await reply.header('content-type', registry.contentType).send(await registry.metrics());
  }

  @Operate('getMeta')
  meta(@Lang() language: Language): Meta {
    const versions = this.knowledge.versions();
    return {
      name: 'OpenRounds',
      api: API_VERSION,
      versions,
      languages: ['en', 'zh'],
      settings: ['primary-care', 'emergency', 'inpatient'],
      limits: { narrativeCharacters: MAX_NARRATIVE, findings: MAX_FINDINGS, bodyBytes: BODY_LIMIT_BYTES },
      llm: { configured: versions.llm !== null },
      publicUrl: this.publicUrl,
      notice: notice(language),
    };
  }
}

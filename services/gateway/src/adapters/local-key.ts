import { readFileSync } from 'node:fs';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CLOCK, newId, SERVICE_CONFIG, type Clock, type GatewayConfig } from '@openrounds/platform';
import { CREDENTIAL_STORE, type CredentialStore } from '../ports/credentials';
import { sha256 } from '../use-cases/sha256';

const LOCAL_TENANT = 'local';

/** Makes the embedded default's key known to the database before the service listens: as a hash, and once. */
@Injectable()
export class LocalKey implements OnModuleInit {
  constructor(
    @Inject(SERVICE_CONFIG) private readonly config: Pick<GatewayConfig, 'LOCAL_API_KEY_FILE'>,
    @Inject(CREDENTIAL_STORE) private readonly credentials: Pick<CredentialStore, 'addApiKey'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    const { LOCAL_API_KEY_FILE: file } = this.config;
    if (file === undefined) return;
    await this.credentials.addApiKey({
      id: newId(),
      tenantId: LOCAL_TENANT,
      name: 'local',
      role: 'admin',
      sha256: sha256(readFileSync(file, 'utf8').trim()),
      createdAt: this.clock.now(),
    });
  }
}

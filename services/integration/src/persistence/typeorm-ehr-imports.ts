import { Inject, Injectable } from '@nestjs/common';
import { CodedEhrPreview, SEAL_PLACES, type SmartFault } from '@openrounds/contracts';
import { DATA_SOURCE } from '@openrounds/persistence';
import { Sealer } from '@openrounds/platform';
import { IsNull, LessThan, type DataSource } from 'typeorm';
import { z } from 'zod';
import {
  type AskedOfEhr,
  type BegunImport,
  type EhrImports,
  type GrantedByEhr,
  type StoredImport,
} from '../ports/ehr-imports';
import { EhrImportEntity } from './entities/ehr-import.entity';
import { OUTBOX } from './outbox';

@Injectable()
export class TypeOrmEhrImports implements EhrImports {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    private readonly sealer: Sealer,
  ) {}

  async begin({ asked, ...begun }: BegunImport): Promise<void> {
    const sealed = this.sealer.seal(asked, SEAL_PLACES.ehrAsked(begun.tenantId, begun.id));
    await this.dataSource.manager.insert(EhrImportEntity, {
      ...{ ...begun, state: 'authorizing', missingScopes: [] },
      asked: sealed as never,
    });
  }

  async find(id: string): Promise<StoredImport | undefined> {
    const row = await this.dataSource.manager.findOneBy(EhrImportEntity, { id });
    return row === null ? undefined : this.importOf(row);
  }

  async spend(id: string, at: Date): Promise<boolean> {
    const unspent = { id, spentAt: IsNull() };
    return (await this.dataSource.manager.update(EhrImportEntity, unspent, { spentAt: at })).affected === 1;
  }

  async grant(
    id: string,
    granted: GrantedByEhr,
    missingScopes: readonly string[],
    requestId: string,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const { tenantId } = await manager.findOneByOrFail(EhrImportEntity, { id });
      const token = this.sealer.seal(granted, SEAL_PLACES.ehrToken(tenantId, id)) as never;
      await manager.update(
        EhrImportEntity,
        { id },
        { state: 'reading', token, missingScopes: [...missingScopes] },
      );
      await OUTBOX.add(manager, {
        ...{ queue: 'integration', job: 'read-ehr.v1', jobId: `${id}-read-ehr-v1` },
        payload: { meta: { tenantId, requestId }, importId: id },
      });
    });
  }

  async finish(id: string, preview: CodedEhrPreview, missingScopes: readonly string[]): Promise<void> {
    const { manager } = this.dataSource;
    const row = await manager.findOneBy(EhrImportEntity, { id });
    if (row === null) return;
    const sealed = this.sealer.seal(preview, SEAL_PLACES.ehrPreview(row.tenantId, id)) as never;
    await manager.update(
      EhrImportEntity,
      { id, state: 'reading' },
      { state: 'ready', token: null, preview: sealed, missingScopes: [...missingScopes] },
    );
  }

  async fail(id: string, fault: SmartFault): Promise<void> {
    await this.dataSource.manager.update(EhrImportEntity, { id }, { state: 'failed', token: null, fault });
  }

  async drop(id: string): Promise<boolean> {
    return (await this.dataSource.manager.delete(EhrImportEntity, { id })).affected === 1;
  }

  async purge(begunBefore: Date): Promise<number> {
    const { affected } = await this.dataSource.manager.delete(EhrImportEntity, {
      begunAt: LessThan(begunBefore),
    });
    return affected ?? 0;
  }

  private importOf({ asked, token, preview, ...row }: EhrImportEntity): StoredImport {
    const { tenantId, id } = row;
    return {
      ...row,
      asked: this.sealer.open(asked, SEAL_PLACES.ehrAsked(tenantId, id), z.custom<AskedOfEhr>()),
      granted:
        token === null
          ? null
          : this.sealer.open(token, SEAL_PLACES.ehrToken(tenantId, id), z.custom<GrantedByEhr>()),
      preview:
        preview === null
          ? null
          : this.sealer.open(preview, SEAL_PLACES.ehrPreview(tenantId, id), CodedEhrPreview),
    };
  }
}

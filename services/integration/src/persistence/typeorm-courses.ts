import { Inject, Injectable } from '@nestjs/common';
import { DATA_SOURCE } from '@openrounds/persistence';
import { newId } from '@openrounds/platform';
import { In, IsNull, LessThan, Not, type DataSource } from 'typeorm';
import { type CourseStore, type Deployment, type OpenedLink, type StoredLink } from '../ports/course-store';
import { DeploymentEntity } from './entities/deployment.entity';
import { LinkEntity } from './entities/link.entity';

@Injectable()
export class TypeOrmCourses implements CourseStore {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  async see(
    { tenantId, id: platformId }: Parameters<CourseStore['see']>[0],
    deploymentId: string,
    at: Date,
    acceptedAt: Date | null,
  ): Promise<Deployment> {
    const { manager } = this.dataSource;
    await manager
      .createQueryBuilder()
      .insert()
      .into(DeploymentEntity)
      .values({ id: newId(), tenantId, platformId, deploymentId, createdAt: at, acceptedAt })
      .orIgnore()
      .execute();
    return manager.findOneByOrFail(DeploymentEntity, { platformId, deploymentId });
  }

  async findDeployment(tenantId: string, id: string): Promise<Deployment | undefined> {
    return (await this.dataSource.manager.findOneBy(DeploymentEntity, { tenantId, id })) ?? undefined;
  }

  async knowing(platformIds: readonly string[], deploymentId: string): Promise<readonly string[]> {
    const accepted = { platformId: In([...platformIds]), deploymentId, acceptedAt: Not(IsNull()) };
    const rows = await this.dataSource.manager.findBy(DeploymentEntity, accepted);
    return rows.map(({ platformId }) => platformId);
  }

  async accept(tenantId: string, id: string, at: Date): Promise<Deployment | undefined> {
    const pending = { tenantId, id, acceptedAt: IsNull() };
    await this.dataSource.manager.update(DeploymentEntity, pending, { acceptedAt: at });
    return this.findDeployment(tenantId, id);
  }

  async change(
    tenantId: string,
    id: string,
    change: Pick<Deployment, 'beyondCourse'>,
  ): Promise<Deployment | undefined> {
    await this.dataSource.manager.update(DeploymentEntity, { tenantId, id }, change);
    return this.findDeployment(tenantId, id);
  }

  list(tenantId: string, limit: number, before: string | undefined): Promise<Deployment[]> {
    return this.dataSource.manager.find(DeploymentEntity, {
      where: { tenantId, ...(before === undefined ? {} : { id: LessThan(before) }) },
      order: { id: 'DESC' },
      take: limit,
    });
  }

  openLink(link: OpenedLink, at: Date): Promise<StoredLink> {
    const { tenantId, deploymentId, contextId, courseId, resourceLinkId, content, grades, rosterUrl } = link;
    const named = { deploymentId, contextId, resourceLinkId };
    const said = {
      courseId,
      kind: content.kind,
      resourceId: content.id,
      lineItemUrl: grades?.lineItemUrl ?? null,
      lineItemsUrl: grades?.lineItemsUrl ?? null,
      gradeScopes: [...(grades?.scopes ?? [])],
      rosterUrl,
      lastLaunchAt: at,
    };
    return this.dataSource.transaction(async (manager) => {
      await manager
        .createQueryBuilder()
        .insert()
        .into(LinkEntity)
        .values({ id: newId(), tenantId, ...named, ...said, createdAt: at })
        .orIgnore()
        .execute();
      await manager.update(LinkEntity, named, said);
      return linkOf(await manager.findOneByOrFail(LinkEntity, named));
    });
  }

  async linkIn(tenantId: string, courseId: string, resourceId: string): Promise<StoredLink | undefined> {
    const row = await this.dataSource.manager.findOne(LinkEntity, {
      where: { tenantId, courseId, resourceId },
      order: { lastLaunchAt: 'DESC' },
    });
    return row === null ? undefined : linkOf(row);
  }

  async findLink(tenantId: string, id: string): Promise<StoredLink | undefined> {
    const row = await this.dataSource.manager.findOneBy(LinkEntity, { tenantId, id });
    return row === null ? undefined : linkOf(row);
  }
}

const linkOf = ({
  kind,
  resourceId,
  lineItemUrl,
  lineItemsUrl,
  gradeScopes: scopes,
  ...row
}: LinkEntity): StoredLink => ({
  ...row,
  content: { kind, id: resourceId },
  grades: scopes.length === 0 ? null : { scopes, lineItemUrl, lineItemsUrl },
});

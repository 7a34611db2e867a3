import { type EntityManager } from 'typeorm';
import { type GradeFilter, type ListedGrade } from '../ports/grade-store';
import { GradeEntity } from './entities/grade.entity';
import { LinkEntity } from './entities/link.entity';
import { PlatformEntity } from './entities/platform.entity';

interface Page {
  readonly limit: number;
  readonly before?: string | undefined;
}

/** Scores with what their link leads to and what their platform is called, the newest first. */
export async function listGrades(
  manager: EntityManager,
  of: GradeFilter | ({ readonly id: string } & Pick<GradeFilter, 'tenantId' | 'states' | 'courseId'>),
  { limit, before }: Page,
): Promise<ListedGrade[]> {
  const query = manager
    .createQueryBuilder(GradeEntity, 'g')
    .innerJoin(LinkEntity, 'l', 'l.id = g.linkId')
    .innerJoin(PlatformEntity, 'p', 'p.id = g.platformId')
    .addSelect('l.resourceId', 'resource_id')
    .addSelect('p.name', 'platform_name')
    .where('g.tenantId = :tenantId', { tenantId: of.tenantId })
    .orderBy('g.id', 'DESC')
    .limit(limit);
  if ('id' in of) query.andWhere('g.id = :id', { id: of.id });
  else {
    query.andWhere('l.resourceId = :assignmentId', { assignmentId: of.assignmentId });
    if (of.learnerId !== undefined) query.andWhere('g.learnerId = :learnerId', { learnerId: of.learnerId });
  }
  if (of.courseId !== undefined) query.andWhere('l.courseId = :courseId', { courseId: of.courseId });
  if (of.states !== undefined) query.andWhere('g.state IN (:...states)', { states: of.states });
  if (before !== undefined) query.andWhere('g.id < :before', { before });
  const { entities, raw } = await query.getRawAndEntities<{ resource_id: string; platform_name: string }>();
  return entities.map((row, place) => ({
    ...row,
    assignmentId: raw[place]?.resource_id ?? '',
    platform: raw[place]?.platform_name ?? '',
  }));
}

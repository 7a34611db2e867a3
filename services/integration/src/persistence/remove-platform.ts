import { newId } from '@openrounds/platform';
import { type EntityManager } from 'typeorm';
import { PlatformEntity } from './entities/platform.entity';
import { eraseAllOf } from './erase-learners';

/** What goes with a platform, in this order: by what each says of it. */
const OF_PLATFORM = {
  grades: 'platform_id = $1',
  grade_columns:
    'link_id IN (SELECT l.id FROM links l JOIN deployments d ON d.id = l.deployment_id WHERE d.platform_id = $1)',
  platform_lanes: 'platform_id = $1',
  tickets: 'launch_id IN (SELECT id FROM launches WHERE platform_id = $1)',
  launches: 'platform_id = $1',
  links: 'deployment_id IN (SELECT id FROM deployments WHERE platform_id = $1)',
  deployments: 'platform_id = $1',
  launch_problems: 'platform_id = $1',
};

/** Removes a platform with all that came by it. People go too, here and in teaching, unless another platform of the tenant has the same issuer. */
export async function removePlatform(manager: EntityManager, tenantId: string, id: string): Promise<boolean> {
  const platform = await manager.findOneBy(PlatformEntity, { tenantId, id });
  if (platform === null) return false;
  for (const [table, condition] of Object.entries(OF_PLATFORM))
    await manager.query(`DELETE FROM ${table} WHERE ${condition}`, [id]);
  await manager.delete(PlatformEntity, { tenantId, id });
  const { issuer } = platform;
  if (!(await manager.existsBy(PlatformEntity, { tenantId, issuer })))
    await eraseAllOf(manager, { tenantId, issuer }, newId(), new Date());
  return true;
}

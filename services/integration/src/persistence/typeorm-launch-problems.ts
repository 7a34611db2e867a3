import { Inject, Injectable } from '@nestjs/common';
import { DATA_SOURCE } from '@openrounds/persistence';
import { LessThan, type DataSource } from 'typeorm';
import { type LaunchProblem, type LaunchProblems } from '../ports/launch-problems';
import { LaunchProblemEntity } from './entities/launch-problem.entity';

@Injectable()
export class TypeOrmLaunchProblems implements LaunchProblems {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  async add(problem: LaunchProblem): Promise<void> {
    await this.dataSource.manager.insert(LaunchProblemEntity, problem);
  }

  list(tenantId: string, limit: number, before: string | undefined): Promise<LaunchProblem[]> {
    return this.dataSource.manager.find(LaunchProblemEntity, {
      where: { tenantId, ...(before === undefined ? {} : { id: LessThan(before) }) },
      order: { id: 'DESC' },
      take: limit,
    });
  }

  async purge(before: Date): Promise<number> {
    const { affected } = await this.dataSource.manager.delete(LaunchProblemEntity, { at: LessThan(before) });
    return affected ?? 0;
  }
}

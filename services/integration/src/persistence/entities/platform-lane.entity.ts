import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a platform took what was sent to it last. */
@Entity({ name: 'platform_lanes' })
export class PlatformLaneEntity {
  @PrimaryColumn('uuid')
  platformId!: string;

  /** In a row. */
  @Column('integer')
  failures!: number;

  @Column('timestamptz', { nullable: true })
  pausedUntil!: Date | null;
}

import { type Role } from '@openrounds/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser that is signed in. The cookie holds the token; here stands its SHA-256. */
@Entity({ name: 'sessions' })
export class SessionEntity {
  @PrimaryColumn('text')
  sha256!: string;

  @Column('text')
  tenantId!: string;

  @Column('text')
  subject!: string;

  @Column('text')
  role!: Role;

  @Column('text')
  csrfToken!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  /** When it ends unless it is used before. */
  @Column('timestamptz')
  idleAt!: Date;
}

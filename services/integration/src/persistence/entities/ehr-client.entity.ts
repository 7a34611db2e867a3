import { type EhrClient, type Sealed, type SmartAuthentication } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A training EHR belongs to one tenant: the issuer of a token, or the FHIR server that launches, says whose. */
@Entity({ name: 'ehr_clients' })
@Index(['issuer'], { unique: true })
@Index(['fhirBaseUrl'], { unique: true })
@Index(['tenantId', 'id'])
export class EhrClientEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tenantId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  issuer!: string;

  @Column('text')
  keySetUrl!: string;

  @Column('text')
  fhirBaseUrl!: string;

  @Column('text', { array: true })
  origins!: string[];

  @Column('text')
  language!: EhrClient['language'];

  @Column('text')
  environment!: EhrClient['environment'];

  /** What the system calls us by SMART App Launch; null: patients are not brought from it. */
  @Column('text', { nullable: true })
  smartClientId!: string | null;

  @Column('text', { nullable: true })
  smartAuthentication!: SmartAuthentication | null;

  @Column('jsonb', { nullable: true })
  smartSecret!: Sealed | null;

  /** Names of the hosts of its addresses. */
  @Column('text', { array: true })
  hosts!: string[];

  @Column('timestamptz')
  createdAt!: Date;
}

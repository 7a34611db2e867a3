import { type StaffRole } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who teaches a class. */
@Entity({ name: 'class_staff' })
@Index(['tenantId', 'subject'])
export class ClassStaffEntity {
  @PrimaryColumn('uuid')
  classId!: string;

  @PrimaryColumn('text')
  subject!: string;

  @Column('text')
  tenantId!: string;

  @Column('text')
  role!: StaffRole;
}

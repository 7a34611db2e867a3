import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'document_passages' })
export class DocumentPassageEntity {
  @PrimaryColumn('uuid')
  documentId!: string;

  /** From 0. */
  @PrimaryColumn('int')
  place!: number;

  @Column('text')
  tenantId!: string;

  @Column('text')
  section!: string;

  @Column('int', { nullable: true })
  page!: number | null;

  @Column('text')
  text!: string;

  @Column('text')
  sha256!: string;
}

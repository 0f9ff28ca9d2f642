import { buildConfig, type CollectionConfig, type SanitizedConfig } from 'payload';
import { databaseAdapter } from '../../src/server/database/adapter';

const open = { create: () => true, read: () => true, update: () => true, delete: () => true };

/** Documents in several tables: with versions, an array and a relationship. */
const papers: CollectionConfig = {
  slug: 'papers',
  access: { ...open, readVersions: () => true, unlock: () => false },
  versions: { drafts: true },
  fields: [
    { name: 'title', type: 'text', required: true },
    { name: 'number', type: 'text', unique: true },
    { name: 'parts', type: 'array', fields: [{ name: 'text', type: 'text' }] },
    { name: 'about', type: 'relationship', relationTo: 'papers' as never },
  ],
};

/** A log as `releases` is one: one table, two unique indexes. */
const entries: CollectionConfig = {
  slug: 'entries',
  access: open,
  indexes: [{ fields: ['log', 'seq'], unique: true }],
  fields: [
    { name: 'log', type: 'text', required: true },
    { name: 'seq', type: 'number', required: true },
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'content', type: 'json' },
  ],
};

const users: CollectionConfig = { slug: 'users', auth: true, access: open, fields: [] };

/** A few collections that stand for what the database layer has to carry, without the product's rules. */
export function smallConfig(): Promise<SanitizedConfig> {
  return buildConfig({
    secret: 'a secret for tests alone',
    collections: [users, papers, entries],
    // Replaced by boot().
    db: databaseAdapter({ url: process.env.DATABASE_URL ?? 'file:./none.db' }),
    typescript: { autoGenerate: false },
    telemetry: false,
  });
}

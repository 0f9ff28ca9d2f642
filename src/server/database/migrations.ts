import type { Migration } from 'payload';
import { migrations as committed } from '../../../migrations';

/** The committed migrations, oldest first. Generated ones are typed for SQLite alone, Payload's are for any database. */
export const migrations = committed as unknown as readonly Migration[];

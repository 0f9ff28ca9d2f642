import type { FlattenedField, SanitizedCollectionConfig } from 'payload';
import type { App } from './app';

export type Id = number | string;

/**
 * One document of every collection, written past all hooks: what matters is only that something is there
 * to be seen or not. Related documents are made first.
 */
export async function oneOfEach(app: App): Promise<Map<string, Id>> {
  const made = new Map<string, Id>();
  for (const { config } of Object.values(app.payload.collections)) await one(app, config, made);
  return made;
}

async function one(app: App, config: SanitizedCollectionConfig, made: Map<string, Id>): Promise<Id> {
  const known = made.get(config.slug) ?? (await another(app, config, made));
  made.set(config.slug, known);
  return known;
}

let count = 0;

/** A further document of a collection, for instance one to be deleted. */
export async function another(
  app: App,
  config: SanitizedCollectionConfig,
  made: Map<string, Id>,
): Promise<Id> {
  count += 1;
  const data: Record<string, unknown> = {};
  for (const field of config.flattenedFields) {
    if (['id', 'createdAt', 'updatedAt'].includes(field.name)) continue;
    if ('required' in field && field.required) data[field.name] = await sample(app, field, made);
  }
  if (config.slug === 'users')
    Object.assign(data, { username: `f-${count}`, active: true, roles: ['staff'] });
  const doc = await app.payload.db.create({ collection: config.slug, data });
  return doc.id;
}

async function sample(app: App, field: FlattenedField, made: Map<string, Id>): Promise<unknown> {
  switch (field.type) {
    case 'number':
      return count;
    case 'checkbox':
      return true;
    case 'date':
      return '2026-11-22T00:00:00.000Z';
    case 'json':
      return {};
    case 'select': {
      const option = field.options[0];
      const value = typeof option === 'object' ? option.value : option;
      return field.hasMany ? [value] : value;
    }
    case 'relationship':
    case 'upload': {
      const to = Array.isArray(field.relationTo) ? field.relationTo[0] : field.relationTo;
      const related = app.payload.collections[to as keyof typeof app.payload.collections];
      const value = related ? await one(app, related.config, made) : null;
      const reference = Array.isArray(field.relationTo) ? { relationTo: to, value } : value;
      return field.hasMany ? [reference] : reference;
    }
    case 'group':
    case 'tab': {
      const inner: Record<string, unknown> = {};
      for (const part of field.flattenedFields) {
        if ('required' in part && part.required) inner[part.name] = await sample(app, part, made);
      }
      return inner;
    }
    case 'array':
      return [];
    default:
      return `sample-${count}`;
  }
}

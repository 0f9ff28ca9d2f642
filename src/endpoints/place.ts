import type { CollectionConfig, Endpoint } from 'payload';

type Own = Omit<Endpoint, 'root'>;

/**
 * Payload looks below `/api/<slug of a collection>` at that collection's endpoints only, so that those of
 * the product which begin with a slug go to their collection, before Payload's own, and the rest to the root.
 */
export function placeEndpoints(
  collections: readonly CollectionConfig[],
  endpoints: readonly Own[],
): { collections: CollectionConfig[]; endpoints: Own[] } {
  const slugs = new Set<string>(collections.map(({ slug }) => slug));
  const home = ({ path }: Own): string => path.split('/')[1] ?? '';
  return {
    collections: collections.map((collection) => ({
      ...collection,
      endpoints: [
        ...(collection.endpoints || []),
        ...endpoints
          .filter((endpoint) => home(endpoint) === collection.slug)
          .map((endpoint) => ({ ...endpoint, path: endpoint.path.slice(collection.slug.length + 1) })),
      ],
    })),
    endpoints: endpoints.filter((endpoint) => !slugs.has(home(endpoint))),
  };
}

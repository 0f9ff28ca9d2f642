import { expect, it } from 'vitest';
import { describeEachDatabase } from '../../setup';

describeEachDatabase(
  'concurrent creates',
  (app) => {
    it('stores every one that it acknowledged', async () => {
      const made = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          app.payload.create({
            collection: 'papers',
            data: { title: `paper ${n}`, parts: [{ text: 'one' }] } as never,
          }),
        ),
      );
      expect(new Set(made.map(({ id }) => id)).size).toBe(20);
      const found = await app.payload.count({ collection: 'papers' as never });
      expect(found.totalDocs).toBe(20);
    });
  },
  { config: 'small' },
);

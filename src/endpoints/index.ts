import type { Endpoint } from 'payload';
import { commentEndpoints } from './comments';
import { deskEndpoints } from './desk';
import { healthEndpoints } from './health';
import { launchEndpoints } from './launches';
import { operationEndpoints } from './operation';
import { planEndpoints } from './plan';
import { postEndpoints } from './posts';

/** Every endpoint of the product, below /api. Those of one collection's documents are at the collection. */
export const endpoints: Endpoint[] = [
  ...postEndpoints,
  ...planEndpoints,
  ...launchEndpoints,
  ...commentEndpoints,
  ...deskEndpoints,
  ...operationEndpoints,
  ...healthEndpoints,
] as Endpoint[];

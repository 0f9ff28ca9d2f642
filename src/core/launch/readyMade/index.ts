import { bigPromotion } from './bigPromotion';
import { flashGroup } from './flashGroup';
import { memberDay } from './memberDay';
import { newProduct } from './newProduct';
import type { ReadyMade } from './types';

export type { ReadyMade, ReadyOffset, ReadyPhase, ReadyStep } from './types';

/** The templates of a new installation, in the order in which people are shown them. */
export const readyMade: readonly ReadyMade[] = [newProduct, memberDay, flashGroup, bigPromotion];

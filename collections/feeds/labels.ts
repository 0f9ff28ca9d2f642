import { both } from '../labels';

/** A refusal of quiet hours names them as the form does. */
export const quietHoursLabel = both('免打扰时段', 'Quiet hours');

import { z } from 'zod';
import { isInCalendar } from '@/core/time';

/** ISO 8601 with its offset. */
export const instant = z.iso.datetime({ offset: true }).refine(isInCalendar);
export const dayOrInstant = z.union([z.iso.date().refine(isInCalendar), instant]);

export { addDays, daysBetween, hourMs, minuteMs } from './civil';
export { dayBounds, isWallTime, localDateOf, resolveWall, sameWallOnDay, wallTimeOf } from './local';
export { isTimeZone } from './offsets';

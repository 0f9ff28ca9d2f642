export { addDays, civilDayMs, dateOfDayNumber, daysBetween, hourMs, isInCalendar, minuteMs } from './civil';
export {
  dayBounds,
  isWallTime,
  localDateOf,
  localDayOf,
  resolveWall,
  sameWallOnDay,
  startOfNextDay,
  wallTimeOf,
} from './local';
export { isTimeZone, zoneOr } from './offsets';

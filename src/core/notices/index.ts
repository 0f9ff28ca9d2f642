export { type Digest, digestsOf, type Line } from './digest';
export { mayStillRead, type Present } from './readable';
export { leaseMs, nextTry, robotsPerMinute } from './retry';
export { cutToBytes, dingtalkMessage, type RobotWords, wecomMessage } from './robots';
export { isDigestTime, type Round, roundAt } from './round';
export {
  decisionLink,
  editLink,
  type Note,
  type Reader,
  type Returned,
  type Subject,
  subjectKey,
  type Words,
  type World,
} from './types';
export { type Urgent, urgentKey, urgentOnes } from './urgent';

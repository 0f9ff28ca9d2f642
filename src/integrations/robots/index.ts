export { type Robot, type RobotAnswer, sendToRobot } from './send';

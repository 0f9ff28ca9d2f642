import type { UIFieldServerComponent } from 'payload';
import { screenContext } from '../context';
import { HoursPanel } from './HoursPanel';

/** Below the quiet hours of a feed: what they would move once they are changed. */
export const HoursPanelField: UIFieldServerComponent = async ({ req }) => {
  const ctx = await screenContext(req);
  return ctx && <HoursPanel now={ctx.now} />;
};

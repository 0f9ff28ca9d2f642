import type { UIFieldServerComponent } from 'payload';
import { panelWorld } from '@/server/screens/world';
import { screenContext } from '../context';
import { PostPanel } from './PostPanel';

/** Beside the fields of a post: how it will look, where it stands, what comes next. */
export const PostPanelField: UIFieldServerComponent = async ({ req }) => {
  const ctx = await screenContext(req);
  return ctx ? <PostPanel world={await panelWorld(ctx)} now={ctx.now} /> : null;
};

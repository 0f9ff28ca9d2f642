import { callAs, type Row, signInAs } from './callAs';
import { expect, test } from './fixtures';
import { keepScreen, openAdmin } from './people';

/**
 * A launch whose first step was due ten minutes ago: as long as its time has not run out it is approved and goes out at
 * once; when it has, or when the manager has written it, the page says why not and has no button for it.
 */

test.describe.configure({ mode: 'serial' });

const nameOf = () => `快闪返场 ${test.info().project.name}`;
const minuteMs = 60_000;

let script = '';
let posts: Row[] = [];
const postOf = (key: string): string => {
  const found = posts.find(({ launchStep }) => launchStep === key);
  if (!found) throw new Error(key);
  return `posts/${found.id}`;
};

const decisionPath = () => `/admin/approvals?script=${script}`;

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await signInAs(playwright, ['admin', 'editor', 'manager'], baseURL);
  const [admin, editor] = [callAs(request, 'admin'), callAs(request, 'editor')];
  // Of its own: whatever the hour, nothing of the demo is in the way.
  const feed = await admin.post('feeds', {
    name: `${nameOf()}群`,
    channel: 'group',
    timezone: 'Asia/Shanghai',
    quietHours: { from: null, to: null },
  });
  const step = (key: string, title: string, offsetMinutes: number, body: string) => ({
    ...{ key, title, kind: 'notice', offsetMinutes, body },
    channels: ['group'],
  });
  const phases = [
    { key: 'on-sale', name: '', steps: [step('s1', '返场开始', 0, '返场开始了，还有三十份。')] },
    { key: 'review', name: '', steps: [step('s2', '返场结束', 3 * 24 * 60, '都有了主人，谢谢大家。')] },
  ];
  const template = await editor.post('launch-templates', { name: nameOf(), phases });
  const made = await editor.post('launch-scripts/from-template', {
    template: String(template.doc.id),
    name: nameOf(),
    launchAt: new Date(Date.now() - 10 * minuteMs).toISOString(),
    timezone: 'Asia/Shanghai',
    feeds: [String(feed.doc.id)],
  });
  script = String(made.id);
  ({ docs: posts } = await editor.get(`posts?where[launchScript][equals]=${script}&depth=0&limit=50`));
  await editor.post(`launch-scripts/${script}/submit`, {});
  await request.dispose();
});

test('what has expired is named and cannot be approved', async ({ page, request }) => {
  const editor = callAs(request, 'editor');
  await editor.patch(postOf('s1'), { expiresAt: new Date(Date.now() - minuteMs).toISOString() });
  await openAdmin(page, 'manager', '/admin/approvals');
  await page.goto(decisionPath());
  const decision = page.getByRole('region', { name: '审批决定' });
  await expect(decision).toContainText('改好之前不能通过');
  await expect(decision).toContainText('已过「过期时间」，不能再下发。请改到以后的时间。');
  await expect(decision.getByRole('button', { name: /通过/ })).toBeHidden();
  await expect(decision.getByRole('button', { name: '退回修改' })).toBeEnabled();
  await keepScreen(page, 'script-too-late');
  await editor.patch(postOf('s1'), { expiresAt: null });
});

test('within the grace a manager approves it and it goes out at once', async ({ page, request }) => {
  const manager = callAs(request, 'manager');
  await openAdmin(page, 'manager', '/admin/approvals');
  await page.goto(decisionPath());
  const approve = page
    .getByRole('region', { name: '审批决定' })
    .getByRole('button', { name: '通过并立即下发', exact: true });
  await expect(approve).toBeEnabled();
  await keepScreen(page, 'script-within-grace');
  await approve.click();
  await expect(page.getByText(`《${nameOf()}》已通过`)).toBeVisible();
  await expect
    .poll(async () => (await manager.get(`${postOf('s1')}?depth=0`)).status, { timeout: 30_000 })
    .toBe('released');
  expect((await manager.get(`${postOf('s2')}?depth=0`)).status).toBe('approved');
});

test('who wrote it reads why another manager has to approve', async ({ page, request }) => {
  const manager = callAs(request, 'manager');
  await manager.patch(postOf('s2'), { body: '都有了主人，谢谢大家，下次见。' });
  await manager.post(`launch-scripts/${script}/submit`, {});
  await openAdmin(page, 'manager', '/admin/approvals');
  await page.goto(decisionPath());
  const decision = page.getByRole('region', { name: '审批决定' });
  await expect(decision).toContainText('您不能通过这个剧本');
  await expect(decision).toContainText('这次的剧本是您自己改的，需要另一位主管来通过。');
  await expect(decision.getByRole('button', { name: /通过/ })).toBeHidden();
  await keepScreen(page, 'script-own-change');
  await manager.post(`launch-scripts/${script}/cancel`, { reason: '试验结束' });
});

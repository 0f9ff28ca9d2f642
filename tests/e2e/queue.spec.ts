import type { APIRequestContext } from '@playwright/test';
import { expect, test } from './fixtures';
import { keepScreen, openAdmin, tokenOf } from './people';

/** A manager approves a day in one act while an editor changes one of its posts, and asks the editor about it. */

const projectOf = () => test.info().project.name;
const titleOf = (name: string) => `${name} ${projectOf()}`;
const names = ['早餐搭配', '下午茶', '睡前一杯'] as const;

/** `YYYY-MM-DD` of the demo team’s zone, weeks ahead: nothing of the demo is there. */
const dayAhead = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(
    Date.now() + (projectOf() === 'phone' ? 51 : 50) * 86_400_000,
  );

const headersOf = async (request: APIRequestContext) => ({
  Authorization: `JWT ${await tokenOf(request, 'editor')}`,
});

/** Three posts that wait for a decision; the ids in the order of `names`. */
async function submitted(request: APIRequestContext, headers: Record<string, string>): Promise<number[]> {
  const feeds = `/api/feeds?where[name][equals]=${encodeURIComponent('门店导购号')}&depth=0`;
  const feed = (await (await request.get(feeds, { headers })).json()).docs[0].id;
  const ids: number[] = [];
  for (const [n, name] of names.entries()) {
    const data = {
      title: titleOf(name),
      kind: 'knowledge',
      body: `${name}，慢慢喝。`,
      feeds: [feed],
      audience: { visibility: 'everyone' },
      scheduledAt: `${dayAhead()}T${10 + n * 4}:00:00+08:00`,
    };
    const { doc } = await (await request.post('/api/posts', { headers, data })).json();
    expect((await request.post(`/api/posts/${doc.id}/submit`, { headers, data: {} })).status()).toBe(200);
    ids.push(doc.id);
  }
  return ids;
}

test('a manager approves a day; what changed meanwhile is left out and named', async ({ page, request }) => {
  const headers = await headersOf(request);
  const [, changed] = await submitted(request, headers);
  await openAdmin(page, 'manager', '/admin/approvals');
  const queue = page.getByRole('navigation', { name: '等待审批的剧本和内容' });
  const day = queue.locator('section', { hasText: titleOf(names[0]) });
  await day.getByRole('link', { name: '审批这一天' }).click();
  await expect(page).toHaveURL(new RegExp(`day=${dayAhead()}$`));

  for (const name of names) {
    await expect(page.getByRole('checkbox', { name: `通过《${titleOf(name)}》` })).toBeChecked();
  }
  await expect(page.locator('.mc')).toHaveCount(3);
  const decision = page.getByRole('region', { name: '审批决定' });
  await expect(decision).toBeInViewport({ ratio: 1 });
  await decision.getByText('将要通过的 3 条和内容指纹').click();
  await expect(decision.locator('.md-hash').first()).toHaveText(/^[0-9a-f]{8}$/);
  await keepScreen(page, 'manager-day');
  await decision.getByText('将要通过的 3 条和内容指纹').click();

  const edit = { body: '下午茶，换成红茶。' };
  expect((await request.patch(`/api/posts/${changed}`, { headers, data: edit })).status()).toBe(200);
  await decision.getByRole('button', { name: '通过选中的 3 条' }).click();
  const left = page.locator('.md-batch-result');
  await expect(left.getByText('已通过 2 条')).toBeVisible();
  await expect(left.getByText(`『${titleOf(names[1])}』刚被修改过`)).toBeVisible();
  // Its new content is on the screen, and nobody has chosen it.
  await expect(page.locator('.mc')).toHaveCount(1);
  await expect(page.locator('.mc')).toContainText('换成红茶');
  await expect(page.getByRole('checkbox')).not.toBeChecked();
  await keepScreen(page, 'manager-day-left-out');
});

test('a manager mentions the editor in a comment, who finds it at home', async ({ page, request }) => {
  const headers = await headersOf(request);
  const { user } = await (await request.get('/api/users/me', { headers })).json();
  const mine = `where[title][equals]=${encodeURIComponent(titleOf(names[1]))}&depth=0`;
  const { id } = (await (await request.get(`/api/posts?${mine}`, { headers })).json()).docs[0];
  await openAdmin(page, 'manager', '/admin/approvals');
  await page.goto(`/admin/approvals?post=${id}`);
  const box = page.getByRole('textbox', { name: '写评论' });
  await box.click();
  await expect(page.getByRole('button', { name: '发表' })).toBeEnabled();
  await box.pressSequentially(`为什么换茶 @${user.name.slice(0, 1)}`);
  await expect(page.getByRole('option', { name: user.name })).toBeVisible();
  await keepScreen(page, 'manager-mentions');
  await box.press('Enter');
  await expect(box).toHaveValue(`为什么换茶 @${user.name} `);
  await page.getByRole('button', { name: '发表' }).click();
  await expect(page.locator('.md-said-comment .md-mention')).toHaveText(`@${user.name}`);
  await expect(box).toHaveValue('');

  await openAdmin(page, 'editor', '/admin');
  const mentions = page.getByRole('region', { name: '提到你的' });
  await expect(mentions.getByText(`为什么换茶 @${user.name}`).first()).toBeVisible();
  await keepScreen(page, 'editor-mentioned');
});

import { expect, test } from './fixtures';
import { choose, keepScreen, openAdmin, openDesk, pictures, switchGaps, tokenOf } from './people';

/**
 * The main job as three people do it: an editor plans a post with a version for new customers, a manager
 * approves exactly that, the scheduler releases it, and a member of staff copies and posts it.
 */

test.describe.configure({ mode: 'serial' });

test.afterAll(({ request }) => switchGaps(request, true));

const projectOf = () => test.info().project.name;
const titleOf = () => `试饮反馈 ${projectOf()}`;
const body = [
  '今天店里来了新茶，{{staff.name}} 泡了一壶给大家试。',
  '喝得惯清淡的，可以先从这款开始。',
  '水温八十五度，',
  '第一泡二十秒，',
  '第二泡三十秒，',
  '第三泡随意，',
  '喝完来跟我说说感觉。',
].join('\n');
const forNew = '第一次来的朋友，{{staff.name}} 请你喝一杯试试看。';

/** `2026-11-22 20:00` in the feed's zone, as the date field shows it. */
const inFeedTime = (instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(instant);

test('an editor writes a post with a version, sees it as in Moments, and submits it', async ({
  page,
  request,
}) => {
  await switchGaps(request, false);
  await openAdmin(page, 'editor', '/admin/collections/posts/create');
  await page.locator('#field-title').fill(titleOf());
  await choose(page, page.locator('#field-kind'), '干货');
  await page.locator('#field-body').fill(body);
  await page.locator('#field-images').getByRole('button', { name: '创建新条目' }).click();
  await page.locator('input.bulk-upload--add-files__hidden-input').setInputFiles(await pictures());
  await page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('已保存 2 个文件')).toBeVisible();
  await expect(page.locator('#field-images img')).toHaveCount(2);
  await page.locator('#field-firstComments').getByRole('button', { name: /添加/ }).click();
  const comment = page.locator('#field-firstComments__0__text');
  // On a busy machine the answer to an earlier change can win over the one with the new row's fields: Payload then
  // shows an empty row until the next change.
  await comment.waitFor({ timeout: 10_000 }).catch(async () => {
    test
      .info()
      .annotations.push({ type: 'issue', description: 'Payload drew a new row only at the next change' });
    await page.locator('#field-guidance').fill('照着发就好');
  });
  await comment.fill('想知道泡法的，直接留言。');

  await page.getByRole('button', { name: '谁可以看', exact: true }).click();
  await choose(page, page.locator('#field-audience__visibility'), '不给谁看');
  await choose(page, page.locator('#field-audience__segments'), '沉睡');
  await page.locator('#field-variants').getByRole('button', { name: /添加/ }).click();
  await page.locator('#field-variants__0__key').fill('new');
  await choose(page, page.locator('#field-variants__0__segments'), '新客');
  await page.locator('#field-variants__0__body').fill(forNew);

  await page.getByRole('button', { name: '时间与账号', exact: true }).click();
  await choose(page, page.locator('#field-feeds'), '门店导购号');
  const time = page.locator('#field-scheduledAt input');
  await time.fill(inFeedTime(new Date()));
  await time.press('Enter');

  const preview = page.getByRole('region', { name: '预览', exact: true });
  await preview.scrollIntoViewIfNeeded();
  await expect(preview).toContainText('第一次来的朋友');
  await preview.getByRole('tab').first().click();
  await expect(preview).toContainText('今天店里来了新茶');
  await expect(preview.getByRole('button', { name: '全文' })).toBeVisible();
  await keepScreen(page, 'editor-writes');
  await page.getByRole('button', { name: /提交审批/ }).click();
  await expect(page.getByText('已提交，等主管审批')).toBeVisible();
  await keepScreen(page, 'editor-submitted');
});

test('a manager finds it in the queue, sees both versions, and approves it', async ({ page }) => {
  await openAdmin(page, 'manager', '/admin/approvals');
  await page.getByRole('navigation', { name: '等待审批的剧本和内容' }).getByText(titleOf()).click();
  await expect(page.getByRole('heading', { name: titleOf() })).toBeVisible();
  await expect(page.locator('.mc').first()).toContainText('今天店里来了新茶');
  await keepScreen(page, 'manager-reviews');
  await page.getByRole('tab', { name: '新客', exact: true }).click();
  await expect(page.locator('.mc').first()).toContainText('第一次来的朋友');
  await expect(page.getByText('「A1新客」').first()).toBeVisible();
  await page.getByRole('button', { name: '通过并立即下发' }).click();
  await expect(page.getByText(`《${titleOf()}》已通过`)).toBeVisible();
});

test('a manager sends another one back with a comment', async ({ page, request }) => {
  await openAdmin(page, 'manager', '/admin/approvals');
  const queue = page.getByRole('navigation', { name: '等待审批的剧本和内容' });
  await queue.getByRole('listitem').getByRole('link').filter({ hasNotText: titleOf() }).first().click();
  await expect(page).toHaveURL(/post=/);
  const id = new URL(page.url()).searchParams.get('post');
  // The list has scripts above the posts: its numbers are of both.
  await expect(page.getByText(`共 ${await page.locator('.md-queue li').count()} 条`)).toBeAttached();
  const decision = page.getByRole('region', { name: '审批决定' });
  await decision.getByRole('button', { name: '退回修改' }).click();
  await expect(page.getByText('退回前请写明要改什么。')).toBeVisible();
  await decision.getByRole('textbox', { name: '意见' }).fill('第二张图换成门店的');
  await decision.getByRole('button', { name: '退回修改' }).click();
  await expect(page.getByText(/》已退回/)).toBeVisible();
  const headers = { Authorization: `JWT ${await tokenOf(request, 'editor')}`, 'Accept-Language': 'zh' };
  const post = await (await request.get(`/api/posts/${id}?depth=0`, { headers })).json();
  expect(post.status).toBe('changes-requested');
  expect(post.statusReason).toContain('第二张图换成门店的');
});

test('the scheduler releases it, and the fourth sales post of the day says why it waits', async ({
  page,
  request,
}) => {
  const headers = { Authorization: `JWT ${await tokenOf(request, 'editor')}`, 'Accept-Language': 'zh' };
  const first = async (where: string) =>
    (await (await request.get(`/api/posts?${where}&depth=0&limit=1`, { headers })).json()).docs[0];
  const mine = `where[title][equals]=${encodeURIComponent(titleOf())}`;
  await expect.poll(async () => (await first(mine)).status, { timeout: 30_000 }).toBe('released');

  const deferred = await first('where[status][equals]=deferred&where[kind][equals]=sales&sort=scheduledAt');
  await openAdmin(page, 'editor', `/admin/collections/posts/${deferred.id}`);
  const status = page.getByRole('region', { name: '状态与下一步' });
  await status.scrollIntoViewIfNeeded();
  await expect(status.getByText(/卖货已满 3\/3/).first()).toBeVisible();
  await keepScreen(page, 'editor-sees-why');
});

test('a member of staff copies it with their own name, sees the pictures and posts it', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openDesk(page);
  await keepScreen(page, 'staff-desk');
  const mine = page.locator('article.card', { hasText: '林小满 泡了一壶给大家试' });
  const folded = page.locator('details.folded', { hasText: '林小满 泡了一壶给大家试' });
  await expect(mine).toBeAttached();
  if (await folded.isVisible()) await folded.locator('summary').first().click();
  await expect(mine).toContainText('不给谁看');
  await mine.getByRole('button', { name: '复制文案' }).click();
  await expect(mine.getByRole('button', { name: '文案已复制' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.replaceAll('\r\n', '\n')).toBe(body.replaceAll('{{staff.name}}', '林小满'));
  const images = await mine.locator('.pictures img').all();
  expect(images).toHaveLength(2);
  for (const image of images) {
    await image.scrollIntoViewIfNeeded();
    await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1080);
  }
  await mine.getByRole('button', { name: '标记已发' }).click();
  await expect(page.getByText('已记为「已发」')).toBeVisible();
  await keepScreen(page, 'staff-posted');
});

test('the manager sees who has posted', async ({ page }) => {
  await openAdmin(page, 'manager', '/admin/progress');
  await expect(page.getByRole('heading', { name: '团队进度' })).toBeVisible();
  const task = page.locator('details', { hasText: '早餐箱换新搭配卡' }).first();
  await task.locator('summary').click();
  await expect(task.getByText('林小满').first()).toBeVisible();
  await keepScreen(page, 'manager-progress');
});

test('in English nothing of the desk is left in Chinese but the content', async ({ page }) => {
  await openDesk(page);
  await page.getByRole('button', { name: '切换到英文' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Sun|Mon|Tue|Wed|Thu|Fri|Sat/);
  await keepScreen(page, 'staff-desk-english');
  await page.getByRole('button', { name: /中文|Chinese/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/月/);
});

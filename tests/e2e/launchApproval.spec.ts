import { callAs, type Row, signInAs } from './callAs';
import { expect, test } from './fixtures';
import { keepScreen, openAdmin } from './people';

/**
 * A manager judges a launch script as a whole: reads what is not as in the template, sends one step back, sees what
 * the editor made of it word by word, and approves, after an editor's change has come in between.
 */

test.describe.configure({ mode: 'serial' });
// The refusal of what has changed meanwhile is meant to be there.
test.use({ expectedErrors: [/409 \(Conflict\)/] });

const nameOf = () => `秋茶上市 ${test.info().project.name}`;

const dayMs = 86_400_000;
const step = (key: string, title: string, kind: string, offsetDays: number, time: string, body: string) => ({
  key,
  title,
  kind,
  offsetDays,
  time,
  body,
  channels: ['wechat-moments'],
});

const phases = (variants: object[]) => [
  {
    key: 'tease',
    name: '',
    steps: [
      step('s1', '猜猜新茶', 'interaction', -3, '12:10', '今年的秋茶，{{launch.time}}见。猜猜是哪座山？'),
      step('s2', '茶园的早晨', 'persona', -3, '18:20', '早上五点的茶园，雾还没散。'),
    ],
  },
  {
    key: 'showcase',
    name: '',
    steps: [
      { ...step('s3', '三个看点', 'knowledge', -2, '12:10', '看干茶、看汤色、看叶底。'), variants },
      step('s4', '泡给你看', 'persona', -1, '18:20', '八十五度的水，二十秒出汤。'),
    ],
  },
  {
    key: 'on-sale',
    name: '',
    steps: [
      {
        ...step('s5', '开售', 'sales', 0, '20:10', '秋茶开售，一百罐，先到先得。\n送一只小品杯。'),
        variants,
        firstComments: [{ text: '链接在这里：https://shop.test/autumn' }],
      },
    ],
  },
  {
    key: 'review',
    name: '',
    steps: [step('s6', '谢谢大家', 'notice', 2, '12:10', '一百罐都有了主人，谢谢。')],
  },
];

let script = '';
let posts: Row[] = [];
const postOf = (key: string): Row => {
  const found = posts.find(({ launchStep }) => launchStep === key);
  if (!found) throw new Error(key);
  return found;
};

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await signInAs(playwright, ['editor', 'manager'], baseURL);
  const [editor, manager] = [callAs(request, 'editor'), callAs(request, 'manager')];
  const { docs: segments } = await editor.get('segments?limit=50&depth=1');
  const newcomers = segments.find(({ name }) => name === '新客');
  const regular = segments.find(
    ({ id, dimension }) => dimension.id === newcomers?.dimension.id && id !== newcomers?.id,
  );
  const { docs: feeds } = await editor.get('feeds?limit=50&depth=0');
  const feed = feeds.find(({ name }) => name.includes('门店导购号'));
  if (!newcomers || !regular || !feed) throw new Error('The demo is another one.');
  const variants = [
    { key: newcomers.key, body: '第一次喝秋茶，先来一小包试试。' },
    { key: regular.key, body: '老朋友，今年的给您留了一罐。' },
  ];
  const template = await editor.post('launch-templates', { name: nameOf(), phases: phases(variants) });
  await manager.post(`launch-templates/${template.doc.id}/approve`, {
    contentHash: template.doc.contentHash,
  });
  // Beyond what the demo has planned, and each project by itself: nothing is in the way of these steps.
  const days = test.info().project.name === 'phone' ? 60 : 40;
  const begins = Math.floor(Date.now() / dayMs) * dayMs + days * dayMs + 12 * 3_600_000;
  const made = await editor.post('launch-scripts/from-template', {
    template: String(template.doc.id),
    name: nameOf(),
    launchAt: new Date(begins).toISOString(),
    timezone: 'Asia/Shanghai',
    feeds: [String(feed.id)],
  });
  script = String(made.id);
  ({ docs: posts } = await editor.get(`posts?where[launchScript][equals]=${script}&depth=0&limit=50`));
  await editor.patch(`posts/${postOf('s4').id}`, {
    body: '八十五度的水，第一泡二十秒就好。',
    dayBound: true,
  });
  await editor.post(`launch-scripts/${script}/submit`, { comment: '周五前定下来就好' });
  await request.dispose();
});

test('reads what is not as in the template and sends one step back', async ({ page }) => {
  await openAdmin(page, 'manager', '/admin/approvals');
  await page.getByRole('link', { name: new RegExp(`发售剧本《${nameOf()}》`) }).click();
  await expect(page.getByRole('heading', { name: `发售剧本《${nameOf()}》` })).toBeVisible();
  await expect(page.getByText('6 步：5 步与已通过的模板相同，收起来了；1 步要看')).toBeVisible();
  await expect(page.locator('.md-step')).toHaveCount(1);
  await expect(page.locator('.mc')).toHaveCount(1);
  const isPhone = test.info().project.name === 'phone';
  await expect(page.locator('.md-queue')).toBeVisible({ visible: !isPhone });
  await keepScreen(page, 'script-folded');

  await page.getByRole('button', { name: '下一步要看的' }).click();
  const changed = page.getByRole('article', { name: '泡给你看' });
  await expect(changed).toBeInViewport();
  await expect(changed).toContainText('和模板不同');
  await expect(changed).toContainText('只在当天有效');
  await expect(changed.locator('.mc')).toContainText('第一泡二十秒就好');

  await page.getByRole('button', { name: /打开「开售」/ }).click();
  const sale = page.getByRole('article', { name: '开售', exact: true });
  await expect(sale.getByRole('tab')).toHaveCount(3);
  await sale.getByRole('tab', { name: '新客', exact: true }).click();
  await expect(sale.locator('.mc')).toContainText('第一次喝秋茶');
  await expect(sale.locator('.mc')).toContainText('https://shop.test/autumn');
  await sale.getByRole('button', { name: '这一步要改' }).click();
  await sale.getByRole('textbox', { name: '对「开售」的意见' }).fill('写明每人限两罐');
  await keepScreen(page, 'script-asks');

  await page.reload();
  await expect(sale.getByRole('textbox', { name: '对「开售」的意见' })).toHaveValue('写明每人限两罐');
  const decision = page.getByRole('region', { name: '审批决定' });
  await expect(decision.getByRole('status')).toContainText('有 1 步写了意见');
  await expect(decision.getByRole('button', { name: '通过', exact: true })).toBeDisabled();
  await decision.getByRole('button', { name: '退回，1 步有意见' }).click();
  await expect(page.getByText(`《${nameOf()}》已退回`)).toBeVisible();
  await expect(page).not.toHaveURL(new RegExp(`script=${script}`));
});

test('sees what was mended, word by word, and approves once nothing changes any more', async ({
  page,
  request,
}) => {
  const editor = callAs(request, 'editor');
  const sent = await editor.get(`posts/${postOf('s5').id}?depth=0`);
  expect(sent.statusReason).toContain('写明每人限两罐');
  const mended = '秋茶开售，一百罐，每人限两罐。\n送一只小品杯。';
  await editor.patch(`posts/${postOf('s5').id}`, { body: mended });
  await editor.post(`launch-scripts/${script}/submit`, {});

  await openAdmin(page, 'manager', '/admin/approvals');
  await page.goto(`/admin/approvals?script=${script}`);
  const sale = page.getByRole('article', { name: '开售', exact: true });
  await expect(sale).toContainText('退回过');
  await expect(sale).toContainText('写明每人限两罐');
  await expect(sale.locator('.mc')).toContainText('每人限两罐');
  await keepScreen(page, 'script-mended');

  await editor.patch(`posts/${postOf('s1').id}`, { body: '今年的秋茶，{{launch.time}}见。' });
  const decision = page.getByRole('region', { name: '审批决定' });
  await decision.getByRole('button', { name: '通过', exact: true }).click();
  await expect(decision.getByRole('alert')).toContainText('剧本在您查看之后有改动：「猜猜新茶」改过');
  await keepScreen(page, 'script-changed-meanwhile');
  await decision.getByRole('button', { name: '重新载入' }).click();
  await expect(decision.getByRole('status')).toContainText('1 步刚改过');
  const hint = page.getByRole('article', { name: '猜猜新茶' });
  await expect(hint).toContainText('刚改过');
  await decision.getByRole('button', { name: '通过', exact: true }).click();
  await expect(page.getByText(`《${nameOf()}》已通过`)).toBeVisible();
});

test('after the approval one step changes: only that is asked about, beside what was approved', async ({
  page,
  request,
}) => {
  const [editor, manager] = [callAs(request, 'editor'), callAs(request, 'manager')];
  await editor.patch(`posts/${postOf('s6').id}`, { body: '一百罐都有了主人，谢谢。明年春天见。' });
  await editor.post(`launch-scripts/${script}/submit`, {});
  await openAdmin(page, 'manager', '/admin/approvals');
  await page.goto(`/admin/approvals?script=${script}`);
  await expect(page.getByText('6 步：5 步早先定过，这次不用审，收起来了；1 步要看')).toBeVisible();
  const thanks = page.getByRole('article', { name: '谢谢大家' });
  await expect(thanks).toContainText('上次通过后改过');
  await expect(thanks.locator('ins')).toContainText('明年春天见');
  await thanks.scrollIntoViewIfNeeded();
  await keepScreen(page, 'script-diff');
  await page
    .getByRole('region', { name: '审批决定' })
    .getByRole('button', { name: '通过', exact: true })
    .click();
  await expect(page.getByText(`《${nameOf()}》已通过`)).toBeVisible();
  await manager.post(`launch-scripts/${script}/cancel`, { reason: '试验结束' });
});

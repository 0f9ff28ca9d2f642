import type { DemoCopy } from '../types';

const interaction = (key: string, title: string, pictures: DemoCopy['pictures'], body: string): DemoCopy => ({
  key,
  title,
  kind: 'interaction',
  pictures,
  body,
});

const story = (key: string, title: string, pictures: DemoCopy['pictures'], body: string): DemoCopy => ({
  key,
  title,
  kind: 'persona',
  pictures,
  body,
  guidance: '客户同意后再发；名字用称呼，不露头像和电话。',
});

const liveNotice = (key: string, title: string, pictures: DemoCopy['pictures'], body: string): DemoCopy => ({
  key,
  title,
  kind: 'notice',
  pictures,
  body,
  dayBound: true,
});

/** Friday 12:00. */
export const stories: readonly DemoCopy[] = [
  story(
    'story-1',
    '顾客故事：夜班护士小韩',
    ['storyNight'],
    `【周五故事】夜班护士小韩

她总是早上八点半来，别人上班，她下班。
买一袋燕麦，站在门口喝完我们给的一杯热茶，才走。
有一回她说：「你们这儿是我一天的收尾，也是一天的开头。」
我们把她常站的那个位置，放了一张小凳子。`,
  ),
  story(
    'story-2',
    '顾客故事：老周的早餐摊',
    ['storyStall'],
    `【周五故事】老周

老周在街角摆了十一年早餐摊，自己却不怎么吃早饭。
去年开始他每天收摊后来店里坐一会儿，要一碗燕麦，加花生碎。
他说给别人做了一辈子早饭，现在轮到有人做给他吃。
我们说，您坐着，慢慢吃。`,
  ),
  story(
    'story-3',
    '顾客故事：宿舍 412',
    ['storyDorm'],
    `【周五故事】宿舍 412

四个女生合买一个早餐箱，箱子上用马克笔画了四格，写着名字。
谁起得早谁煮，谁起得晚谁洗碗。
毕业那天她们把空箱子抱来了，说想留在店里。
箱子现在放在货架顶上，装着我们的气球。`,
  ),
  story(
    'story-4',
    '顾客故事：阿芳和她的女儿',
    ['storyMother'],
    `【周五故事】阿芳

阿芳的女儿五岁，不爱吃早饭，只爱撒坚果碎。
于是她们约好：妈妈煮粥，女儿负责「下雪」。
三个月下来，女儿每天头一个坐到桌边。
阿芳说，她买的哪里是坚果，是早上那十分钟。`,
  ),
  story(
    'story-5',
    '顾客故事：李老师的茶杯',
    ['storyTeacher'],
    `【周五故事】李老师

退休的李老师每周四来买茶，带着自己的搪瓷杯，杯上印着「先进教师 1986」。
他泡茶有讲究：头道倒掉，第二道给客人，第三道自己喝。
上周他把杯子落在店里，走了二十分钟又折回来。
他说，人可以忘，杯子不能忘。`,
  ),
];

/** Friday 18:10. */
export const fridayInteractions: readonly DemoCopy[] = [
  interaction(
    'ask-fri-1',
    '甜口还是咸口',
    ['chooseSweetSalty'],
    `认真问一个问题：
燕麦粥，你站甜口还是咸口？
甜的扣 1，咸的扣 2。
我先来：2，加一点白胡椒。`,
  ),
  interaction(
    'ask-fri-2',
    '你家早饭谁做',
    ['askWho'],
    `你家早饭，一般谁起来做？
评论里说说看，我想知道有没有比我爸起得更早的。`,
  ),
  interaction(
    'ask-fri-3',
    '猜猜这是什么',
    ['guessNut'],
    `猜猜图里是什么坚果？
提示：外壳很硬，仁是白的，有奶香。
猜出来的留言，明天中午揭晓。`,
  ),
  interaction(
    'ask-fri-4',
    '茶热着喝还是凉着喝',
    ['chooseHotCold'],
    `下班路上，你想来一杯热茶还是凉茶？
选热的今天大概比较累，选凉的今天大概比较忙。
准不准，留言告诉我。`,
  ),
  interaction(
    'ask-fri-5',
    '给新口味起个名字',
    ['nameIt'],
    `厨房在试一款新的燕麦脆，里面有陈皮和山楂。
还没有名字，你来起一个？
被选中的名字会印在包装上。`,
  ),
];

/** Sunday 16:00, in the group. */
export const sundayInteractions: readonly DemoCopy[] = [
  interaction(
    'ask-sun-1',
    '晒晒今天的碗',
    ['bowlBanana'],
    `搭子们，今天的早饭吃了什么？
拍张碗里的照片发群里，不摆盘的更好看。`,
  ),
  interaction(
    'ask-sun-2',
    '下周想学什么',
    ['askLearn'],
    `下周三的直播，想听哪个？
A 隔夜燕麦的五种搭配
B 怎么炒出脆的腰果
C 办公室泡茶不用洗杯子
接龙报字母，周一中午统计。`,
  ),
  interaction(
    'ask-sun-3',
    '接龙：周日的心情',
    undefined,
    `周日下午接个龙，用一样吃的形容今天的心情。
我先：刚出炉的燕麦饼干，外面硬，里面软。`,
  ),
  interaction(
    'ask-sun-4',
    '找一个早起搭子',
    ['alarmClock'],
    `有没有想从明天开始早起的？
六点半在群里说一声「起了」，连着五天就行，互相有个照应。
想来的扣「早」。`,
  ),
  interaction(
    'ask-sun-5',
    '厨房小难题征集',
    undefined,
    `征集这周你在厨房翻车的事。
糊了的、溢了的、忘了放盐的，都可以。
周二的小知识，从里面挑一个来讲。`,
  ),
];

/** Wednesday 11:40: what is on tonight. */
export const liveNotices: readonly DemoCopy[] = [
  liveNotice(
    'notice-live-1',
    '直播预告：燕麦三吃',
    ['liveCardOats'],
    `今晚八点，直播间见。
主题：一袋燕麦，三种煮法。
需要准备的：一口小锅，一双耳朵。
想跟着煮的，下班路上记得买青菜。`,
  ),
  liveNotice(
    'notice-live-2',
    '直播预告：走进炒货间',
    ['liveCardNuts'],
    `今晚八点直播，地点换到炒货间。
会有点吵，记得戴耳机。
想问师傅的问题，现在就可以发给我，我替你问。`,
  ),
  liveNotice(
    'notice-live-3',
    '直播预告：冷泡茶',
    ['liveCardTea'],
    `今晚八点，讲冷泡茶。
五个瓶子，五种泡法，盲喝，猜哪瓶是哪瓶。
家里有茶的可以一起泡，边看边对答案。`,
  ),
  liveNotice(
    'notice-live-4',
    '直播预告：拆一只早餐箱',
    ['liveCardBox'],
    `今晚八点直播拆箱。
箱子里有一样东西连我都没见过，仓库说要保密。
来看我的表情。`,
  ),
  liveNotice(
    'notice-live-5',
    '直播预告：随便问',
    ['liveCardAsk'],
    `今晚八点，开一场没有脚本的直播。
你问，我们答，答不上来的现场打电话问茶农。
问题可以先写在这条下面。`,
  ),
];

/** The day before the member day, 20:10. */
export const memberNotices: readonly DemoCopy[] = [
  {
    key: 'notice-member-1',
    title: '通知：明天会员日',
    kind: 'notice',
    occasion: 'memberDay',
    dayBound: true,
    pictures: ['calendarEight'],
    body: `提醒一下，明天 8 号是会员日。
门店九点开门，小程序零点开始。
购物车可以今晚先放好，明天直接结。
有忌口要换口味的，今晚跟我说。`,
  },
  {
    key: 'notice-member-2',
    title: '通知：会员日营业时间',
    kind: 'notice',
    occasion: 'memberDay',
    dayBound: true,
    pictures: ['calendarEight2'],
    body: `明天会员日，三家店都延长到晚上十点。
下班晚的朋友不用赶，灯给你留着。
带上环保袋，箱子有点沉。`,
  },
];

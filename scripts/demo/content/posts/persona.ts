import type { DemoCopy } from '../types';

const ownWords = '照着意思用自己的话说，换成你今天真实看到的画面；照片可以换成自己拍的。';

const persona = (
  key: string,
  title: string,
  pictures: DemoCopy['pictures'],
  body: string,
  guidance = ownWords,
): DemoCopy => ({ key, title, kind: 'persona', copyMode: 'example', guidance, pictures, body });

export const mondayPersona: readonly DemoCopy[] = [
  persona(
    'persona-mon-1',
    '周一的燕麦粥',
    ['morningPot'],
    `早上好，周一。
出门前煮了一小锅燕麦，水多放了一指，稠得刚好。
窗台上的薄荷又冒了新叶，掐两片扔进杯子里。
这周也慢慢来。`,
  ),
  persona(
    'persona-mon-2',
    '开店前的十分钟',
    ['shopMorning'],
    `每天开门前有十分钟是我自己的。
卷帘门拉一半，灯先不全开，给自己冲一杯热的。
隔壁修鞋的师傅七点半准时到，点个头就算打过招呼了。
{{store.name}}，早。`,
  ),
  persona(
    'persona-mon-3',
    '旧围裙',
    ['apron'],
    `这条围裙跟了我三年，口袋边磨出毛了。
同事说换一条吧，我说再等等，口袋里的小本子刚好放得下，记着哪位阿姨爱吃软一点，哪位小朋友不吃葡萄干。
围裙可以换，本子舍不得。`,
  ),
  persona(
    'persona-mon-4',
    '下雨天的早饭',
    ['rainWindow'],
    `下雨天适合吃热的。
牛奶小火热到冒泡，燕麦倒进去，盖上盖子，去刷个牙，回来就好了。
路滑，骑车的朋友慢一点。☔️`,
    '下雨天发；不下雨就换成你家今天的早饭。',
  ),
  persona(
    'persona-mon-5',
    '给自己写张便条',
    ['noteDesk'],
    `给自己写了张便条贴在收银台：
一，话说慢一点。
二，水记得喝。
三，下午三点饿了不许硬扛。
周一的{{staff.name}}，加油。`,
  ),
];

export const wednesdayPersona: readonly DemoCopy[] = [
  persona(
    'persona-wed-1',
    '公交上的早餐',
    ['busRide'],
    `早上坐 17 路，邻座的姑娘打开一个玻璃罐，昨晚泡好的燕麦，上面铺着半根香蕉。
我忍住没说「这个我熟」。
下车前她把罐子洗得干干净净收进包里，认真吃早饭的人真好看。`,
  ),
  persona(
    'persona-wed-2',
    '我妈的铁皮罐',
    ['tinMemory'],
    `我妈有个铁皮罐，装过饼干、茶叶、针线，现在装坚果。
每次回家她都说「你自己抓」，然后看着我抓，嫌我抓少了。
今天理货，看到新到的罐子，忽然想给她打个电话。`,
  ),
  persona(
    'persona-wed-3',
    '理货的早上',
    ['shelfStock'],
    `六点半到货，三十二箱，一个人理了一个小时。
燕麦放下层，茶放上层，坚果放在小朋友够不着的地方。
货架满满当当的时候，心里也是满的。`,
  ),
  persona(
    'persona-wed-4',
    '周三，一半了',
    ['halfCup'],
    `一周过了一半。
杯子里的茶也喝了一半，加点热水，又是一杯。
今天店里的桂花味特别明显，路过的可以进来闻闻，不买也没关系。`,
  ),
  persona(
    'persona-wed-5',
    '学会了一句方言',
    ['streetMorning'],
    `来{{store.name}}快两年，今天终于听懂了常来的阿公说的那句话。
原来不是嫌麦片太硬，是说「有嚼头」。
我跟他说，您早说嘛，我给您留着。
他笑得假牙都要掉了。`,
  ),
];

export const saturdayPersona: readonly DemoCopy[] = [
  persona(
    'persona-sat-1',
    '周六的慢早餐',
    ['slowTable', 'bowlBerry', 'teaPour'],
    `周六的早饭可以吃一个小时。
一人一碗燕麦，中间一碟坚果，茶续了三回。
手机都放在沙发上，谁先拿谁洗碗。`,
  ),
  persona(
    'persona-sat-2',
    '菜场转一圈',
    ['basket'],
    `一早去菜场转了一圈。
买了一把小葱，两斤橘子，还有一束不知道名字的花。
卖橘子的大姐送了我一片叶子，说插在杯子里能绿好几天。`,
  ),
  persona(
    'persona-sat-3',
    '小朋友的画',
    ['kidDrawing'],
    `昨天一个小朋友在店里等妈妈，借了笔画了这张画。
她说左边是我，右边是一颗很大的核桃，我们是朋友。
已经贴在收银台后面了，来了可以看看。`,
  ),
  persona(
    'persona-sat-4',
    '家里的罐子们',
    ['jarsHome'],
    `今天把家里的罐子都洗了，一排晾在阳台上。
燕麦一罐，核桃一罐，茶两罐，还有一罐是零钱。
太阳好的时候，玻璃会在墙上晃出一小片光。`,
  ),
  persona(
    'persona-sat-5',
    '爸爸做的早饭',
    ['familyTable'],
    `我爸退休以后学会了做早饭。
他的秘方是：什么都放一点。燕麦、花生碎、半个苹果，再来一勺他自己炒的芝麻。
味道每天都不一样，他管这个叫「看心情」。`,
  ),
];

import type { ReadyMade } from './types';

/** Moments show the door, the group hears everything first, Moments say thanks when it is closed. */
export const flashGroup: ReadyMade = {
  key: 'flash-group',
  name: { zh: '快闪群发售（朋友圈联动）', en: 'Flash-group launch with Moments' },
  description: {
    zh: '开售前一天开一个临时群，把东西讲透、先报价、先开卖，开售后一天散群；朋友圈只负责指路、转告和道谢。适合要多解释几句才卖得动、又不想刷屏的东西。',
    en: 'A temporary group opens the day before, explains, hears the price and buys first, and closes the day after; Moments show the way in, pass on the news and say thanks. For things that need explaining, without flooding Moments.',
  },
  phases: [
    {
      key: 'tease',
      name: { zh: '引发兴趣', en: 'Tease' },
      required: true,
      kinds: ['persona', 'interaction', 'notice'],
      maxSales: 0,
      minGapMinutes: 120,
      guidance: '告诉大家为什么开群、怎么进、什么时候散。想进的人自己开口，不设奖，不要求介绍别人。',
      steps: [
        {
          key: 'why-a-group',
          title: { zh: '为什么开个小群', en: 'Why a small group' },
          kind: 'persona',
          channels: ['wechat-moments'],
          at: { days: -2, time: '20:30' },
          copyMode: 'example',
          body: `我知道你们烦刷屏，我自己也烦。
所以这回换个办法：开个临时的小群，
想听的进来听，讲完就散；
不想听的，朋友圈照旧清净。
讲什么，容我先准备准备。`,
          pictures: 1,
          guidance: '配准备资料、拍样品的实拍，看不出是什么。',
          staffGuidance: '说你自己为什么不想刷屏。有人提前问，先记下名字，开群时发入口给他。',
        },
        {
          key: 'guess',
          title: { zh: '猜猜这一角', en: 'Guess from a corner' },
          kind: 'interaction',
          channels: ['wechat-moments'],
          at: { days: -1, time: '08:00' },
          body: `图里这一角，猜猜是什么？
提示：【填：一句不说破的提示】
猜着了没有奖，就图一乐。
答案先在小群里讲，随后这边也会说。`,
          pictures: 1,
          guidance: '提示说用的场合，不说名字，例如「出门前会摸一下它」。猜对的人回一句「眼真尖」，别说破。',
        },
        {
          key: 'how-to-join',
          title: { zh: '小群怎么进', en: 'How to get in' },
          kind: 'notice',
          channels: ['wechat-moments'],
          at: { days: -1, time: '12:10' },
          body: `小群今天开，说说怎么进。
回我「进群」两个字，开群的时候我把入口发你。
群里先讲、先报价，{{launch.time}} 在群里先开卖，
卖完就散，不占你的列表。
不想进也行，开售后朋友圈也会说。`,
          firstComments: ['已经跟我说过的不用再说，名单上有你。'],
          pictures: 1,
          guidance:
            '入口一个个发，不把二维码贴在朋友圈。不写「满多少人开群」，也不让人介绍朋友来。排好谁管群、几点到几点。',
        },
      ],
    },
    {
      key: 'showcase',
      name: { zh: '展示亮点价值', en: 'Show what it is worth' },
      required: true,
      kinds: ['notice', 'sales'],
      maxSales: 2,
      minGapMinutes: 20,
      guidance: '开群这一晚：立规矩、讲东西、先报价。每条之间留二十分钟给人说话，有人问就停下来先答。',
      steps: [
        {
          key: 'group-opens',
          title: { zh: '开群：先说规矩', en: 'The group opens: house rules' },
          kind: 'notice',
          channels: ['flash-group'],
          at: { days: -1, time: '20:00' },
          flash: 'opens',
          body: `人陆续到了，先说三条规矩。
一，这个群只讲一样东西，讲完卖完就散。
二，随时可以退，不用打招呼，我不多心。
三，有话直说，不好听的也说。
我是{{staff.name}}，这两天都在，先坐。`,
          pictures: 0,
          guidance:
            '开群前十分钟把入口发给名单上的人。群名写清楚是什么群、哪天散。管群的人不止一位时，把名字都写上。',
        },
        {
          key: 'what-it-is',
          title: { zh: '讲东西', en: 'What it is' },
          kind: 'sales',
          channels: ['flash-group'],
          at: { days: -1, time: '20:20' },
          body: `不绕了，就是{{product.name}}。
【填：两三行：给谁的、解决什么麻烦、跟常见的差在哪】
图是我自己拍的，没修。
想看哪个角度、想知道哪一步，点名，我现拍现答。`,
          pictures: 6,
          guidance: '准备好样品放在手边，有人点名就现拍。课程、服务换成一小段真实的片子或目录。',
        },
        {
          key: 'price-first',
          title: { zh: '群里先报价', en: 'The price, here first' },
          kind: 'sales',
          channels: ['flash-group'],
          at: { days: -1, time: '20:50' },
          body: `价格先在这儿说：{{product.name}}，{{product.price}} 元。
朋友圈要到开售才报，你们先知道一步。
另外有{{offer.name}}，用法写在下一条。
{{launch.time}} 开卖，在那之前只答问题，不收钱。`,
          firstComments: ['下单时填 {{offer.code}}，就是{{offer.name}}。现在填不了，开卖以后才能用。'],
          pictures: 1,
          guidance: '群里和朋友圈是同一个价，群里只是先知道；真有群里专享的，写进优惠的名称里。',
        },
      ],
    },
    {
      key: 'interact',
      name: { zh: '福利互动', en: 'Join in' },
      required: true,
      kinds: ['interaction', 'knowledge', 'persona', 'notice'],
      maxSales: 0,
      minGapMinutes: 30,
      guidance:
        '把问题答透。答不上来的不硬答，说好什么时候回，到时候真回；朋友圈转告群里的热闹，再指一次路。',
      steps: [
        {
          key: 'questions',
          title: { zh: '提问时间', en: 'Question time' },
          kind: 'interaction',
          channels: ['flash-group'],
          at: { days: -1, time: '21:20' },
          body: `该你们问了，我停下来答。
别怕问得简单，我刚接触的时候，问得比这还简单。
一个一个来，今天答不完的，
我抄下来，开卖之前都给个说法。`,
          pictures: 0,
          guidance: '一个人答，一个人记。涉及身体状况、治疗的问题，请对方看说明或问医生，不替人下判断。',
        },
        {
          key: 'stumped',
          title: { zh: '被问住了', en: 'Stumped by a question' },
          kind: 'persona',
          channels: ['wechat-moments'],
          at: { days: 0, time: '08:00' },
          copyMode: 'example',
          body: `昨天在小群里答问题，被问住了两回。
做买卖就怕这种：人家比你还懂。
一早去找人问明白了，回头给他们补上。
脸红是脸红，长了见识。`,
          pictures: 1,
          guidance:
            '配聊天之外的实拍：笔记、资料、正在打电话请教的样子。没被问住，就换成群里真发生的一件小事。',
          staffGuidance: '讲群里真有的一个问题，不写是谁问的。有人问群怎么进，发入口给他。',
        },
        {
          key: 'answers',
          title: { zh: '没答上来的，答案来了', en: 'The answers that were owed' },
          kind: 'knowledge',
          channels: ['flash-group'],
          at: { days: 0, time: '11:40' },
          body: `昨天欠的答案，补上。
【填：问题和答案，一问一行，一答一行】
还有不放心的接着问。
要是听完觉得不适合自己，不买就对了，退群也不用不好意思。`,
          pictures: 0,
          guidance: '每个答案注明是谁说的：做的人、厂家，还是自己试的。没问到的写「还没问到」。',
        },
        {
          key: 'door-open',
          title: { zh: '小群的门还开着', en: 'The door is still open' },
          kind: 'notice',
          channels: ['wechat-moments'],
          at: { days: 0, time: '12:40' },
          body: `小群还没散，开卖之前都能进。
晚进来的看不到前面聊了什么，
问的答的我整理成了一份，进来就发你。
{{launch.time}} 群里先开卖，想进的回我「进群」。`,
          pictures: 1,
          guidance: '把问答整理成一张图，新进群的人由管群的人发给他。图里不带别人的头像和名字。',
        },
      ],
    },
    {
      key: 'on-sale',
      name: { zh: '商品开售', en: 'On sale' },
      required: true,
      kinds: ['sales'],
      maxSales: 3,
      minGapMinutes: 20,
      guidance: '群里先，朋友圈后，隔半小时。链接提前自己点一遍。',
      steps: [
        {
          key: 'hour-before',
          title: { zh: '开卖前一小时', en: 'One hour to go' },
          kind: 'sales',
          channels: ['flash-group'],
          at: { minutes: -60 },
          body: `{{launch.countdown}}后开卖，说一下怎么走。
到点我把{{product.name}}的链接发在这儿，点开直接付，
不用接龙，也不用先报数。
赶不上那一会儿的没关系，散群之前都能买。`,
          pictures: 0,
          guidance: '数量有限、可能卖完的，在这里把有多少份照实说出来，并删掉末尾一句。',
        },
        {
          key: 'group-sale',
          title: { zh: '群里开卖', en: 'On sale in the group' },
          kind: 'sales',
          channels: ['flash-group'],
          at: { minutes: 0 },
          body: `开卖：{{product.name}}，{{product.price}} 元。
链接在下面，先填码，再付款。
付完的说一声「好了」，我去后台看着，
先别聊别的，方便卡住的人喊我。`,
          firstComments: ['{{product.link}}', '码：{{offer.code}}'],
          pictures: 1,
          guidance: '开卖后十分钟别发别的，专心看谁卡住了。',
        },
        {
          key: 'moments-sale',
          title: { zh: '朋友圈开卖', en: 'On sale on Moments' },
          kind: 'sales',
          channels: ['wechat-moments'],
          at: { minutes: 30 },
          body: `小群里讲了两天的，就是{{product.name}}。
{{product.price}} 元，群里先开的，现在这边也能买了。
没进群的不吃亏：这两天问得多的，答案都在图里，
看完心里有底，再点评论里的链接。`,
          firstComments: ['链接在这里：{{product.link}}', '有{{offer.name}}，下单时填 {{offer.code}}。'],
          pictures: 5,
          guidance: '图里放问答整理的那张。优惠只给群里的，删掉第二条首评，也别在正文里提。',
        },
      ],
    },
    {
      key: 'momentum',
      name: { zh: '营造氛围', en: 'Keep it going' },
      required: false,
      kinds: ['sales'],
      maxSales: 4,
      minGapMinutes: 20,
      guidance: '如实报进度，把没拿定主意的人照顾到。群里冷下来就让它冷，不用自己人接话。',
      steps: [
        {
          key: 'how-it-goes',
          title: { zh: '群里报进度', en: 'How it is going' },
          kind: 'sales',
          channels: ['flash-group'],
          at: { minutes: 60 },
          body: `后台看了一眼，{{product.name}}到现在【填：数字】份，还能接着买。
付了款的，名单我对过了，漏了谁会单独找他。
没付的不催，睡一觉再想也行，
群还在，链接往上翻就有。`,
          pictures: 0,
          guidance:
            '数字照后台抄，不好看就不报数，只说「名单对过了」。卖完了就照实说卖完，把「还能接着买」删掉。',
        },
        {
          key: 'asked-in-group',
          title: { zh: '私聊群里问过的', en: 'A word to those who asked in the group' },
          kind: 'sales',
          channels: ['one-to-one'],
          at: { minutes: 90 },
          copyMode: 'example',
          body: `群里人多，有些话不好细说，单独跟你讲。
你问{{product.name}}的那个问题，我的看法是看你怎么用，
跟我说说你的情况，我帮你判断。
不合适我会直说。`,
          pictures: 0,
          guidance: '只发给在群里问过、还没买的人，一人一次。',
          staffGuidance: '开头写上他问的原话，再给你的判断。他说算了，就回一句「好」，不再劝。',
        },
        {
          key: 'before-closing',
          title: { zh: '散群前再答一轮', en: 'One more round before closing' },
          kind: 'sales',
          channels: ['flash-group'],
          at: { days: 1, time: '12:10' },
          body: `今天散群，散之前再答一轮。
还在想的，说说卡在哪儿：价钱、用不用得上，还是不放心我？
哪样都可以说，说完不买也没事。
定了的，{{product.name}}的链接在下面。`,
          firstComments: ['{{product.link}}'],
          pictures: 0,
          guidance: '有人说「不放心你」，先谢谢他，再问是哪件事。',
        },
        {
          key: 'moments-voices',
          title: { zh: '群里的实话', en: 'Honest words from the group' },
          kind: 'sales',
          channels: ['wechat-moments'],
          at: { days: 1, time: '12:40' },
          body: `小群里的几句实话，问过本人，贴出来。
有当场定了的，有要回去想想的，也有嫌这嫌那的，
原话都在图里。
{{product.name}}，{{product.price}} 元，散群之前都在卖。`,
          firstComments: ['{{product.link}}'],
          pictures: 3,
          guidance: '截图征得同意，遮住头像和名字，至少留一句不好听的。没有人说，就不发这条。',
        },
      ],
    },
    {
      key: 'review',
      name: { zh: '结束复盘', en: 'Wrap up' },
      required: true,
      kinds: ['notice', 'persona'],
      maxSales: 0,
      minGapMinutes: 30,
      guidance: '说散就散，是这种群下回还有人肯进的原因。散了再去朋友圈道谢，没买到的单独交代。',
      steps: [
        {
          key: 'group-closes',
          title: { zh: '散群', en: 'Farewell: the group closes' },
          kind: 'notice',
          channels: ['flash-group'],
          at: { days: 1, time: '20:30' },
          flash: 'closes',
          body: `说好卖完就散，到点了。
这两天你们问的每一句，都让我下回能讲得更明白。
买了的，后面的事我一个个私聊跟；没买的，咱们照旧是朋友。
下回开群我先问你愿不愿意来，不愿意的不打扰。
群我来解散，各位慢走。`,
          pictures: 0,
          guidance: '发完留半小时给大家道别，再解散。散群前把没处理完的事和人记下来，分给值守的人。',
        },
        {
          key: 'moments-thanks',
          title: { zh: '小群散了，谢谢', en: 'The group is closed, thank you' },
          kind: 'persona',
          channels: ['wechat-moments'],
          at: { days: 1, time: '21:10' },
          copyMode: 'example',
          body: `小群散了，突然有点安静。
谢谢进来坐了坐的人，
也谢谢没进群、天天看我念叨的人。
说散就散，下回才好意思再开口请你们。`,
          pictures: 1,
          guidance: '群解散以后再发。不带商品，不放链接。',
          staffGuidance: '写一句群里让你记住的话，不写名字。有人问还能不能买，私聊告诉他。',
        },
        {
          key: 'missed',
          title: { zh: '私聊没赶上的', en: 'A word to those who missed it' },
          kind: 'notice',
          channels: ['one-to-one'],
          at: { days: 2, time: '12:10' },
          copyMode: 'example',
          body: `小群散得快，你那天没赶上看。
讲的内容我整理了一份，要的话发你，看看就行。
东西现在还有没有、后面补不补，
我问清楚了一起告诉你，不让你白等。`,
          pictures: 0,
          guidance: '发给说过想进群、没进成，或者问过没买到的人。补货的消息先问清楚。',
          staffGuidance: '他说要，当天就把整理好的发过去。不想要也别再问第二遍。',
        },
        {
          key: 'bought',
          title: { zh: '私聊买了的', en: 'Ask those who bought' },
          kind: 'notice',
          channels: ['one-to-one'],
          at: { days: 2, time: '20:30' },
          copyMode: 'example',
          body: `群散了，人还在，我是{{staff.name}}。
你买的{{product.name}}，后面有什么都直接找我，
收没收到、会不会弄、合不合适，都算我的事。`,
          pictures: 0,
          guidance: '买了的每个人都要发到，由当初加他的员工发。',
          staffGuidance: '先查他的单到哪一步了，写进去再发。三天后再问一次感受。',
        },
      ],
    },
  ],
};

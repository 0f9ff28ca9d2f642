import type { ReadyMade } from './types';

/** Curious for four days, told for two, asked for one, sold for an evening, answered for three days. */
export const newProduct: ReadyMade = {
  key: 'new-product',
  name: { zh: '七天新品发售', en: 'Seven-day new-product launch' },
  description: {
    zh: '一样新品从吊胃口到卖完，开售前七天开始，开售后三天收尾。适合平时就跟客户聊得上话的店，按晚上 20:00 开售排的时间。',
    en: 'One new product from the first hint to the last thank-you, seven days before the launch to three days after. For shops whose customers already talk to them; laid out for a launch at 20:00.',
  },
  phases: [
    {
      key: 'tease',
      name: { zh: '引发兴趣', en: 'Tease' },
      required: true,
      kinds: ['persona', 'knowledge', 'interaction'],
      maxSales: 0,
      minGapMinutes: 240,
      guidance:
        '只勾起好奇，不报名字、不报价、不放链接。一天一两条，让人觉得你在认真试一样东西，而不是又要卖货。',
      steps: [
        {
          key: 'first-hint',
          title: { zh: '在试一样新东西', en: 'Trying something new' },
          kind: 'persona',
          channels: ['wechat-moments'],
          at: { days: -7, time: '20:00' },
          copyMode: 'example',
          body: `这阵子总有人问我在忙什么。
在试一样新东西。
哪里好、哪里还差一点，本子上记了好几页。
现在还不能说是什么，
先拍一角，看谁眼尖。`,
          pictures: 1,
          guidance: '配一张只露一角的实拍，看得出是真东西，看不出是什么。不要用厂家的海报。',
          staffGuidance: '用自己的话说你这几天在忙什么。有人猜就接着逗，不要说破，也不要说价钱。',
        },
        {
          key: 'small-trouble',
          title: { zh: '问一个小麻烦', en: 'Ask about a small annoyance' },
          kind: 'interaction',
          channels: ['wechat-moments'],
          at: { days: -6, time: '12:10' },
          copyMode: 'example',
          body: `问大家一件小事。
【填：新品想解决的那个麻烦，写成一个问题】
你们平时是怎么对付的？
我先说我的：嫌麻烦，一直凑合着。
评论里聊聊，我都看，也都回。`,
          pictures: 1,
          guidance:
            '问题要小、要具体，像饭桌上会问的话，例如「早上赶时间，你们早饭怎么解决」。留言是后面写文案的素材，记下来。',
          staffGuidance: '问题照发，「我先说我的」换成你自己平时怎么凑合的，越真越有人接话。',
        },
        {
          key: 'group-worries',
          title: { zh: '群里问担心什么', en: 'Ask the group what worries them' },
          kind: 'interaction',
          channels: ['group'],
          at: { days: -6, time: '20:30' },
          body: `朋友圈里问了个小问题，群里也想听听实话。
这类东西，你们买之前会担心什么？
怕不合适，怕放着落灰，还是怕同一个坑再踩一回？
想到什么说什么，我记下来，一条一条去问清楚。`,
          pictures: 0,
          guidance: '不说是哪样东西，只说哪一类。有人回就追问一句，把担心记成清单，开售前一天要用。',
        },
        {
          key: 'how-to-choose',
          title: { zh: '这类东西怎么挑', en: 'How to choose this kind of thing' },
          kind: 'knowledge',
          channels: ['wechat-moments'],
          at: { days: -5, time: '12:00' },
          body: `挑这类东西，我看三样。
一看【填：看哪里，什么样算好】
二看【填：看哪里，什么样算好】
三看【填：看哪里，什么样算好】
都是吃过亏才记住的。你有别的看法，说给我听听。`,
          pictures: 3,
          guidance:
            '写外行也能当场照着看的三条，每条不超过一行，配三张对应的图。是干货就只讲干货，不带自家商品名，也不放链接。',
        },
      ],
    },
    {
      key: 'showcase',
      name: { zh: '展示亮点价值', en: 'Show what it is worth' },
      required: true,
      kinds: ['persona', 'knowledge', 'sales'],
      maxSales: 1,
      minGapMinutes: 240,
      guidance:
        '说清楚是什么、给谁、为什么做。只揭晓一次，其余的让人看到过程和你自己的真实感受，好的不好的都说。',
      steps: [
        {
          key: 'behind',
          title: { zh: '去现场看了看', en: 'A look behind the scenes' },
          kind: 'persona',
          channels: ['wechat-moments'],
          at: { days: -4, time: '20:30' },
          copyMode: 'example',
          body: `今天去盯那样新东西，回来晚了。
看人家一遍一遍地改，嫌慢的话到嘴边又咽了回去。
慢一点好，省得到你们手里再出岔子。
拍了一张现场的，没修图。`,
          pictures: 2,
          guidance: '配现场实拍：厨房、工厂、工作室、备课的桌子都行。没去过现场，就换成拆样、试样的过程。',
          staffGuidance: '说你自己看到的一个小细节，越小越好。没去现场就讲你试的时候看到了什么，不要编。',
        },
        {
          key: 'reveal',
          title: { zh: '揭晓：就是它', en: 'The reveal' },
          kind: 'sales',
          channels: ['wechat-moments', 'group'],
          at: { days: -3, time: '20:00' },
          body: `不卖关子了，是{{product.name}}。
【填：一句话：解决了什么麻烦】
愿意推它，是因为自己试过，还想再来一回。
{{launch.time}} 开售，价格开售前告诉大家。
想先了解的直接问我，知道的我都讲。`,
          firstComments: ['图里看不清的地方跟我说，我再拍给你看。'],
          pictures: 4,
          guidance:
            '补一句话，说的是客户的麻烦，不是商品的参数。四张图：全貌、细节、拿在手里或用着的样子、跟常见东西放在一起看大小。开售前朋友圈只有这一条卖货，别再加。',
        },
        {
          key: 'not-for',
          title: { zh: '先劝退几种情况', en: 'Who should not buy it' },
          kind: 'knowledge',
          channels: ['wechat-moments'],
          at: { days: -2, time: '12:10' },
          body: `先劝退几种情况。
【填：两种不适合的情况，一行一种】
要是你正好这样，先别买，省下来做点别的。
拿不准的，把你的情况说给我，
合不合适，我照实讲。`,
          pictures: 1,
          guidance:
            '写真的不适合的人，例如「只是想试个新鲜的」。这一条换来的信任，比多夸一句管用。涉及身体状况的只说请看说明或问医生，不下判断。',
        },
        {
          key: 'own-days',
          title: { zh: '我自己这几天的感受', en: 'My own few days with it' },
          kind: 'persona',
          channels: ['wechat-moments'],
          at: { days: -2, time: '20:30' },
          copyMode: 'example',
          body: `说说我自己这几天的感受。
头一天没觉得有什么，
过了两天才品出好来。
也有不习惯的地方，刚开始要适应一下。
好的不好的都放这儿，你们自己看。`,
          pictures: 3,
          guidance: '配员工自己的实拍，光线差一点没关系。图里不要出现前后对比，也不要写效果。',
          staffGuidance:
            '自己试过的人才发这条，一定换成你自己的感受，说一个好、一个不好。没试过就跳过，不要说功效。',
        },
      ],
    },
    {
      key: 'interact',
      name: { zh: '福利互动', en: 'Join in' },
      required: true,
      kinds: ['interaction', 'sales'],
      maxSales: 3,
      minGapMinutes: 30,
      guidance: '开售前一天。让人开口说一句话，比看十条广告强；群里先知道价格，问过的人单独说一声。',
      steps: [
        {
          key: 'which-side',
          title: { zh: '你是哪一派', en: 'Which side are you on' },
          kind: 'interaction',
          channels: ['wechat-moments'],
          at: { days: -1, time: '08:00' },
          copyMode: 'example',
          body: `你买新东西，是哪一派？
一派：看着顺眼就先下手。
一派：等别人说好了再买。
我是后面那派，干了这行还是改不掉。
留言报个派别，我看看哪边人多。`,
          pictures: 0,
          guidance: '不提商品，也不设奖。每条留言都回，先下手的那一派，可以顺口问一句要不要开售时提醒。',
          staffGuidance: '你是哪一派就写哪一派。有人回了，接着聊他上一回买亏了什么。',
        },
        {
          key: 'group-price',
          title: { zh: '群里先说价格', en: 'The group hears the price first' },
          kind: 'sales',
          channels: ['group'],
          at: { days: -1, time: '12:10' },
          body: `{{product.name}}，{{launch.time}} 开售，{{product.price}} 元。
群里先说一声：这次有{{offer.name}}，怎么用写在下一条。
要帮家里人一起买的，提前跟我讲，我帮你算算怎么买合适。`,
          firstComments: ['下单时填 {{offer.code}}，{{offer.name}}就用上了。不会填的喊我，我截图给你看。'],
          pictures: 2,
          guidance: '核对优惠的名称、券码和能不能叠加。没有券码，就把下一条改成实际的用法。',
        },
        {
          key: 'day-before',
          title: { zh: '开售前一天：值不值', en: 'The day before: is it worth it' },
          kind: 'sales',
          channels: ['wechat-moments'],
          at: { days: -1, time: '20:00' },
          body: `{{launch.countdown}}后，{{product.name}}开售。
问来问去，大家想知道的是：值不值？
{{product.price}} 元，我的看法写在图里了。
先看图，觉得值，{{launch.time}} 来找我。`,
          firstComments: ['要我提醒的，留言说一声，开售时我私聊你。'],
          pictures: 3,
          guidance:
            '图里写真实问过的两三个问题和你的回答，包括一个缺点。把要提醒的人记下来，开售时一个个发。',
        },
        {
          key: 'asked-before',
          title: { zh: '私聊问过的人', en: 'A word to those who asked' },
          kind: 'sales',
          channels: ['one-to-one'],
          at: { days: -1, time: '20:40' },
          copyMode: 'example',
          body: `上次你问过{{product.name}}，我记着呢。
{{launch.time}} 开售，{{product.price}} 元。
当时你拿不准的地方，现在问我，我能答得更清楚。
想再看细一点的，我发给你。`,
          pictures: 0,
          guidance: '只发给真的问过的人，不群发。',
          staffGuidance: '翻一下聊天记录，把他当时问的那一点写进去再发。一次别发太多，有人回就先聊完。',
        },
      ],
    },
    {
      key: 'on-sale',
      name: { zh: '商品开售', en: 'On sale' },
      required: true,
      kinds: ['persona', 'sales'],
      maxSales: 4,
      minGapMinutes: 10,
      guidance:
        '开售当天。话要短，价格和链接要准，出了问题有人应。朋友圈当天卖货不超过三条，这三条已经排好。',
      steps: [
        {
          key: 'launch-morning',
          title: { zh: '上新这天的早上', en: 'The morning of the launch' },
          kind: 'persona',
          channels: ['wechat-moments'],
          at: { days: 0, time: '08:00' },
          copyMode: 'example',
          body: `今天要上新，醒得比闹钟早。
清单又对了一遍：图、价格、怎么回大家的问题。
每回到这天都有点紧张，像头一回开门做生意。
先去吃碗面，回来接着忙。`,
          pictures: 1,
          guidance: '配一张早上的实拍：早饭、桌面、门店还没开灯的样子都行。',
          staffGuidance: '说你今天早上真的在干什么。不用提商品，紧张就说紧张。',
        },
        {
          key: 'hour-before',
          title: { zh: '开售前一小时', en: 'One hour to go' },
          kind: 'sales',
          channels: ['wechat-moments'],
          at: { minutes: -60 },
          body: `{{launch.countdown}}后，{{product.name}}开售。
{{product.price}} 元，到点我把链接放出来。
要几份、写谁的名字，可以先想好。
手上忙的不用盯着，忙完再来一样能买。`,
          firstComments: ['还想问什么，问在这儿，我守着。'],
          pictures: 1,
          guidance: '货少、可能卖完的，把末尾一句换成实话：有多少、卖完补不补。不要催。',
        },
        {
          key: 'open',
          title: { zh: '开售', en: 'On sale now' },
          kind: 'sales',
          channels: ['wechat-moments'],
          at: { minutes: 0 },
          body: `{{product.name}}，开售了，{{product.price}} 元。
前面念叨的那个小麻烦，就是交给它的。
好和不好这几天都摆出来了，觉得合适就来。
链接在评论里，下单卡住了，直接发我截图。`,
          variants: [
            {
              key: 'new',
              body: `刚加我不久的朋友，介绍一下{{product.name}}。
这几天朋友圈里说的就是它，刚刚开售，{{product.price}} 元。
头一回在我这儿买，先要一份就够。
怎么付、怎么收、不合适怎么办，问我，我带着你走一遍。`,
            },
            {
              key: 'returning',
              body: `老朋友，{{product.name}}开售了，{{product.price}} 元。
你以前买过什么我大概记得，
拿不准这个合不合你，发我一句，我照实说。
链接在评论里，名字地址有变的，下单前看一眼。`,
            },
          ],
          firstComments: ['链接在这里：{{product.link}}'],
          pictures: 4,
          guidance: '发之前用自己的手机点一遍链接，看价格对不对。图用揭晓那天以外的，别让人以为看过了。',
        },
        {
          key: 'group-open',
          title: { zh: '群里开售', en: 'On sale in the group' },
          kind: 'sales',
          channels: ['group'],
          at: { minutes: 10 },
          body: `到点了，{{product.name}}可以下单了，{{product.price}} 元。
{{offer.name}}记得用上，忘了填也别慌，先来找我。
我就在群里守着，有问题直接丢出来。`,
          firstComments: ['链接：{{product.link}}'],
          pictures: 1,
          guidance: '排好谁在群里值守到几点。同样的问题有人问第二遍，就把回答收成一条发出来。',
        },
        {
          key: 'reminder',
          title: { zh: '私聊要提醒的人', en: 'A reminder to those who asked for it' },
          kind: 'sales',
          channels: ['one-to-one'],
          at: { minutes: 20 },
          copyMode: 'example',
          body: `你让我提醒的，来了：{{product.name}}开售了，{{product.price}} 元。
链接在下面。
不想要了也不用解释，忙你的去。`,
          firstComments: ['{{product.link}}'],
          pictures: 0,
          guidance: '只发给留言或私聊里说过要提醒的人。',
          staffGuidance: '按你记的名单一个个发，前面加上对方的称呼。只提醒一次，没回就不再追。',
        },
      ],
    },
    {
      key: 'momentum',
      name: { zh: '营造氛围', en: 'Keep it going' },
      required: false,
      kinds: ['sales', 'persona', 'knowledge'],
      maxSales: 2,
      minGapMinutes: 30,
      guidance: '让没下单的人看见：真有人买，真有人管。数字只抄后台的，反馈只用本人同意的，没有就不发。',
      steps: [
        {
          key: 'so-far',
          title: { zh: '报个真实的数', en: 'Sold so far' },
          kind: 'sales',
          channels: ['wechat-moments'],
          at: { minutes: 90 },
          body: `报个数，照后台抄的：{{product.name}}卖了【填：后台现在的数字】份。
谢谢信我的每一位，名字我都一个个看过。
刚下单的，【填：什么时候发货，或者什么时候开课】。
没空看手机的不着急，链接还在评论里。`,
          firstComments: ['还在看的，链接在这里：{{product.link}}'],
          pictures: 1,
          guidance:
            '数字发之前看后台填，一份也不多写；数字不好看就把那句删掉，只留谢谢和安排。配一张在忙的实拍，不要截别人的订单信息。',
        },
        {
          key: 'checking-orders',
          title: { zh: '一单一单在核对', en: 'Checking the orders' },
          kind: 'persona',
          channels: ['wechat-moments'],
          at: { days: 1, time: '12:10' },
          copyMode: 'example',
          body: `一单一单在核对，名字、数量、备注，看两遍才放过去。
有几个熟悉的名字，也有几位是头一回来的。
都记着呢。
要改备注的现在跟我说，还来得及。`,
          pictures: 2,
          guidance: '配打包、核单或备课的实拍，名字和电话要遮住。已经发出、改不了的，删掉末尾一句。',
          staffGuidance: '说你今天正在做的那一步。看到熟客可以私聊谢一句，不要把名字写出来。',
        },
        {
          key: 'answers',
          title: { zh: '问得多的一起答', en: 'Common questions answered' },
          kind: 'knowledge',
          channels: ['wechat-moments'],
          at: { days: 1, time: '20:30' },
          body: `问得多的几个问题，我写在图里了。
怎么开始，要注意什么，不合适怎么办，
一张图一个，用得着就存下来。
图里没有的，留言问我。`,
          pictures: 3,
          guidance: '三张文字图，每张一个真实的问题和回答，字大一点。退换的规矩照店里的写，不要含糊。',
        },
        {
          key: 'feedback',
          title: { zh: '买家的原话', en: 'What buyers say' },
          kind: 'sales',
          channels: ['wechat-moments'],
          at: { days: 2, time: '20:30' },
          body: `几位买家的原话，问过本人才放的。
有夸的，也有提意见的，没挑，也没改。
意见我转给做的人了，有回音再告诉你们。
还在犹豫{{product.name}}的，先看看图里这几位怎么说。`,
          firstComments: ['看完想要的，链接：{{product.link}}'],
          pictures: 3,
          guidance:
            '截图要本人同意，头像和名字遮住，至少放一条意见。还没有人说，就把这条往后推，不要自己写。说效果、说治好了什么的，一条都不能放。',
        },
      ],
    },
    {
      key: 'review',
      name: { zh: '结束复盘', en: 'Wrap up' },
      required: true,
      kinds: ['persona', 'notice'],
      maxSales: 0,
      minGapMinutes: 60,
      guidance: '谢谢买了的，照顾没买到的，听一听不满意的。这三天做得好，下一次开售才有人等。',
      steps: [
        {
          key: 'thanks',
          title: { zh: '谢谢大家', en: 'Thank you' },
          kind: 'persona',
          channels: ['wechat-moments'],
          at: { days: 3, time: '12:10' },
          copyMode: 'example',
          body: `{{product.name}}这一轮，到今天告一段落。
谢谢下了单的，也谢谢只是来问一问的，
你们问的问题，比我自己想的细。
哪里没做好，说得直接一点，我改。`,
          pictures: 1,
          guidance: '不再卖货，也不放链接。配一张自己的或团队的照片。',
          staffGuidance: '挑一件这几天让你记住的小事写进去。有人提意见，当天就回。',
        },
        {
          key: 'missed',
          title: { zh: '私聊没买到的人', en: 'A word to those who missed it' },
          kind: 'notice',
          channels: ['one-to-one'],
          at: { days: 3, time: '17:30' },
          copyMode: 'example',
          body: `这次{{product.name}}你没赶上，跟你说一声后面的安排。
【填：还有货、要补货，还是不再做，照实写】
想要的话回我一句，有消息我单独告诉你。
不想等也没关系。`,
          pictures: 0,
          guidance: '先问清楚后面的安排再填。没定就写没定，不要为了留住人先答应。',
          staffGuidance: '发给问过、没买成的人。想等的记下来，到货那天头一个告诉他。',
        },
        {
          key: 'how-is-it',
          title: { zh: '私聊买了的人', en: 'Ask buyers how it is going' },
          kind: 'notice',
          channels: ['one-to-one'],
          at: { days: 3, time: '20:30' },
          copyMode: 'example',
          body: `前几天你买的{{product.name}}，还顺利吗？
有不合适的、没弄明白的，现在跟我说，好处理。
要是觉得不错，也说一句，我好放心。`,
          pictures: 0,
          guidance: '还没收到货、没开课的人，改成告诉他到哪一步了。',
          staffGuidance: '先看订单再发。对方说了好话，想拿来发朋友圈，先问他愿不愿意。',
        },
      ],
    },
  ],
};

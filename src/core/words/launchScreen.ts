/** The words of the panel beside a launch script. */
import type { ScriptAction, ScriptStatus } from '../launch';

/** What the panel beside the form of a script offers. */
export type PanelAction = Extract<ScriptAction, 'submit' | 'withdraw'>;

import type { Locale } from '../model';

const zhScreen = {
  title: '状态与审批',
  unsaved: '新剧本，还没有保存。保存后可以提交审批。',
  stale: '有改动还没保存：下面是上次保存的内容。提交前会先保存，审批前请先保存或放弃改动。',
  waitsFor: {
    draft: '写好后提交审批。通过之前，里面的例外都不算数。',
    'in-review': '等主管审批。现在还能改：保存之后，主管审的就是改过的内容。',
    'changes-requested': '按主管的意见改好，再提交一次。',
    approved: '已通过，例外按下面的时间生效。改动剧本会让审批失效，要重新提交。',
    cancelled: '已取消。',
  } satisfies Record<ScriptStatus, string>,
  exceptions: '这个剧本放宽了什么',
  noExceptions: '没有例外：所有频次上限照常。',
  approving: '通过就是同意下面这些例外，只对这个剧本的内容有效：',
  phases: (phases: number, steps: number) => `另外一起审批：${phases} 个阶段、${steps} 个步骤的文字。`,
  problems: '还不能这样做：',
  standing: '还不能提交，先改好：',
  readOnly: '您可以看，由主管来决定。',
  said: (name: string, said: string) => `${name}：${said}`,
  acts: { submit: '提交审批', withdraw: '撤回' },
  saveAndSubmit: '保存并提交审批',
  done: {
    submit: '已提交，等主管审批',
    withdraw: '已撤回',
  } satisfies Record<PanelAction, string>,
  withdrawAsk: (name: string) => `撤回《${name}》？它的例外马上不再生效，之后可以改好再提交。`,
  withdrawSend: '确定撤回',
};

export type LaunchWords = typeof zhScreen;

const enScreen: LaunchWords = {
  title: 'Status and approval',
  unsaved: 'New, not saved yet. Once it is saved it can be submitted.',
  stale:
    'Some changes are not saved: below is what was saved last. Submitting saves first; save or discard them before you approve.',
  waitsFor: {
    draft: 'Submit it when it is ready. None of its exceptions holds before it is approved.',
    'in-review':
      'It waits for a manager. You can still change it: once saved, the manager reviews what you changed.',
    'changes-requested': 'Change what the manager asked for, then submit it again.',
    approved: 'Approved: its exceptions hold at the times below. Changing the script voids the approval.',
    cancelled: 'Cancelled.',
  },
  exceptions: 'What this script relaxes',
  noExceptions: 'No exceptions: every cap holds as usual.',
  approving: 'Approving agrees to these exceptions, for the posts of this script alone:',
  phases: (phases, steps) =>
    `Approved along with them: the text of ${phases} ${phases === 1 ? 'phase' : 'phases'} with ${steps} ${steps === 1 ? 'step' : 'steps'}.`,
  problems: 'This is not possible yet:',
  standing: 'Mend this before submitting:',
  readOnly: 'You can look; a manager decides.',
  said: (name, said) => `${name}: ${said}`,
  acts: { submit: 'Submit', withdraw: 'Withdraw' },
  saveAndSubmit: 'Save and submit',
  done: {
    submit: 'Submitted; it waits for a manager',
    withdraw: 'Withdrawn',
  },
  withdrawAsk: (name) =>
    `Withdraw “${name}”? Its exceptions stop holding at once; you can change it and submit it again.`,
  withdrawSend: 'Withdraw',
};

export const launchWords: Record<Locale, LaunchWords> = { zh: zhScreen, en: enScreen };

/** What a page says where a launch by cmi5 is not accepted, by the reason. */
export const CMI5_WORDS = {
  en: {
    'cmi5-incomplete':
      'Your learning platform sent an incomplete launch. Open the unit again from your course, or ask your teacher.',
    'cmi5-not-registered':
      'Your learning platform is not connected here. Ask the administrator of OpenRounds.',
    'cmi5-used': 'This launch was opened before. Open the unit again from your course.',
    'cmi5-unreachable': 'Your learning platform did not answer. Open the unit again in a minute.',
    'cmi5-not-understood':
      'Your learning platform answered in a way that is not understood. Ask its administrator.',
    'cmi5-other-package':
      'This unit belongs to another assignment. Open it again from your course, or ask your teacher.',
    'cmi5-resource-gone': 'This assignment is not here any more. Tell your teacher.',
    'cmi5-not-open': 'This assignment is not open at the moment. Ask your teacher.',
  },
  zh: {
    'cmi5-incomplete': '学习平台发来的启动信息不完整。请从课程中重新打开该单元，或询问教师。',
    'cmi5-not-registered': '您的学习平台尚未在此连接。请联系 OpenRounds 管理员。',
    'cmi5-used': '此次启动已被打开过。请从课程中重新打开该单元。',
    'cmi5-unreachable': '学习平台没有应答。请一分钟后重新打开该单元。',
    'cmi5-not-understood': '无法理解学习平台的应答。请联系该平台的管理员。',
    'cmi5-other-package': '该单元属于另一项作业。请从课程中重新打开，或询问教师。',
    'cmi5-resource-gone': '此作业已不存在。请告知教师。',
    'cmi5-not-open': '此作业目前未开放。请询问教师。',
  },
} as const;

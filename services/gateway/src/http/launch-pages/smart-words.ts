/** What a page says where a launch from a training EHR is not accepted, by the reason. */
export const SMART_WORDS = {
  en: {
    'smart-not-registered':
      'This training system is not connected here. Ask the administrator of OpenRounds.',
    'smart-incomplete': 'The training system sent an incomplete launch. Open OpenRounds from there again.',
    'smart-expired': 'This launch is over or was used before. Begin again.',
    'smart-other-browser': 'This launch was begun in another browser. Begin again in this one.',
    'smart-refused': 'The training system did not let its record be read. Ask its administrator.',
    'smart-unreachable': 'The training system did not answer. Begin again in a minute.',
    'smart-not-understood':
      'The training system answered in a way that is not understood. Ask its administrator.',
    'smart-no-patient': 'The training system named no patient. Choose one there and begin again.',
    'smart-foreign-link': 'The record leads to another system, and was not read. Ask the administrator.',
    'smart-too-slow': 'The training system took too long. Begin again in a minute.',
  },
  zh: {
    'smart-not-registered': '此培训系统尚未在此连接。请联系 OpenRounds 管理员。',
    'smart-incomplete': '培训系统发来的启动信息不完整。请从该系统重新打开 OpenRounds。',
    'smart-expired': '此次启动已过期或已被使用。请重新开始。',
    'smart-other-browser': '此次启动是在另一浏览器中开始的。请在本浏览器中重新开始。',
    'smart-refused': '培训系统未允许读取病历。请联系其管理员。',
    'smart-unreachable': '培训系统没有应答。请一分钟后重新开始。',
    'smart-not-understood': '无法理解培训系统的应答。请联系其管理员。',
    'smart-no-patient': '培训系统未指明患者。请在该系统中选择患者后重新开始。',
    'smart-foreign-link': '病历指向另一系统，未予读取。请联系管理员。',
    'smart-too-slow': '培训系统用时过长。请一分钟后重新开始。',
  },
} as const;
